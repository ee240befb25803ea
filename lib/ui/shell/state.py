"""The keys of the browser tab's state, and what they mean. Only plain values live there."""

import sys
from typing import Final

import streamlit as st

from lib.ui.shell import address

DEMO: Final = "demo"
SCREEN: Final = "screen"
RUN_KEY: Final = "run_key"
PAGE: Final = "page_of_this_run"
PAGE_IS_NEW: Final = "page_is_new"
FILTERS: Final = "record_filters"  # of each list what its address said last, by the path of its page
# What is opened of a week, in the address.
OF_THE_WEEK: Final = ("day", "rows", "days", "muscle")


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
    address.write(dict.fromkeys(st.query_params, ""))
