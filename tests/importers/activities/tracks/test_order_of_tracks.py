"""Points in the order of their times."""

import pytest

from lib.importers.activities.tracks.order import in_order, timed, without_splits
from lib.importers.activities.tracks.points import Point
from lib.importers.reading.cells import CellError

BEGIN = 1_743_000_000.0


def at(*seconds, begins=()):
    return [Point(BEGIN + second, 52.0, 11.6, begins=n in begins) for n, second in enumerate(seconds)]


def seconds_of(points):
    return [each.at - BEGIN for each in points]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(("off_s", "is_kept"), [(239 * 3600, True), (240 * 3600, True), (240 * 3600 + 1, False)])
def test_a_time_may_lie_240_h_from_the_one_in_the_middle(sign, off_s, is_kept):
    notes = []
    assert len(timed(at(0, 0, sign * off_s), notes)) == 2 + is_kept
    assert notes == ([] if is_kept else ["1 point lies more than 240 h from the others in time"])


def test_several_points_far_off_in_time_or_without_one_are_counted():
    notes = []
    points = [*at(0, 1, 2, 3, 4, 900_000, 900_001), Point(None, 52.0, 11.6), Point(None, 52.0, 11.6)]
    assert seconds_of(timed(points, notes)) == [0, 1, 2, 3, 4]
    assert notes == [
        "2 points have no time and were left out",
        "2 points lie more than 240 h from the others in time",
    ]


def test_of_two_points_far_from_each_other_the_earlier_one_is_the_middle():
    assert seconds_of(timed(at(900_000, 0), [])) == [0]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (29, "3 points were put in the order of their times"),
        (30, "3 points go back in time and were left out"),
    ],
)
def test_a_tenth_of_the_points_may_be_left_out_for_going_back(count, said):
    notes = []
    found = in_order(at(*(n - 1.5 if n in {10, 15, 20} else n for n in range(count))), notes)
    assert (notes, len(found)) == ([said], count if "put in" in said else count - 3)
    assert seconds_of(found) == sorted(seconds_of(found))


def test_two_points_of_a_few_may_be_left_out():
    notes = []
    assert seconds_of(in_order(at(0, 9, 1, 8, 2, 3), notes)) == [0, 1, 2, 3]
    assert notes == ["2 points go back in time and were left out"]


def test_points_shuffled_by_a_minute_are_put_in_order_and_by_more_are_none():
    notes = []
    assert seconds_of(in_order(at(60, 40, 20, 0), notes)) == [0, 20, 40, 60]
    assert notes == ["3 points were put in the order of their times"]
    with pytest.raises(CellError, match="not increasing: 3 of 4 points go back"):
        in_order(at(61, 40, 20, 0), [])


def test_points_of_one_time_stay_as_they_stand():
    points = [each._replace(elevation_m=float(n)) for n, each in enumerate(at(0, 1, 1, 1, 9, 2, 2))]
    assert [each.elevation_m for each in in_order(points, [])] == [0, 1, 2, 3, 5, 6]


def test_what_is_in_order_is_not_spoken_of():
    notes = []
    points = at(0, 0, 5, 7, begins={0, 2})
    assert (in_order(points, notes), notes) == (points, [])


def test_parts_are_put_in_the_order_of_their_beginnings():
    points = at(50, 51, 52, 0, 1, 2, 20, 21, begins={0, 3, 6})
    found = in_order(points, [])
    assert seconds_of(found) == [0, 1, 2, 20, 21, 50, 51, 52]
    assert [each.begins for each in found] == [True, False, False, True, False, True, False, False]


@pytest.mark.parametrize(("gap_s", "is_pause"), [(0, False), (1, False), (2, False), (2.5, True), (3, True)])
def test_a_part_that_begins_two_seconds_later_is_a_lap(gap_s, is_pause):
    found = without_splits(at(0, 5, 5 + gap_s, 20, begins={2}))
    assert [each.begins for each in found] == [False, False, is_pause, False]


def test_the_first_point_of_all_may_begin():
    assert [each.begins for each in without_splits(at(0, 1, begins={0}))] == [True, False]


@pytest.mark.parametrize(
    ("seconds", "kept"),
    [
        ((0, 5, 6, 7, 1), [0, 5, 6, 7]),
        ((0, 5, 6, 7, 1, 8), [0, 5, 6, 7, 8]),
        ((9, 0, 1, 2), [0, 1, 2]),
        ((0, 3, 4, 1, 2, 5), [0, 1, 2, 5]),
    ],
)
def test_the_longest_choice_that_never_goes_back_stays(seconds, kept):
    assert seconds_of(in_order(at(*seconds), [])) == kept
