"""WHOOP's workouts.csv: wall clocks with the offset in a column of its own, lengths of time from start to end."""

from datetime import datetime

import pytest
from activity_files import activities, table
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.whoop import importer
from lib.model.records import Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

HEADER = cells(
    "Cycle start time,Cycle end time,Cycle timezone,Workout start time,Workout end time,Duration (min),Activity name,"
    "Activity Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),HR Zone 1 %,GPS enabled,Distance (meters),"
    "Altitude gain (meters),Altitude change (meters)"
)
ROW = cells(
    "x|x|UTC-04:00|2024-05-04 07:30:00|2024-05-04 08:00:30|30|Running|9.6|300|175|151|5|true|5120.5|47.5|-0.6", "|"
)


def row(**changed: str) -> list[str]:
    places_of = {name.split(" (")[0].replace(" ", "_"): at for at, name in enumerate(HEADER)}
    cells_of = list(ROW)
    for name, value in changed.items():
        cells_of[places_of[name]] = value
    return cells_of


def read(*rows: list[str]) -> list[Record]:
    return read_file(importer, table(HEADER, *rows))


def test_a_run_has_its_wall_clock_and_its_instant():
    run = only_activity(read(row()))
    assert (run.sport, run.start.basis) == (Sport.RUN, TimeBasis.OFFSET)
    assert (run.start.local, run.start.utc) == (datetime(2024, 5, 4, 7, 30), datetime(2024, 5, 4, 11, 30))
    assert (run.distance_m, run.elapsed_s, run.moving_s, run.ascent_m) == (5120.5, 1830.0, None, 47.5)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (151.0, 175.0)


@pytest.mark.parametrize(("zone", "hour"), [("UTC+05:30", 2), ("UTCZ", 7), ("UTC", 7), ("+00:00", 7)])
def test_every_way_to_write_a_zone_is_understood(zone, hour):
    assert only_activity(read(row(Cycle_timezone=zone))).start.utc.hour == hour


def test_without_a_zone_the_wall_clock_is_all_that_is_known():
    start = only_activity(read(row(Cycle_timezone=""))).start
    assert (start.basis, start.utc) == (TimeBasis.WALL_CLOCK, None)


@pytest.mark.parametrize("zone", ["UTC+99:00", "somewhere"])
def test_a_zone_that_is_none_leaves_the_wall_clock(zone):
    records = read(row(Cycle_timezone=zone))
    assert places(records, rows=0) == [(2, "Cycle timezone")]
    assert [each.start.basis for each in activities(records)] == [TimeBasis.WALL_CLOCK]


def test_an_end_before_the_start_leaves_the_time_unknown():
    records = read(row(Workout_end_time="2024-05-04 07:00:00"))
    assert [each.elapsed_s for each in activities(records)] == [None]
    assert places(records, rows=0) == [(2, "Workout end time")]


def test_a_bout_without_gps_has_no_distance():
    assert only_activity(read(row(Distance="", Altitude_gain=""))).distance_m is None


def test_its_own_words_for_sports_are_known_and_a_new_name_keeps_the_record():
    words = {"Hiking/Rucking": Sport.HIKE, "Functional Fitness": Sport.STRENGTH, "Yard Work": Sport.OTHER}
    found = {word: only_activity(read(row(Activity_name=word))) for word in words}
    assert {word: each.sport for word, each in found.items()} == words
    assert len({each.source_key for each in found.values()}) == 1
    assert only_activity(read(row(Activity_name="Track & Field"))).sub_sport is SubSport.TRACK
