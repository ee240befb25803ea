"""Points with a place on Earth, one place at a time."""

import pytest

from lib.importers.activities.tracks.places import one_a_second, placed, where_it_changes
from lib.importers.activities.tracks.points import Point
from lib.importers.reading.cells import CellError

DEGREES = 1 / 111_195.08  # a metre to the north
SECOND = "1 point is a second place in the same second; the better one was taken"


def at(second, metres=0.0, east=11.6, *, begins=False):
    return Point(float(second), 52.0 + metres * DEGREES, east, begins=begins)


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_kept"),
    [(90.0, 180.0, True), (-90.0, -180.0, True), (90.1, 0.0, False), (5.0, 180.1, False), (-90.1, 0.0, False)],
)
def test_the_earth_ends_at_90_and_180_degrees(latitude, longitude, is_kept):
    assert len(placed([Point(1.0, latitude, longitude), at(2)], [])) == 1 + is_kept


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_known"),
    [(0.0, 0.0, False), (0.0, 5.0, True), (5.0, 0.0, True), (None, 5.0, False), (5.0, None, False)],
)
def test_no_place_is_one_of_two_zeros_or_without_a_number(latitude, longitude, is_known):
    notes = []
    assert len(placed([Point(1.0, latitude, longitude), at(2)], notes)) == 1 + is_known
    assert notes == ([] if is_known else ["1 point has no position"])


def test_what_has_no_place_at_all_is_not_spoken_of():
    notes = []
    assert placed([Point(1.0, None, None), Point(2.0, 0.0, 0.0)], notes) == []
    assert notes == []


def test_several_points_without_a_place_are_counted():
    notes = []
    placed([Point(1.0, None, None), Point(2.0, None, None), at(3)], notes)
    assert notes == ["2 points have no position"]


def test_half_of_the_places_may_lie_off_the_earth():
    notes = []
    off = Point(1.0, 100.0, 0.0)
    assert placed([at(0), off, off, at(3)], notes) == [at(0), at(3, begins=True)]
    assert notes == ["2 points lie off the Earth; taken for pauses, left out"]
    with pytest.raises(CellError, match="100, 0 is no place on Earth"):
        placed([at(0), off, off], [])


def test_a_pause_is_over_with_the_first_place_behind_it():
    found = placed([at(0), Point(1.0, 100.0, 0.0), at(2), at(3)], [])
    assert [each.begins for each in found] == [False, True, False]


@pytest.mark.parametrize(("apart_m", "told"), [(24.9, []), (25.1, [SECOND])])
def test_places_of_one_second_are_told_where_they_lie_apart(apart_m, told):
    notes = []
    found = one_a_second([at(0), at(1, 3), at(1, 3 + apart_m), at(2, 6)], notes)
    assert (found, notes) == ([at(0), at(1, 3), at(2, 6)], told)


def test_the_last_place_before_and_the_nearest_after_tell_which_of_two_is_taken():
    far = [at(0, 1_000), at(1, 1_000), at(2, 1_000), at(3, 0)]
    assert one_a_second([*far, at(4, 3), at(4, 40), at(5, 5)], [])[4] == at(4, 3)
    assert one_a_second([at(0), at(1, 60), at(1, 3), at(2, 500), at(2, 6)], [])[1] == at(1, 3)


def test_the_places_of_the_first_and_of_the_last_second_are_judged_by_one_side():
    assert one_a_second([at(0, 50), at(0, 1), at(1, 2)], []) == [at(0, 1), at(1, 2)]
    assert one_a_second([at(0), at(1, 50), at(1, 1)], []) == [at(0), at(1, 1)]


@pytest.mark.parametrize(("count", "left"), [(2, 1), (5, 1), (6, 6)])
def test_more_than_five_places_of_one_second_are_coarse_stamps(count, left):
    assert len(one_a_second([at(0), *(at(1, n) for n in range(count)), at(2, 9)], [])) == left + 2


@pytest.mark.parametrize("first", [False, True])
def test_the_place_taken_begins_where_the_first_of_its_second_does(first):
    found = one_a_second([at(0), at(1, 60, begins=first), at(1, 3), at(2, 6)], [])
    assert found == [at(0), at(1, 3, begins=first), at(2, 6)]


def test_a_pause_between_two_places_of_one_second_keeps_both():
    points = [at(0), at(1, 3), at(1, 60, begins=True), at(2, 63)]
    assert one_a_second(points, []) == points


def test_a_place_that_stays_is_kept_every_six_seconds():
    still = [at(second) for second in range(14)]
    assert [each.at for each in where_it_changes(still)] == [0, 6, 12]
    assert where_it_changes([]) == []


def test_a_new_place_and_a_beginning_are_kept_at_once():
    points = [at(0), at(1), at(2, 1), at(3, 1, begins=True), at(4, 1), at(5, 1, east=11.7)]
    assert [each.at for each in where_it_changes(points)] == [0, 2, 3, 5]


def test_only_the_last_place_before_tells_which_of_two_is_taken():
    assert one_a_second([at(0, 1_000), at(1, 0), at(2, -3), at(2, 4), at(3, 0)], [])[2] == at(2, -3)


@pytest.mark.parametrize(("third_m", "told"), [(27.9, []), (28.1, [SECOND])])
def test_of_three_places_the_first_and_the_last_tell_how_far_they_lie_apart(third_m, told):
    notes = []
    found = one_a_second([at(0), at(1, 3), at(1, 4), at(1, third_m), at(2, 6)], notes)
    assert (len(found), notes) == (3, told)


def test_a_beginning_is_kept_once():
    points = [at(0, begins=True), at(1, 1)]
    assert where_it_changes(points) == points
