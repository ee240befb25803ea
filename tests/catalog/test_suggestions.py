"""Suggestions: likely, distinct, never used unasked."""

import pytest

from lib.catalog.suggestions import suggest


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Goblit Squot", "goblet_squat"),
        ("Bigger Leg Press upstairs", "leg_press_machine"),
        ("Some Nordic thing hamstring", "nordic_hamstring_curl"),
    ],
)
def test_the_likeliest_exercise_is_among_three(name, exercise):
    assert exercise in {suggestion.exercise for suggestion in suggest(name)}


def test_suggestions_are_distinct_exercises_best_first():
    found = suggest("Dumbbell Chest Flys", limit=3)
    assert len({suggestion.exercise for suggestion in found}) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_likeness_goes_from_0_to_100():
    assert all(0 <= each.score <= 100 for each in suggest("zzz qqq"))


def test_an_empty_name_may_be_asked():
    assert len(suggest("")) <= 3
