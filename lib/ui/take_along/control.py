"""The controls of the page: off with their reason for the sample athlete, and where nothing can be stored."""

from typing import Any, Final

import streamlit as st

from lib.ui.kit import writing
from lib.ui.shell import state

TOLD: Final = "take_along_told"
IN_DEMO: Final = "Off: this is the invented sample athlete. Leave the sample to do this with your own training."


def button(label: str, *, stores: bool = True, **options: Any) -> bool:
    """A button of the page. stores: whether it writes where the database lies."""
    if state.in_demo():
        return st.button(label, **options | {"disabled": True, "help": IN_DEMO})
    return writing.button(label, **options) if stores else st.button(label, **options)


def tell(sentence: str) -> None:
    """Say it above the page, which is drawn anew."""
    st.session_state[TOLD] = sentence
    st.rerun()


def show_told() -> None:
    """What the last act of this tab did."""
    sentence = st.session_state.pop(TOLD, "")
    if sentence:
        st.success(sentence, icon=":material/check:")
