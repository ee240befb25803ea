"""Fitbit's exercise-….json: starts in UTC with the month first, milliseconds, a unit for every distance."""

import json
from datetime import datetime

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.formats.fitbit import importer
from lib.model.records import Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

EXERCISE = {
    "logId": 4711,
    "activityName": "Run",
    "activityTypeId": 90009,
    "averageHeartRate": 151,
    "calories": 400,
    "distance": 5.5,
    "distanceUnit": "Kilometer",
    "duration": 1830000,
    "activeDuration": 1800000,
    "steps": 5100,
    "logType": "tracker",
    "startTime": "05/04/24 05:30:00",
    "elevationGain": 41.5,
}


def read(*changes: dict[str, object]) -> list[Record]:
    return read_file(importer, json.dumps([{**EXERCISE, **change} for change in changes]))


def test_a_run_has_its_instant_and_its_time_in_motion():
    run = only_activity(read({}))
    assert (run.source_key, run.sport, run.start.basis) == ("4711", Sport.RUN, TimeBasis.UTC)
    assert run.start.utc == datetime(2024, 5, 4, 5, 30)
    assert (run.moving_s, run.elapsed_s, run.ascent_m) == (1800.0, 1830.0, None)
    assert run.heart_rate_bpm == 151.0


@pytest.mark.parametrize(("unit", "metres"), [("Kilometer", 5500.0), ("Mile", 8851.392), ("Meter", 5.5)])
def test_every_exercise_says_its_own_unit(unit, metres):
    assert only_activity(read({"distanceUnit": unit})).distance_m == pytest.approx(metres)


def test_a_unit_that_is_not_known_is_not_guessed():
    for unit in ("Furlong", None):
        records = read({"distanceUnit": unit})
        assert [each.distance_m for each in activities(records)] == [None]
        assert places(records, rows=0) == [(1, "distanceUnit")]


def test_dates_that_could_be_read_both_ways_have_the_month_first_without_a_question():
    assert only_activity(read({"startTime": "03/04/24 10:00:00"})).start.utc == datetime(2024, 3, 4, 10)


def test_a_walk_that_was_only_noticed_has_no_distance():
    noticed = dict.fromkeys(("distance", "distanceUnit", "averageHeartRate", "elevationGain"))
    walk = only_activity(read({**noticed, "activityName": "Walk", "activityTypeId": 90013}))
    assert (walk.sport, walk.distance_m, walk.heart_rate_bpm) == (Sport.WALK, None, None)


def test_sports_are_known_by_number_in_any_language_and_by_name():
    strange = {"activityName": "Бег", "activityTypeId": 90009}
    treadmill = {"activityName": "Treadmill", "activityTypeId": 20049}
    weights = {"activityName": "Weights", "activityTypeId": 2131}
    spoken = [only_activity(read(each)) for each in (strange, treadmill, weights)]
    assert [each.sport for each in spoken] == [Sport.RUN, Sport.RUN, Sport.STRENGTH]
    assert spoken[1].sub_sport is SubSport.TREADMILL


def test_a_time_that_cannot_be_is_unknown_and_the_exercise_is_kept():
    records = read({"duration": 0, "activeDuration": 0}, {"logId": 4712})
    assert places(records, rows=0) == [(1, "activeDuration")]
    assert [each.moving_s is None for each in activities(records)] == [True, False]
