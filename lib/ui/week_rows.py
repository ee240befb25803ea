"""What is behind one week of a figure: its runs and its sets, in tables that add up."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from lib.analysis.running import only_runs
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.services.training import Training
from lib.ui import behind, parts, state
from lib.ui import format as say


def choose(point: Sequence[Any] | None) -> None:
    """Take the week of a point that was clicked; a cell of a muscle brings its muscle too. point: its customdata."""
    if not point:
        return
    st.session_state[state.CHOSEN_WEEK] = point[0]
    names = {name: str(muscle) for muscle, name in MUSCLE_NAMES.items()}
    st.session_state[state.CHOSEN_MUSCLE] = names.get(point[1], "")


def show(training: Training, starts: Sequence[date]) -> None:
    """A chooser of week and muscle, for the keyboard too, and the tables of that week. starts: newest first."""
    parts.section("What is behind a week", "Click a cell or a bar of the figure, or choose here.")
    with st.container(horizontal=True):
        first = _week(starts, training.today)
        muscle = _muscle()
    last = first + timedelta(days=6)
    _show_runs(training, first, last)
    _show_sets(training, first, last, muscle)


def _week(starts: Sequence[date], today: date) -> date:
    options = [start.isoformat() for start in starts]
    if st.session_state.get(state.CHOSEN_WEEK) not in options:  # a month of a long range, or another athlete's week
        st.session_state[state.CHOSEN_WEEK] = _week_of(st.session_state.get(state.CHOSEN_WEEK), options)

    def name(option: str) -> str:
        first = date.fromisoformat(option)
        last = first + timedelta(days=6)
        return say.days(first, last) + ("" if last < today else " (so far)")

    return date.fromisoformat(st.selectbox("Week", options, format_func=name, key=state.CHOSEN_WEEK))


def _week_of(day: str | None, newest_first: Sequence[str]) -> str:
    """The first week that starts on the day or later, as for the first of a month; else the newest."""
    later = [start for start in newest_first if day and start >= day]
    return later[-1] if later else newest_first[0]


def _muscle() -> Muscle | None:
    names = {"": "All sets"} | {str(muscle): name for muscle, name in MUSCLE_NAMES.items()}
    chosen = st.selectbox("Muscle", list(names), format_func=names.__getitem__, key=state.CHOSEN_MUSCLE)
    return Muscle(chosen) if chosen else None


def _show_runs(training: Training, first: date, last: date) -> None:
    unit = training.athlete.distance_unit
    rows = behind.runs_table(only_runs(training.activities), first, last, unit)
    parts.rows_behind(
        rows,
        total=f"**{say.counted(len(rows), 'run', 'runs')}**, {rows[f'Distance ({unit})'].sum():,.1f} {unit}",
        nothing="No runs in this week.",
        file_name=f"runs-{first}.csv",
        key="runs_csv",
    )


def _show_sets(training: Training, first: date, last: date, muscle: Muscle | None) -> None:
    if muscle is None:
        rows = behind.sets_table(training.lifting.counted, first, last, training.athlete.weight_unit)
        total = f"**{say.counted(rows['Counts'].sum(), 'set', 'sets')}** that count, {len(rows)} logged"
    else:
        rows = behind.muscle_table(training.lifting.muscle_sets, muscle, first, last)
        total = f"**{say.counted(rows['Credit'].sum(), 'set', 'sets')}** for {MUSCLE_NAMES[muscle].lower()}"
    nothing = "No sets in this week."
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=f"sets-{first}.csv", key="sets_csv")
