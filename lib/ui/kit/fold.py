"""A part of a page that is made when it is opened: rows of twenty years cost nothing before somebody asks for them."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def folded(label: str, key: str) -> Iterator[bool]:
    """A fold: what is drawn inside the `with` stands in it. Gives whether it is open, so whether there is anything to draw."""
    part = st.expander(label, key=key, on_change="rerun")
    with part:
        yield bool(part.open)
