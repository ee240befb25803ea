"""The main figure of the first screen as it was chosen, with what is marked in it."""

from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.weeks.events import with_breaks
from lib.charts.overview import opened, periods, stack
from lib.charts.overview.highlight import Highlight, drawn
from lib.charts.overview.measures import scale_of
from lib.model.frames.weeks import WeeklyRunning
from lib.services.queries.measures import weeks_of_measure
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.services.queries.your_week import newest_day
from lib.ui.kit import parts, selection
from lib.ui.kit.gap_lines import gap_lines
from lib.ui.overview import view as views
from lib.ui.overview import week_rows
from lib.ui.shell import queries, screen

_DRAW: Final = {"Heat map": stack.heat_map, "Lines": stack.muscle_lines}
_FIGURE: Final = "overview"
_A_YEAR: Final = timedelta(days=365)  # a gap so near is named, also where it is not drawn
_CLICKED: Final = "overview_clicked"


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


def until(shown: week_rows.Shown, view: views.FigureView, week: date) -> pd.Timestamp:
    """The last week that the figure draws, so that the week of the page is among its weeks."""
    return periods.until_for(pd.Timestamp(week), shown.running["week_start"], view.weeks)


def draw(
    training: Training,
    shown: week_rows.Shown,
    view: views.FigureView,
    last: pd.Timestamp,
    highlight: Highlight,
    *,
    log_ended: bool = False,
) -> None:
    """The figure with its title and how much of the log it knows. A click selects. last: the last week to draw.

    log_ended: its last week is the last one known, and no more of it is to come.
    """
    look = screen.look()
    monthly = periods.is_long(periods.last_weeks(shown.running, view.weeks, last)["week_start"], narrow=look.narrow)
    views.show_title(view, monthly=monthly, runs=not training.runs_logged.empty)
    what: dict[str, Any] = {
        "muscles": view.muscles,
        "unit": training.athlete.distance_unit,
        "scale": shown.scale,
        "weeks": view.weeks,
        "until": last,
    }
    frames = shown.muscle_weeks, shown.running

    def made() -> tuple[Any, str]:
        marked = what | {"marks": with_breaks(training.events, training.breaks)}
        return _DRAW[view.drawing](*frames, **marked, look=look, hatched=not log_ended), stack.text_alternative(
            *frames, **marked
        )

    def outlined() -> str:
        as_lines = view.drawing != views.DRAWINGS[0]
        return drawn(opened.outlines(*frames, highlight, **what, as_lines=as_lines, look=look), figure, look)

    figure, alt = queries.once(_FIGURE, made, view, last, log_ended)
    with st.container(key="main_figure", gap=None):
        parts.draw(figure, alt, key=_FIGURE, on_select=_take_clicked)
        st.html(queries.once("highlight", outlined, view, last, highlight) or "<span></span>")
    views.show_coverage(view, monthly=monthly, hatched=not log_ended)
    end = last.date() + timedelta(days=6)
    begin = periods.last_weeks(shown.running, view.weeks, last)["week_start"].min().date()
    for line in gap_lines(training, 1, min(begin, end - _A_YEAR), end):
        st.caption(line)


def _take_clicked() -> None:
    """Open what was clicked.

    The figure stands still meanwhile and takes a second click on the same place for the end of the first: it is opened
    once more, as it may have been closed elsewhere.
    """
    point = parts.selected_point(_FIGURE)
    if point:
        st.session_state[_CLICKED] = list(point[:3])
    selection.select_point(point or st.session_state.get(_CLICKED))
