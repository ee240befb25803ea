"""adidas Running (Runtastic): one JSON a session, in metres and milliseconds, with the offset from UTC beside it."""

import json
from datetime import datetime

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.formats.runtastic import importer
from lib.model.records import Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

SESSION = {
    "start_time": 1714800600000,
    "end_time": 1714802460000,
    "start_time_timezone_offset": 7200000,
    "end_time_timezone_offset": 7200000,
    "distance": 5120,
    "duration": 1800000,
    "pause_duration": 60000,
    "elevation_gain": 41,
    "pulse_avg": 151,
    "pulse_max": 176,
    "notes": "By the river",
    "indoor": False,
    "id": "11111111-2222-3333-4444-555555555555",
    "sport_type_id": "1",
}


def read(**changed: object) -> list[Record]:
    return read_file(importer, json.dumps({**SESSION, **changed}))


def test_a_run_has_its_instant_and_wall_clock_and_the_pauses_are_not_moving():
    run = only_activity(read())
    assert (run.source_key, run.sport, run.notes) == (SESSION["id"], Sport.RUN, "By the river")
    assert run.start.basis is TimeBasis.OFFSET
    assert (run.start.utc, run.start.local) == (datetime(2024, 5, 4, 5, 30), datetime(2024, 5, 4, 7, 30))
    assert (run.distance_m, run.moving_s, run.elapsed_s, run.ascent_m) == (5120.0, 1800.0, 1860.0, 41.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (151.0, 176.0)


def test_without_an_offset_the_instant_is_all_that_is_known():
    start = only_activity(read(start_time_timezone_offset=None)).start
    assert (start.basis, start.local) == (TimeBasis.UTC, None)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("14", (Sport.RUN, SubSport.TREADMILL)),
        ("82", (Sport.RUN, SubSport.TRAIL)),
        (19, (Sport.WALK, SubSport.NONE)),
        ("22", (Sport.RIDE, SubSport.NONE)),
        ("34", (Sport.STRENGTH, SubSport.NONE)),
    ],
)
def test_sports_are_known_by_their_number(number, kind):
    activity = only_activity(read(sport_type_id=number))
    assert (activity.sport, activity.sub_sport) == kind


def test_a_run_indoors_was_on_a_treadmill_and_no_pulse_is_unknown():
    run = only_activity(read(indoor=True, pulse_avg=0, pulse_max=None))
    assert (run.sub_sport, run.heart_rate_bpm, run.heart_rate_max_bpm) == (SubSport.TREADMILL, None, None)


def test_a_number_that_nobody_knows_is_another_sport_with_a_warning():
    records = read(sport_type_id="999")
    assert records[0].sport is Sport.OTHER
    assert places(records, rows=0) == [(1, "sport_type_id")]


def test_what_cannot_be_is_rejected_with_its_field():
    assert places(read(start_time="yesterday"), rows=1) == [(1, "start_time")]


def test_a_distance_that_cannot_be_is_unknown():
    records = read(distance=-5)
    assert [each.distance_m for each in activities(records)] == [None]
    assert places(records, rows=0) == [(1, "distance")]


def test_an_end_that_cannot_be_is_unknown():
    records = read(end_time=1)
    assert places(records, rows=0) == [(1, "end_time")]
    assert only_activity(records[:1]).elapsed_s == only_activity(records[:1]).moving_s


def test_an_offset_that_no_zone_has_leaves_the_instant():
    records = read(start_time_timezone_offset=99 * 3_600_000)
    assert places(records, rows=0) == [(1, "start_time_timezone_offset")]
    assert only_activity(records[:1]).start.basis is TimeBasis.UTC


def test_a_duration_that_cannot_be_is_unknown_beside_a_sound_end():
    records = read(duration=0)
    assert places(records, rows=0) == [(1, "duration")]
    assert (only_activity(records[:1]).moving_s, only_activity(records[:1]).elapsed_s is None) == (None, False)


def test_a_list_of_sessions_is_read_as_well_and_what_is_none_is_said():
    records = read_file(importer, json.dumps([SESSION, 7]))
    assert len(records) == 2
    assert places(records, rows=1) == [(2, None)]
