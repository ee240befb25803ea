"""What a muscle did by week in three measures: hard sets (S2), sessions (S2b), tonnage of its main sets (S4b).

Each measure gives amounts that add up to the cells of the figure, so that every cell can be opened.
"""

import numpy as np
import pandas as pd

from lib.model.frames.counting import MUSCLE_AMOUNTS
from lib.model.frames.weeks import MUSCLE_WEEKS, WeeklySets
from lib.model.vocabulary import MuscleMeasure, Scheme, Weekday
from lib.model.weeks import week_starts

SETS_OF_A_MUSCLE = 1.0

_SET = ["session_id", "position"]


def muscle_weeks(amounts: pd.DataFrame, weekly_sets: WeeklySets, first: Weekday = Weekday.MONDAY) -> pd.DataFrame:
    """MUSCLE_WEEKS: the amounts of each muscle and week, low and high as the value (see with_range).

    amounts:     MUSCLE_AMOUNTS of the whole log.
    weekly_sets: WEEKLY_SETS, for the dense weeks and what of them is covered.
    """
    keys = [week_starts(amounts["local_date"], first).rename("week_start"), "muscle"]
    grouped = amounts.assign(missing=amounts["amount"].isna()).groupby(keys)
    # A week whose sets all lack a load is unknown, not 0; a week without sets is 0.
    sums = pd.DataFrame({"value": grouped["amount"].sum(min_count=1), "missing": grouped["missing"].sum()})
    return _dense(sums, weekly_sets)


def of_sets(weekly_sets: WeeklySets) -> pd.DataFrame:
    """MUSCLE_WEEKS of hard sets, from WEEKLY_SETS by any scheme (lib.analysis.muscles.weekly_sets.counted_by)."""
    names = {"hard_sets": "value", "strict": "low", "permissive": "high"}
    return MUSCLE_WEEKS.make(weekly_sets.rename(columns=names).assign(missing=0.0))


def with_range(chosen: pd.DataFrame, strict: pd.DataFrame, permissive: pd.DataFrame) -> pd.DataFrame:
    """MUSCLE_WEEKS of one scheme with those of the two outer ones as its range. All three: the same weeks and muscles."""
    return chosen.assign(low=strict["value"], high=permissive["value"])


def amounts(
    muscle_sets: pd.DataFrame, moved_loads: pd.DataFrame, measure: MuscleMeasure, scheme: Scheme = Scheme.DEFAULT
) -> pd.DataFrame:
    """MUSCLE_AMOUNTS of a measure. muscle_sets: MUSCLE_SETS; moved_loads: MOVED_LOADS, read for tonnage only."""
    if measure == MuscleMeasure.SESSIONS:
        return session_amounts(muscle_sets, scheme)
    if measure == MuscleMeasure.TONNAGE:
        return tonnage_amounts(muscle_sets, moved_loads, scheme)
    return set_amounts(muscle_sets, scheme)


def set_amounts(muscle_sets: pd.DataFrame, scheme: Scheme = Scheme.DEFAULT) -> pd.DataFrame:
    """Sets: each set adds its credit."""
    credit = muscle_sets[str(scheme)]
    return muscle_sets.assign(sets=credit, amount=credit)[credit > 0]


def session_amounts(muscle_sets: pd.DataFrame, scheme: Scheme = Scheme.DEFAULT) -> pd.DataFrame:
    """Sessions: a day adds 1 for each muscle that was the main one of at least one hard set of it.

    The logs of one day are one session, so that two apps, or one log begun anew, do not make two.
    """
    days = main_sets(muscle_sets, scheme).groupby(["local_date", "muscle"], as_index=False)["sets"].sum()
    return MUSCLE_AMOUNTS.make(days.assign(amount=np.where(days["sets"] >= SETS_OF_A_MUSCLE, 1.0, 0.0)))


def tonnage_amounts(
    muscle_sets: pd.DataFrame, moved_loads: pd.DataFrame, scheme: Scheme = Scheme.DEFAULT
) -> pd.DataFrame:
    """Tonnage in kg: system load × reps of the sets whose main muscle it is; NaN where a set has none.

    A helper gets nothing: half a load is nothing that anybody lifted.
    """
    kilograms = moved_loads["system_kg"] * moved_loads["reps_moved"]
    loads = moved_loads[[*_SET, "reps_moved", "system_kg", "excluded"]]
    loads = loads.assign(amount=kilograms.where(moved_loads["excluded"] == ""))
    return main_sets(muscle_sets, scheme).merge(loads, on=_SET, how="left")


def main_sets(muscle_sets: pd.DataFrame, scheme: Scheme = Scheme.DEFAULT) -> pd.DataFrame:
    """MUSCLE_SETS of main muscles alone, with `sets`, their credit. The strict scheme makes contested ones helpers."""
    main = muscle_sets["primary"] & (muscle_sets[str(scheme)] == muscle_sets[str(Scheme.DEFAULT)])
    return muscle_sets.assign(sets=muscle_sets[str(scheme)])[main]


def _dense(sums: pd.DataFrame, weekly_sets: WeeklySets) -> pd.DataFrame:
    """The sums in every week and muscle of WEEKLY_SETS: 0 where nothing was done, NaN where nothing is known."""
    index = pd.MultiIndex.from_frame(weekly_sets[["week_start", "muscle"]])
    filled = sums.reindex(index)
    value = filled["value"].mask(filled["missing"].isna(), 0.0).to_numpy(dtype="float64")
    known = np.where(weekly_sets["hard_sets"].notna(), value, np.nan)
    return MUSCLE_WEEKS.make(
        {
            "week_start": weekly_sets["week_start"],
            "muscle": weekly_sets["muscle"],
            "value": known,
            "low": known,
            "high": known,
            "missing": filled["missing"].fillna(0.0).to_numpy(dtype="float64"),
            "complete": weekly_sets["complete"],
        }
    )
