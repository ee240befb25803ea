"""Polar's session CSV and the training-session JSON of its account export, old and new."""

import json
from datetime import datetime
from typing import Any

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.formats.polar_csv import importer as polar_csv
from lib.importers.formats.polar_json import importer as polar_json
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Record
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis

CSV = """Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),Ascent (m),Notes,HR max,VO2max,
Jane Roe,RUNNING,20-06-2018,11:17:03,00:30:08,4.48,156,19,"Hot,
slow",195,56,
Sample rate,Time,HR (bpm),Speed (km/h),Pace (min/km)
1,00:00:00,85,,
1,00:00:01,86,,
"""
NEW = {
    "identifier": {"id": "s1"},
    "name": "Jane Roe",
    "startTime": "2026-04-05T18:40:59",
    "calories": 400,
    "hrAvg": 150,
    "hrMax": 170,
    "exercises": [
        {
            "startTime": "2026-04-05T18:40:59",
            "timezoneOffsetMinutes": 120,
            "durationMillis": 1_800_000,
            "distanceMeters": 5004.5,
            "sport": {"id": "1"},
            "samples": {"samples": [{"type": "HEART_RATE", "intervalMillis": 1000, "values": [110, 111]}]},
        }
    ],
}
OLD = {
    "exportVersion": "1.6",
    "name": "Jane Roe",
    "startTime": "2018-04-05T18:40:59.000",
    "timeZoneOffset": 180,
    "duration": "PT3600.5S",
    "distance": 10000.0,
    "averageHeartRate": 140,
    "maximumHeartRate": 165,
    "exercises": [
        {"sport": "TRAIL_RUNNING", "duration": "PT1H2M3.5S", "heartRate": {"min": 90, "avg": 141, "max": 166}}
    ],
}


def from_csv(content: str = CSV, answers: Answers | None = None) -> list[Record]:
    return read_file(polar_csv, content, answers)


def from_json(content: Any) -> list[Record]:
    return read_file(polar_json, json.dumps(content))


def changed(session: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The session with other fields of its one exercise."""
    return session | {"exercises": [session["exercises"][0] | fields]}


def test_a_session_csv_is_one_run_whatever_the_number_of_its_samples():
    run = only_activity(from_csv())
    assert (run.sport, run.sport_raw, run.line) == (Sport.RUN, "RUNNING", 2)
    assert (run.start.basis, run.start.local) == (TimeBasis.WALL_CLOCK, datetime(2018, 6, 20, 11, 17, 3))
    assert (run.distance_m, run.moving_s, run.heart_rate_bpm, run.ascent_m) == (4480.0, 1808.0, 156.0, 19.0)
    assert run.notes == "Hot,\nslow"


@pytest.mark.parametrize("records", [from_csv(), from_json(NEW), from_json(OLD)], ids=["csv", "new", "old"])
def test_the_athletes_name_is_never_kept(records):
    assert "Jane" not in f"{only_activity(records)}"


def test_a_date_that_may_be_of_two_days_is_asked_for():
    content = CSV.replace("20-06-2018", "05-06-2018")
    with pytest.raises(Needs):
        from_csv(content)
    run = only_activity(from_csv(content, Answers(date_order=DateOrder.DAY_FIRST)))
    assert run.start.local == datetime(2018, 6, 5, 11, 17, 3)


def test_a_csv_in_miles_is_in_miles():
    run = only_activity(from_csv(CSV.replace("(km)", "(mi)")))
    assert run.distance_m == pytest.approx(4.48 * 1609.344)


def test_a_csv_with_a_bad_distance_is_a_run_without_one():
    records = from_csv(CSV.replace("4.48", "far"))
    assert [each.distance_m for each in activities(records)] == [None]
    assert places(records, rows=0) == [(2, "Total distance (km)")]


def test_the_new_layout_is_read_whole():
    run = only_activity(from_json(NEW))
    assert (run.sport, run.sport_raw, run.source_key) == (Sport.RUN, "Polar sport 1", "2026-04-05T18:40:59 run")
    assert (run.start.local, run.start.utc) == (datetime(2026, 4, 5, 18, 40, 59), datetime(2026, 4, 5, 16, 40, 59))
    assert (run.distance_m, run.moving_s) == (5004.5, 1800.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (150.0, 170.0)


def test_the_old_layout_is_read_whole():
    run = only_activity(from_json(OLD))
    assert (run.sport, run.sub_sport) == (Sport.RUN, SubSport.TRAIL)
    assert (run.start.basis, run.start.utc) == (TimeBasis.OFFSET, datetime(2018, 4, 5, 15, 40, 59))
    assert (run.distance_m, run.moving_s) == (10_000.0, 3723.5)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (141.0, 166.0)


def test_a_sport_number_that_is_not_known_is_said():
    records = from_json(changed(NEW, sport={"id": "4711"}))
    assert activities(records)[0].sport is Sport.OTHER
    assert places(records, rows=0) == [(1, "sport.id")]


def test_several_exercises_are_several_activities_that_share_nothing():
    swim = {"startTime": "2026-04-05T18:00:00", "sport": "POOL_SWIMMING", "duration": "PT20M", "distance": 800}
    both = activities(from_json(NEW | {"exercises": [*NEW["exercises"], swim]}))
    assert [(each.sport, each.distance_m) for each in both] == [(Sport.RUN, 5004.5), (Sport.SWIM, 800.0)]
    assert [each.heart_rate_bpm for each in both] == [None, None]


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"durationMillis": "long"}, "durationMillis"),
        ({"durationMillis": 1e12}, "durationMillis"),
        ({"durationMillis": 0}, "durationMillis"),
        ({"duration": "1 h", "durationMillis": None}, "duration"),
        ({"distanceMeters": -1}, "distanceMeters"),
        ({"distanceMeters": True}, "distanceMeters"),
    ],
)
def test_a_length_that_cannot_be_is_unknown_by_its_field(fields, column):
    records = from_json(changed(NEW, **fields))
    assert (len(activities(records)), places(records, rows=0)) == (1, [(1, column)])


def test_an_exercise_without_a_start_is_rejected_by_its_field():
    assert places(from_json(changed(NEW, startTime="yesterday")), rows=1) == [(1, "startTime")]


def test_a_run_without_a_length_of_time_is_kept_without_one():
    assert only_activity(from_json(changed(NEW, durationMillis=None))).moving_s is None


def test_an_offset_that_no_zone_has_is_said_and_leaves_the_wall_clock():
    records = from_json(changed(NEW, timezoneOffsetMinutes=900))
    assert activities(records)[0].start.basis is TimeBasis.WALL_CLOCK
    assert places(records, rows=0) == [(1, "timezoneOffsetMinutes")]


def test_a_session_that_is_cut_off_is_refused_with_its_line():
    with pytest.raises(UnreadableFile) as caught:
        read_file(polar_json, json.dumps(NEW, indent=1)[:-30])
    assert caught.value.line


def test_what_no_database_can_hold_is_not_shown_in_a_problem():
    (problem,) = from_json(changed(NEW, startTime="2026-04-05T18:\0:\ud800") | {"startTime": None})
    assert (problem.column, problem.value) == ("startTime", "2026-04-05T18:\ufffd:\ufffd")
