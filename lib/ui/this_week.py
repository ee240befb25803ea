"""The unfinished week in four numbers, each beside the mean of four complete weeks and a spark line of twelve."""

from collections.abc import Callable
from datetime import timedelta

import pandas as pd

from lib.analysis.lower_body import weekly_lower_sets
from lib.analysis.running import four_week_mean
from lib.charts.spark import spark
from lib.charts.theme import palette
from lib.model.weeks import week_start
from lib.services.training import Training
from lib.services.weekly import Weekly
from lib.ui import format as say
from lib.ui import load, parts, screen

WEEKS_OF_SPARK = 12


def show(training: Training, weekly: Weekly) -> None:
    """The row of numbers at the top of the overview."""
    athlete = training.athlete
    start = week_start(training.today, athlete.first_weekday)
    parts.section(
        f"This week, {say.days(start, start + timedelta(days=6))}",
        f"So far, beside the mean of the last 4 complete weeks. Bars: {WEEKS_OF_SPARK} complete weeks and, lighter, this one.",
    )
    sessions = training.lifting.strength_sessions
    lower = load.once("lower_sets", lambda: weekly_lower_sets(sessions, weekly.strength, athlete.first_weekday))
    unit, colours = athlete.distance_unit, palette(screen.look())

    def far(metres: float) -> str:
        return say.distance(metres, unit)

    figures = [
        _figure("Distance", weekly.running, "distance_m", colours.running, far),
        _figure("Strength sessions", weekly.strength, "sessions", colours.lifting, _count),
        _figure("Lower-body sets", lower, "lower_sets", colours.lifting, _count),
        _figure("Longest run", weekly.running, "longest_m", colours.running, far),
    ]
    parts.numbers(figures, key="this_week")


def last_weeks(frame: pd.DataFrame, column: str) -> list[float]:
    """The last complete weeks, oldest first; NaN where no log covers a week."""
    return [float(value) for value in frame.loc[frame["complete"], column].tail(WEEKS_OF_SPARK)]


def _figure(label: str, frame: pd.DataFrame, column: str, colour: str, say_it: Callable[[float], str]) -> parts.Figure:
    weeks, so_far = last_weeks(frame, column), _this_week(frame, column)
    what = f"{label} of {len(weeks)} complete weeks, oldest first"
    bars = spark(weeks, look=screen.look(), colour=colour, what=what, say=say_it, so_far=so_far)
    return parts.Figure(
        label,
        say_it(so_far),
        f"4-week mean {say_it(four_week_mean(frame, column))}",
        spark=bars if any(value > 0 for value in (*weeks, so_far)) else "",
    )


def _count(value: float) -> str:
    return say.count(round(value, 1))


def _this_week(frame: pd.DataFrame, column: str) -> float:
    """The unfinished week's value; NaN where no log covers it."""
    unfinished = frame.loc[~frame["complete"], column]
    return float(unfinished.iloc[0]) if len(unfinished) else float("nan")
