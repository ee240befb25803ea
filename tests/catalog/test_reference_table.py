"""The project's table still says what the reference table beside the project says."""

import csv
from pathlib import Path

import pytest

from lib.catalog.exercises import exercises

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "exercise_muscles.csv"
NOTES = REFERENCE.with_name("exercise_muscles_notes.csv")


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference table is not there")
def test_every_exercise_of_the_reference_is_there_with_the_same_credits():
    ours = {exercise.name: exercise for exercise in exercises().values()}
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            exercise = ours[row["exercise"]]
            assert (";".join(exercise.primary), ";".join(exercise.secondary)) == (row["primary"], row["secondary"])
            assert exercise.bodyweight_fraction == float(row["bodyweight_fraction"])


@pytest.mark.shared
@pytest.mark.skipif(not NOTES.exists(), reason="the notes of the reference table are not there")
def test_what_is_contested_held_or_credited_permissively_is_the_same_too():
    ours = {exercise.name: exercise for exercise in exercises().values()}
    with NOTES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            exercise = ours[row["exercise"]]
            assert set(exercise.contested) == set(filter(None, row["contested"].split(";"))), exercise.key
            assert set(exercise.stabiliser) == set(filter(None, row["stabiliser"].split(";"))), exercise.key
            extra = set(filter(None, row["permissive_extra_secondary"].split(";")))
            assert set(exercise.permissive_extra) == extra, exercise.key
            assert exercise.count_as == row["count_as"], exercise.key
