"""TrainingPeaks' workouts.csv: days without times, and rows that were only planned."""

import csv
from datetime import datetime

import pytest
from activity_files import activities, table
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.trainingpeaks import importer
from lib.model.records import Ignored, Record
from lib.model.vocabulary import Precision, Sport, TimeBasis

HEADER = cells(
    "Title,WorkoutType,WorkoutDescription,PlannedDuration,PlannedDistanceInMeters,WorkoutDay,CoachComments,"
    "DistanceInMeters,AthleteComments,TimeTotalInHours,CadenceAverage,HeartRateAverage,HeartRateMax,Rpe,Feeling"
)
ROW = cells("Easy|Run|By feel|0.8|8000|2026-02-03||8040.5|Jane Roe (3/2/2026): fine|0.75|82|140|160|4|2", "|")


def read(*rows: list[str]) -> list[Record]:
    return read_file(importer, table(HEADER, *rows, quoting=csv.QUOTE_ALL))


def row(**cells: str) -> list[str]:
    copy = list(ROW)
    for name, value in cells.items():
        copy[HEADER.index(name)] = value
    return copy


def test_a_run_has_its_day_alone():
    run = only_activity(read(ROW))
    assert (run.sport, run.title, run.notes) == (Sport.RUN, "Easy", "By feel")
    assert (run.start.basis, run.start.precision) == (TimeBasis.WALL_CLOCK, Precision.DATE)
    assert run.start.local == datetime(2026, 2, 3)
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (8040.5, 2700.0, 2700.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm, run.session_rpe) == (140.0, 160.0, 164.0, 4.0)


def test_the_athletes_name_in_the_comments_is_not_kept():
    run = only_activity(read(ROW))
    assert "Jane" not in f"{run}"


def test_what_was_only_planned_is_ignored_with_the_reason():
    records = read(row(TimeTotalInHours="", DistanceInMeters=""), row(WorkoutType="Day Off", TimeTotalInHours=""))
    assert [type(each) for each in records] == [Ignored, Ignored]
    assert sum(each.rows for each in records) == 2
    assert isinstance(records[0], Ignored)
    assert "planned" in records[0].why


def test_the_key_is_the_day_what_was_done_and_the_title():
    keys = [each.source_key for each in activities(read(ROW, row(DistanceInMeters="3000"), ROW))]
    assert keys == ["2026-02-03 Run Easy"] * 3


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"TimeTotalInHours": "241"}, "TimeTotalInHours"),
        ({"TimeTotalInHours": "-1"}, "TimeTotalInHours"),
        ({"TimeTotalInHours": "0"}, "TimeTotalInHours"),
        ({"DistanceInMeters": "many"}, "DistanceInMeters"),
    ],
)
def test_a_length_that_cannot_be_is_unknown_and_its_run_stays(cells, column):
    records = read(row(**cells), ROW)
    assert (len(activities(records)), places(records, rows=0)) == (2, [(2, column)])


def test_a_row_without_a_day_is_rejected_and_the_others_stay():
    records = read(row(WorkoutDay=""), ROW)
    assert (len(activities(records)), places(records, rows=1)) == (1, [(2, "WorkoutDay")])


def test_strength_is_a_bout_without_distance():
    lifted = only_activity(read(row(WorkoutType="Strength", DistanceInMeters="")))
    assert (lifted.sport, lifted.distance_m, lifted.cadence_spm) == (Sport.STRENGTH, None, None)
