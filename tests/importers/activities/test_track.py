"""Points with times → distance, moving time, ascent."""

import math
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import amount, examples
from made_tracks import MadeTrack, made_track

from lib.importers.activities.track import Track, track_of
from lib.importers.activities.tracks.points import Point, metres_between
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


@pytest.mark.parametrize("speed", [11, 14, 20, 100])
@pytest.mark.parametrize("every_s", [1, 5, 10, 60])
def test_how_far_one_came_is_not_known_where_all_of_it_was_faster_than_can_be(speed, every_s):
    times = range(0, 3000, every_s)
    track = track_of([Point(BEGIN + at, 52.0 + speed * at / 111_195.08, 11.6) for at in times])
    assert (track.distance_m, track.moving_s) == (None, 0.0)
    assert track.notes


def test_who_stood_still_came_no_further_though_a_few_points_are_wild():
    still = [Point(BEGIN + n, 52.0 + (n % 100 == 50), 11.6) for n in range(600)]
    track = track_of(still)
    assert (track.distance_m, track.moving_s) == (0.0, None)


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


def test_segments_that_follow_in_the_next_second_are_laps_without_a_pause():
    laps = [each._replace(begins=n % 200 == 0) for n, each in enumerate(line(1001, 1.0))]
    slow = [each._replace(latitude=52.0 + NORTH_30_M / 10 * n) for n, each in enumerate(laps)]
    assert track_of(slow).distance_m == pytest.approx(3000, rel=1e-4)


def test_a_point_on_another_continent_goes_and_the_way_stays():
    track = track_of(changed(line(), 50, latitude=-33.9, longitude=151.2))
    assert track.distance_m == pytest.approx(3000, rel=1e-4)
    assert track.notes == ["1 point was reached faster than can be and was left out"]


def test_a_wild_first_point_does_not_cost_the_others():
    wild = track_of(changed(line(), 0, latitude=52.01))
    assert wild.distance_m == pytest.approx(2970, rel=1e-4)
    assert wild.notes == ["1 point was reached faster than can be and was left out"]


def test_a_leap_to_where_the_track_goes_on_is_no_distance():
    elsewhere = [each._replace(latitude=(each.latitude or 0) + 5) for each in line()[51:]]
    track = track_of(line()[:51] + elsewhere)
    assert track.distance_m == pytest.approx(2970, rel=1e-4)
    assert track.notes == ["1 point lies where nobody gets in the time; the leap to it is no distance"]


def test_a_leap_is_one_in_a_short_track_of_few_points_too():
    sparse = [Point(BEGIN + 30 * n, 52.0 + 3 * NORTH_30_M * n + (0.2 if n > 4 else 0), 11.6) for n in range(9)]
    assert track_of(sparse).distance_m == pytest.approx(7 * 90, rel=1e-3)


def test_a_wild_point_while_the_runner_stands_is_no_distance():
    still = [Point(BEGIN + n, 52.0, 11.6) for n in range(600)]
    walk = [Point(BEGIN + 600 + 10 * n, 52.0 + NORTH_30_M * n, 11.6) for n in range(51)]
    track = track_of(changed(still, 300, latitude=52.004) + walk)
    assert track.distance_m == pytest.approx(1500, rel=1e-3)
    assert track.moving_s == pytest.approx(500, abs=10)


def test_places_that_are_renewed_every_few_seconds_are_no_jumps():
    frozen = [Point(BEGIN + n, 52.0 + NORTH_30_M / 6 * (n - n % 3), 11.6) for n in range(1801)]
    track = track_of(frozen)
    assert track.distance_m == pytest.approx(9000, rel=1e-3)
    assert (track.moving_s, track.notes) == (1800.0, [])


def test_stamps_cut_to_whole_seconds_cost_nothing():
    cut = [Point(BEGIN + math.floor(1.4 * n), 52.0 + NORTH_30_M / 5 * n, 11.6) for n in range(1001)]
    assert track_of(cut).distance_m == pytest.approx(6000, rel=1e-4)


def test_a_place_that_was_not_renewed_in_a_tunnel_is_bridged():
    hidden = [each._replace(latitude=52.0) if 0 < n < 21 else each for n, each in enumerate(line(101, 1.0))]
    slow = [each._replace(at=BEGIN + 10 * n) for n, each in enumerate(hidden)]
    assert track_of(slow).distance_m == pytest.approx(3000, rel=1e-3)


def test_a_gap_of_20_km_is_said_and_not_run():
    later = [each._replace(at=(each.at or 0) + 5400, latitude=(each.latitude or 0) + 0.18) for each in line()]
    track = track_of(line() + later)
    assert track.distance_m == pytest.approx(6000, rel=1e-3)
    assert track.moving_s == pytest.approx(2000, abs=1)
    assert track.notes == ["73 min without points; the 17.0 km across are not counted"]


def test_a_tunnel_of_half_a_kilometre_is_bridged():
    track = track_of([each for n, each in enumerate(line()) if not 40 < n < 57])
    assert (track.distance_m, track.moving_s) == (pytest.approx(3000, rel=1e-4), 1000.0)


def test_of_two_places_in_one_second_the_better_one_is_taken():
    both = line()
    both.insert(50, both[50]._replace(longitude=11.602))
    track = track_of(both)
    assert track.distance_m == pytest.approx(3000, rel=1e-4)
    assert track.notes == ["1 point is a second place in the same second; the better one was taken"]


def test_a_place_off_the_earth_is_a_pause_and_costs_only_itself():
    track = track_of(changed(line(), 50, latitude=100.0, longitude=200.0))
    assert track.distance_m == pytest.approx(2940, rel=1e-4)
    assert track.notes == ["1 point lies off the Earth; taken for a pause and left out"]


def test_places_in_another_unit_are_refused():
    with pytest.raises(CellError, match="no place on Earth"):
        track_of([each._replace(latitude=(each.latitude or 0) * 1e6) for each in line()])


def test_points_shuffled_by_seconds_are_put_in_order():
    shuffled = [each for pair in zip(line()[1::2], line()[::2], strict=False) for each in pair]
    track = track_of(shuffled)
    assert (track.distance_m, track.elapsed_s) == (pytest.approx(2970, rel=1e-3), 990.0)
    assert "put in the order of" in track.notes[0]


def test_one_point_far_ahead_in_time_does_not_cost_those_after_it():
    track = track_of(changed(line(), 5, at=BEGIN + 700))
    assert track.distance_m == pytest.approx(3000, rel=1e-4)
    assert track.notes == ["1 point goes back in time and was left out"]


def test_a_later_segment_that_stands_first_is_put_behind():
    later, earlier = line()[50:], line()[:50]
    track = track_of([later[0]._replace(begins=True), *later[1:], earlier[0]._replace(begins=True), *earlier[1:]])
    assert (track.elapsed_s, track.distance_m) == (1000.0, pytest.approx(2970, rel=1e-4))


def test_a_pause_before_a_point_that_is_left_out_is_still_one():
    track = track_of(changed(changed(line(), 50, begins=True), 50, latitude=None))
    assert track.distance_m == pytest.approx(2940, rel=1e-4)


@pytest.mark.parametrize(("m_per_s", "fast"), [(3.0, False), (5.5, False), (7.0, True), (11.0, True)])
def test_a_ride_is_told_by_its_speed(m_per_s: float, fast: bool):
    points = [Point(BEGIN + n, 52.0 + m_per_s / 111_195.08 * n, 11.6) for n in range(901)]
    assert track_of(points, on_wheels=True).fast is fast


@pytest.fixture(scope="module")
def hundred() -> list[tuple[MadeTrack, Track]]:
    """In a small run every fourth of them: no more of those than of all may be off."""
    seeds = range(0, 100, amount(whole=1, small=4))
    return [(made, track_of(made.points)) for made in map(made_track, seeds)]


@pytest.mark.long
def test_99_of_100_made_tracks_are_within_1_percent_of_the_truth(hundred: list[tuple[MadeTrack, Track]]):
    off = [made.kinds for made, track in hundred if abs((track.distance_m or 0) / made.metres - 1) > 0.01]
    assert len(off) <= 1, off


@pytest.mark.long
def test_95_of_100_made_tracks_move_as_long_as_they_truly_did(hundred: list[tuple[MadeTrack, Track]]):
    off = [made.kinds for made, track in hundred if abs((track.moving_s or 0) / made.moving_s - 1) > 0.03]
    assert len(off) <= 5, off


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(0, 2**32))
def test_no_made_track_is_far_from_the_truth(seed: int):
    made = made_track(seed)
    track = track_of(made.points)
    assert track.distance_m == pytest.approx(made.metres, rel=0.05)
    assert (track.moving_s or 0) <= track.elapsed_s


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
    assert track_of(fast).distance_m is None


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


@settings(max_examples=examples(80), deadline=None)
@given(st.lists(places, max_size=12))
def test_any_points_give_finite_sums_or_a_reason(points: list[Point]):
    with suppress(CellError):
        track = track_of(points)
        assert track.elapsed_s > 0
        assert 0 <= (track.distance_m or 0.0) < math.inf
        assert (track.moving_s or 0.0) <= track.elapsed_s


@settings(max_examples=examples(60), deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_the_way_there_is_the_way_back(north: float, east: float, to_north: float, to_east: float):
    one, other = Point(0, north, east), Point(0, to_north, to_east)
    assert metres_between(one, other) == pytest.approx(metres_between(other, one), abs=1e-3)
    assert metres_between(one, other) <= 20_016_000


@pytest.mark.parametrize(
    ("heights", "ascent_m"),
    [
        ([100.0, 103.0], 3.0),
        ([100.0, 102.9], 0.0),
        ([100.0], None),
        ([], None),
        ([100.0, 105.0, 102.0, 105.0], 8.0),  # three metres down part two climbs
        ([100.0, 105.0, 102.1, 108.0], 8.0),
        ([100.0, 102.0, 98.0, 101.0], 3.0),
        ([100.0, 90.0, 92.0, 89.0, 92.5], 3.5),
    ],
)
def test_a_climb_is_of_three_metres_or_more(heights, ascent_m):
    points = [each._replace(elevation_m=h) for each, h in zip(line(len(heights)), heights, strict=True)]
    assert track_of([*points, *line(9)[len(heights) :]]).ascent_m == (
        None if ascent_m is None else pytest.approx(ascent_m)
    )


@pytest.mark.parametrize(("rate", "is_one"), [(25.0, True), (250.0, True), (24.9, False), (250.1, False)])
def test_a_heart_rate_of_a_point_is_25_to_250(rate, is_one):
    points = [each._replace(heart_rate=rate) for each in line(5)]
    assert track_of(points).heart_rate_bpm == (rate if is_one else None)
    assert track_of(points).heart_rate_max_bpm == (rate if is_one else None)


def test_steps_are_a_mean_of_those_that_were_counted():
    points = [each._replace(cadence=steps) for each, steps in zip(line(4), [None, 0.0, 80.0, 90.0], strict=True)]
    assert track_of(points).cadence == 85.0
    assert track_of(line(4)).cadence is None


def test_one_place_is_no_way():
    points = [each._replace(latitude=None) if n else each for n, each in enumerate(line(5))]
    track = track_of(points)
    assert (track.distance_m, track.moving_s, track.ascent_m, track.no_way) == (None, None, None, False)
    two = [each._replace(latitude=None) if n > 1 else each for n, each in enumerate(line(5))]
    assert track_of(two).distance_m == pytest.approx(30.0, rel=1e-4)


@pytest.mark.parametrize(
    ("gap_m", "on_wheels", "is_bridged"),
    [(1_990.0, False, True), (2_010.0, False, False), (9_990.0, True, True), (10_010.0, True, False)],
)
def test_how_long_a_gap_is_bridged(gap_m, on_wheels, is_bridged):
    after = [
        each._replace(at=BEGIN + 1_000 + 3_600 + 10 * n, latitude=(each.latitude or 0) + (3_000 + gap_m) / 111_195.08)
        for n, each in enumerate(line())
    ]
    track = track_of([*line(), *after], on_wheels=on_wheels)
    assert track.distance_m == pytest.approx(6_000 + (gap_m if is_bridged else 0), rel=1e-3)
    assert len(track.notes) == (not is_bridged)


@pytest.mark.parametrize(
    ("speed", "on_wheels", "is_known"),
    [(9.9, False, True), (10.9, False, False), (35.0, True, True), (39.0, True, False)],
)
def test_what_is_too_fast_for_half_a_minute_is_no_way(speed, on_wheels, is_known):
    track = track_of([Point(BEGIN + n, 52.0 + speed * n / 111_195.08, 11.6) for n in range(601)], on_wheels=on_wheels)
    assert (track.distance_m is not None) is is_known
    assert track.no_way is not is_known
    if not is_known:
        assert track.notes[-1].endswith("km were faster than can be in this sport and are not counted")
