"""What is behind a cell or bar of the overview: the sets and runs of its days, in tables that add up to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd
import streamlit as st

from lib.analysis.muscles.measures import amounts
from lib.charts.look.theme import Look
from lib.charts.overview import periods
from lib.charts.overview.highlight import Highlight
from lib.charts.overview.measures import Scale
from lib.model.frames.counting import MOVED_LOADS
from lib.model.frames.weeks import WeeklyRunning
from lib.model.vocabulary import MUSCLE_NAMES, Muscle, MuscleMeasure, Scheme
from lib.model.weeks import week_start
from lib.services.queries.training import Training
from lib.services.queries.weekly import moved
from lib.ui.kit import parts, selection
from lib.ui.overview import day_rows
from lib.ui.shell import queries
from lib.wording import detail_tables
from lib.wording import format as say

Columns = Sequence[selection.Days]
_DAYS: Final = "rows_of_days"
_MUSCLE: Final = "rows_of_muscle"


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the figure shows: its measure and scheme, its scale, MUSCLE_WEEKS and WEEKLY_RUNNING."""

    measure: MuscleMeasure
    scheme: Scheme
    scale: Scale
    muscle_weeks: pd.DataFrame
    running: WeeklyRunning


def columns_of(weekly: pd.DataFrame, look: Look) -> Columns:
    """First and last day of each column that a figure draws for these weeks, newest first. weekly: dense weeks."""
    columns = periods.of_range(weekly, [], narrow=look.narrow).sort_values("first", ascending=False)
    return list(zip(columns["first"].dt.date, columns["last"].dt.date, strict=True))


def highlight_of(columns: Columns, week: selection.Days) -> Highlight:
    """What is marked in the figure: the days and the muscle of the address, else the week that the page is about.

    columns: newest first.
    """
    chosen = selection.selected_days(columns[-1][0] - timedelta(days=31), columns[0][1])
    return Highlight(*(chosen or week), selection.selected_muscle())


def chooser(columns: Columns, highlight: Highlight, training: Training) -> None:
    """Days and muscle without a pointer. columns: first and last day of each column of the figure, newest first."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="rows_chooser"):
        _choose_days(columns, highlight, training.today)
        if not training.sets.empty:
            _choose_muscle(highlight)
        if selection.is_open():
            st.button("Close", icon=":material/close:", key="close_rows", type="tertiary", on_click=selection.close)


def show(training: Training, shown: Shown, highlight: Highlight, key: str = "behind") -> None:
    """The tables of the days, those of the muscle first where one is chosen. key: of this place on the page."""
    if highlight.muscle:
        _show_muscle(training, shown, highlight, highlight.muscle, key)
    day_rows.show_runs(
        training, highlight.first, highlight.last, key, lambda metres: _a_week(training, shown, highlight, metres)
    )
    if not highlight.muscle:
        day_rows.show_sets(training, highlight.first, highlight.last, key)


def _choose_days(columns: Columns, highlight: Highlight, today: date) -> None:
    options = [selection.days_text(*column) for column in columns]
    days = selection.days_text(highlight.first, highlight.last)
    if days not in options:  # four weeks of a line, the days of a note, or a week while months are drawn
        options.insert(0, days)

    def name(option: str) -> str:
        return say.days_so_far(*(selection.read_days(option) or columns[0]), today)

    st.session_state[_DAYS] = days
    st.selectbox("Rows of", options, format_func=name, key=_DAYS, on_change=_chosen)


def _choose_muscle(highlight: Highlight) -> None:
    names = {"": "All sets"} | {str(muscle): name for muscle, name in MUSCLE_NAMES.items()}
    st.session_state[_MUSCLE] = str(highlight.muscle or "")
    st.selectbox("Muscle", list(names), format_func=names.__getitem__, key=_MUSCLE, on_change=_chosen)


def _chosen() -> None:
    days = selection.read_days(st.session_state[_DAYS])
    if days:
        selection.choose(*days, selection.as_muscle(st.session_state.get(_MUSCLE, "")))


def _a_week(training: Training, shown: Shown, of: Highlight, metres: float) -> str:
    """The distance a week, where the days are several weeks."""
    known = _weeks_known(training, shown.running.rename(columns={"distance_m": "value"}), of.first, of.last)
    each = say.distance(metres / known, training.athlete.distance_unit) if known > 1 else ""
    return f" in {known} complete weeks, **{each}** a week" if each else ""


def _show_muscle(training: Training, shown: Shown, of: Highlight, muscle: Muscle, key: str) -> None:
    choices = (of.first, of.last, muscle)
    rows, total = queries.once(
        "sets_behind", lambda: _of_muscle(training, shown, *choices), *choices, shown.measure, shown.scheme
    )
    nothing, file_name = "No sets on these days.", f"sets-{of.first}.csv"
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=file_name, key=f"{key}_sets_csv")


def _of_muscle(training: Training, shown: Shown, first: date, last: date, muscle: Muscle) -> tuple[pd.DataFrame, str]:
    """The rows of a cell and their sum in words; over several weeks also the sum a week, which is what the cell shows."""
    loads = moved(training) if shown.measure == MuscleMeasure.TONNAGE else None
    sets = detail_tables.of_muscle(training.lifting.muscle_sets, muscle, first, last)
    rows, amount = detail_tables.muscle_table(sets, loads, shown.measure, shown.scheme, training.athlete.weight_unit)
    weeks = shown.muscle_weeks[shown.muscle_weeks["muscle"] == muscle]
    known = _weeks_known(training, weeks, first, last)
    a_week = f" in {known} complete weeks, **{shown.scale.amount(amount / known)}** a week" if known > 1 else ""
    ends = (_amount(sets, loads, shown.measure, scheme) for scheme in (Scheme.STRICT, Scheme.PERMISSIVE))
    return rows, f"**{MUSCLE_NAMES[muscle]}: {shown.scale.with_range(amount, *ends)}**{a_week}"


def _amount(sets: pd.DataFrame, loads: pd.DataFrame | None, measure: MuscleMeasure, scheme: Scheme) -> float:
    """What these sets add up to by a scheme, in SI. sets: MUSCLE_SETS of one muscle."""
    return float(amounts(sets, MOVED_LOADS.empty() if loads is None else loads, measure, scheme)["amount"].sum())


def _weeks_known(training: Training, weekly: pd.DataFrame, first: date, last: date) -> int:
    """How many complete, known weeks the days are made of; 0 if they are not whole weeks."""
    start_of_next = last + timedelta(days=1)
    weekday = training.athlete.first_weekday
    if week_start(first, weekday) != first or week_start(start_of_next, weekday) != start_of_next:
        return 0
    inside = weekly["week_start"].between(pd.Timestamp(first), pd.Timestamp(last)) & weekly["complete"]
    return int(weekly.loc[inside, "value"].notna().sum())
