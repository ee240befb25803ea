"""handbook.csv holds what was decided for the exercises of the first handbook: a change of the table must be meant."""

import csv
from pathlib import Path

from lib.catalog.exercises import exercises

HANDBOOK = Path(__file__).with_name("handbook.csv")


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
