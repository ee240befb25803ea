"""Which exercises take a dumbbell in each hand."""

import pytest

from lib.catalog import dumbbells
from lib.catalog.dumbbells import uses_a_pair
from lib.catalog.exercises import exercises


@pytest.mark.parametrize(
    ("exercise", "pair"),
    [
        ("bench_press_dumbbell", True),
        ("bulgarian_split_squat", True),
        ("dumbbell_row", False),
        ("pullover_dumbbell", False),
        ("bench_press_barbell", False),
        ("goblet_squat", False),
        ("own:my_press", False),
        ("", False),
    ],
)
def test_a_pair_is_moved_where_both_hands_hold_one(exercise, pair):
    assert uses_a_pair(exercise) is pair


def test_one_arm_at_a_time_holds_one():
    assert not uses_a_pair("bench_press_dumbbell", one_arm=True)


def test_exceptions_are_exercises_with_dumbbells():
    assert all(exercises()[key].equipment == "dumbbell" for key in dumbbells._ONE)
