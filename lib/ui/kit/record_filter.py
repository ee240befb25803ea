"""The controls above a list of records. What they say stands in the address and outlives a visit of another page."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from lib.analysis.records.choose import Only, Order

EVER: Final = "All time"
_LAST: Final[Mapping[str, int]] = {"Last 4 weeks": 28, "Last 3 months": 91, "Last 12 months": 365}
_WIDTH: Final = 168  # two abreast on a phone
_IN_ADDRESS: Final[dict[str, Any]] = {"bind": "query-params", "persist_state": "session"}


def search(key: str, placeholder: str) -> str:
    """The words that a record has to have."""
    return str(
        st.text_input(
            "Search",
            key=f"{key}_search",
            placeholder=placeholder,
            icon=":material/search:",
            label_visibility="collapsed",
            **_IN_ADDRESS,
        )
        or ""
    )


def one_of(label: str, every: str, words: Mapping[str, str], key: str) -> str:
    """One of a few values, "" for every one. every: what that is called; words: the values and what they are called."""
    chosen = st.selectbox(
        label,
        ["", *words],
        format_func=lambda each: words.get(each, every),
        key=key,
        label_visibility="collapsed",
        width=_WIDTH,
        **_IN_ADDRESS,
    )
    return chosen if chosen in words else ""


def days(key: str, years: Sequence[int], today: date) -> tuple[date | None, date | None]:
    """First and last day; None for an open end. years: that have records, newest first."""
    options = [EVER, *_LAST, *map(str, years)]
    chosen = st.selectbox("Range", options, key=key, label_visibility="collapsed", width=_WIDTH, **_IN_ADDRESS)
    if chosen in _LAST:
        return today - timedelta(days=_LAST[chosen] - 1), None
    if not chosen or chosen == EVER or not chosen.isdigit():
        return None, None
    return date(int(chosen), 1, 1), date(int(chosen), 12, 31)


def order(key: str, orders: Sequence[Order]) -> Order:
    """How the list is sorted at first; a click on a column sorts it otherwise."""
    options = list(map(str, orders))
    chosen = st.selectbox("Order", options, key=key, label_visibility="collapsed", width=_WIDTH, **_IN_ADDRESS)
    return Order(chosen or options[0])


def only(key: str) -> frozenset[Only]:
    """Marks of which one has to hold; nothing chosen: every record but those in the bin."""
    chosen = st.pills(
        "Only what",
        list(map(str, Only)),
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        **_IN_ADDRESS,
    )
    return frozenset(map(Only, chosen or ()))
