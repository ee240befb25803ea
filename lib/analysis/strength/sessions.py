"""The best set of each session by its estimate, and the highest of 28 days (SCIENCE S5)."""

from typing import Final

import pandas as pd

from lib.model.frames.progress import SESSION_BESTS

BEST_OF: Final = "28D"


def session_bests(estimated: pd.DataFrame) -> pd.DataFrame:
    """SESSION_BESTS, by exercise and then oldest first. estimated: E1RM_SETS, oldest session first.

    Of equal estimates the one with a logged effort counts, as it says more, then the earlier set.
    """
    known = estimated[estimated["excluded"] == ""]
    if known.empty:
        return SESSION_BESTS.empty()
    ordered = known.sort_values(
        ["exercise", "local_date", "session_id", "e1rm_kg", "at_least", "position"],
        ascending=[True, True, True, False, True, True],
    )
    best = ordered.drop_duplicates(["exercise", "session_id"]).reset_index(drop=True)
    highest = best.set_index("local_date").groupby("exercise", sort=True)["e1rm_kg"].rolling(BEST_OF).max()
    return SESSION_BESTS.make(best.assign(best_28_kg=highest.to_numpy()))
