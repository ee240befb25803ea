"""The language of a log, decided by all of its names."""

import csv
from pathlib import Path

import pytest

from lib.catalog.language_words import LANGUAGES
from lib.catalog.log_language import best_english, language_of
from lib.catalog.resolve import resolve_names

LISTS = ("foreign_names.csv", "foreign_names_second.csv", "foreign_names_third.csv", "six_languages.csv")


def names_of(language):
    found = []
    for file in LISTS:
        with Path(__file__).with_name(file).open(encoding="utf-8", newline="") as lines:
            found += [row["name"] for row in csv.DictReader(lines) if row["language"] == language]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_says_its_language(language):
    assert language_of(names_of(language)) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_that_is_half_in_english_says_its_language_too(language):
    own = names_of(language)
    english = ["Squat (Barbell)", "Leg Press", "Lat Pulldown (Cable)", "Running", "Plank", "Face Pull", "Push Up"] * 3
    assert language_of([*own[: len(english)], *english]) == language


def test_an_english_log_with_a_foreign_name_or_two_is_english():
    english = names_of("en")
    assert language_of(english) == ""
    assert language_of([*english, "Kniebeuge"]) == ""
    assert language_of([]) == ""


def test_a_word_means_what_it_does_in_the_language_of_its_log():
    turkish = resolve_names(["Bench Press (Halter)", "Barfiks", "Şınav"])
    portuguese = resolve_names(["Bench Press (Halter)", "Barra fixa", "Agachamento livre"])
    assert turkish["exercise"].tolist() == ["bench_press_barbell", "pull_up", "push_up"]
    assert portuguese["exercise"].tolist() == ["bench_press_dumbbell", "pull_up", "squat_barbell"]


def test_alone_a_word_of_two_meanings_is_asked():
    assert resolve_names(["Bench Press (Halter)"])["exercise"].tolist() == [""]


def test_one_side_is_said_in_any_language():
    names = resolve_names(["Curl de bíceps a una mano (Cable)", "Curl de bíceps (Cable)", "Sentadilla"])
    assert names["unilateral"].tolist() == [True, False, False]


def test_as_much_of_a_name_as_can_be_is_put_into_english():
    assert best_english("Kniebeuge schnörkelig", "de") == "squat schnorkelig"
    assert best_english("バーベルほげ") == "barbell"
    assert best_english("Back Squat") == "Back Squat"
