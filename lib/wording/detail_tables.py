"""The rows behind a number, as tables in the person's words and units. Pure: no Streamlit here."""

from datetime import date
from typing import Final

import pandas as pd

from lib.analysis.muscles.measures import main_sets, session_amounts, set_amounts, tonnage_amounts
from lib.analysis.weeks.days import on_days
from lib.catalog.exercises import exercises
from lib.model.record_id import RecordId
from lib.model.units import KG_PER, METRES_PER
from lib.model.vocabulary import DistanceUnit, Muscle, MuscleMeasure, NoTonnage, RecordKind, Scheme, SetKind, WeightUnit
from lib.wording.format import share
from lib.wording.run_columns import MOVING, ascents, moving_times, pace_column, paces
from lib.wording.run_verdicts import how_hard

HEART_RATE: Final = "Heart rate"
HOW_HARD: Final = "How hard"
RECORD: Final = "Record ID"  # the column with the id of the record that a row is of; see lib/ui/kit/tables.py
NOT_KNOWN = {
    "": "",
    NoTonnage.UNMAPPED: "not mapped",
    NoTonnage.HOLD: "a hold",
    NoTonnage.BAND: "a band",
    NoTonnage.CORE: "core work",
    NoTonnage.NO_REPS: "no reps logged",
    NoTonnage.NO_LOAD: "no load logged",
    NoTonnage.NO_BODY_MASS: "no body mass near that day",
}
KIND_NAMES = {SetKind.WORKING: "", SetKind.WARM_UP: "warm-up", SetKind.DROP: "drop", SetKind.FAILURE: "to failure"}


def kind_words(counted: pd.DataFrame) -> pd.Series:
    """What kind of set each row of COUNTED_SETS is, those included that were taken for warm-ups."""
    inferred = counted["rule"] == "inferred_warm_up"
    return counted["kind"].map(KIND_NAMES).mask(inferred, "warm-up, not marked")


def exercise_name(key: str) -> str:
    """What an exercise of the catalog is called; the person's own exercises keep the name they gave."""
    known = exercises().get(key)
    return known.name if known else key.removeprefix("own:") or "not mapped yet"


def record_ids(kind: RecordKind, numbers: pd.Series) -> pd.Series:
    """The ids of records as people write them, by their numbers."""
    names = {number: str(RecordId(kind, number)) for number in numbers.unique()}
    return numbers.map(names).astype("str")


def of_muscle(muscle_sets: pd.DataFrame, muscle: Muscle, first: date, last: date) -> pd.DataFrame:
    """MUSCLE_SETS of one muscle on these days."""
    inside = on_days(muscle_sets, first, last)
    return inside[inside["muscle"] == str(muscle)]


def runs_table(runs: pd.DataFrame, first: date, last: date, unit: DistanceUnit, verdicts: pd.DataFrame) -> pd.DataFrame:
    """Runs from first to last day, both included. The distances add up to the bar. runs: ACTIVITIES, only runs.

    verdicts: RUN_VERDICTS of these days at least.
    """
    shown = on_days(runs, first, last)
    table = described_runs(shown, unit)
    hard = how_hard(verdicts).reindex(shown["activity_id"]).fillna("").set_axis(shown.index)
    if (hard != "").any():
        table.insert(len(table.columns) - 1, HOW_HARD, hard)
    return table


def described_runs(runs: pd.DataFrame, unit: DistanceUnit) -> pd.DataFrame:
    """What is logged of runs, without columns that hold nothing. runs: ACTIVITIES, only runs."""
    took, distance = runs["moving_s"].fillna(runs["elapsed_s"]), runs["distance_m"] / METRES_PER[unit]
    table = pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.ACTIVITY, runs["activity_id"]),
            "Date": runs["local_date"].dt.date,
            "Run": runs["title"],
            f"Distance ({unit})": distance.round(2),
            MOVING: moving_times(took),
            pace_column(unit): paces(distance, took),
            HEART_RATE: runs["heart_rate_bpm"].round(0),
            **ascents(runs["ascent_m"], unit),
            "Source": runs["source"],
        }
    )
    empty = [name for name in table if table[name].isna().all() and str(name).startswith((HEART_RATE, "Ascent"))]
    return table.drop(columns=empty) if len(table) else table


def sets_table(counted: pd.DataFrame, first: date, last: date, unit: WeightUnit) -> pd.DataFrame:
    """Logged sets from first to last day with what each counts. Warm-ups are listed, with 0. counted: COUNTED_SETS."""
    return described_sets(on_days(counted, first, last), unit).drop(columns=["Seconds", "RPE", "Side"])


def described_sets(counted: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """All that is logged of sets, and what each counts. counted: COUNTED_SETS."""
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, counted["session_id"]),
            "Date": counted["local_date"].dt.date,
            "Exercise": counted["exercise_name"],
            "Reps": counted["reps"],
            f"Load ({unit})": (counted["load_kg"] / KG_PER[unit]).round(1),
            "Seconds": counted["hold_s"].fillna(counted["duration_s"]),
            "RPE": counted["set_rpe"],
            "Kind": kind_words(counted),
            "Side": counted["side"],
            "Counts": counted["hard"],
            "Mapped to": counted["exercise"].map(exercise_name),
        }
    )


def muscle_table(
    sets: pd.DataFrame, loads: pd.DataFrame | None, measure: MuscleMeasure, scheme: Scheme, unit: WeightUnit
) -> tuple[pd.DataFrame, float]:
    """The rows of a cell, whose last column adds up to it, and their sum in SI.

    sets: MUSCLE_SETS of one muscle; loads: MOVED_LOADS, needed for tonnage.
    """
    if measure == MuscleMeasure.SESSIONS:
        days = session_amounts(sets, scheme)
        return _sessions_table(days, main_sets(sets, scheme)), float(days["amount"].sum())
    if measure == MuscleMeasure.TONNAGE and loads is not None:
        rows = tonnage_amounts(sets, loads, scheme)
        return _tonnage_table(rows, unit), float(rows["amount"].sum())
    rows = set_amounts(sets, scheme)
    return _credits_table(rows), float(rows["amount"].sum())


def _credits_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, rows["session_id"]),
            "Date": rows["local_date"].dt.date,
            "Exercise": rows["exercise_name"],
            "Mapped to": rows["exercise"].map(exercise_name),
            "Role": rows["primary"].map({True: "main muscle", False: "helper"}),
            "Credit": rows["amount"],
        }
    )


def _sessions_table(days: pd.DataFrame, sets: pd.DataFrame) -> pd.DataFrame:
    done = sets.drop_duplicates(["local_date", "exercise_name"]).groupby("local_date")["exercise_name"].agg(", ".join)
    first = sets.drop_duplicates("local_date").set_index("local_date")["session_id"]
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, days["local_date"].map(first)),
            "Date": days["local_date"].dt.date,
            "Exercises": days["local_date"].map(done),
            "Sets as main muscle": days["sets"],
            "Counts": days["amount"],
        }
    )


def _tonnage_table(rows: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, rows["session_id"]),
            "Date": rows["local_date"].dt.date,
            "Exercise": rows["exercise_name"],
            "Mapped to": rows["exercise"].map(exercise_name),
            "Reps, both sides": rows["reps_moved"],
            f"Load with the body ({unit})": (rows["system_kg"] / KG_PER[unit]).round(2),
            "Not known because": rows["excluded"].map(NOT_KNOWN),
            f"Tonnage ({unit})": (rows["amount"] / KG_PER[unit]).round(2),
        }
    )


def drivers_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The exercises that gave a muscle its sets, in the three ways of counting helpers. rows: DRIVERS."""
    return pd.DataFrame(
        {
            "Exercise": rows["exercise"].map(exercise_name),
            "Sets": rows["hard_sets"],
            "Strictly": rows["strict"],
            "Permissively": rows["permissive"],
            "Share": rows["share"].map(share),
        }
    )
