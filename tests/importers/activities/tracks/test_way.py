"""How far and how long points lead: stretches of them, and half minutes of those."""

import math

import pytest

from lib.importers.activities.tracks import way as module
from lib.importers.activities.tracks.points import Point, metres_between
from lib.importers.activities.tracks.way import Stretch, way_along
from lib.importers.activities.tracks.wild_points import Speeds

RUNNER = Speeds(12.5, 10.0)
DEGREES = 1 / 111_195.08  # a metre to the north


def at(second, metres, east_m=0.0, *, begins=False):
    east = east_m * DEGREES / math.cos(math.radians(52.0))
    return Point(float(second), 52.0 + metres * DEGREES, 11.6 + east, begins=begins)


def steady(count, step_s=1.0, metres=3.0):
    return [at(step_s * n, metres * n) for n in range(count)]


def along(points, longest_gap_m=2_000.0):
    notes = []
    return way_along(points, RUNNER, longest_gap_m, notes), notes


def test_a_steady_way_is_as_long_as_it_is():
    way, notes = along(steady(301))
    assert (way.metres, way.moving_s, way.lost_m) == (pytest.approx(900.0, rel=1e-5), 300.0, 0.0)
    assert way.speeds == (pytest.approx(3.0, rel=1e-4),) * len(way.speeds)
    assert notes == []


@pytest.mark.parametrize(
    ("last_s", "metres", "moves"),
    [
        (10, 3.1, True),  # 0.3 m/s is walking where every step is seen
        (10, 2.9, False),
        (20, 6.1, True),
        (20, 5.9, False),
        (21, 16.9, True),  # 0.8 m/s where for twenty seconds nothing was seen
        (21, 16.7, False),
    ],
)
def test_who_hardly_moves_stands(last_s, metres, moves):
    way, _ = along([at(0, 0), at(last_s, metres)])
    assert way.moving_s == (last_s if moves else 0.0)
    assert way.metres == pytest.approx(metres, rel=1e-4)


@pytest.mark.parametrize(("metres", "parts"), [(4.01, 2), (3.99, 1)])
def test_a_stretch_is_of_four_metres(metres, parts):
    found = list(module._stretches([at(0, 0), at(1, metres), at(2, metres + 1)], 0.0))
    assert len(found) == parts
    assert sum(each.seconds for each in found) == 2.0


@pytest.mark.parametrize(
    ("wavering_m", "metres", "parts"), [(1.0, 6.01, 2), (1.0, 5.99, 1), (9.0, 30.01, 2), (9.0, 29.99, 1)]
)
def test_a_stretch_is_six_times_as_long_as_the_receiver_wavers(wavering_m, metres, parts):
    assert len(list(module._stretches([at(0, 0), at(5, metres), at(10, metres + 1)], wavering_m))) == parts


@pytest.mark.parametrize(
    ("wavering_m", "metres"), [(0.0, 5.0), (0.5, math.sqrt(25 - 2 * 0.25)), (3.0, math.sqrt(25 - 2 * 6.25))]
)
def test_what_the_receiver_wavers_is_taken_out(wavering_m, metres):
    assert module._steady(5.0, wavering_m) == pytest.approx(metres)


def test_good_places_are_followed_step_by_step_and_wavering_ones_straight_across():
    corner = [at(0, 0), at(1, 2), at(2, 2, 3)]
    assert sum(each.metres for each in module._stretches(corner, 0.0)) == pytest.approx(5.0, rel=1e-4)
    assert sum(each.metres for each in module._stretches(corner, 0.5)) == pytest.approx(
        math.sqrt(4 - 0.5) + math.sqrt(9 - 0.5), rel=1e-3
    )
    assert sum(each.metres for each in module._stretches(corner, 0.51)) == pytest.approx(
        math.sqrt(13 - 2 * 0.51**2), rel=1e-3
    )


def test_half_minutes_are_made_of_whole_stretches():
    parts = [Stretch(10.0, 10.0, 10.0)] * 7
    assert list(module._blocks(iter(parts))) == [Stretch(30.0, 30.0, 30.0)] * 2 + [Stretch(10.0, 10.0, 10.0)]
    assert list(module._blocks(iter([Stretch(9.0, 29.0, 5.0), Stretch(1.0, 2.0, 1.0)]))) == [Stretch(10.0, 31.0, 6.0)]
    assert list(module._blocks(iter([]))) == []


@pytest.mark.parametrize(("metres", "is_lost"), [(319.0, False), (321.0, True)])
def test_half_a_minute_may_be_as_fast_as_can_be_held_with_two_seconds_more(metres, is_lost):
    way, notes = along([at(0, 0), at(30, metres)])
    assert (way.metres, way.lost_m) == (
        pytest.approx(0.0 if is_lost else metres),
        pytest.approx(metres if is_lost else 0),
    )
    assert notes == (["0.3 km were faster than can be in this sport and are not counted"] if is_lost else [])


def test_a_part_of_less_than_fifteen_seconds_in_motion_has_no_speed():
    assert along([at(0, 0), at(14, 42)])[0].speeds == ()
    assert along([at(0, 0), at(15, 45)])[0].speeds == (pytest.approx(3.0, rel=1e-4),)


@pytest.mark.parametrize(("longest_m", "is_bridged"), [(100.1, True), (99.9, False)])
def test_a_gap_that_is_too_long_is_told_with_its_minutes(longest_m, is_bridged):
    way, notes = along([at(0, 0), at(10, 30), at(160, 130), at(170, 160)], longest_m)
    assert way.metres == pytest.approx(160.0 if is_bridged else 60.0, rel=1e-3)
    assert notes == ([] if is_bridged else ["2 min without points; the 0.1 km across are not counted"])


def test_no_way_leads_across_a_pause():
    way, _ = along([at(0, 0), at(10, 30), at(100, 300, begins=True), at(110, 330)])
    assert (way.metres, way.moving_s) == (pytest.approx(60.0, rel=1e-4), 20.0)


def wavering(count, side_m, step_s=1.0, metres=3.0):
    """Points that lie to the left and the right of the way by turns."""
    return [at(step_s * n, metres * n, side_m * (-1) ** n) for n in range(count)]


@pytest.mark.parametrize(("count", "is_told"), [(30, False), (31, True)])
def test_the_wavering_is_told_from_thirty_steps_on(count, is_told):
    found = module._wavering(wavering(count, 1.0))
    assert found == (pytest.approx(4.0 / 1.508, rel=1e-3) if is_told else 0.0)


def test_a_straight_way_and_a_steady_bend_do_not_waver():
    assert module._wavering(steady(100)) == pytest.approx(0.0, abs=1e-3)
    bend = [at(n, 200 * math.sin(n * 3 / 200), 200 * (1 - math.cos(n * 3 / 200))) for n in range(100)]
    assert module._wavering(bend) == pytest.approx(0.0, abs=0.01)


def test_who_stands_does_not_waver():
    assert module._wavering([at(n, 0.1 * (n % 2)) for n in range(100)]) == 0.0


@pytest.mark.parametrize(
    ("step_s", "count", "is_told"), [(3.0, 50, True), (3.1, 50, False), (3.1, 105, True), (3.1, 104, False)]
)
def test_of_sparse_points_more_are_needed(step_s, count, is_told):
    assert (module._wavering(wavering(count, 1.0, step_s, 3.0 * step_s)) > 0) is is_told


def test_a_point_lies_to_the_left_by_so_many_metres():
    points = [at(n, 3.0 * n, -2.0 if n == 4 else 0.0) for n in range(9)]
    assert module._beside(points, 4, 4) == pytest.approx(2.0, rel=1e-3)
    mirrored = [at(n, 3.0 * n, 2.0 if n == 4 else 0.0) for n in range(9)]
    assert module._beside(mirrored, 4, 4) == pytest.approx(-2.0, rel=1e-3)


@pytest.mark.parametrize(("metres", "runs"), [(0.81, True), (0.79, False)])
def test_where_nobody_runs_nothing_lies_beside_the_way(metres, runs):
    assert (module._beside(steady(9, metres=metres), 4, 4) is not None) is runs
    assert module._beside([at(0, 0)] * 9, 4, 4) is None


def test_metres_on_the_plane_are_those_on_the_earth():
    one, other = Point(0.0, 52.0, 179.9999), Point(0.0, 52.0005, -179.9999)
    east, north = module._from(one, other)
    assert math.hypot(east, north) == pytest.approx(metres_between(one, other), rel=1e-4)
    assert east > 0
    assert north == pytest.approx(55.6, abs=0.1)
    assert module._from(one, one) == (0.0, 0.0)
