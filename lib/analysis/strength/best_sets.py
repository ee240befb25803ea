"""The heaviest set of each number of repetitions."""

from typing import Final

import pandas as pd

from lib.model.frames.progress import BEST_SETS
from lib.model.vocabulary import NoEstimate

MOST_REPS: Final = 20
# Why a set has no estimate, where its load and reps are a fact all the same.
_STILL_LIFTED: Final = ("", NoEstimate.NO_BODY_MASS, NoEstimate.SIDES, NoEstimate.DROP, NoEstimate.MANY_REPS)


def best_sets(estimated: pd.DataFrame) -> pd.DataFrame:
    """BEST_SETS of sets that count, by exercise and reps; of equal loads the first one. estimated: E1RM_SETS, oldest first."""
    lifted = estimated[(estimated["hard"] > 0) & estimated["excluded"].isin([str(word) for word in _STILL_LIFTED])]
    whole = lifted[lifted["reps"].between(1, MOST_REPS) & (lifted["reps"] % 1 == 0) & lifted["load_kg"].notna()]
    ordered = whole.sort_values(["exercise", "reps", "load_kg"], ascending=[True, True, False], kind="stable")
    return BEST_SETS.make(ordered.drop_duplicates(["exercise", "reps"]).reset_index(drop=True))
