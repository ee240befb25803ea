"""Every exercise of a log: its best and last estimate, and whether it moved (SCIENCE S5)."""

from typing import Any, Final

import pandas as pd

from lib.analysis.strength.change import change_of
from lib.model.frames.progress import EXERCISE_PROGRESS
from lib.model.vocabulary import LiftChange, NoEstimate

_NONE: Final = {
    "sessions": 0,
    "best_kg": float("nan"),
    "best_day": pd.NaT,
    "best_at_least": False,
    "last_kg": float("nan"),
    "last_day": pd.NaT,
    "last_at_least": False,
    "change": str(LiftChange.TOO_FEW),
    "change_kg": float("nan"),
    "scatter_kg": float("nan"),
}


def exercise_progress(estimated: pd.DataFrame, bests: pd.DataFrame) -> pd.DataFrame:
    """EXERCISE_PROGRESS, the most sessions first. estimated: E1RM_SETS; bests: the SESSION_BESTS of it.

    Names without an exercise are left out: nobody knows what they move.
    """
    told = {str(exercise): _told(rows) for exercise, rows in bests.groupby("exercise", sort=True)}
    others = estimated[~estimated["exercise"].isin(["", *told])]
    reasons = {str(exercise): _reason(rows) for exercise, rows in others.groupby("exercise", sort=True)["excluded"]}
    rows = [{"exercise": exercise, **numbers, "why_not": ""} for exercise, numbers in told.items()]
    rows += [{"exercise": exercise, **_NONE, "why_not": reason} for exercise, reason in reasons.items()]
    found = EXERCISE_PROGRESS.make(rows)
    return found.sort_values(["sessions", "exercise"], ascending=[False, True], ignore_index=True)


def _told(bests: pd.DataFrame) -> dict[str, Any]:
    best, last, moved = bests.iloc[int(bests["e1rm_kg"].argmax())], bests.iloc[-1], change_of(bests)
    return {
        "sessions": len(bests),
        "best_kg": best["e1rm_kg"],
        "best_day": best["local_date"],
        "best_at_least": best["at_least"],
        "last_kg": last["e1rm_kg"],
        "last_day": last["local_date"],
        "last_at_least": last["at_least"],
        "change": str(moved.change),
        "change_kg": moved.kg,
        "scatter_kg": moved.scatter_kg,
    }


def _reason(excluded: pd.Series) -> str:
    """What most of its sets lack, warm-ups left out where there is anything else."""
    working = excluded[excluded != str(NoEstimate.WARM_UP)]
    counts = (working if len(working) else excluded).value_counts()
    return str(counts.index[0])
