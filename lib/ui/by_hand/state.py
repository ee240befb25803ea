"""What this tab knows of the session under way, and how it does something with it."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from lib.model.errors import StoreError
from lib.model.records import LiftingSet
from lib.model.vocabulary import WeightUnit
from lib.services.unfinished import keep
from lib.services.unfinished.acts import Act, SetChangedElsewhere
from lib.services.unfinished.differences import Differences, differences
from lib.services.unfinished.session import SetToDo, Unfinished
from lib.store.account import Account
from lib.wording.record_words import one_set

_SEEN: Final = "unfinished_seen"
_TOLD: Final = "unfinished_told"
_CLASH: Final = "unfinished_clash"
_OUTSIDE: Final = "unfinished_changed_outside"
KEPT: Final = "kept_by_hand"  # the record that was just kept


@dataclass(frozen=True, slots=True)
class Clash:
    """A set that another tab changed, and what was wanted of it here. logged: here it was to be logged."""

    now: SetToDo
    wanted: LiftingSet
    logged: bool


def do(account: Account, act: Act) -> None:
    """Do something with the session. What another tab did meanwhile is remembered, to be told."""
    st.session_state.pop(_TOLD, None)
    before: Unfinished | None = st.session_state.get(_SEEN)
    after = keep.change(account, act)
    if before and before.begun_at == after.begun_at:
        _remember(_expected(before, act), after)
    st.session_state[_SEEN] = after


def do_with_set(account: Account, act: Act, wanted: LiftingSet, *, logged: bool) -> None:
    """Likewise; where another tab said something else of the set, both are shown and the person chooses.

    NotUnderWay where the session is over, with what was not kept.
    """
    try:
        do(account, act)
    except keep.NotUnderWay as over:
        words = one_set(wanted, wanted.load_unit or WeightUnit.KG)
        raise keep.NotUnderWay(f"{over} Not kept from here: {words}.") from over
    except SetChangedElsewhere as clash:
        st.session_state[_CLASH] = Clash(clash.now, wanted, logged)


def notice(session: Unfinished) -> None:
    """Compare the session, as it was just read, with what this tab drew last. Before it is drawn."""
    seen: Unfinished | None = st.session_state.get(_SEEN)
    if seen and seen.begun_at == session.begun_at and seen.edition != session.edition:
        _remember(seen, session)
    st.session_state[_SEEN] = session


def told() -> Differences | None:
    """What another tab changed since this one was drawn last."""
    found: Differences | None = st.session_state.get(_TOLD)
    return found


def clash() -> Clash | None:
    """The set about which two tabs do not agree."""
    found: Clash | None = st.session_state.get(_CLASH)
    return found


def end_clash() -> None:
    """The person chose."""
    st.session_state.pop(_CLASH, None)
    _bump()


def forget() -> None:
    """The session is over."""
    for key in (_SEEN, _TOLD, _CLASH):
        st.session_state.pop(key, None)


def fields_of(key: str, field: str) -> str:
    """The key of a field of a set; another one after a change from outside, so that the field shows what is there now."""
    return f"{field}_{key}_{st.session_state.get(_OUTSIDE, 0)}"


def _expected(before: Unfinished, act: Act) -> Unfinished:
    try:
        return act(before)
    except StoreError:
        return before


def _remember(before: Unfinished, after: Unfinished) -> None:
    found = differences(before, after)
    if found.sets or found.others:
        st.session_state[_TOLD] = found
        _bump()


def _bump() -> None:
    st.session_state[_OUTSIDE] = st.session_state.get(_OUTSIDE, 0) + 1
