"""What is selected on a page stands in the address and nowhere else, so that a bookmark, a reload and Back give it again."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import streamlit as st

DAY: Final = "day"  # whose rows are open, on every page that opens those of a day


def read(name: str) -> str:
    """What the address says; "" where it is silent."""
    return st.query_params.get(name, "")


def read_all(name: str) -> list[str]:
    """All that the address says under a name that can stand in it several times."""
    return st.query_params.get_all(name)


def read_day(name: str) -> date | None:
    """A day as the address writes it, 2026-11-23; None for anything else: an address can be typed by hand."""
    try:
        return date.fromisoformat(read(name))
    except ValueError:
        return None


def write(values: Mapping[str, str]) -> None:
    """Say several things at once, which Back takes back at once; "" takes a name out of the address."""
    changed = {name: value for name, value in values.items() if read(name) != value}
    if changed:
        # Without a value a name leaves the address, and within one message: each would be a step of Back of its own.
        st.query_params.update({name: [value] if value else [] for name, value in changed.items()})


def write_all(name: str, values: Iterable[str]) -> None:
    """Say several things under one name, in one step of Back."""
    st.query_params.update({name: list(values)})
