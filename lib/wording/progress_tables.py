"""The rows behind strength that moves and behind session loads, as tables in the person's words and units."""

from collections.abc import Mapping

import pandas as pd

from lib.model.record_id import RecordId
from lib.model.units import KG_PER
from lib.model.vocabulary import RecordKind, WeightUnit
from lib.wording.detail_tables import RECORD, record_ids
from lib.wording.progress_words import WHY_NOT, change, estimate, mass


def lifts_table(exercises: pd.DataFrame, titles: Mapping[str, str], unit: WeightUnit) -> pd.DataFrame:
    """Last against best of every exercise with an estimate. exercises: EXERCISE_PROGRESS."""
    known = exercises[exercises["sessions"] > 0]
    return pd.DataFrame(
        {
            "Exercise": known["exercise"].map(lambda key: titles.get(key, key)),
            "Sessions": known["sessions"],
            "Last": _estimates(known, "last", unit),
            "Last done": known["last_day"].dt.date,
            "Best": _estimates(known, "best", unit),
            "Best on": known["best_day"].dt.date,
            "Change": [
                change(word, kg, unit) for word, kg in known[["change", "change_kg"]].itertuples(index=False, name=None)
            ],
            "Told beyond": ["" if pd.isna(scatter) else mass(scatter, unit) for scatter in known["scatter_kg"]],
        }
    )


def _estimates(known: pd.DataFrame, which: str, unit: WeightUnit) -> list[str]:
    rows = known[[f"{which}_kg", f"{which}_at_least"]].itertuples(index=False, name=None)
    return [estimate(kilograms, least, unit) for kilograms, least in rows]


def others_table(exercises: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """The exercises without an estimate, and why. exercises: EXERCISE_PROGRESS."""
    others = exercises[exercises["sessions"] == 0]
    names = others["exercise"].map(lambda key: titles.get(key, key))
    return pd.DataFrame({"Exercise": names, "No estimate because": others["why_not"].map(WHY_NOT)})


def best_sets_table(best_sets: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """The heaviest set of each number of reps. best_sets: BEST_SETS of one exercise."""
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, best_sets["session_id"]),
            "Reps": best_sets["reps"],
            f"Load ({unit})": (best_sets["load_kg"] / KG_PER[unit]).round(1),
            "First done": best_sets["local_date"].dt.date,
        }
    )


def estimates_table(estimated: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """Every set of an exercise with its estimate, or why it has none, newest first. estimated: E1RM_SETS."""
    rows = estimated.iloc[::-1]
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, rows["session_id"]),
            "Date": rows["local_date"].dt.date,
            "Exercise": rows["exercise_name"],
            "Reps": rows["reps"],
            f"Load ({unit})": (rows["load_kg"] / KG_PER[unit]).round(1),
            "RPE": rows["set_rpe"],
            "Reps to failure": rows["to_failure"].where(rows["excluded"] == ""),
            f"Estimate ({unit})": (rows["e1rm_kg"] / KG_PER[unit]).round(1),
            "Note": rows["excluded"].map(WHY_NOT).fillna(rows["at_least"].map({True: "at least", False: ""})),
        }
    )


def loads_table(loads: pd.DataFrame) -> pd.DataFrame:
    """Bouts with what their load is made of, newest first. loads: SESSION_LOADS."""
    rows = loads.iloc[::-1]
    ids = [str(RecordId(RecordKind(kind), number)) for kind, number in zip(rows["record"], rows["number"], strict=True)]
    known = rows["known"].mask(rows["set_aside"], "timer over four hours, set aside")
    return pd.DataFrame(
        {
            RECORD: ids,
            "Date": rows["local_date"].dt.date,
            "Bout": rows["title"],
            "Kind": rows["lifting"].map({True: "lifting", False: "run"}),
            "Minutes": rows["minutes"].round(0),
            "RPE": rows["session_rpe"],
            "Effort": known,
            "RPE × minutes": rows["au"].round(0),
        }
    )


def weeks_table(weeks: pd.DataFrame) -> pd.DataFrame:
    """The weeks of the figure, newest first. weeks: WEEKLY_SESSION_LOADS."""
    rows = weeks.iloc[::-1]
    numbers = {"running": "Runs", "lifting": "Lifting", "sum": "Both", "usual": "Usual for both"}
    counts = {"logged": "Logged", "estimated": "Estimated", "missing": "Missing"}
    columns = {title: rows[name].round(0) for name, title in numbers.items()}
    return pd.DataFrame({"Week of": rows["week_start"].dt.date, **columns, **{t: rows[n] for n, t in counts.items()}})
