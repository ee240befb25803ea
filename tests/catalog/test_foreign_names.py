"""Lists of names in twelve languages. Labels were written before the first run; what was mended after it was the kind."""

import csv
from pathlib import Path

import pytest

from lib.catalog.exercises import exercises
from lib.catalog.resolve import resolve_names

HERE = Path(__file__).parent
LISTS = ("foreign_names.csv", "foreign_names_second.csv", "foreign_names_third.csv")
SHARED = HERE.parents[2] / "shared" / "names" / "unmapped.tsv"
LEAST = 0.95
# Of the shared list, where the name says more than its label: what is held, and in Turkish that Halter is a barbell.
BETTER = {
    "Fentes Révérence (Haltères)": "curtsy_lunge_dumbbell",
    "Tirage à la Nuque (Machine)": "lat_pulldown_machine",
    "Yan Eğilme (Halter)": "side_bend_barbell",
}


def by_language(rows):
    found = {}
    for language, name, exercise in rows:
        found.setdefault(language, {})[name] = exercise
    return found


def own_lists():
    rows = []
    for file in LISTS:
        with (HERE / file).open(encoding="utf-8", newline="") as lines:
            rows += [(row["language"], row["name"], row["exercise"]) for row in csv.DictReader(lines)]
    return by_language(rows)


def resolved(expected):
    names = resolve_names(expected)
    return dict(zip(names["exercise_name"], names["exercise"], strict=True))


@pytest.mark.parametrize("language", sorted(own_lists()))
def test_names_lead_to_their_exercise_and_none_to_another(language):
    expected = own_lists()[language]
    found = resolved(expected)
    assert {name: key for name, key in found.items() if key not in ("", expected[name])} == {}
    assert sum(key != "" for key in found.values()) >= LEAST * len(expected)


def test_the_lists_name_exercises_of_the_table_each_name_once():
    for expected in own_lists().values():
        assert len(expected) >= 30
        assert set(expected.values()) <= set(exercises())


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the names beside the project are not there")
def test_names_that_people_found_not_understood_are_understood():
    lines = SHARED.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    for expected in by_language((language, name, key) for language, name, _, key in cells).values():
        found = resolved(expected)
        wrong = {name: key for name, key in found.items() if key not in ("", expected[name], BETTER.get(name))}
        assert wrong == {}
        assert sum(key != "" for key in found.values()) >= LEAST * len(expected) - 1
