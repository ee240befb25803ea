"""Names of other languages, put into English word by word."""

import pytest

from lib.catalog.resolve import resolve
from lib.catalog.translation import translate


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Wadenheben an der Maschine, einbeinig stehend", "single_leg_standing_calf_raise"),
        ("Wadenheben einbeinig stehend", "single_leg_standing_calf_raise"),
        ("Beinstrecker Maschine einbeinig", "single_leg_extension"),
        ("Bankdrücken KH schräg", "incline_bench_press_dumbbell"),
        ("Ponte de glúteos unilateral", "single_leg_glute_bridge"),
        ("Haussement d'épaules", "shrug_dumbbell"),
        ("Langhantelschrägbankdrücken", "incline_bench_press_barbell"),
        ("스미스 머신 벤치프레스", "bench_press_smith_machine"),
        ("スミスマシン・インクラインベンチプレス", "incline_bench_press_smith_machine"),
    ],
)
def test_a_name_is_put_into_english_whatever_its_language(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize(
    ("name", "language", "english"),
    [
        ("Curl de bíceps con mancuernas, sentado", "es", "curl biceps dumbbell seated"),
        ("Elevación de piernas colgado", "es", "hanging leg raise"),  # the longest phrase, not leg and raise alone
        ("Curl Inversé (Barre)", "fr", "bar reverse curl"),  # no "curl bar"
        ("Kurzhantelbankdrücken", "de", "dumbbell bench press"),  # parts of a compound
        ("Жим гантелями, сидя", "ru", "seated shoulder press dumbbell"),  # beginnings of words
        ("덤벨 벤트 오버 로우", "ko", "dumbbell bent over row"),  # blanks do not matter
        ("EZ바 컬", "ko", "ez bar curl"),
        ("ダンベルカール", "ja", "dumbbell curl"),
        ("哑铃卧推", "zh", "dumbbell bench press"),
        ("İP ATLAMA", "tr", "jump rope"),  # a capital İ
        ("Elevación de gemelos (Macuerna)", "es", "calf raise dumbbell"),  # a letter left out
    ],
)
def test_phrases_compounds_and_beginnings_of_words_are_read(name, language, english):
    read = translate(name, language)
    assert sorted(set(read.english.split())) == sorted(set(english.split()))
    assert read.unknown == ()


def test_english_words_stay_and_speak_for_no_language():
    read = translate("Bench Press", "tr")
    assert (read.foreign, read.unknown) == (0, ())


@pytest.mark.parametrize(
    ("name", "language", "unknown"),
    [
        ("Kniebeuge schnörkelig", "de", ("schnorkelig",)),
        ("バーベルほげほげ", "ja", ("ほげほげ",)),
        ("Rematore inclinato", "it", ("rematore inclinato",)),  # bent over or on an incline: open in the table
    ],
)
def test_a_word_that_nobody_knows_or_that_is_open_is_said(name, language, unknown):
    assert translate(name, language).unknown == unknown


def test_a_foreign_word_that_nobody_knows_leaves_the_name_open():
    assert resolve("Kniebeuge schnörkelig").exercise == ""


def test_no_words_are_an_empty_name():
    for language in ("de", "ja"):
        assert translate("", language).english == ""
