"""The unfinished week in four numbers, each beside the mean of four complete weeks and a spark line of twelve."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pandas as pd

from lib.analysis.weeks.lower_body import weekly_lower_sets
from lib.analysis.weeks.one_week import beside
from lib.charts.look.theme import palette
from lib.charts.spark import spark
from lib.model.weeks import week_start
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.wording import format as say

WEEKS_OF_SPARK = 12


def show(training: Training, weekly: Weekly) -> None:
    """The row of numbers at the top of the overview."""
    start = week_start(training.today, training.athlete.first_weekday)
    parts.section(
        f"This week, {say.days(start, start + timedelta(days=6))}",
        f"So far, beside the mean of the last 4 complete weeks. Bars: {WEEKS_OF_SPARK} complete weeks and, lighter, this one.",
    )
    parts.stats(queries.once("this_week", lambda: _stats(training, weekly, start)), key="this_week")


def _stats(training: Training, weekly: Weekly, start: date) -> list[parts.Stat]:
    athlete, sessions = training.athlete, training.lifting.strength_sessions
    lower = weekly_lower_sets(sessions, weekly.strength, athlete.first_weekday)
    unit, colours = athlete.distance_unit, palette(screen.look())

    def far(metres: float) -> str:
        return say.distance(metres, unit)

    stat = partial(_stat, pd.Timestamp(start))
    return [
        stat("Distance", weekly.running, "distance_m", colours.running, far),
        stat("Strength sessions", weekly.strength, "sessions", colours.lifting, _count),
        stat("Lower-body sets", lower, "lower_sets", colours.lifting, _count),
        stat("Longest run", weekly.running, "longest_m", colours.running, far),
    ]


def last_weeks(frame: pd.DataFrame, column: str) -> list[float]:
    """The last complete weeks, oldest first; NaN where no log covers a week."""
    return [float(value) for value in frame.loc[frame["complete"], column].tail(WEEKS_OF_SPARK)]


def _stat(
    week: pd.Timestamp, label: str, frame: pd.DataFrame, column: str, colour: str, say_it: Callable[[float], str]
) -> parts.Stat:
    weeks = last_weeks(frame, column)
    so_far, mean, _ = beside(frame.set_index("week_start"), week, column)
    what = f"{label} of {len(weeks)} complete weeks, oldest first"
    bars = spark(weeks, look=screen.look(), colour=colour, what=what, say=say_it, so_far=so_far)
    return parts.Stat(
        label,
        say_it(so_far),
        f"4-week mean {say_it(mean)}",
        spark=bars if any(value > 0 for value in (*weeks, so_far)) else "",
    )


def _count(value: float) -> str:
    return say.count(round(value, 1))
