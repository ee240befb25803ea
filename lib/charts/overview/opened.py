"""What is outlined in the main figure, in either of its drawings."""

from collections.abc import Sequence

import pandas as pd

from lib.charts.look.theme import Look
from lib.charts.overview import lines, periods, stack
from lib.charts.overview.highlight import Highlight, Outline, of_bar, of_cell
from lib.charts.overview.measures import Scale
from lib.model.frames.weeks import WeeklyRunning
from lib.model.vocabulary import DistanceUnit, Muscle


def outlines(
    muscle_weeks: pd.DataFrame,
    running: WeeklyRunning,
    highlight: Highlight,
    *,
    as_lines: bool,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    scale: Scale,
    look: Look,
    weeks: int | None = None,
    until: pd.Timestamp | None = None,
) -> list[Outline]:
    """The cell or the point of what is opened, and the distance bar of its days. See stack.heat_map."""
    bar = of_bar(stack.bars_of(running, weeks, until, look), highlight, unit)
    if as_lines:
        drawn = highlight.muscle in muscles
        return (lines.outlines(muscle_weeks, highlight, scale, look, weeks, until) if drawn else []) + bar
    recent = periods.last_weeks(muscle_weeks, weeks, until)
    return of_cell(periods.of_range(recent, [], ["muscle"], narrow=look.narrow), muscles, highlight, look) + bar
