"""Weeks in a row that met a goal, with a week of grace (SCIENCE C2)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

# One miss is allowed in any four consecutive weeks.
GRACE_WINDOW = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks met in the present streak and in the longest one. paused: the last week that counts was the miss allowed."""

    current: int
    longest: int
    paused: bool


def streak(goal_weeks: pd.DataFrame) -> Streak:
    """The streak of GOAL_WEEKS at its last week.

    A met week adds one. A miss pauses the streak; a second one within four calendar weeks ends it, whether or not the
    first belonged to the same streak. Weeks that do not count (breaks, no coverage, no goal) change nothing, and an
    unfinished week counts only once it is met.
    """
    weeks = goal_weeks.sort_values("week_start")
    current = longest = 0
    last_miss = date.min
    paused = False
    for start, met, counted, complete in zip(
        weeks["week_start"].dt.date, weeks["met"], weeks["counted"], weeks["complete"], strict=True
    ):
        if met and (counted or not complete):
            current, paused = current + 1, False
        elif counted:
            paused = start - last_miss >= GRACE_WINDOW
            current, last_miss = current if paused else 0, start
        longest = max(longest, current)
    return Streak(current, longest, paused and current > 0)
