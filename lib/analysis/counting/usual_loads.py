"""Sets of few repetitions with much in reserve at the load that a lifter usually has (SCIENCE 1.4): no warm-ups.

Gains in strength hardly depend on closeness to failure, growth does. What is usual lies in other sessions, so this is the one
rule that looks beyond a session; services/queries/training_after.py knows.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.conventions import Conventions
from lib.model.vocabulary import LoadMode, SetKind

MOST_REPS: Final = 6.0
NEAR: Final = 0.8
USUAL_DAYS: Final = "90D"

Mask = npt.NDArray[np.bool_]


def easy_few_reps(sets: pd.DataFrame, conventions: Conventions) -> Mask:
    """For each of SETS: an easy working set of 1 to 6 repetitions with a load outside the body."""
    few = (sets["set_rpe"] < conventions.easy_below_rpe) & sets["reps"].between(1, MOST_REPS)
    found: Mask = (few & (sets["kind"] == SetKind.WORKING) & _lifted(sets)).to_numpy(dtype=bool, copy=True)
    return found


def easy_at_usual_load(sets: pd.DataFrame, conventions: Conventions) -> Mask:
    """The same with at least 80 % of the usual load: the median of the heaviest loads of the exercise in the sessions of 90
    days up to that one, warm-ups left out. sets: all of a log, or none of it is usual.
    """
    found = easy_few_reps(sets, conventions)
    if not found.any():
        return found
    asked = sets.loc[found, ["exercise_name", "session_id", "load_kg"]]
    usual = _usual(sets[sets["exercise_name"].isin(asked["exercise_name"])])
    known = asked.merge(usual, on=["exercise_name", "session_id"], how="left")
    found[found] = (known["load_kg"] >= NEAR * known["usual_kg"]).to_numpy()
    return found


def _usual(sets: pd.DataFrame) -> pd.DataFrame:
    """exercise_name, session_id, usual_kg."""
    heavy = sets[_lifted(sets) & (sets["kind"] != SetKind.WARM_UP)]
    tops = heavy.groupby(["exercise_name", "session_id"]).agg(top=("load_kg", "max"), day=("local_date", "first"))
    tops = tops.reset_index().sort_values(["exercise_name", "day", "session_id"], ignore_index=True)
    rolling = tops.set_index("day").groupby("exercise_name", sort=True)["top"].rolling(USUAL_DAYS).median()
    return tops[["exercise_name", "session_id"]].assign(usual_kg=rolling.to_numpy())


def _lifted(sets: pd.DataFrame) -> pd.Series:
    return (sets["load_kg"] > 0) & (sets["load_mode"] == LoadMode.EXTERNAL)
