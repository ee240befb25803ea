"""How far one came by what each point says was covered so far."""

import pytest

from lib.importers.activities.tracks.covered import covered

FOOT = 12.5


@pytest.mark.parametrize(
    ("points", "metres"),
    [
        ([], None),
        ([(0.0, 7.0)], 7.0),  # within the first second
        ([(0.0, 12.5)], 12.5),
        ([(0.0, 12.6)], 0.0),  # began at some other number
        ([(1.0, 25.0)], 25.0),
        ([(1.0, 25.1)], 0.0),
        ([(None, 90.0)], 90.0),
        ([(0.0, 0.0), (10.0, 30.0), (20.0, 70.0)], 70.0),
        ([(0.0, 500.0), (10.0, 530.0)], 30.0),
        ([(0.0, 0.0), (10.0, 137.5)], 137.5),
        ([(0.0, 0.0), (10.0, 138.0)], 0.0),  # a leap
        ([(0.0, 0.0), (None, 500.0), (20.0, 510.0)], 510.0),
        ([(10.0, 0.0), (5.0, 12.5)], 12.5),  # a time that goes back is no time
        ([(10.0, 0.0), (5.0, 12.6)], 0.0),
    ],
)
def test_what_was_covered_is_added_up_without_leaps(points, metres):
    assert covered(points, 0.0, FOOT) == metres


@pytest.mark.parametrize(
    ("to", "metres"),
    [(99.0, 0.0), (50.0, 0.0), (49.0, 49.0), (0.0, 0.0), (100.0, 0.0), (101.0, 1.0)],
)
def test_less_than_half_is_a_new_lap_and_a_little_back_is_nothing(to, metres):
    assert covered([(0.0, 100.0), (60.0, to)], 0.0, FOOT) == metres


@pytest.mark.parametrize(("start", "metres"), [(0.0, 0.0), (-9.0, 100.0)])
def test_what_was_covered_before_the_first_point_counts_from_the_start(start, metres):
    assert covered([(0.0, 100.0)], start, FOOT) == metres
