"""The controls above a list of records. What they say stands in the address, so Back takes each back in one step.

It outlives a visit of another page: the menu leads back to the list with what it said last (shell/nav.py).
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from lib.analysis.records.choose import Only, Order
from lib.ui.kit import choice
from lib.ui.shell import address

EVER: Final = "All time"
_LAST: Final[Mapping[str, int]] = {"Last 4 weeks": 28, "Last 3 months": 91, "Last 12 months": 365}
_WIDTH: Final = 168  # two abreast on a phone


def search(key: str, placeholder: str) -> str:
    """The words that a record has to have."""
    st.session_state[key] = address.read(key)
    said = st.text_input(
        "Search",
        key=key,
        placeholder=placeholder,
        icon=":material/search:",
        label_visibility="collapsed",
        on_change=lambda: address.write({key: st.session_state[key] or ""}),
    )
    return str(said or "")


def one_of(label: str, every: str, words: Mapping[str, str], key: str) -> str:
    """One of a few values, "" for every one. every: what that is called; words: the values and what they are called."""
    chosen = _select(label, ["", *words], key, lambda each: words.get(each, every))
    return chosen if chosen in words else ""


def days(key: str, years: Sequence[int], today: date) -> tuple[date | None, date | None]:
    """First and last day; None for an open end. years: that have records, newest first."""
    chosen = _select("Range", [EVER, *_LAST, *map(str, years)], key)
    if chosen in _LAST:
        return today - timedelta(days=_LAST[chosen] - 1), None
    if not chosen.isdigit():
        return None, None
    return date(int(chosen), 1, 1), date(int(chosen), 12, 31)


def order(key: str, orders: Sequence[Order]) -> Order:
    """How the list is sorted at first; a click on a column sorts it otherwise."""
    return Order(_select("Order", list(map(str, orders)), key))


def only(key: str) -> frozenset[Only]:
    """Marks of which one has to hold; nothing chosen: every record but those in the bin."""
    marks = list(map(str, Only))
    st.session_state[key] = [each for each in address.read_all(key) if each in marks]
    chosen = st.pills(
        "Only what",
        marks,
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        on_change=lambda: address.write_all(key, st.session_state[key] or ()),
    )
    return frozenset(map(Only, chosen or ()))


def _select(label: str, options: Sequence[str], key: str, words: Any = str) -> str:
    chosen = st.selectbox(
        label,
        options,
        format_func=words,
        label_visibility="collapsed",
        width=_WIDTH,
        **choice.begin(key, options, options[0]),
    )
    return str(chosen or options[0])
