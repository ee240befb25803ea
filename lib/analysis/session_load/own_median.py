"""The session RPE that a person usually gives a kind of bout, for those to which they gave none (SCIENCE L1)."""

from typing import Final

import pandas as pd

LEAST_LOGGED: Final = 5
DAYS: Final = 90


def own_median(bouts: pd.DataFrame) -> pd.Series:
    """For each bout the median of the logged RPE of its kind (runs, lifting) on the 90 days up to it; NaN below five.

    bouts: lifting, local_date, session_rpe, oldest first.
    """
    found = pd.Series(float("nan"), index=bouts.index, dtype="float64")
    for _, kind in bouts.groupby("lifting"):
        by_day = kind.set_index("local_date")["session_rpe"].rolling(f"{DAYS}D", min_periods=LEAST_LOGGED).median()
        # All bouts of a day have the same days before them: the last of the day has seen them all.
        found[kind.index] = kind["local_date"].map(by_day.groupby(level=0).last()).to_numpy()
    return found
