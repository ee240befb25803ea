"""Names in other languages: each leads to one exercise."""

import pytest

from lib.catalog.exercises import CatalogError, exercises
from lib.catalog.resolve import resolve
from lib.catalog.spellings import all_spellings, read_translations

HEAD = "key,language,name\n"


def test_every_spelling_in_every_language_leads_to_its_own_exercise():
    assert {spelling: resolve(spelling).exercise for spelling, _ in all_spellings()} == dict(all_spellings())


@pytest.mark.parametrize("name", ["Bankdrücken", "Bankdruecken", "BANKDRÜCKEN"])
def test_a_german_umlaut_may_be_written_out(name):
    assert resolve(name).exercise == "bench_press_barbell"


def test_accents_may_be_missing():
    assert resolve("Developpe couche").exercise == "bench_press_barbell"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("no_such_key,de,Ding\n", "'Ding' leads to no_such_key, which is no exercise"),
        ("plank,de,Ding\nsquat_barbell,de,ding\n", "'ding' leads to plank and to squat_barbell"),
    ],
)
def test_a_faulty_translation_is_named(lines, message):
    with pytest.raises(CatalogError) as caught:
        read_translations(HEAD + lines, exercises())
    assert message in str(caught.value)


def test_a_name_may_mean_one_thing_in_a_language_and_another_elsewhere():
    read = read_translations(HEAD + "plank,fr,Planche\nsquat_barbell,de,Planche\n", exercises())
    assert read == (("fr", "Planche", "plank"), ("de", "Planche", "squat_barbell"))
    assert (resolve("Planche").exercise, resolve("Planche", "fr").exercise) == ("planche", "plank")


def test_a_name_that_a_language_leaves_open_is_asked():
    assert resolve("Rowing").exercise == "rowing_ergometer"
    assert resolve("Rowing", "fr").exercise == ""


def test_other_columns_are_refused():
    with pytest.raises(CatalogError, match="the columns must be key, language, name"):
        read_translations("key,name\n", exercises())
