"""One point of a track, the way between two, and how what was left out is said."""

import math

import pytest

from lib.importers.activities.tracks.points import Point, metres_between, only, say, seconds_between, segments


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((0.0, 0.0), (1.0, 0.0), 6_371_008.8 * math.pi / 180),
        ((0.0, 0.0), (0.0, 1.0), 6_371_008.8 * math.pi / 180),
        ((0.0, 0.0), (0.0, 180.0), 6_371_008.8 * math.pi),
        ((90.0, 0.0), (-90.0, 70.0), 6_371_008.8 * math.pi),
        ((60.0, 10.0), (60.0, 11.0), 2 * 6_371_008.8 * math.asin(0.5 * math.sin(math.radians(0.5)))),
        ((0.0, 179.5), (0.0, -179.5), 6_371_008.8 * math.pi / 180),
        ((52.0, 11.6), (52.0, 11.6), 0.0),
        ((None, 11.6), (52.0, 11.6), 0.0),
        ((52.0, None), (53.0, 11.6), 0.0),
        ((52.0, 11.6), (None, 11.6), 0.0),
        ((52.0, 11.6), (53.0, None), 0.0),
    ],
)
def test_the_way_between_two_places(one, other, metres):
    assert metres_between(Point(0.0, *one), Point(0.0, *other)) == pytest.approx(metres, abs=0.005)


def test_the_time_between_two_points_has_a_direction():
    assert seconds_between(Point(5.0, 0, 0), Point(12.5, 0, 0)) == 7.5
    assert seconds_between(Point(12.5, 0, 0), Point(5.0, 0, 0)) == -7.5


def at(*begins):
    return [Point(float(n), 1.0, 1.0, begins=each) for n, each in enumerate(begins)]


@pytest.mark.parametrize(
    ("begins", "kept", "then"),
    [
        ((False, False, False), {0, 2}, [False, False]),
        ((False, True, False), {0, 2}, [False, True]),
        ((False, True, False, False), {0, 2, 3}, [False, True, False]),
        ((True, False, True), {1, 2}, [True, True]),
        ((True, True), set(), []),
    ],
)
def test_a_pause_before_a_point_that_goes_is_one_before_the_next(begins, kept, then):
    assert [each.begins for each in only(at(*begins), lambda each: each.at in kept)] == then


@pytest.mark.parametrize(
    ("begins", "lengths"),
    [((), []), ((False, False), [2]), ((True, False), [2]), ((False, True, False, True), [1, 2, 1])],
)
def test_parts_go_from_pause_to_pause(begins, lengths):
    assert [len(part) for part in segments(at(*begins))] == lengths


def test_points_are_spoken_of_by_their_number():
    notes: list[str] = []
    for count in (0, 1, 2):
        say(notes, count, "is odd", "are odd")
    assert notes == ["1 point is odd", "2 points are odd"]
