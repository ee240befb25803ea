"""The end of a session under way: how long, how hard, notes; then it is kept, or put away."""

from datetime import datetime, time
from typing import Final

import streamlit as st

from lib.model.limits import MAX_DURATION_S, MAX_NOTE
from lib.model.region import current
from lib.services.unfinished import acts, keep
from lib.services.unfinished.session import Unfinished
from lib.store.account import Account
from lib.ui.by_hand import state
from lib.ui.kit import parts, writing
from lib.wording import format as say

EFFORTS: Final = list(range(11))
_MINUTES: Final = "session_minutes"
_EFFORT: Final = "session_effort"
_NOTES: Final = "session_notes"
_DAY: Final = "session_day"
_TIME: Final = "session_time"
_LEAST_MINUTES: Final = 5  # below, the sets were logged after the fact, and the clock says nothing of the session


def show(account: Account, session: Unfinished) -> None:
    """What is said of the session as a whole is kept as soon as it is said."""
    parts.section("The end")
    with st.container(border=True, key="session_end"):
        st.pills(
            "How hard was it altogether? 0 is rest, 10 the most you can",
            EFFORTS,
            default=None if session.session_rpe is None else int(session.session_rpe),
            key=_key(_EFFORT),
            **writing.control(on_change=_effort, args=(account,)),
        )
        _show_minutes(session)
        st.number_input(
            "Minutes",
            min_value=0.0,
            max_value=MAX_DURATION_S / 60,
            step=5.0,
            format="%g",
            value=None,
            key=_key(_MINUTES),
            **writing.control(on_change=_minutes, args=(account,)),
        )
        st.text_area(
            "Notes",
            value=session.notes,
            max_chars=MAX_NOTE,
            height=68,
            key=_key(_NOTES),
            **writing.control(on_change=_notes, args=(account,)),
        )
        with st.expander(f"Began {say.moment(session.started_at)}"), st.container(horizontal=True):
            _start(account, session)
        left = len(session.open_sets)
        if left and session.done:
            st.caption(f"{say.counted(left, 'set is', 'sets are')} open; what is open is not kept.")
        writing.button(
            "Finish and keep", type="primary", width="stretch", key="finish", on_click=_finish, args=(account, session)
        )
    with st.expander("Put this session away"):
        st.markdown(f"Forgets the session and its {say.counted(len(session.done), 'logged set', 'logged sets')}.")
        writing.button("Forget it", key="put_away", on_click=_put_away, args=(account,))


def minutes_of(session: Unfinished) -> float | None:
    """What the person said, else the time from the start to the last set, if that can be a session; None: not known."""
    if session.minutes is not None:
        return session.minutes or None
    return session.minutes_so_far if session.minutes_so_far >= _LEAST_MINUTES else None


def _show_minutes(session: Unfinished) -> None:
    """The field follows the clock until the person says otherwise, so that what is kept is what it shows."""
    shown = minutes_of(session)
    key = _key(_MINUTES)
    if key not in st.session_state or (session.minutes is None and st.session_state[key] != shown):
        st.session_state[key] = shown


def _key(field: str) -> str:
    return state.fields_of("end", field)


def _start(account: Account, session: Unfinished) -> None:
    st.date_input(
        "Day",
        value=session.started_at.date(),
        format=current().typed,
        key=_key(_DAY),
        **writing.control(on_change=_started, args=(account, session)),
    )
    st.time_input(
        "Time",
        value=session.started_at.time().replace(second=0),
        step=300,
        key=_key(_TIME),
        **writing.control(on_change=_started, args=(account, session)),
    )


def _started(account: Account, session: Unfinished) -> None:
    day, clock = st.session_state[_key(_DAY)], st.session_state[_key(_TIME)]
    state.do(account, acts.say_start(datetime.combine(day or session.started_at.date(), clock or time())))


def _effort(account: Account) -> None:
    state.do(account, acts.say_effort(st.session_state[_key(_EFFORT)]))


def _minutes(account: Account) -> None:
    state.do(account, acts.say_minutes(st.session_state[_key(_MINUTES)] or 0.0))


def _notes(account: Account) -> None:
    state.do(account, acts.say_notes(st.session_state[_key(_NOTES)]))


def _finish(account: Account, session: Unfinished) -> None:
    if session.minutes is None and (minutes := minutes_of(session)) is not None:
        state.do(account, acts.say_minutes(minutes))
    st.session_state[state.KEPT] = keep.finish(account)
    state.forget()


def _put_away(account: Account) -> None:
    keep.put_away(account)
    state.forget()
