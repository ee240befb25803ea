"""The controls above a list of records. What they say stands in the address and outlives a visit of another page.

Streamlit takes it out of the address when the page is left, also out of the one that Back leads to, and on the way back
lets the empty address decide. So the tab keeps what was said, and says it again when the page is opened without any.
"""

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from lib.analysis.records.choose import Only, Order
from lib.ui.shell import nav, state

EVER: Final = "All time"
_LAST: Final[Mapping[str, int]] = {"Last 4 weeks": 28, "Last 3 months": 91, "Last 12 months": 365}
_SAY_AGAIN: Final = "filters_say_again"
_WIDTH: Final = 168  # two abreast on a phone


def begin(of_list: str) -> None:
    """Before the controls of a list, whose keys all start so: whether the page was just opened and its address says nothing."""
    addressed = any(each.startswith(f"{of_list}_") for each in st.query_params)
    st.session_state[_SAY_AGAIN] = nav.is_new() and not addressed


def search(key: str, placeholder: str) -> str:
    """The words that a record has to have."""
    _restore(key, None)
    said = st.text_input(
        "Search",
        key=key,
        placeholder=placeholder,
        icon=":material/search:",
        label_visibility="collapsed",
        bind="query-params",
    )
    return str(_keep(key, said) or "")


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
    _restore(key, None)
    chosen = st.pills(
        "Only what",
        list(map(str, Only)),
        selection_mode="multi",
        key=key,
        label_visibility="collapsed",
        bind="query-params",
    )
    return frozenset(map(Only, _keep(key, chosen) or ()))


def _select(label: str, options: Sequence[str], key: str, words: Any = str) -> str:
    _restore(key, options)
    chosen = st.selectbox(
        label,
        options,
        format_func=words,
        key=key,
        label_visibility="collapsed",
        width=_WIDTH,
        bind="query-params",
    )
    return str(_keep(key, chosen) or options[0])


def _restore(key: str, options: Container[Any] | None) -> None:
    """What the control said when its page was left, unless the address says something. options: that there are now."""
    kept = _kept(key)
    if kept and _says_again():
        st.session_state[key] = kept
    if options is not None and key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]


def _keep(key: str, said: Any) -> Any:
    if _kept(key) and said != _kept(key) and _says_again() and not nav.was_opened_again():
        nav.open_again()  # came by Back: the next run may say it again
    st.session_state.setdefault(state.FILTERS, {})[key] = said
    return said


def _kept(key: str) -> Any:
    return st.session_state.get(state.FILTERS, {}).get(key)


def _says_again() -> bool:
    return bool(st.session_state.get(_SAY_AGAIN))
