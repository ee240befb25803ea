"""Which days and which muscle of the overview are selected: kept in the tab and in the address."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.ui.shell import state

DAYS_IN_ADDRESS: Final = "days"
MUSCLE_IN_ADDRESS: Final = "muscle"
_BETWEEN: Final = "_"


def days_text(first: date, last: date) -> str:
    """Days as they stand in the address: "2026-11-09_2026-11-15"."""
    return f"{first}{_BETWEEN}{last}"


def read_days(text: str | None) -> tuple[date, date] | None:
    """First and last day of such a text; None for anything else: an address can be typed by hand."""
    first, _, last = (text or "").partition(_BETWEEN)
    try:
        found = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return found if found[0] <= found[1] else None


def select_point(point: Sequence[Any] | None) -> None:
    """Open the days of a point that was clicked and its muscle, if it has one. point: customdata of lib.charts.overview.stack."""
    if not point:
        return
    names = {name: str(muscle) for muscle, name in MUSCLE_NAMES.items()}
    st.session_state[state.SELECTED_DAYS] = f"{point[0]}{_BETWEEN}{point[1]}"
    st.session_state[state.SELECTED_MUSCLE] = names.get(point[2], "")


def choose(first: date, last: date, muscle: Muscle | None) -> None:
    """Open these days."""
    st.session_state[state.SELECTED_DAYS] = days_text(first, last)
    st.session_state[state.SELECTED_MUSCLE] = str(muscle or "")


def take_over(newest: str, earliest: date, latest: date) -> str:
    """The chosen days: of the tab, else of the address, else the newest; also where the chosen ones were never logged."""
    wanted = st.session_state.get(state.SELECTED_DAYS) or st.query_params.get(DAYS_IN_ADDRESS)
    known = read_days(wanted)
    days = days_text(*known) if known and known[1] >= earliest and known[0] <= latest else newest
    st.session_state[state.SELECTED_DAYS] = days
    if state.SELECTED_MUSCLE not in st.session_state:
        muscle = st.query_params.get(MUSCLE_IN_ADDRESS, "")
        st.session_state[state.SELECTED_MUSCLE] = muscle if muscle in list(Muscle) else ""
    return days


def keep_in_address(newest: str) -> None:
    """Write what is opened into the address; what is so by default is left out of it."""
    _keep(DAYS_IN_ADDRESS, st.session_state[state.SELECTED_DAYS], newest)
    _keep(MUSCLE_IN_ADDRESS, st.session_state[state.SELECTED_MUSCLE], "")


def _keep(name: str, value: str, default: str) -> None:
    if value == default:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
