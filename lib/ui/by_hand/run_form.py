"""A run by hand: when, how far, how long; more on demand."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, Final

import streamlit as st

from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_DISTANCE_M, MAX_NAME, MAX_NOTE
from lib.model.region import current
from lib.model.units import from_metres, metres
from lib.model.vocabulary import DistanceUnit, SubSport
from lib.services.editing.fields import read_duration
from lib.services.editing.log import LoggedRun
from lib.services.queries.training import Training
from lib.services.unfinished import fields
from lib.services.unfinished.keep import finish_run, wall_clock
from lib.store.account import Account
from lib.ui.by_hand import ending, form_fields, state
from lib.ui.kit import live_text, writing
from lib.wording.text import plain

_DAY, _LONG, _TIME, _TREADMILL = "run_day", "run_long", "run_time", "run_treadmill"
_TITLE, _SHOES, _EFFORT, _NOTES = "run_title", "run_shoes", "run_effort", "run_notes"
_FAR: Final = "run_far_"  # and the unit, so that a number that was kept is never read in another one


def show(account: Account, training: Training) -> None:
    """The fields, kept while they are filled in; what cannot be read is said below them."""
    unit = training.athlete.distance_unit
    today, far_key = wall_clock(account, st.context.timezone).date(), f"{_FAR}{unit}"
    more = {_TIME: None, _TREADMILL: False, _TITLE: "", _SHOES: "", _EFFORT: None, _NOTES: ""}
    begin = {_DAY: today, far_key: None, _LONG: ""} | more
    form_fields.begin(account, fields.RUN, begin)
    with st.container(border=True, key="run"):
        with st.container(horizontal=True, gap="small"):
            day = st.date_input("Day", value=None, format=current().typed, **_kept(account, _DAY))
            far = st.number_input(
                f"How far ({unit})",
                min_value=0.0,
                max_value=from_metres(MAX_DISTANCE_M, unit),
                value=None,
                step=1.0,
                format="%g",
                **_kept(account, far_key),
            )
            long = st.text_input("How long", placeholder="45:00, 1:02:03 or 45 min", **_kept(account, _LONG))
        filled = any(not fields.says_nothing(st.session_state[key]) for key in more)
        with st.expander("More, if you like", expanded=filled):
            clock, rest = _more(account)
        if writing.button("Keep this run", type="primary", key="keep_run"):
            told = _told(day or today, clock, far, long, unit, rest)
            _keep(account, told, begin)
    live_text.live("run")


def _kept(account: Account, key: str) -> dict[str, Any]:
    return form_fields.kept(account, fields.RUN, key)


def _more(account: Account) -> tuple[time | None, dict[str, object]]:
    """The start, and the other fields of a LoggedRun."""
    clock = st.time_input("Began at", value=None, **_kept(account, _TIME))
    treadmill = st.checkbox("On a treadmill", **_kept(account, _TREADMILL))
    title = st.text_input("Title", max_chars=MAX_NAME, **_kept(account, _TITLE))
    gear = st.text_input("Shoes", max_chars=MAX_NAME, **_kept(account, _SHOES))
    effort = st.pills("How hard, 0 to 10", ending.EFFORTS, **_kept(account, _EFFORT))
    notes = st.text_area("Notes", max_chars=MAX_NOTE, height=68, **_kept(account, _NOTES))
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


def _keep(account: Account, told: LoggedRun | str, keys: Iterable[str]) -> None:
    if isinstance(told, str):
        st.error(plain(told, longest=400))
        return
    st.session_state[state.KEPT] = finish_run(account, told)
    form_fields.end(keys)
    st.rerun()
