"""The main figure of the first screen as it was chosen, with what is marked in it."""

from typing import Any, Final

import pandas as pd

from lib.analysis.weeks.events import with_breaks
from lib.charts.overview import periods, stack
from lib.charts.overview.highlight import Highlight
from lib.charts.overview.measures import scale_of
from lib.model.frames.weeks import WeeklyRunning
from lib.services.queries.measures import weeks_of_measure
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.services.queries.your_week import newest_day
from lib.ui.kit import parts, selection
from lib.ui.overview import view as views
from lib.ui.overview import week_rows
from lib.ui.shell import queries, screen

_DRAW: Final = {"Heat map": stack.heat_map, "Lines": stack.muscle_lines}
_FIGURE: Final = "overview"


def shown_in(training: Training, weekly: Weekly, view: views.FigureView) -> week_rows.Shown:
    """What the figure shows of these choices."""
    choices = (view.measure, view.scheme)
    scale = scale_of(view.measure, training.athlete.weight_unit)

    def made() -> week_rows.Shown:
        values = _known(training, weeks_of_measure(training, weekly, *choices))
        return week_rows.Shown(*choices, scale, values, WeeklyRunning(_known(training, weekly.running)))

    return queries.once("measure", made, *choices)


def _known(training: Training, weeks: pd.DataFrame) -> pd.DataFrame:
    """Without the weeks after the last one that any log reaches: of a log that ended its last weeks are drawn."""
    return weeks[weeks["week_start"] <= pd.Timestamp(newest_day(training))]


def draw(training: Training, shown: week_rows.Shown, view: views.FigureView, highlight: Highlight) -> None:
    """The figure with its title and how much of the log it knows. A click selects."""
    recent, look = periods.last_weeks(shown.running, view.weeks), screen.look()
    monthly = periods.is_long(recent["week_start"], narrow=look.narrow)
    views.show_title(view, monthly=monthly)

    def made() -> tuple[Any, str]:
        what: dict[str, Any] = {
            "muscles": view.muscles,
            "unit": training.athlete.distance_unit,
            "scale": shown.scale,
            "weeks": view.weeks,
            "marks": with_breaks(training.events, training.breaks),
        }
        alt = stack.text_alternative(shown.muscle_weeks, shown.running, **what)
        return _DRAW[view.drawing](shown.muscle_weeks, shown.running, **what, highlight=highlight, look=look), alt

    figure, alt = queries.once(_FIGURE, made, view, highlight)
    parts.draw(figure, alt, key=_FIGURE, on_select=lambda: selection.select_point(parts.selected_point(_FIGURE)))
    views.show_coverage(view, monthly=monthly)
