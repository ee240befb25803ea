"""Session loads by week: runs and lifting as two series and their sum (SCIENCE L1)."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from lib.analysis.counting.coverage import covered_weeks, is_complete, weeks_to_show
from lib.analysis.your_week.usual import LEAST, WEEKS
from lib.model.frames.progress import WEEKLY_SESSION_LOADS
from lib.model.vocabulary import EffortKnown, Weekday
from lib.model.weeks import week_starts

LEAST_LOGGED_SHARE: Final = 0.7


def weekly_session_loads(
    loads: pd.DataFrame,
    runs_logged: pd.DataFrame,
    lifting_logged: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
) -> pd.DataFrame:
    """WEEKLY_SESSION_LOADS: dense weeks from the first day of either log. loads: SESSION_LOADS.

    runs_logged, lifting_logged: PERIODS; outside them a series is NaN, inside them a week without a bout is 0.
    """
    periods = pd.concat([runs_logged, lifting_logged], ignore_index=True)
    weeks = weeks_to_show(periods, today, first)
    placed = loads.assign(week=week_starts(loads["local_date"], first))
    dense = pd.DataFrame(
        {
            "running": _series(placed[~placed["lifting"]], weeks, runs_logged),
            "lifting": _series(placed[placed["lifting"]], weeks, lifting_logged),
            **{str(known): _bouts(placed[placed["known"] == known], weeks) for known in EffortKnown},
        },
        index=weeks,
    )
    bouts = dense[[str(known) for known in EffortKnown]].sum(axis=1)
    dense["logged_share"] = (dense["logged"] / bouts).where(bouts > 0)
    dense["sum"] = (dense["running"] + dense["lifting"]).where(is_logged(dense))
    dense["complete"] = is_complete(weeks, runs_logged, today) & is_complete(weeks, lifting_logged, today)
    return WEEKLY_SESSION_LOADS.make(dense.assign(usual=usual(dense)).rename_axis("week_start").reset_index())


def is_logged(dense: pd.DataFrame) -> pd.Series:
    """Whether 70 % of the bouts of a week have a logged effort, or there was none: else its sum is withheld."""
    logged: pd.Series = dense["logged_share"].fillna(1.0) >= LEAST_LOGGED_SHARE
    return logged


def usual(dense: pd.DataFrame) -> pd.Series:
    """For each week with a sum, the median sum of such whole weeks among the eight before; NaN where fewer than three of them had
    a bout: weeks of rest alone say nothing of what is usual. dense: a row a week, as above.
    """
    before = dense["sum"].where(dense["complete"]).shift()
    with_bouts = (
        (before.notna() & dense["logged_share"].notna().shift(fill_value=False)).rolling(WEEKS, min_periods=1).sum()
    )
    median = before.rolling(WEEKS, min_periods=LEAST).median()
    return median.where(dense["sum"].notna() & (with_bouts >= LEAST))


def _series(bouts: pd.DataFrame, weeks: pd.DatetimeIndex, periods: pd.DataFrame) -> pd.Series:
    """Σ of the known loads of each week; 0 of a covered week without bouts, NaN of one whose bouts are all missing."""
    by_week = bouts.groupby("week")["au"].agg(["sum", "count", "size"]).reindex(weeks, fill_value=0)
    known = (by_week["size"] == 0) | (by_week["count"] > 0)
    return by_week["sum"].astype("float64").where(known & np.asarray(covered_weeks(weeks, periods)))


def _bouts(bouts: pd.DataFrame, weeks: pd.DatetimeIndex) -> pd.Series:
    return bouts.groupby("week").size().reindex(weeks, fill_value=0).astype("float64")
