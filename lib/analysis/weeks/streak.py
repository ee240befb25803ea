"""Weeks in a row that met a goal, with a week of grace (SCIENCE C2)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

# One miss is allowed in any four consecutive weeks.
GRACE_WINDOW = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks met in the present streak and in the longest one. paused: the last week that counts was the miss allowed.

    current: None where no log covers the last week that is over: then nobody knows, and `last` is what it was before.
    last:    the weeks of the latest streak, whether it goes on or not. last_week: the start of its last met week.
    """

    current: int | None
    longest: int
    paused: bool
    last: int = 0
    last_week: date | None = None


def streak(goal_weeks: pd.DataFrame) -> Streak:
    """The streak of GOAL_WEEKS at its last week.

    A met week adds one. A miss pauses the streak; a second one within four calendar weeks ends it, whether or not the
    first belonged to the same streak. A week that is over and that no log covers ends it, too: nobody knows what was done
    in it. Other weeks that do not count (breaks, no goal) change nothing, and a week that is unfinished or covered in
    part counts only once it is met.
    """
    weeks = goal_weeks.sort_values("week_start")
    current = longest = last = 0
    last_miss, last_week = date.min, None
    paused = known = False
    for start, met, counted, complete, done in zip(
        weeks["week_start"].dt.date,
        weeks["met"],
        weeks["counted"],
        weeks["complete"],
        weeks["done"].notna(),
        strict=True,
    ):
        known = done if complete else known or met
        if met and (counted or not complete):
            current, paused = current + 1, False
            last, last_week = current, start
        elif counted:
            paused = start - last_miss >= GRACE_WINDOW
            current, last_miss = current if paused else 0, start
        elif complete and not done:
            current, paused = 0, False
        longest = max(longest, current)
    return Streak(current if known else None, longest, paused and current > 0, last, last_week)
