"""Points that nobody can reach in the time: which of them go, and what is said of it."""

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
