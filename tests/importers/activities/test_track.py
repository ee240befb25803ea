"""Points with times → distance, moving time, ascent."""

import math
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.importers.activities.track import Point, metres_between, track_of
from lib.importers.reading.cells import CellError

BEGIN = 1_743_000_000.0
NORTH_30_M = 30 / 111_195.08


def line(count: int = 101, step_s: float = 10.0) -> list[Point]:
    """30 m north every ten seconds."""
    return [Point(BEGIN + step_s * n, 52.0 + NORTH_30_M * n, 11.6) for n in range(count)]


def changed(points: list[Point], place: int, **values: float | bool | None) -> list[Point]:
    return [each._replace(**values) if n == place else each for n, each in enumerate(points)]


def test_a_straight_run_has_its_length_and_time():
    track = track_of(line())
    assert track.start == datetime(2025, 3, 26, 14, 40)
    assert (track.elapsed_s, track.moving_s) == (1000.0, 1000.0)
    assert track.distance_m == pytest.approx(3000, rel=1e-4)
    assert track.notes == []


def test_wavering_of_the_receiver_is_no_distance():
    still = [Point(BEGIN + n, 52.0 + (n % 2) * 1e-5, 11.6) for n in range(600)]
    track = track_of(still)
    assert (track.distance_m or 0.0) < 5
    assert track.moving_s is None


def test_a_stop_is_elapsed_but_not_moving():
    before, after = line(51), line(51)
    moved = [each._replace(at=(each.at or 0) + 900, latitude=(each.latitude or 0) + 50 * NORTH_30_M) for each in after]
    track = track_of(before + moved)
    assert (track.elapsed_s, track.moving_s) == (1400.0, pytest.approx(1000, abs=15))


def test_no_distance_leads_across_a_pause():
    paused = changed(line(), 50, begins=True)
    assert track_of(paused).distance_m == pytest.approx(2970, rel=1e-4)


def test_a_jump_to_another_continent_is_no_distance():
    track = track_of(changed(line(), 50, latitude=-33.9, longitude=151.2))
    assert track.distance_m == pytest.approx(2940, rel=1e-3)
    assert track.notes == ["2 points were reached faster than can be; the jumps are no distance"]


def test_null_island_is_no_place():
    track = track_of(changed(line(), 0, latitude=0.0, longitude=0.0))
    assert track.distance_m == pytest.approx(2970, rel=1e-4)
    assert track.notes == ["1 point has no position"]


def test_across_the_180th_meridian_the_way_is_short():
    points = [Point(BEGIN + 10 * n, -17.0, 179.99 + 0.0003 * n - (360 if n > 33 else 0)) for n in range(101)]
    assert track_of(points).distance_m == pytest.approx(3190, rel=0.01)


def test_a_ride_may_be_faster_than_a_run():
    fast = [Point(BEGIN + n, 52.0 + 0.00018 * n, 11.6) for n in range(101)]
    assert track_of(fast, on_wheels=True).distance_m == pytest.approx(2001, rel=1e-3)
    assert track_of(fast).distance_m == 0.0


def test_points_without_time_are_left_out_and_said():
    track = track_of(changed(line(), 7, at=None))
    assert track.distance_m == pytest.approx(3000, rel=1e-4)
    assert track.notes == ["1 point has no time and was left out"]


def test_a_point_of_1970_is_left_out():
    track = track_of(changed(line(), 30, at=0.0))
    assert track.elapsed_s == 1000.0
    assert track.notes == ["1 point lies more than 240 h from the others in time"]


def test_a_first_point_with_a_late_time_is_left_out():
    track = track_of(changed(line(), 0, at=BEGIN + 25))
    assert track.elapsed_s == 990.0
    assert track.notes == ["1 point goes back in time and was left out"]


def test_ascent_counts_climbs_and_not_noise():
    heights = [100 + (n % 2) for n in range(20)] + list(range(100, 140)) + list(range(140, 119, -1)) + [125.0]
    points = [each._replace(elevation_m=float(h)) for each, h in zip(line(len(heights)), heights, strict=True)]
    assert track_of(points).ascent_m == 45.0


def test_heart_rate_is_a_mean_without_the_impossible():
    rates = [None, 0.0, 140.0, 160.0, 255.0]
    points = [each._replace(heart_rate=rate) for each, rate in zip(line(5), rates, strict=True)]
    track = track_of(points)
    assert (track.heart_rate_bpm, track.heart_rate_max_bpm) == (150.0, 160.0)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (list, "no track points"),
        (lambda: line(1), "no duration"),
        (lambda: [line(1)[0]] * 2, "no duration"),
        (lambda: [each._replace(at=None) for each in line()], "planned route"),
        (lambda: line()[::-1], "not increasing"),
    ],
)
def test_what_is_no_recording_is_refused(make: Callable[[], list[Point]], why: str):
    with pytest.raises(CellError, match=why):
        track_of(make())


places = st.builds(
    Point,
    st.one_of(st.none(), st.floats(0, 4e9)),
    st.one_of(st.none(), st.floats(-90, 90)),
    st.one_of(st.none(), st.floats(-180, 180)),
    st.one_of(st.none(), st.floats(-500, 9000)),
    begins=st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(places, max_size=12))
def test_any_points_give_finite_sums_or_a_reason(points: list[Point]):
    with suppress(CellError):
        track = track_of(points)
        assert track.elapsed_s > 0
        assert 0 <= (track.distance_m or 0.0) < math.inf
        assert (track.moving_s or 0.0) <= track.elapsed_s


@settings(max_examples=60, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_the_way_there_is_the_way_back(north: float, east: float, to_north: float, to_east: float):
    one, other = Point(0, north, east), Point(0, to_north, to_east)
    assert metres_between(one, other) == pytest.approx(metres_between(other, one), abs=1e-3)
    assert metres_between(one, other) <= 20_016_000
