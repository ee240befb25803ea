"""The keys of the browser tab's state, and what they mean. Only plain values live there."""

import sys
from typing import Final

import streamlit as st

from lib.ui.shell import address

DEMO: Final = "demo"
SCREEN: Final = "screen"
RUN_KEY: Final = "run_key"
PAGE: Final = "page"
PAGE_IS_NEW: Final = "page_is_new"
PAGE_AGAIN: Final = "page_again"
FILTERS: Final = "record_filters"
# What is opened of a week, in the address.
OF_THE_WEEK: Final = ("day", "rows", "days", "muscle")
# The lists' own filters in the address, which their widgets write (kit/record_filter.py).
_FILTERS_OF_LISTS: Final = ("runs_", "strength_")


def in_demo() -> bool:
    """Whether this tab looks at the sample athlete instead of the person's own database.

    `legwork run --demo` starts every tab with the sample athlete; leaving it holds for the tab.
    """
    return bool(st.session_state.get(DEMO, "--demo" in sys.argv))


def enter_demo() -> None:
    """Look at the sample athlete from now on."""
    st.session_state[DEMO] = True


def leave_demo() -> None:
    """Back to the person's own database; what was chosen for the sample athlete is forgotten."""
    st.session_state[DEMO] = False
    st.session_state.pop(FILTERS, None)
    address.write({name: "" for name in st.query_params if not name.startswith(_FILTERS_OF_LISTS)})
