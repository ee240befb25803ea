"""Suunto's JSON of one activity: seconds, metres, beats and strides a second; whatever stands in it, no crash."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from recorded_files import zipped
from run_files import only_activity, read_file

from lib.importers.base import Upload, find_importer
from lib.importers.formats.suunto_json import importer
from lib.importers.unpacking.archive import open_archive
from lib.importers.unpacking.kinds import contents_of
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Problem, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

HEADER = {
    "ActivityType": 82,
    "Altitude": {"Max": 214.0, "Min": 101.5},
    "Ascent": 112,
    "DateTime": "2026-03-07T09:15:42.310+02:00",
    "Descent": 110,
    "Distance": 9042,
    "Duration": 3300.482,
    "Energy": 2_700_000,
    "PauseDuration": 120.04,
    "Personal": {"MaxHR": 3.2},
    "StepCount": 8200,
    "Temperature": {"Max": 291.2, "Min": 285.0},
}
WHOLE = {
    "Type": "Activity",
    "HR": [{"Avg": 2.45, "Max": 2.9, "Min": 1.5}],
    "Cadence": [{"Avg": 1.375, "Max": 1.6, "Min": 0.9}],
}
LAP = {"Type": "Autolap", "HR": [{"Avg": 3.0, "Max": 3.1}], "Distance": 1000}
SAMPLES = [
    {"TimeISO8601": "2026-03-07T09:15:42.310+02:00", "Events": [{"Lap": {"Type": "Start"}}]},
    {"TimeISO8601": "2026-03-07T09:15:44.000+02:00", "HR": 1.6, "Latitude": 0.87, "Longitude": 0.05, "Speed": None},
]


def log(*windows: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A log with other fields of its header; without windows, the ones of a lap and of the whole activity."""
    shown = [{"TimeISO8601": "2026-03-07T10:10:42.792+02:00", "Window": each} for each in windows or (LAP, WHOLE)]
    device = {"Name": "Helsinki", "SerialNumber": "0", "Info": {"HW": "B", "SW": "2.1"}}
    return {"DeviceLog": {"Device": device, "Header": HEADER | fields, "Samples": SAMPLES, "Windows": shown}}


def read(content: Any) -> list[Record]:
    return read_file(importer, json.dumps(content))


def one(*windows: dict[str, Any], **fields: Any) -> Activity:
    return only_activity(read(log(*windows, **fields)))


def test_a_run_is_read_whole_in_our_units():
    run = one()
    assert (run.sport, run.sub_sport, run.sport_raw) == (Sport.RUN, SubSport.TRAIL, "Suunto activity 82")
    assert (run.source_key, run.line) == ("2026-03-07T09:15:42", 1)
    assert (run.distance_m, run.ascent_m) == (9042.0, 112.0)
    assert (run.elapsed_s, run.moving_s) == (3300.5, 3180.5)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm) == (147.0, 174.0, 165.0)


def test_a_start_with_an_offset_is_both_clocks():
    start = one().start
    assert (start.basis, start.raw) == (TimeBasis.OFFSET, HEADER["DateTime"])
    assert (start.local, start.utc) == (datetime(2026, 3, 7, 9, 15, 42), datetime(2026, 3, 7, 7, 15, 42))


def test_a_start_without_an_offset_is_the_wall_clock():
    start = one(DateTime="2016-08-27T10:21:51").start
    assert (start.basis, start.local, start.utc) == (TimeBasis.WALL_CLOCK, datetime(2016, 8, 27, 10, 21, 51), None)


def test_a_start_with_a_z_is_the_instant_alone():
    run = one(DateTime="2026-03-07T07:15:42.310Z")
    assert (run.start.basis, run.start.local, run.start.utc) == (TimeBasis.UTC, None, datetime(2026, 3, 7, 7, 15, 42))
    assert run.source_key == "2026-03-07T07:15:42"


@pytest.mark.parametrize(
    ("number", "sport", "sub_sport"),
    [
        (3, Sport.RUN, SubSport.NONE),
        (93, Sport.RUN, SubSport.TREADMILL),
        ("12", Sport.WALK, SubSport.NONE),
        (17, Sport.RIDE, SubSport.NONE),
        (23, Sport.STRENGTH, SubSport.NONE),
        (37, Sport.TEAM, SubSport.NONE),
        (51, Sport.OTHER, SubSport.NONE),
    ],
)
def test_the_number_says_the_sport(number, sport, sub_sport):
    activity = one(ActivityType=number)
    assert (activity.sport, activity.sub_sport) == (sport, sub_sport)


def test_a_session_in_the_gym_has_neither_distance_nor_cadence():
    gym = one(ActivityType=23, Distance=0, Ascent=None)
    assert (gym.sport, gym.distance_m, gym.ascent_m, gym.cadence_spm) == (Sport.STRENGTH, None, None, None)
    assert (gym.elapsed_s, gym.heart_rate_bpm) == (3300.5, 147.0)


@pytest.mark.parametrize("number", [4711, 3.5])
def test_a_number_that_is_not_known_is_another_sport_and_said(number):
    activity, warning = read(log(ActivityType=number))
    assert (activity.sport, activity.sport_raw) == (Sport.OTHER, f"Suunto activity {number}")
    assert (warning.line, warning.column, warning.rows) == (1, "ActivityType", 0)


def test_a_run_without_a_length_of_time_is_kept_without_one():
    run = one(Duration=None)
    assert (run.moving_s, run.elapsed_s, run.distance_m) == (None, None, 9042.0)


def test_the_name_of_the_sport_mode_decides_where_the_number_does_not():
    assert one(ActivityType=4711, Activity="Track running").sub_sport is SubSport.TRACK
    assert one(ActivityType=3, Activity="My Sundays").sport is Sport.RUN
    assert one(ActivityType=None, Activity=None).sport is Sport.OTHER


@pytest.mark.parametrize("pulse", [{"Avg": 2.0, "Max": 2.5}, [{"Avg": 2.0, "Max": 2.5}]])
def test_the_heart_rate_of_the_header_goes_before_that_of_a_window(pulse):
    run = one(HR=pulse)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (120.0, 150.0)


NONE = {"Type": "Activity", "HR": [], "Cadence": None}


@pytest.mark.parametrize("windows", [(LAP,), (WHOLE, LAP | {"Type": "Activity"}), (NONE,)])
def test_laps_several_sports_and_empty_lists_say_no_heart_rate_of_the_whole(windows):
    run = one(*windows)
    assert (run.heart_rate_bpm, run.cadence_spm) == (None, None)


def test_the_window_of_the_whole_activity_may_stand_there_twice():
    assert one(LAP, WHOLE, WHOLE).heart_rate_bpm == 147.0


def test_without_the_length_of_pauses_the_moving_time_is_unknown():
    run = one(PauseDuration=None)
    assert (run.elapsed_s, run.moving_s) == (3300.5, None)
    assert one(PauseDuration=0).moving_s == 3300.5


@pytest.mark.parametrize("pause", [-1, 3301, "long"])
def test_a_pause_that_cannot_be_is_warned_of(pause):
    run, warning = read(log(PauseDuration=pause))
    assert (run.moving_s, run.elapsed_s) == (None, 3300.5)
    assert (warning.column, warning.rows) == ("PauseDuration", 0)


def test_a_heart_rate_in_beats_a_minute_is_no_heart_rate_here():
    run, *warnings = read(log(HR=[{"Avg": 147, "Max": 174}], Cadence=[{"Avg": 82}]))
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm) == (None, None, None)
    assert [warning.column for warning in warnings] == ["HR.Avg", "HR.Max", "Cadence.Avg"]


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"DateTime": None}, "DateTime"),
        ({"DateTime": "yesterday"}, "DateTime"),
        ({"DateTime": "2999-01-01T00:00:00+00:00"}, "DateTime"),
    ],
)
def test_a_bad_field_rejects_the_activity_with_its_place(fields, column):
    (problem,) = read(log(**fields))
    assert (problem.line, problem.column, problem.rows) == (1, column, 1)
    assert problem.why


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"Distance": -1}, "Distance"),
        ({"Distance": True}, "Distance"),
        ({"Distance": 2e6}, "Distance"),
        ({"Duration": 0}, "Duration"),
        ({"Duration": 1e7}, "Duration"),
    ],
)
def test_a_length_that_cannot_be_is_unknown_and_the_activity_stays(fields, column):
    run, problem = read(log(**fields))
    assert None in (run.distance_m, run.moving_s)
    assert (problem.line, problem.column, problem.rows) == (1, column, 0)


@pytest.mark.parametrize("content", ['{"DeviceLog": {"Samples": []}}', '{"DeviceLog": {"Header": [3], "Samples": []}}'])
def test_a_file_without_its_header_is_refused(content):
    with pytest.raises(UnreadableFile, match="Header"):
        read_file(importer, content)


def test_a_file_that_is_cut_off_is_refused_with_its_line():
    with pytest.raises(UnreadableFile) as caught:
        read_file(importer, json.dumps(log(), indent=1)[:-30])
    assert caught.value.line


def test_fields_that_nobody_knows_yet_change_nothing():
    content = log(Novelty={"a": [1, 2]})
    content["DeviceLog"] |= {"Zapps": [{"Name": "x"}], "R-R": {"Data": [700, 710]}}
    content["Version"] = 3
    assert only_activity(read(content)) == one()


@pytest.mark.parametrize("content", ['{"DeviceLog": {}}', '{"Header": {}}', '[{"DeviceLog": {"Header": {}}}]'])
def test_other_json_is_nobodys(content):
    assert find_importer(Upload("a.json", content.encode())) is None


def test_an_archive_of_such_files_is_read_file_by_file():
    days = [json.dumps(log(DateTime=f"2026-03-0{day}T09:00:00+01:00")).encode() for day in (1, 2)]
    found = contents_of(open_archive(zipped([(f"Suunto/{at}.json", day) for at, day in enumerate(days)])))
    assert [only_activity(read_file(importer, member.read())).start.local.day for member in found.files] == [1, 2]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.sampled_from(["Avg", "Max", "Type"]), inside),
    max_leaves=4,
)
NAMES = ["ActivityType", "Activity", "Ascent", "Cadence", "DateTime", "Distance", "Duration", "HR", "PauseDuration"]


@settings(max_examples=examples(150), deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES), VALUES, VALUES)
def test_whatever_stands_in_the_fields_ends_in_one_record_or_one_problem(fields, window, windows):
    content = log({"Type": "Activity", "HR": window, "Cadence": window}, **fields)
    for changed in (content, {"DeviceLog": content["DeviceLog"] | {"Windows": windows}}):
        records = read(changed)
        assert sum(record.rows for record in records) == 1
        assert all(isinstance(record, Activity | Problem) for record in records)
