"""TCX: laps with sums, and points."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from recorded_files import START, activities_in, lap, read_all, tcx, warnings_in

from lib.importers.base import Upload, find_importer
from lib.importers.formats.tcx.importer import importer
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Problem
from lib.model.vocabulary import Sport, TimeBasis

HEART = "<AverageHeartRateBpm><Value>{}</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>{}</Value></MaximumHeartRateBpm>"


def track(count: int = 11, step_s: int = 60, *, places: bool = True, distances: bool = False) -> str:
    points = []
    for n in range(count):
        place = f"<Position><LatitudeDegrees>{52 + n * 0.0018}</LatitudeDegrees><LongitudeDegrees>11</LongitudeDegrees></Position>"
        metres = f"<DistanceMeters>{n * 250}</DistanceMeters>" if distances else ""
        time = f"<Time>{START + timedelta(seconds=n * step_s):%Y-%m-%dT%H:%M:%SZ}</Time>"
        heart = "<HeartRateBpm><Value>151</Value></HeartRateBpm><Extensions><TPX><RunCadence>82</RunCadence></TPX></Extensions>"
        points.append(f"<Trackpoint>{time}{place if places else ''}{metres}{heart}</Trackpoint>")
    return f"<Track>{''.join(points)}</Track>"


def one(content: bytes) -> Activity:
    (found,) = activities_in(read_all(importer, content))
    return found


def why_refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_all(importer, content)
    return caught.value.why


def test_laps_add_up():
    second = START + timedelta(minutes=30)
    run = one(tcx(lap(inside=HEART.format(140, 160)), lap(second, "500", "2000.5", HEART.format(160, 178))))
    assert (run.sport, run.distance_m, run.moving_s, run.elapsed_s) == (Sport.RUN, 7000.5, 2000.0, 2300.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (145.0, 178.0)
    assert (run.start.basis, run.start.utc) == (TimeBasis.UTC, datetime(2025, 4, 6, 7, 30))


def test_a_treadmill_run_has_points_without_places():
    run = one(tcx(lap(inside=track(places=False))))
    assert (run.distance_m, run.heart_rate_bpm, run.cadence_spm) == (5000.0, 151.0, 164.0)


def test_a_missing_distance_comes_from_the_points():
    assert one(tcx(lap(metres=None, inside=track(distances=True)))).distance_m == 2500.0
    assert one(tcx(lap(metres=None, inside=track()))).distance_m == pytest.approx(2001, rel=0.01)
    assert one(tcx(lap(metres=None))).distance_m is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("TotalTimeSeconds", tcx(lap(seconds="NaN"))),
        ("TotalTimeSeconds", tcx(lap(seconds="1e9"))),
        ("laps", tcx()),
    ],
)
def test_what_is_wrong_is_named(name: str, content: bytes):
    assert name in why_refused(content)


@pytest.mark.parametrize(
    ("word", "sport"), [("Biking", Sport.RIDE), ("Other", Sport.OTHER), ("Walking", Sport.WALK), ("", Sport.OTHER)]
)
def test_sports_are_told_apart(word: str, sport: Sport):
    assert one(tcx(lap(), sport=word)).sport is sport


def test_a_multisport_session_is_several_bouts():
    parts = "".join(
        f'<{part}><Activity Sport="{sport}"><Id>{START:%Y-%m-%dT%H:%M:%SZ}</Id>{lap(START + timedelta(hours=n))}</Activity></{part}>'
        for n, (part, sport) in enumerate([("FirstSport", "Running"), ("NextSport", "Biking")])
    )
    content = f"<TrainingCenterDatabase><Activities><MultiSportSession>{parts}</MultiSportSession></Activities></TrainingCenterDatabase>"
    assert [each.sport for each in activities_in(read_all(importer, content.encode()))] == [Sport.RUN, Sport.RIDE]


def test_a_course_is_refused():
    assert "planned course" in why_refused(
        b"<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>"
    )


def test_polar_writes_the_wall_clock():
    start = one(tcx(lap()).replace(b":00Z", b":00.000+02:00")).start
    assert (start.basis, start.local) == (TimeBasis.OFFSET, datetime(2025, 4, 6, 7, 30))


def test_times_without_a_zone_are_utc_with_a_warning():
    found = read_all(importer, tcx(lap()).replace(b":00Z", b":00"))
    assert activities_in(found)[0].start.utc == datetime(2025, 4, 6, 7, 30)
    assert warnings_in(found) == ["its times say no time zone; read as UTC, as TCX demands"]


def test_blanks_before_the_declaration_as_strava_writes_them_do_no_harm():
    content = b"          " + tcx(lap())
    assert find_importer(Upload("1.tcx", content)) is importer
    assert one(content).distance_m == 5000.0


def points(metres: Callable[[int], float | None], *, count: int = 31, first: int = 0, places: bool = True) -> str:
    """A minute apart, 178 m to the north each: 5.34 km in half an hour; metres: what each says was covered."""
    rows = []
    for n in range(first, count):
        place = f"<Position><LatitudeDegrees>{52 + n * 0.0016}</LatitudeDegrees><LongitudeDegrees>11</LongitudeDegrees></Position>"
        said = "" if metres(n) is None else f"<DistanceMeters>{metres(n)}</DistanceMeters>"
        time = f"<Time>{START + timedelta(minutes=n):%Y-%m-%dT%H:%M:%SZ}</Time>"
        rows.append(f"<Trackpoint>{time}{place if places else ''}{said}</Trackpoint>")
    return f"<Track>{''.join(rows)}</Track>"


@pytest.mark.parametrize(
    ("lap_metres", "metres", "expected"),
    [
        ("5340", lambda n: 178.0 * n, 5340),
        (None, lambda n: 40_000 + 178.0 * n, 5340),
        ("45340", lambda n: 40_000 + 178.0 * n, 5340),
        (None, lambda n: 0 if n == 0 else 40_000 + 178.0 * n, 5162),  # the minute of the leap is not known
        ("0", lambda n: 178.0 * n, 5340),
        ("0", lambda _: None, 5338),
        ("9999", lambda n: 178.0 * n, 5340),
        ("5.34", lambda n: 0.178 * n, 5340),
        (None, lambda n: 0.1106 * n, 5340),
        ("2670", lambda _: None, 5338),
        (None, lambda n: 178.0 * (n % 10), 4806),
    ],
)
def test_distances_are_checked_against_the_positions(
    lap_metres: str | None, metres: Callable[[int], float | None], expected: float
):
    found = one(tcx(lap(seconds="1800", metres=lap_metres, inside=points(metres))))
    assert found.distance_m == pytest.approx(expected, rel=0.003)


def test_no_distance_is_lost_between_laps_and_none_is_run_in_a_pause():
    first, second = points(lambda _: None, count=16), points(lambda _: None, first=16)
    laps = lap(seconds="900", metres=None, inside=first), lap(START + timedelta(minutes=15), "900", None, second)
    assert one(tcx(*laps)).distance_m == pytest.approx(5338, rel=0.001)
    assert one(tcx(lap(seconds="1800", metres=None, inside=first + second))).distance_m == pytest.approx(
        5160, rel=0.001
    )


def test_a_distance_that_is_not_the_laps_own_is_said():
    assert (
        "in kilometres" in warnings_in(read_all(importer, tcx(lap(START, "1800", "5.34", points(lambda _: None)))))[0]
    )
    assert (
        "2,670 m"
        in warnings_in(read_all(importer, tcx(lap(seconds="1800", metres="2670", inside=points(lambda _: None)))))[0]
    )


def test_a_corrected_treadmill_run_keeps_what_the_laps_say():
    indoors = points(lambda n: 178.0 * n, places=False)
    assert one(tcx(lap(seconds="1800", metres="6000", inside=indoors))).distance_m == 6000.0
    assert one(tcx(lap(seconds="1800", metres="60", inside=indoors))).distance_m == 5340.0


def test_a_treadmill_run_in_kilometres_is_known_by_its_speed():
    assert (
        one(tcx(lap(seconds="1800", metres=None, inside=points(lambda n: 0.178 * n, places=False)))).distance_m
        == 5340.0
    )


def test_positions_of_half_the_way_do_not_contradict_the_laps():
    half = points(lambda _: None, count=12) + points(lambda _: None, places=False)
    assert one(tcx(lap(seconds="1800", metres="5340", inside=half))).distance_m == 5340.0


def test_laps_of_another_year_do_not_cost_the_run():
    found = read_all(importer, tcx(lap(datetime(2015, 1, 1), "1800", "5340", points(lambda n: 178.0 * n))))
    (run,) = activities_in(found)
    assert (run.start.utc, run.elapsed_s, run.distance_m) == (datetime(2025, 4, 6, 7, 30), 1800.0, 5340.0)
    assert "another date" in warnings_in(found)[0]


def test_a_timer_longer_than_the_points_is_not_taken():
    found = read_all(importer, tcx(lap(seconds="90000", metres="5340", inside=points(lambda n: 178.0 * n))))
    (run,) = activities_in(found)
    assert (run.moving_s, run.elapsed_s) == (1800.0, 1800.0)
    assert "90,000 s" in warnings_in(found)[0]


@pytest.mark.parametrize("metres", ["-5000", "inf", "2000000"])
def test_a_bad_distance_without_points_is_unknown_and_named(metres: str):
    found = read_all(importer, tcx(lap(metres=metres)))
    assert [each.distance_m for each in activities_in(found)] == [None]
    assert [each.column for each in found if isinstance(each, Problem)] == ["DistanceMeters"]


def test_a_bad_sum_of_a_lap_does_not_cost_a_run_with_points():
    found = read_all(importer, tcx(lap(seconds="1800", metres="inf", inside=points(lambda n: 178.0 * n))))
    assert [each.distance_m for each in activities_in(found)] == [5340.0]
    assert len(warnings_in(found)) == 1
