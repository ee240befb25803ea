"""The controls of the page: off with their reason for the sample athlete, and where nothing can be stored."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from lib.ui.kit import writing
from lib.ui.shell import boundary, nav, state, turns

_ASKED: Final = "take_along_asked"  # what a dialog asks once more: what to do, and with what
TOLD: Final = "take_along_told"
IN_DEMO: Final = "Off: this is the invented sample athlete. Leave the sample to do this with your own training."


def button(label: str, *, stores: bool = True, **options: Any) -> bool:
    """A button of the page. stores: whether it writes where the database lies."""
    if state.in_demo():
        return st.button(label, **options | {"disabled": True, "help": IN_DEMO})
    return writing.button(label, **options) if stores else st.button(label, **options)


def ask(*what: Any) -> None:
    """Ask once more before it is done: what to do, and with what, in plain values."""
    st.session_state[_ASKED] = what


def asked() -> tuple[Any, ...]:
    """What a dialog of this tab asks; nothing where none is open, or the page was just opened."""
    if nav.is_new():
        forget()
    return tuple(st.session_state.get(_ASKED, ()))


def forget() -> None:
    """The dialog was closed."""
    st.session_state.pop(_ASKED, None)


def dialog(title: str, draw: Callable[..., None], *of: Any) -> None:
    """The dialog of what is asked; it stays while the page is drawn anew."""
    st.dialog(title, on_dismiss=boundary.caught(forget))(turns.in_turn()(draw))(*of)


def tell(sentence: str) -> None:
    """Say it above the page, which is drawn anew without its dialog."""
    forget()
    st.session_state[TOLD] = sentence
    st.rerun()


def show_told() -> None:
    """What the last act of this tab did."""
    sentence = st.session_state.pop(TOLD, "")
    if sentence:
        st.success(sentence, icon=":material/check:")
