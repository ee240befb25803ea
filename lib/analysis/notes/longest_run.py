"""A recent run that was longer than the longest one of the 30 days before it (SCIENCE R3)."""

from datetime import timedelta
from typing import Final

import pandas as pd

from lib.analysis.notes.note import Note, Weeks
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.longest_run import DAYS_BEFORE, run_steps

NAME: Final = "longest_run"
LEAST_STEP: Final = 0.10
RECENT_DAYS: Final = 7
YEAR_DAYS: Final = 365


def find(weeks: Weeks) -> Note | None:
    """The largest step of the last 7 days, if it is more than 10 %, also as it is written, and the largest of a year.

    Long runs differ by chance: without the year a note was seen in every tenth to fifth week of training without any trend.
    """
    first, last = weeks.today - timedelta(days=RECENT_DAYS - 1), weeks.today
    near = on_days(weeks.runs, first - timedelta(days=YEAR_DAYS + DAYS_BEFORE), last)
    steps = run_steps(near, since=weeks.runs["local_date"].min())
    is_recent = steps["local_date"] >= pd.Timestamp(first)
    earlier = steps.loc[~is_recent & (steps["local_date"] >= pd.Timestamp(first - timedelta(days=YEAR_DAYS))), "step"]
    recent = steps[is_recent & (steps["step"].round(2) > LEAST_STEP) & ~(steps["step"] <= earlier.max())]
    if recent.empty:
        return None
    run = recent.nlargest(1, "step").to_dict("records")[0]
    day = run["local_date"].date()
    numbers = {name: float(run[name]) for name in ("distance_m", "longest_before_m", "step")}
    return Note(NAME, numbers, (), day - timedelta(days=DAYS_BEFORE), day)
