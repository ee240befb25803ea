"""Repetitions in a title: from which length on they are work, and what is no repetition at all."""

import pytest

from lib.analysis.hard_runs.repetitions import MARKER, without_repetitions


def told(title):
    return without_repetitions(title)[1] != ""


@pytest.mark.parametrize(
    "title",
    [
        "6 x 200m", "6x199.9 m 6x200 m", "2 x 10 km", "10 x 10000", "8 x 30 s", "8x30s", "10 x 1 min", "3 x 30", "5 x 2",
        "4 x 2m", "4 x 30m", "2 x 400", "99 x 400m", "400m x 2", "400m×10本", "1 mi x 3", "5 x 0.5 mi", "6 x 3'", "10 po 400",
        "6 fois 3 min", "30/30", "60/60", "400s", "3 x (4 x 200m)", "5 x 1000m / 200m", "5 × 1,5 km",
        "2 x 6.21 mi", "8 x 0.5 min", "3 x 2 m", "6 x 0.2 km", "10 x 200", "10 po 200",
    ],
)  # fmt: skip
def test_they_are_work_from_two_hundred_metres_and_half_a_minute_on(title):
    assert told(title)


@pytest.mark.parametrize(
    "title",
    [
        "6 x 199m", "2 x 10.1 km", "10 x 10001", "8 x 29 s", "3 x 31", "5 x 1", "4 x 1m", "4 x 31m", "1 x 400m", "400m x 1",
        "6 x 100m", "week 3 of 12", "1.5 x 400 m", "100 x 400m", "30/60", "45/45", "400sx", "10 by 6", "a 5k", "",
        "2 x 6.215 mi", "8 x 0.495 min", "2 x 10.005 km", "6 x 0.1999 km", "10 x 199", "10 po 199",
    ],
)  # fmt: skip
def test_shorter_and_longer_ones_and_other_numbers_say_nothing(title):
    assert not told(title)


@pytest.mark.parametrize(
    "what", ["strides", " stride", "m pick ups", " Steigerungsläufe", " lignes droites", "m strides"]
)
def test_strides_are_none_however_long(what):
    plain, first = without_repetitions(f"Easy + 6 x 200{what}")
    assert (first, MARKER in plain) == ("", False)


def test_the_first_that_counts_is_told_and_each_has_its_mark():
    plain, first = without_repetitions("Warm-up, 6 x 100m, 5 x 1000 m and 4 x 400m")
    assert first == "5 x 1000 m"
    assert plain.count(MARKER) == 2


def test_a_title_without_digits_is_only_put_in_lower_case():
    assert without_repetitions("Easy Run") == ("easy run", "")
