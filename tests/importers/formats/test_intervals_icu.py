"""The activities.csv of intervals.icu."""

from datetime import datetime

import pytest
from activity_files import activities, table
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.intervals_icu import importer
from lib.model.records import Activity, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis, WorkoutType

HEADER = cells(
    "id,start_date_local,name,type,moving_time,distance,elapsed_time,total_elevation_gain,average_speed,max_heartrate,"
    "average_heartrate,average_cadence,icu_training_load,icu_rpe,trainer,race,start_date,description"
)
ROW = cells(
    "i77|2026-05-02T17:13:34|Evening|Run|1800|5004.5|1850|41.2|2.78|171|149|84.5|40|3||false|2026-05-02T07:13:34Z"
    r"|Easy.\nNo watch.",
    "|",
)


def read(*rows: list[str]) -> list[Record]:
    return read_file(importer, "\ufeff" + table(HEADER, *rows))


def one(**cells: str) -> Activity:
    return only_activity(read(row(**cells)))


def row(**cells: str) -> list[str]:
    copy = list(ROW)
    for name, value in cells.items():
        copy[HEADER.index(name)] = value
    return copy


def test_a_run_is_read_whole_with_both_clocks():
    run = one()
    assert (run.source_key, run.sport, run.sub_sport, run.title) == ("i77", Sport.RUN, SubSport.NONE, "Evening")
    assert run.start.basis is TimeBasis.OFFSET
    assert (run.start.local, run.start.utc) == (datetime(2026, 5, 2, 17, 13, 34), datetime(2026, 5, 2, 7, 13, 34))
    assert (run.distance_m, run.moving_s, run.elapsed_s, run.ascent_m) == (5004.5, 1800.0, 1850.0, 41.2)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.session_rpe) == (149.0, 171.0, 3.0)


def test_the_cadence_of_one_leg_is_doubled():
    assert one().cadence_spm == 169.0
    assert one(type="Ride").cadence_spm is None


def test_line_breaks_written_as_backslash_and_n_become_line_breaks():
    assert one().notes == "Easy.\nNo watch."


def test_a_run_on_the_trainer_is_on_a_treadmill_and_a_race_is_a_race():
    assert one(trainer="true").sub_sport is SubSport.TREADMILL
    assert one(type="Ride", trainer="true").sub_sport is SubSport.NONE
    assert one(type="TrailRun").sub_sport is SubSport.TRAIL
    assert one(race="true").workout_type is WorkoutType.RACE


def test_weights_without_a_distance_are_a_bout_without_one():
    lifted = one(type="WeightTraining", distance="", average_cadence="")
    assert (lifted.sport, lifted.distance_m, lifted.moving_s) == (Sport.STRENGTH, None, 1800.0)


def test_without_utc_the_wall_clock_stays():
    start = one(start_date="").start
    assert (start.basis, start.local, start.utc) == (TimeBasis.WALL_CLOCK, datetime(2026, 5, 2, 17, 13, 34), None)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"id": ""}, "id"),
        ({"start_date": "2026-05-01T01:00:00Z"}, "start_date"),
        ({"start_date_local": "2099-05-01T01:00:00"}, "start_date_local"),
    ],
)
def test_a_bad_row_is_rejected_and_the_others_stay(cells, column):
    records = read(ROW, row(**({"id": "i78"} | cells)))
    assert len(activities(records)) == 1
    assert places(records, rows=1) == [(3, column)]


@pytest.mark.parametrize(
    ("cells", "column"),
    [({"distance": "1e999"}, "distance"), ({"moving_time": "0", "elapsed_time": ""}, "moving_time")],
)
def test_a_length_that_cannot_be_is_unknown_and_its_run_stays(cells, column):
    records = read(row(**cells))
    assert (len(activities(records)), places(records, rows=0)) == (1, [(2, column)])
