"""What was just kept, said above the page until the person goes on."""

from typing import Final

import streamlit as st

from lib.services.editing.log import Logged
from lib.store.account import Account
from lib.ui.by_hand import own_templates, state
from lib.ui.kit import overlaps, record_link
from lib.ui.shell import nav
from lib.wording import format as say

_SAID: Final = "kept_by_hand_said"


def show(account: Account) -> None:
    """The record, where it shows, and a template of it on demand."""
    logged: Logged | None = st.session_state.get(state.KEPT)
    if not logged:
        return
    words = f"Kept as {logged.id}" + (f": {say.counted(logged.sets, 'set', 'sets')}." if logged.sets else ".")
    if st.session_state.get(_SAID) != words:  # once also where it is seen from the end of a long page
        st.session_state[_SAID] = words
        st.toast(words, icon=":material/check:")
    with st.container(border=True, key="kept_by_hand"):
        st.success(words, icon=":material/check:")
        _overlaps(logged)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Open it", key="kept_open", on_click=record_link.open_record, args=(str(logged.id),))
            nav.link(nav.HOME, "See the week", ":material/calendar_view_week:")
            st.button("Done", key="kept_done", on_click=_forget)
        if logged.sets:
            own_templates.of_session(account, logged.id.number)


def _overlaps(logged: Logged) -> None:
    """Whether the log may have the bout already, from another source."""
    named = overlaps.others(logged.id)
    if named:
        st.info(
            f"It may be the same bout as {' and '.join(named)}. That is not certain, so each counts. "
            "Open it to join them: Same bout.",
            icon=":material/help:",
        )


def _forget() -> None:
    st.session_state.pop(state.KEPT, None)
