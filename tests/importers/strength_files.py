"""Invented look-alikes of the files that Hevy and Strong write, for the tests of their importers."""

# ruff: noqa: SIM905 - a header is easier to compare with the one in FORMATS.md when it is one text

import csv
import io
from collections.abc import Sequence

from lib.importers.base import Importer, Upload
from lib.model.athlete import Answers
from lib.model.records import Ignored, LiftingSet, Problem, Record, Session
from lib.model.vocabulary import DistanceUnit, WeightUnit

KG = Answers(weight_unit=WeightUnit.KG)
POUNDS = Answers(weight_unit=WeightUnit.POUND)
KG_AND_KM = Answers(weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)

HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,"
    "weight_kg,reps,distance_km,duration_seconds,rpe"
).split(",")
HEVY_ROW = {
    "title": "Legs and hips",
    "start_time": "3 Mar 2026, 17:05",
    "end_time": "3 Mar 2026, 18:00",
    "exercise_title": "Hip Thrust (Barbell)",
    "set_index": "0",
    "set_type": "normal",
    "weight_kg": "60",
    "reps": "10",
}

STRONG_A = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes".split(",")
STRONG_B = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE".split(",")
)
STRONG_C = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
    "Workout Notes;Workout Duration"
).split(";")
STRONG_D = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);"
    "Seconds;Notes;Workout Notes"
).split(";")
STRONG_GERMAN = (
    "Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht;Wiederh.;RPE;Entfernung;Sekunden;Notizen;"
    "Workout-Notizen;Dauer"
).split(";")
STRONG_ROW = {
    "Date": "2026-03-03 17:05:09",
    "Workout Name": "Lower A",
    "Duration": "1h 5m",
    "Exercise Name": "Squat (Barbell)",
    "Set Order": "1",
    "Weight": "60.0",
    "Reps": "8",
    "Distance": "0",
    "Seconds": "0",
}


def upload(
    columns: Sequence[str],
    rows: Sequence[dict[str, str]],
    *,
    delimiter: str = ",",
    end: str = "\n",
    all_quoted: bool = False,
) -> Upload:
    """A file of these columns; a row need not have them all."""
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writeheader()
    writer.writerows(rows)
    return Upload("export.csv", text.getvalue().encode())


def hevy(*changes: dict[str, str], columns: Sequence[str] = HEVY, end: str = "\n") -> Upload:
    """A Hevy export: one row for every change of HEVY_ROW. What is no column of the file is left out."""
    rows = [{key: cell for key, cell in {**HEVY_ROW, **change}.items() if key in columns} for change in changes]
    return upload(columns, rows, end=end)


def strong(
    *changes: dict[str, str], columns: Sequence[str] = STRONG_B, delimiter: str = ",", all_quoted: bool = False
) -> Upload:
    """A Strong export of 2018 to 2022: one row for every change of STRONG_ROW."""
    rows = [{key: cell for key, cell in {**STRONG_ROW, **change}.items() if key in columns} for change in changes]
    return upload(columns, rows, delimiter=delimiter, all_quoted=all_quoted)


def extracted(importer: Importer, file: Upload, answers: Answers = KG) -> list[Record]:
    """All records of a file, which the importer must claim."""
    assert importer.identify(file)
    return list(importer.extract(file, answers))


def sessions_of(records: Sequence[Record]) -> list[Session]:
    return [record for record in records if isinstance(record, Session)]


def sets_of(records: Sequence[Record]) -> list[LiftingSet]:
    return [each for session in sessions_of(records) for each in session.sets]


def problems_of(records: Sequence[Record]) -> list[Problem]:
    return [record for record in records if isinstance(record, Problem)]


def ignored_of(records: Sequence[Record]) -> list[Ignored]:
    return [record for record in records if isinstance(record, Ignored)]


def rows_of(records: Sequence[Record]) -> int:
    """Source rows that the records account for."""
    return sum(record.rows for record in records)
