"""The body map with its window, its table, and the sets behind one of its muscles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd
import streamlit as st

from lib.analysis.muscles.window import LEAST_WEEKS, muscle_window, weeks_of_window
from lib.charts.body import drawing
from lib.model.frames.weeks import WeeklySets
from lib.model.vocabulary import MUSCLE_NAMES, Muscle, MuscleMeasure, Scheme
from lib.services.queries.training import Training
from lib.ui.kit import choice, parts, tables
from lib.ui.shell import queries, screen
from lib.wording import detail_tables, muscle_tables
from lib.wording import format as say
from lib.wording.helper_words import ALL_WAYS

LENGTHS: Final = {"4 weeks": 4, "1 week": 1}
COLOURS: Final = {"Sets": False, "Share of own year": True}
FIGURE: Final = "muscle_map"
MUSCLE: Final = "of_muscle"
_WEEK: Final = timedelta(days=6)
_ROW_HEIGHT: Final = 27


@dataclass(frozen=True, slots=True)
class MapView:
    """What was chosen: the last week of the window, its length in weeks, how helpers count, what the colours say."""

    last_week: date
    weeks: int
    scheme: Scheme
    relative: bool


def choose_view(weekly_sets: WeeklySets, today: date) -> MapView:
    """The controls of the map, all kept in the address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        weeks = LENGTHS[parts.choose("Window", list(LENGTHS), "4 weeks", key="window")]
        last_week = _choose_week(weekly_sets, today)
        relative = COLOURS[parts.choose("Colours", list(COLOURS), "Sets", key="colours")]
        scheme = parts.attribution()
    return MapView(last_week, weeks, scheme, relative)


def show(training: Training, weekly_sets: WeeklySets, view: MapView) -> None:
    """The map beside its table, and below them the sets of the muscle that was clicked or chosen."""
    window = queries.once(
        "muscle_window", lambda: muscle_window(weekly_sets, view.last_week, view.weeks, view.scheme), view
    )
    starts = [start.date() for start in weeks_of_window(weekly_sets, view.last_week, view.weeks)]
    relative = view.relative and bool(window["share"].notna().any())
    parts.section(_title(starts, training.today), _how(window, view, relative=relative))
    figure, table = st.container(key="muscle_map_pair").columns([3, 2], gap="small")
    with figure:
        fig = queries.once("muscle_map", lambda: drawing.body_map(window, look=screen.look(), relative=relative), view)
        parts.draw(fig, drawing.text_alternative(window, relative=relative), FIGURE, on_select=_take_clicked)
    with table:
        rows = muscle_tables.window_table(window, relative=relative)
        tables.show(
            rows,
            height="content",
            row_height=_ROW_HEIGHT,
            placeholder="–",
            column_config={
                "Range": st.column_config.TextColumn(help=f"Least to most. {ALL_WAYS}"),
                "Before": st.column_config.NumberColumn(help="Sets a week in the four complete weeks before."),
            },
        )
    if starts:
        _show_rows(training, starts, view.scheme)


def _choose_week(weekly_sets: WeeklySets, today: date) -> date:
    starts = [start.date() for start in weekly_sets["week_start"].drop_duplicates().sort_values(ascending=False)]
    latest = next((start for start in starts if start + _WEEK < today), starts[0])

    def name(option: str) -> str:
        return f"to {say.day(date.fromisoformat(option) + _WEEK)}"

    options = [start.isoformat() for start in starts]
    chosen = st.selectbox(
        "Last week of the window",
        options,
        format_func=name,
        label_visibility="collapsed",
        width=190,
        **choice.begin("to_week", options, latest.isoformat()),
    )
    return date.fromisoformat(chosen or options[0])


def _title(starts: Sequence[date], today: date) -> str:
    if not starts:
        return "No complete week yet"
    last = starts[-1] + _WEEK
    if len(starts) > 1:
        return f"Sets a week, {say.days(starts[0], last)}"
    return f"Sets of the week {say.days(starts[0], last)}{'' if last < today else ', so far'}"


def _how(window: pd.DataFrame, view: MapView, *, relative: bool) -> str:
    length = "four weeks" if view.weeks > 1 else "week"
    if relative:
        return (
            f"Each muscle as a share of its own highest {length} in the year up to then. One that had little all year is "
            "full at little: the sets stand beside it."
        )
    mean = "The mean of the complete weeks. " if view.weeks > 1 else ""
    wanted = f" A share of the year needs {LEAST_WEEKS} covered weeks." if view.relative else ""
    unknown = " Slanted lines: no strength log covers these weeks." if window["hard_sets"].isna().all() else ""
    return (
        f"{mean}Pale is zero, the full colour your own highest of the year (between 10 and 20 sets).{wanted}{unknown}"
    )


def _take_clicked() -> None:
    point = parts.selected_point(FIGURE)
    if point:
        choice.choose(MUSCLE, str(point[0]))


def _show_rows(training: Training, starts: Sequence[date], scheme: Scheme) -> None:
    parts.section("What is behind a muscle", "Click a muscle, or choose here. The credits add up to its sets.")
    names = {str(muscle): name for muscle, name in MUSCLE_NAMES.items()}
    chosen = st.selectbox(
        "Muscle",
        list(names),
        index=None,
        placeholder="Choose a muscle",
        format_func=names.__getitem__,
        label_visibility="collapsed",
        width=260,
        **choice.begin(MUSCLE, names, None),
    )
    if chosen:
        sets_of_muscle(training, Muscle(chosen), (starts[0], starts[-1] + _WEEK), scheme, key="window")


def sets_of_muscle(training: Training, muscle: Muscle, days: tuple[date, date], scheme: Scheme, key: str) -> None:
    """The logged sets that gave a muscle credit on these days, with their sum. days: first and last, both included."""
    sets = detail_tables.of_muscle(training.lifting.muscle_sets, muscle, *days)
    rows, total = detail_tables.muscle_table(sets, None, MuscleMeasure.SETS, scheme, training.athlete.weight_unit)
    parts.rows_behind(
        rows,
        total=f"**{MUSCLE_NAMES[muscle]}: {say.counted(total, 'set', 'sets')}** from {say.days(*days)}",
        nothing=f"No sets for {MUSCLE_NAMES[muscle].lower()} on these days.",
        file_name=f"{muscle}-{days[0]}.csv",
        key=f"{key}_{muscle}_csv",
    )
