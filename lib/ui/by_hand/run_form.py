"""A run by hand: when, how far, how long; more on demand."""

from datetime import date, time

import streamlit as st

from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_DISTANCE_M, MAX_NAME, MAX_NOTE
from lib.model.region import current
from lib.model.units import from_metres, metres
from lib.model.vocabulary import DistanceUnit, SubSport
from lib.services.editing.fields import read_duration
from lib.services.editing.log import LoggedRun, log_run
from lib.services.queries.training import Training
from lib.services.unfinished.keep import wall_clock
from lib.store.account import Account
from lib.ui.by_hand import ending, state
from lib.ui.kit import writing
from lib.wording.text import plain

_KEYS = (
    "run_day",
    "run_far",
    "run_long",
    "run_time",
    "run_treadmill",
    "run_title",
    "run_shoes",
    "run_effort",
    "run_notes",
)


def show(account: Account, training: Training) -> None:
    """The form; what cannot be read is said below it, and what was typed stays."""
    unit = training.athlete.distance_unit
    with st.form("run", border=True):
        now = wall_clock(account, st.context.timezone)
        with st.container(horizontal=True, gap="small"):
            day = st.date_input("Day", value=now.date(), format=current().typed, key="run_day")
            far = st.number_input(
                f"How far ({unit})",
                min_value=0.0,
                max_value=from_metres(MAX_DISTANCE_M, unit),
                value=None,
                step=1.0,
                format="%g",
                key="run_far",
            )
            long = st.text_input("How long", placeholder="45:00, 1:02:03 or 45 min", key="run_long")
        with st.expander("More, if you like"):
            clock, rest = _more()
        if writing.submit("Keep this run", type="primary") and isinstance(day, date):
            _keep(account, _told(day, clock, far, long, unit, rest))


def _more() -> tuple[time | None, dict[str, object]]:
    """The start, and the other fields of a LoggedRun."""
    clock = st.time_input("Began at", value=None, key="run_time")
    treadmill = st.checkbox("On a treadmill", key="run_treadmill")
    title = st.text_input("Title", max_chars=MAX_NAME, key="run_title")
    gear = st.text_input("Shoes", max_chars=MAX_NAME, key="run_shoes")
    effort = st.pills("How hard, 0 to 10", ending.EFFORTS, key="run_effort")
    notes = st.text_area("Notes", max_chars=MAX_NOTE, height=68, key="run_notes")
    return clock, {
        "sub_sport": SubSport.TREADMILL if treadmill else SubSport.NONE,
        "title": title.strip(),
        "gear": gear.strip(),
        "session_rpe": effort,
        "notes": notes.strip(),
    }


def _told(
    day: date, clock: time | None, far: float | None, long: str, unit: DistanceUnit, rest: dict[str, object]
) -> LoggedRun | str:
    """The run, or a sentence on what cannot be read."""
    try:
        seconds = _seconds(long)
    except TrainingDataError as error:
        return str(error)
    if not far and not seconds:
        return "A run needs a distance or a time."
    start = f"{day} {clock:%H:%M}" if clock else f"{day}"
    return LoggedRun(start, metres(far, unit) if far else None, seconds, **rest)  # type: ignore[arg-type]


def _seconds(text: str) -> float | None:
    """A duration as typed; a bare number is minutes, as people say it."""
    text = text.strip()
    return (read_duration(f"{text} min" if text.isdigit() else text) or None) if text else None


def _keep(account: Account, told: LoggedRun | str) -> None:
    if isinstance(told, str):
        st.error(plain(told, longest=400))
        return
    st.session_state[state.KEPT] = log_run(account, told)
    for key in _KEYS:
        st.session_state.pop(key, None)
    st.rerun()
