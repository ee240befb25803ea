"""A choice that stands in the address and nowhere else: a bookmark gives it again, and Back takes it back in one step.

A widget that Streamlit binds to the address by itself changes it in place, so that Back would leave the page.
"""

from collections.abc import Container
from typing import Any

import streamlit as st

from lib.ui.shell import address


def begin(key: str, options: Container[str], default: str | None) -> dict[str, Any]:
    """Before a widget of one choice: it shows what the address says. Its key and callback. default: None for no choice."""
    said = address.read(key)
    st.session_state[key] = said if said in options else default
    return {"key": key, "on_change": _said, "args": (key, default)}


def choose(key: str, option: str) -> None:
    """Choose for the person, in a callback; "" for the default."""
    address.write({key: option})


def _said(key: str, default: str | None) -> None:
    chosen = st.session_state[key]
    choose(key, "" if chosen in (None, default) else str(chosen))
