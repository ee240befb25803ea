"""The rows behind a number, as tables in the person's words and units. Pure: no Streamlit here."""

from datetime import date

import pandas as pd

from lib.catalog.exercises import exercises
from lib.model.columns import TIME
from lib.model.units import KG_PER, METRES_PER
from lib.model.vocabulary import DistanceUnit, Muscle, SetKind, WeightUnit
from lib.ui.format import share

KIND_NAMES = {SetKind.WORKING: "", SetKind.WARM_UP: "warm-up", SetKind.DROP: "drop", SetKind.FAILURE: "to failure"}


def exercise_name(key: str) -> str:
    """What an exercise of the catalog is called; the person's own exercises keep the name they gave."""
    known = exercises().get(key)
    return known.name if known else key.removeprefix("own:") or "not mapped yet"


def runs_table(runs: pd.DataFrame, first: date, last: date, unit: DistanceUnit) -> pd.DataFrame:
    """Runs from first to last day, both included. The distances add up to the bar. runs: ACTIVITIES, only runs."""
    rows = _between(runs, first, last)
    return pd.DataFrame(
        {
            "Date": rows["local_date"].dt.date,
            "Run": rows["title"],
            f"Distance ({unit})": (rows["distance_m"] / METRES_PER[unit]).round(2),
            "Moving (min)": (rows["moving_s"].fillna(rows["elapsed_s"]) / 60).round(1),
            "Ascent (m)": rows["ascent_m"].round(0),
            "Source": rows["source"],
        }
    )


def sets_table(counted: pd.DataFrame, first: date, last: date, unit: WeightUnit) -> pd.DataFrame:
    """Logged sets from first to last day with what each counts. Warm-ups are listed, with 0. counted: COUNTED_SETS."""
    rows = _between(counted, first, last)
    return pd.DataFrame(
        {
            "Date": rows["local_date"].dt.date,
            "Exercise": rows["exercise_name"],
            "Reps": rows["reps"],
            f"Load ({unit})": (rows["load_kg"] / KG_PER[unit]).round(1),
            "Kind": rows["kind"].map(KIND_NAMES),
            "Counts": rows["hard"],
            "Mapped to": rows["exercise"].map(exercise_name),
        }
    )


def muscle_table(muscle_sets: pd.DataFrame, muscle: Muscle, first: date, last: date) -> pd.DataFrame:
    """The sets that gave a muscle credit from first to last day; the credits add up to its cell. muscle_sets: MUSCLE_SETS."""
    rows = _between(muscle_sets[muscle_sets["muscle"] == str(muscle)], first, last)
    return pd.DataFrame(
        {
            "Date": rows["local_date"].dt.date,
            "Exercise": rows["exercise_name"],
            "Mapped to": rows["exercise"].map(exercise_name),
            "Role": rows["primary"].map({True: "main muscle", False: "helper"}),
            "Credit": rows["default"],
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


def _between(frame: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    days = frame["local_date"].astype(TIME)
    return frame[days.between(pd.Timestamp(first), pd.Timestamp(last))]
