"""How much longer a run was than the longest one of the 30 days before it (SCIENCE R3)."""

from typing import Final

import pandas as pd

from lib.model.frames.spec import NUMBER, TIME, FrameSpec
from lib.model.vocabulary import Weekday
from lib.model.weeks import week_starts

DAYS_BEFORE: Final = 30
RUN_STEPS: Final = FrameSpec[pd.DataFrame](
    "RUN_STEPS", {"local_date": TIME, "distance_m": NUMBER, "longest_before_m": NUMBER, "step": NUMBER}
)


def run_steps(runs: pd.DataFrame, since: pd.Timestamp | None = None) -> pd.DataFrame:
    """RUN_STEPS: the longest run of each day, and its step `distance / longest of the 30 days before − 1`.

    runs:  ACTIVITIES that are runs. since: first day that any log of activities covers; by default that of the runs.
    NaN without a run in those 30 days and on the first 30 days of the log: no comparison.
    """
    days = runs.dropna(subset=["distance_m"]).groupby("local_date")["distance_m"].max().sort_index()
    if days.empty:
        return RUN_STEPS.empty()
    before = days.rolling(f"{DAYS_BEFORE}D", closed="left").max()
    first = pd.Timestamp(days.index.min()) if since is None else since
    known = before.where(days.index >= first + pd.Timedelta(days=DAYS_BEFORE))
    known = known.where(known > 0)
    return RUN_STEPS.make(
        {
            "local_date": days.index,
            "distance_m": days.to_numpy(),
            "longest_before_m": known.to_numpy(),
            "step": (days / known - 1).to_numpy(),
        }
    )


def longest_of_weeks(steps: pd.DataFrame, first: Weekday = Weekday.MONDAY) -> pd.DataFrame:
    """RUN_STEPS of the longest run of each week alone, oldest first."""
    weeks = week_starts(steps["local_date"], first)
    longest = steps.groupby(weeks)["distance_m"].idxmax()
    return RUN_STEPS.check(steps.loc[longest].reset_index(drop=True))
