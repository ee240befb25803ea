"""Suggestions: likely, distinct, never used unasked."""

import pytest

from lib.catalog.suggestions import LEAST_LIKENESS, suggest


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


def test_an_unknown_name_of_another_language_is_put_into_english_first():
    assert "romanian_deadlift_dumbbell" in {
        each.exercise for each in suggest("Romen Deadlift Xyz (Dambıl)", language="tr")
    }


@pytest.mark.parametrize("name", ["zzz qqq", "Monday", "Session B", "Dave special", "Neuer Test", ""])
def test_what_is_like_no_exercise_has_no_suggestion(name):
    assert suggest(name) == ()


def test_likeness_is_enough_to_mean_something_and_at_most_100():
    assert all(LEAST_LIKENESS <= each.score <= 100 for each in suggest("Goblit Squot"))
