"""Which record is open: it stands in the address, so that it can be linked, reloaded and left by Back."""

from typing import Final

import streamlit as st

from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId, parse_id

ADDRESS: Final = "record"


def asked() -> RecordId | None:
    """The record of the address; None without one, or where an address that was typed by hand names none."""
    try:
        return parse_id(st.query_params.get(ADDRESS, ""))
    except TrainingDataError:
        return None


def open_record(record: str) -> None:
    """Show a record from the next run on."""
    st.query_params[ADDRESS] = record


def close() -> None:
    """Show none any more."""
    st.query_params.pop(ADDRESS, None)
