"""The project's table still says what the handbook of the project says; handbook.csv holds the columns that bind it."""

import csv
from pathlib import Path

import pytest

from lib.catalog.exercises import exercises

HANDBOOK = Path(__file__).with_name("handbook.csv")
REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "exercise_muscles.csv"
NOTES = REFERENCE.with_name("exercise_muscles_notes.csv")


def read(path: Path) -> dict[str, dict[str, str]]:
    """The rows of a table by the name of their exercise."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["exercise"]: row for row in csv.DictReader(lines)}


def words(cell: str) -> set[str]:
    return set(filter(None, cell.split(";")))


def test_every_exercise_of_the_handbook_is_there_with_the_same_credits():
    ours, handbook = {exercise.name: exercise for exercise in exercises().values()}, read(HANDBOOK)
    assert len(handbook) == 163
    for name, row in handbook.items():
        exercise = ours[name]
        assert (";".join(exercise.primary), ";".join(exercise.secondary)) == (row["primary"], row["secondary"]), name
        assert exercise.bodyweight_fraction == float(row["bodyweight_fraction"]), name


def test_what_is_contested_held_or_credited_permissively_is_the_same_too():
    ours, handbook = {exercise.name: exercise for exercise in exercises().values()}, read(HANDBOOK)
    for column in ("contested", "stabiliser", "permissive_extra_secondary"):
        assert any(row[column] for row in handbook.values()), column
    for name, row in handbook.items():
        exercise = ours[name]
        assert set(exercise.contested) == words(row["contested"]), name
        assert set(exercise.stabiliser) == words(row["stabiliser"]), name
        assert set(exercise.permissive_extra) == words(row["permissive_extra_secondary"]), name
        assert exercise.count_as == row["count_as"], name


@pytest.mark.shared
@pytest.mark.skipif(not (REFERENCE.exists() and NOTES.exists()), reason="the handbook beside the project is not there")
def test_the_kept_columns_are_those_of_the_handbook_beside_the_project():
    handbook, notes = read(HANDBOOK), read(NOTES)
    columns = list(next(iter(handbook.values())))
    assert handbook == {
        name: {key: (row | notes[name])[key] for key in columns} for name, row in read(REFERENCE).items()
    }
