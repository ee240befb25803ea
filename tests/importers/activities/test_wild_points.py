"""Points that nobody can reach in the time: which of them go, and what is said of it."""

import math

import pytest

from lib.importers.activities.tracks.points import Point, metres_between
from lib.importers.activities.tracks.wild_points import Speeds, without_wild

RUNNER = Speeds(12.5, 8.0)
DEGREES = 1 / 111_195.08  # a metre to the north


def line(count, step_s=10.0, metres=30.0, start_s=0.0, start_m=0.0):
    return [
        Point(1_743_000_000.0 + start_s + step_s * n, 52.0 + (start_m + metres * n) * DEGREES, 11.6)
        for n in range(count)
    ]


def away(point, metres):
    return point._replace(latitude=point.latitude + metres * DEGREES)


def cleaned(points):
    notes = []
    return without_wild(points, RUNNER, notes), notes


def test_of_points_that_can_be_reached_none_goes_and_nothing_is_said():
    kept, notes = cleaned(line(50))
    assert ([each._replace(begins=False) for each in kept], notes) == (line(50), [])


@pytest.mark.parametrize(("places", "says"), [((20,), "1 point was reached"), ((20, 30), "2 points were reached")])
def test_a_single_wild_point_goes_and_is_counted(places, says):
    points = [away(each, 5_000) if n in places else each for n, each in enumerate(line(50))]
    kept, notes = cleaned(points)
    assert [each.at for each in kept] == [each.at for n, each in enumerate(line(50)) if n not in places]
    assert notes == [f"{says} faster than can be and {'was' if len(places) == 1 else 'were'} left out"]


def test_the_last_point_may_be_the_wild_one():
    points = line(50)
    kept, notes = cleaned([*points[:-1], away(points[-1], 5_000)])
    assert len(kept) == 49
    assert notes == ["1 point was reached faster than can be and was left out"]


def test_a_wild_beginning_goes_as_soon_as_more_points_fit_each_other_elsewhere():
    points = line(50)
    kept, notes = cleaned([away(points[0], 9_000), *points[1:]])
    assert [each.at for each in kept] == [each.at for each in points[1:]]
    assert notes == ["1 point was reached faster than can be and was left out"]


def test_a_place_where_the_track_goes_on_far_away_stays_and_the_leap_is_no_distance():
    there = line(30, start_s=500.0, start_m=40_000.0)
    kept, notes = cleaned([*line(50), *there])
    assert len(kept) == 80
    assert [n for n, each in enumerate(kept) if each.begins] == [0, 50]
    assert notes == ["1 point lies where nobody gets in the time; the leap to it is no distance"]


@pytest.mark.parametrize(("last_s", "stays"), [(60.0, True), (59.0, False)])
def test_three_points_far_away_are_the_track_when_they_last_for_a_minute(last_s, stays):
    far = [away(each, 20_000) for each in line(2, step_s=30.0, metres=60.0, start_s=510.0, start_m=1_500.0)]
    far.append(far[-1]._replace(at=far[0].at + last_s))
    kept, _ = cleaned([*line(51), *far])
    assert (len(kept) == 54) is stays


def test_a_place_that_was_not_renewed_in_a_tunnel_is_bridged():
    before, after = line(20), line(40, start_s=400.0, start_m=1_200.0)
    tunnel = [before[-1]._replace(at=before[-1].at + 10.0 * n) for n in range(1, 21)]
    kept, notes = cleaned([*before, *tunnel, *after])
    assert len(kept) == 80
    assert not any(each.begins for each in kept[1:])
    assert metres_between(kept[0], kept[-1]) == pytest.approx(1_200 + 39 * 30, rel=1e-6)
    assert notes == []


@pytest.mark.parametrize(
    ("seconds", "metres", "is_reached"),
    [
        (1, 24.9, True),  # top speed for its second and one more
        (1, 25.1, False),
        (3, 49.9, True),
        (3, 50.1, False),
        (4, 61.9, True),
        (4, 62.1, False),  # what is sustained, and 30 m
        (10, 109.9, True),
        (10, 110.1, False),
        (0, 12.4, True),
        (0, 12.6, False),
    ],
)
def test_how_far_one_gets_in_some_seconds(seconds, metres, is_reached):
    kept, notes = cleaned(line(2, step_s=float(seconds), metres=metres))
    assert (len(kept) == 2, notes == []) == (is_reached, is_reached)


@pytest.mark.parametrize(("count", "is_track"), [(9, False), (10, True)])
def test_ten_points_far_away_are_the_track(count, is_track):
    kept, notes = cleaned([*line(50, 1.0, 3.0), *line(count, 1.0, 3.0, start_s=50.0, start_m=9_000.0)])
    assert len(kept) == (50 + count if is_track else 50)
    assert [n for n, each in enumerate(kept) if each.begins] == ([0, 50] if is_track else [0])
    assert notes == [
        "1 point lies where nobody gets in the time; the leap to it is no distance"
        if is_track
        else "9 points were reached faster than can be and were left out"
    ]


def test_two_leaps_are_counted():
    parts = [line(30, start_s=500.0 * n, start_m=40_000.0 * n) for n in range(3)]
    _, notes = cleaned([point for part in parts for point in part])
    assert notes == ["2 points lie where nobody gets in the time; the leaps to them are no distance"]


@pytest.mark.parametrize(("after", "stays"), [(2, True), (3, False)])
def test_the_point_before_is_the_wild_one_when_three_fit_the_one_before_it(after, stays):
    before = line(6, 1.0, 3.0)
    wild = line(1, start_s=15.0, start_m=115.0)
    back = line(after, 1.0, 3.0, start_s=16.0, start_m=18.0)
    kept, notes = cleaned([*before, *wild, *back])
    expected = [*before, *wild] if stays else [*before, *back]
    assert [each._replace(begins=False) for each in kept] == expected
    assert notes == [
        "2 points were reached faster than can be and were left out"
        if stays
        else "1 point was reached faster than can be and was left out"
    ]


def test_a_beginning_of_two_wild_points_goes_when_three_fit_each_other_elsewhere():
    wild, track = line(2, 1.0, 3.0, start_m=9_000.0), line(3, 1.0, 3.0, start_s=2.0)
    kept, notes = cleaned([*wild, *track])
    assert [each._replace(begins=False) for each in kept] == track
    assert notes == ["2 points were reached faster than can be and were left out"]
    kept, _ = cleaned([*wild, *track[:2]])
    assert [each._replace(begins=False) for each in kept] == wild


def test_doubtful_points_that_do_not_fit_each_other_are_wild_one_by_one():
    points = line(50)
    lone = [away(each, 5_000 * (1 + n % 2)) if 20 <= n < 26 else each for n, each in enumerate(points)]
    kept, notes = cleaned(lone)
    assert len(kept) == 44
    assert notes == ["6 points were reached faster than can be and were left out"]


def beside(points, places, metres):
    east = metres * DEGREES / math.cos(math.radians(52.0))
    return [each._replace(longitude=11.6 + east) if n in places else each for n, each in enumerate(points)]


@pytest.mark.parametrize(
    ("speed", "metres", "stays"),
    [
        (3.0, 8.4, True),  # half as fast again as usual, for its second and one more
        (3.0, 8.6, False),
        (1.0, 5.8, True),  # 3 m/s at the least
        (1.0, 6.0, False),
    ],
)
def test_a_step_is_judged_by_the_usual_speed_of_its_track(speed, metres, stays):
    kept, notes = cleaned(beside(line(201, 1.0, speed), {105}, metres))
    assert (len(kept) == 201, notes == []) == (stays, stays)


@pytest.mark.parametrize(("count", "is_judged"), [(100, False), (101, True)])
def test_a_track_has_a_usual_speed_from_ten_windows_of_ten_seconds(count, is_judged):
    kept, _ = cleaned(beside(line(count, 1.0, 3.0), {55}, 8.6))
    assert len(kept) == (count - 1 if is_judged else count)


def test_the_usual_speed_is_exceeded_in_a_fifth_of_the_windows():
    kept, _ = cleaned(beside(line(101, 1.0, 3.0), {35, 75}, 10.0))
    assert len(kept) == 101


@pytest.mark.parametrize(("count", "stays"), [(3, False), (4, True)])
def test_four_points_beside_the_way_are_a_surge(count, stays):
    kept, notes = cleaned(beside(line(301, 1.0, 3.0), range(105, 105 + count), 20.0))
    assert len(kept) == (301 if stays else 298)
    assert notes == ([] if stays else ["3 points were reached faster than can be and were left out"])
    assert not any(each.begins for each in kept[1:])
