"""What was done on which day: the frame of the calendar heat map (SCIENCE C4)."""

from datetime import date

import numpy as np
import pandas as pd

from lib.analysis.counting.coverage import is_covered, logged_periods
from lib.analysis.loads.other_work import contacts
from lib.analysis.weeks.lifting_log import LiftingLog
from lib.analysis.weeks.running import only_runs
from lib.model.frames.weeks import CALENDAR


def calendar(
    activities: pd.DataFrame,
    log: LiftingLog,
    from_date: date | None = None,
    to_date: date | None = None,
    *,
    runs_logged: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """CALENDAR: dense days, by default from the first to the last logged one.

    distance_m and runs are NaN where no log of activities covers the day, sets_done and sessions where no strength
    log does. sessions: strength sessions (S3). runs_logged: PERIODS of the logs of activities, where they cover more than
    the activities themselves say.
    """
    periods = logged_periods(activities) if runs_logged is None else runs_logged
    days = _dense_days(pd.concat([periods, log.periods]), from_date, to_date)
    runs = only_runs(activities).groupby("local_date")
    sessions = log.strength_sessions[log.strength_sessions["counts"]]
    sums = {
        "distance_m": runs["distance_m"].sum(),
        "runs": runs.size(),
        "sets_done": log.counted.groupby("local_date")["hard"].sum(),
        "sessions": sessions.groupby("local_date").size(),
        "contacts": contacts(log.counted).groupby(log.counted["local_date"]).sum(),
    }
    dense = pd.DataFrame({name: done.reindex(days).fillna(0.0).astype("float64") for name, done in sums.items()}, days)
    dense.loc[~is_covered(days, periods), ["distance_m", "runs"]] = np.nan
    dense.loc[~is_covered(days, log.periods), ["sets_done", "sessions", "contacts"]] = np.nan
    return CALENDAR.make(dense.rename_axis("date").reset_index())


def on_days(frame: pd.DataFrame, first: date | None, last: date | None) -> pd.DataFrame:
    """The rows of any frame with a local_date from the first to the last day, both included. None: without an end there."""
    days = frame["local_date"]
    start = days.min() if first is None else pd.Timestamp(first)
    return frame[days.between(start, days.max() if last is None else pd.Timestamp(last))]


def _dense_days(periods: pd.DataFrame, from_date: date | None, to_date: date | None) -> pd.DatetimeIndex:
    start = periods["first_day"].min() if from_date is None else pd.Timestamp(from_date)
    end = periods["last_day"].max() if to_date is None else pd.Timestamp(to_date)
    if pd.isna(start) or pd.isna(end):
        return pd.DatetimeIndex([], dtype="datetime64[us]")
    return pd.date_range(start, end, freq="D", unit="us")
