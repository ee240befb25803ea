"""What an open record said when it was shown: the forms are filled with it, and what is stored is compared with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from lib.model.record_id import RecordId
from lib.services.editing.view import RecordView
from lib.store.records.overlay import PlacedSet

_BASE: Final = "record_base"
_NUMBER: Final = "record_base_number"
_SAID: Final = "record_said"


@dataclass(slots=True)
class Base:
    """Of one record.

    fields, sets: what the forms were filled with; it stays, so that what was typed stays.
    seen, seen_sets: what the person knows that it says by now.
    key:    part of the keys of the forms; another one fills them anew.
    """

    record: RecordId
    fields: Mapping[str, Any]
    sets: tuple[PlacedSet, ...]
    seen: Mapping[str, Any]
    seen_sets: tuple[PlacedSet, ...]
    key: str

    def saw(self, view: RecordView) -> None:
        """The person was told what it says now."""
        self.seen, self.seen_sets = view.fields, view.sets.placed if view.sets else ()


def base_of(view: RecordView) -> Base:
    """What was shown of a record first; that of now where it was just opened or stored."""
    known: Base | None = st.session_state.get(_BASE)
    if known is None or known.record != view.id:
        number = st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
        sets = view.sets.placed if view.sets else ()
        known = st.session_state[_BASE] = Base(view.id, view.fields, sets, view.fields, sets, key=f"record_{number}")
    return known


def forget() -> None:
    """Fill the forms anew."""
    st.session_state.pop(_BASE, None)


def stored(sentence: str) -> None:
    """Draw page and record anew, and say in a corner what was done."""
    forget()
    st.session_state[_SAID] = sentence
    st.rerun()


def tell() -> None:
    """Say what was done before the record was drawn anew."""
    if sentence := st.session_state.pop(_SAID, ""):
        st.toast(sentence, icon=":material/check:")
