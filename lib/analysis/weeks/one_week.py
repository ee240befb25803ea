"""Everything about one week beside the four complete weeks before it."""

import pandas as pd

from lib.analysis.weeks.running import WEEKS_IN_MEAN
from lib.model.frames.weeks import WEEK_FACTS, WEEK_MUSCLES, WeeklyRunning, WeeklySets, WeeklyStrength

_RUNNING = ("distance_m", "runs", "moving_s", "longest_m")
_STRENGTH = ("sessions", "lower_sessions", "sets_done")


def week_facts(weekly_running: WeeklyRunning, weekly_strength: WeeklyStrength, week: pd.Timestamp) -> pd.DataFrame:
    """WEEK_FACTS of the week that starts on the day: running first. NaN where no log covers it."""
    rows = [
        (fact, *beside(frame.set_index("week_start"), week, fact))
        for frame, facts in ((weekly_running, _RUNNING), (weekly_strength, _STRENGTH))
        for fact in facts
    ]
    return WEEK_FACTS.make(rows)


def week_muscles(weekly_sets: WeeklySets, week: pd.Timestamp) -> pd.DataFrame:
    """WEEK_MUSCLES: all muscles of the week in the order of WEEKLY_SETS, beside their mean of the weeks before."""
    wide = weekly_sets.pivot_table(index="week_start", columns="muscle", values="hard_sets", dropna=False, sort=False)
    complete = weekly_sets.drop_duplicates("week_start").set_index("week_start")["complete"]
    rows = [
        (muscle, *beside(wide[[muscle]].assign(complete=complete), week, muscle)[:2])
        for muscle in weekly_sets["muscle"].unique()
    ]
    return WEEK_MUSCLES.make(rows)


def beside(frame: pd.DataFrame, week: pd.Timestamp, column: str) -> tuple[float, float, int]:
    """The value of the week, the mean of the complete covered weeks among the four before, and their number.

    frame: a row per week, indexed by its start, with `complete`. Value and mean are NaN where nothing is known.
    """
    before = frame[(frame.index < week) & (frame.index >= week - pd.Timedelta(weeks=WEEKS_IN_MEAN)) & frame["complete"]]
    known = before[column].dropna()
    value = float(frame[column].get(week, float("nan")))
    return value, float(known.mean()), len(known)
