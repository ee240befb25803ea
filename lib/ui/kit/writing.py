"""Controls that store something: where nothing can be stored, each is off and says why, and the page shows what is there."""

from typing import Any, Final

import streamlit as st

from lib.store.database.condition import why_not_writable
from lib.ui.shell import boundary, queries
from lib.wording.text import plain

_OFF: Final = "writing_is_off"  # the reason; "" where things can be stored
_DRAWN: Final = "writing_controls_drawn"
_REDRAWN: Final = "writing_redrawn"


def begin() -> None:
    """Say above the page that nothing can be stored, while that is so. A step of app.py, before the page."""
    st.session_state.pop(_DRAWN, None)
    if not st.session_state.get(_OFF):
        return
    reason = st.session_state[_OFF] = why_not_writable(queries.account().engine)
    if reason and not boundary.is_showing():  # a click that failed for the same reason says it already
        with st.container(border=True, key="writing_is_off"):
            st.warning(f"Nothing can be stored at the moment. {plain(reason, longest=800)}", icon=":material/lock:")
            st.button("Try again", key="write_again", icon=":material/refresh:")


def end() -> None:
    """After the page: where it has controls that store something, see whether that is possible; draw it again if not.

    Last, so that a click of this run is carried out first, with all the patience of a transaction.
    """
    redrawn = st.session_state.pop(_REDRAWN, False)
    if redrawn or not st.session_state.get(_DRAWN):
        return
    reason = why_not_writable(queries.account().engine)
    if reason != st.session_state.get(_OFF, ""):
        st.session_state[_OFF] = reason
        st.session_state[_REDRAWN] = True
        st.rerun()


def button(label: str, **options: Any) -> bool:
    """st.button for what stores something."""
    return _noted(st.button(label, **control(**options)))


def submit(label: str, **options: Any) -> bool:
    """st.form_submit_button for what stores something."""
    return _noted(st.form_submit_button(label, **control(**options)))


def control(**options: Any) -> dict[str, Any]:
    """The options of any widget that stores what is chosen: off with the reason where nothing can be stored."""
    st.session_state[_DRAWN] = True
    for event in ("on_click", "on_change"):
        if event in options:
            options[event] = boundary.caught(options[event])
    reason = st.session_state.get(_OFF, "")
    return options | {"disabled": True, "help": f"Off: {reason}"} if reason else options


def _noted(pressed: bool) -> bool:
    if pressed:
        boundary.writing()
    return pressed
