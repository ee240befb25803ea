"""How two records of one bout differ, in words."""

import pytest

from lib.model.vocabulary import DistanceUnit
from lib.wording.duplicate_words import distance_difference, start_difference


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "only the day is known"),
        (0.4, "at the same second"),
        (-3.0, "3 s earlier"),
        (119.0, "1 min 59 s later"),
        (3603.0, "1 h 00 min 03 s later"),
    ],
)
def test_the_difference_of_the_starts(seconds, words):
    assert start_difference(seconds) == words


@pytest.mark.parametrize(
    ("metres", "unit", "words"),
    [
        (None, DistanceUnit.KM, "one of them has no distance"),
        (4.0, DistanceUnit.KM, "the same distance"),
        (-20.0, DistanceUnit.KM, "0.02 km shorter"),
        (160.9344, DistanceUnit.MILE, "0.10 mi longer"),
    ],
)
def test_the_difference_of_the_distances(metres, unit, words):
    assert distance_difference(metres, unit) == words
