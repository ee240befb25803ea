"""The records of a table as a field to choose from: whoever has no pointer cannot press a button within a table."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.ui.kit import record_link
from lib.ui.shell import boundary
from lib.wording.detail_tables import RECORD
from lib.wording.format import day

_MOST: Final = 200  # a field of thousands is of no use to anybody; a search makes the table shorter


def show(rows: pd.DataFrame, key: str) -> None:
    """A field that opens one of the first records of a table; nothing where its rows are of no records."""
    if RECORD not in rows or rows.empty:
        return
    words = labels(rows)
    chosen = f"{key}_choice"
    st.selectbox(
        "Open a record",
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder="Open …",
        key=chosen,
        label_visibility="collapsed",
        width=232,
        filter_mode="contains",
        on_change=boundary.caught(_open),
        args=(chosen,),
    )


def labels(rows: pd.DataFrame) -> dict[str, str]:
    """Each record by its id, in the order of the table: its day and the first words of its row."""
    first = rows[rows[RECORD] != ""].drop_duplicates(RECORD).head(_MOST)
    return {str(row[RECORD]): _label(row) for row in first.to_dict("records")}


def _label(row: Mapping[Any, Any]) -> str:
    days = [day(value) for value in row.values() if isinstance(value, date)]
    texts = [value for name, value in row.items() if name != RECORD and isinstance(value, str) and value.strip("–")]
    return " · ".join([*days[:1], *texts[:1]]) or str(row[RECORD])


def _open(key: str) -> None:
    record = st.session_state.get(key)
    st.session_state[key] = None
    if record:
        record_link.open_record(record)
