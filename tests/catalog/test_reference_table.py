"""The project's table still says what the reference table beside the project says."""

import csv
from pathlib import Path

import pytest

from lib.catalog.exercises import exercises

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "exercise_muscles.csv"


@pytest.mark.shared
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference table is not there")
def test_every_exercise_of_the_reference_is_there_with_the_same_credits():
    ours = {exercise.name: exercise for exercise in exercises().values()}
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            exercise = ours[row["exercise"]]
            assert (";".join(exercise.primary), ";".join(exercise.secondary)) == (row["primary"], row["secondary"])
            assert exercise.bodyweight_fraction == float(row["bodyweight_fraction"])
