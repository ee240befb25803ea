"""Tables on the screen. Their numbers and days follow the region; the cells stay numbers and days, so that they sort.

A table with a column RECORD is one of records: it does not show that column, and a click on a row opens its record.
"""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from lib.model import region
from lib.services.preferences.regions import of_locale
from lib.ui.kit import record_link
from lib.ui.kit.table_style import styled
from lib.ui.shell import boundary, screen
from lib.wording.detail_tables import RECORD


def show(table: pd.DataFrame, *, column_config: dict[str, Any] | None = None, key: str = "", **how: Any) -> None:
    """A table without its index. how: as st.dataframe has it. Foreign text is safe in it.

    key: needed where the rows are of records. The browser writes numbers by itself where the region is its own, or the
    table too long to be styled.
    """
    if RECORD in table:
        how |= _opens_records(key, list(table[RECORD]))
        table = table.drop(columns=RECORD)
    shown = styled(table, screen.look(), numbers=region.current() != of_locale(st.context.locale))
    config = _columns(table, numbers=shown is table) | (column_config or {})
    st.dataframe(shown, hide_index=True, column_config=config, key=key or None, **how)


def _opens_records(key: str, records: list[str]) -> dict[str, Any]:
    """What makes a click on any cell of a row open its record."""
    if not key:
        raise ValueError("a table of records needs a key")
    return {"selection_mode": "single-cell", "on_select": boundary.caught(lambda: _open(key, records))}


def _open(key: str, records: list[str]) -> None:
    record = record_link.clicked(st.session_state[key], records)
    if record:
        record_link.open_record(record, key)


def _columns(table: pd.DataFrame, *, numbers: bool) -> dict[str, Any]:
    """How the browser writes the columns of days and, if asked for, of numbers."""
    day = st.column_config.DateColumn(format=region.table_day())
    number = st.column_config.NumberColumn(format="localized")
    config = {str(column): day for column in table.columns if _has_days(table[column])}
    return config | ({str(column): number for column in table.select_dtypes("number").columns} if numbers else {})


def _has_days(column: pd.Series) -> bool:
    """Whether the first known cell is a day."""
    known = column.first_valid_index()
    return known is not None and column.dtype == object and isinstance(column[known], date)
