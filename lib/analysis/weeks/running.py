"""Weekly distance and time of running (SCIENCE R1)."""

from datetime import date

import pandas as pd

from lib.analysis.counting.coverage import logged_periods, over_weeks
from lib.model.frames.weeks import WEEKLY_RUNNING, WeeklyRunning
from lib.model.vocabulary import Sport, Weekday
from lib.model.weeks import week_starts


def weekly_running(
    activities: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    since: date | None = None,
    *,
    periods: pd.DataFrame | None = None,
) -> WeeklyRunning:
    """WEEKLY_RUNNING: dense weeks from the first logged activity, NaN in weeks that no log of activities covers.

    Only the sport run counts as mileage; coverage comes from all sports. Moving time falls back to elapsed time.
    since: a day to start at where the logs start later. periods: PERIODS of the logs, where they cover more than the
    activities themselves say.
    """
    periods = logged_periods(activities) if periods is None else periods
    runs = only_runs(activities)
    by_week = runs.assign(moving_s=time_of(runs)).groupby(week_starts(runs["local_date"], first))
    sums = by_week.agg(
        runs=("sport", "size"),
        distance_m=("distance_m", "sum"),
        moving_s=("moving_s", "sum"),
        longest_m=("distance_m", "max"),
    )
    return WEEKLY_RUNNING.make(over_weeks(sums, periods, today, first, since))


def only_runs(activities: pd.DataFrame) -> pd.DataFrame:
    """The rows of ACTIVITIES that are runs."""
    return activities[activities["sport"] == Sport.RUN]


def length_of(bouts: pd.DataFrame) -> pd.Series:
    """Seconds from the start of each bout to its end: elapsed time, moving time where a source has no other."""
    return bouts["elapsed_s"].fillna(bouts["moving_s"])


def time_of(runs: pd.DataFrame) -> pd.Series:
    """Seconds of each run: moving time, elapsed time where a source has no other."""
    return runs["moving_s"].fillna(runs["elapsed_s"])
