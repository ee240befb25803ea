"""Garmin's account export: centimetres, milliseconds, wall clocks as if they were UTC."""

import json
from datetime import datetime
from typing import Any

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.formats.garmin.account import importer
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

RUN = {
    "activityId": 999001,
    "activityType": "treadmill_running",
    "name": "Lunch",
    "beginTimestamp": 1_700_000_000_000,
    "startTimeLocal": 1_700_028_800_500.0,
    "duration": 1_500_000.0,
    "movingDuration": 1_490_000.0,
    "elapsedDuration": 1_510_000.0,
    "distance": 500_000.0,
    "elevationGain": 500.0,
    "avgHr": 150.0,
    "maxHr": 165.0,
    "avgDoubleCadence": 172.0,
    "calories": 1_676.0,
}


def read(*objects: Any) -> list[Record]:
    return read_file(importer, json.dumps([{"summarizedActivitiesExport": list(objects)}]))


def one(**fields: Any) -> Activity:
    return only_activity(read(RUN | fields))


def test_a_run_is_read_whole_in_its_own_units():
    run = one()
    assert (run.source_key, run.title, run.line) == ("999001", "Lunch", 1)
    assert (run.sport, run.sub_sport, run.sport_raw) == (Sport.RUN, SubSport.TREADMILL, "treadmill_running")
    assert (run.start.basis, run.start.utc) == (TimeBasis.OFFSET, datetime(2023, 11, 14, 22, 13, 20))
    assert run.start.local == datetime(2023, 11, 15, 6, 13, 20)
    assert (run.distance_m, run.moving_s, run.elapsed_s, run.ascent_m) == (5000.0, 1490.0, 1510.0, 5.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm) == (150.0, 165.0, 172.0)


def test_the_wall_clock_alone_is_enough():
    start = one(beginTimestamp=None).start
    assert (start.basis, start.local) == (TimeBasis.WALL_CLOCK, datetime(2023, 11, 15, 6, 13, 20))


def test_utc_alone_is_enough():
    start = one(startTimeLocal=None).start
    assert (start.basis, start.local) == (TimeBasis.UTC, None)


def test_two_clocks_that_cannot_both_be_right_leave_the_wall_clock():
    assert one(beginTimestamp=1_600_000_000_000).start.basis is TimeBasis.WALL_CLOCK


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("running", Sport.RUN),
        ("strength_training", Sport.STRENGTH),
        ({"typeKey": "lap_swimming"}, Sport.SWIM),
        ("indoor_cardio", Sport.OTHER),
        ("resort_skiing_snowboarding_ws", Sport.SKI),
    ],
)
def test_the_words_of_garmins_account_are_known(word, sport):
    assert one(activityType=word).sport is sport


def test_an_unknown_word_is_said_once():
    records = read(RUN | {"activityType": "quidditch"}, RUN | {"activityType": "quidditch"})
    assert places(records, rows=0) == [(1, "activityType")]


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"startTimeLocal": None, "beginTimestamp": None}, "startTimeLocal"),
        ({"startTimeLocal": 9e15}, "startTimeLocal"),
        ({"startTimeLocal": 4e12}, "startTimeLocal"),
    ],
)
def test_a_bad_activity_is_rejected_by_its_number_and_field(fields, column):
    records = read(RUN, RUN | fields)
    assert (len(activities(records)), places(records, rows=1)) == (1, [(2, column)])


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"distance": 2e8}, "distance"),
        ({"distance": "far"}, "distance"),
        ({"duration": 0, "movingDuration": None, "elapsedDuration": None}, "duration"),
        ({"duration": 1e10, "elapsedDuration": None}, "duration"),
    ],
)
def test_the_only_length_of_a_run_is_unknown_where_it_cannot_be(fields, column):
    records = read(RUN, RUN | fields)
    assert (len(activities(records)), places(records, rows=0)) == (2, [(2, column)])


@pytest.mark.parametrize(
    ("fields", "column"),
    [({"duration": 1e10}, "duration"), ({"elapsedDuration": "long"}, "elapsedDuration"), ({"name": "x" * 201}, "name")],
)
def test_a_bad_side_value_is_said_and_the_activity_stays(fields, column):
    records = read(RUN | fields)
    assert (len(activities(records)), places(records, rows=0)) == (1, [(1, column)])


def test_an_activity_without_an_id_is_known_by_its_start():
    assert one(activityId={"a": 1}).source_key == "2023-11-15T06:13:20 treadmill_running"


def test_the_moving_time_stands_in_for_a_timer_that_says_nothing():
    run = one(duration=None, elapsedDuration=0)
    assert (run.moving_s, run.elapsed_s) == (1490.0, 1490.0)


def test_what_is_no_activity_is_rejected_too():
    records = read(RUN, "a word", None, [])
    assert sum(each.rows for each in records) == 4
    assert [line for line, _ in places(records, rows=1)] == [2, 3, 4]


def test_an_odd_heart_rate_and_odd_characters_are_warned_of():
    records = read(RUN | {"avgHr": 999, "name": "a\u0001b"})
    assert places(records, rows=0) == [(1, "name"), (1, "avgHr")]
    assert activities(records)[0].title == "a b"


def test_a_lone_surrogate_never_reaches_the_database():
    (activity,) = activities(
        read_file(importer, json.dumps([{"summarizedActivitiesExport": [RUN | {"name": "\ud800x"}]}]))
    )
    assert activity.title == "\ufffdx"


def test_a_file_without_its_list_is_refused():
    with pytest.raises(UnreadableFile):
        read_file(importer, '{"summarizedActivitiesExport": 7}')


@pytest.mark.parametrize("odd", ["\ud800", "a\0b", 5, None, ["x"], "x" * 50])
def test_what_stands_in_place_of_an_activity_is_rejected_and_can_be_shown(odd):
    problem, run = read(odd, RUN)
    assert (problem.line, problem.rows, problem.why) == (1, 1, "not an activity")
    assert len(problem.value) <= 40
    assert not set(problem.value) & {"\0", "\ud800"}
    assert isinstance(run, Activity)
