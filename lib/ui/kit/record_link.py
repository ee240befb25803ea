"""Which record is open: it stands in the address, so that it can be linked, reloaded and left by Back."""

from typing import Any, Final

import streamlit as st

from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId, parse_id

ADDRESS: Final = "record"
_TABLE: Final = "record_opened_in"  # the table whose row was clicked
NOTHING_SELECTED: Final[dict[str, Any]] = {"selection": {"rows": [], "columns": [], "cells": []}}


def asked() -> RecordId | None:
    """The record of the address; None without one, or where an address that was typed by hand names none."""
    try:
        return parse_id(st.query_params.get(ADDRESS, ""))
    except TrainingDataError:
        return None


def open_record(record: str, table: str = "") -> None:
    """Show a record from the next run on. table: the key of the table in which it was clicked."""
    st.query_params[ADDRESS] = record
    if table:
        st.session_state[_TABLE] = table


def close() -> None:
    """Show none any more, and no row as selected."""
    st.query_params.pop(ADDRESS, None)
    table = st.session_state.pop(_TABLE, "")
    if table in st.session_state:
        st.session_state[table] = NOTHING_SELECTED


def clicked(selection: Any, records: list[str]) -> str:
    """The record of the cell that is selected in a table, "" without one. records: the record of each row."""
    cells = selection.get("selection", {}).get("cells", [])
    row = cells[0][0] if cells else -1
    return records[row] if 0 <= row < len(records) else ""
