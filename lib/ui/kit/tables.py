"""Tables on the screen. Their numbers and days follow the region; the cells stay numbers and days, so that they sort.

A table with a column RECORD is one of records: in its place each row begins with a button that opens its record. A click
on any cell would be shorter, but whoever walks through the page by keyboard would open a record with every table. Without a
pointer the field of record_choice.py opens one.
"""

from datetime import date, time
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.model import region
from lib.services.preferences.regions import of_locale
from lib.ui.kit import record_link
from lib.ui.kit.table_style import styled
from lib.ui.shell import boundary, screen
from lib.wording.detail_tables import RECORD

_OPEN: Final = "Open"
_ARROW: Final = ":material/open_in_full:"


def show(table: pd.DataFrame, *, column_config: dict[str, Any] | None = None, key: str = "", **how: Any) -> None:
    """A table without its index. how: as st.dataframe has it. Foreign text is safe in it.

    key: needed where the rows are of records. The browser writes numbers by itself where the region is its own, or the
    table too long to be styled.
    """
    config = dict(column_config or {})
    if RECORD in table:
        config[_OPEN] = _opening(key, list(table[RECORD]))
        table = table.drop(columns=RECORD)
        table.insert(0, _OPEN, _ARROW)
    shown = styled(table, screen.look(), numbers=region.current() != of_locale(st.context.locale))
    config = _columns(table, numbers=shown is table) | config
    how = {"placeholder": "–"} | how  # else Streamlit writes "None" where nothing is known
    st.dataframe(shown, hide_index=True, column_config=config, key=key or None, **how)


def _opening(key: str, records: list[str]) -> Any:
    """The column of buttons that open the record of their row."""
    if not key:
        raise ValueError("a table of records needs a key")
    clicked = f"{key}_open"
    opened = boundary.caught(lambda: _open(clicked, records))
    return st.column_config.ButtonColumn("Open", pinned=True, width=56, type="tertiary", on_click=opened, key=clicked)


def _open(key: str, records: list[str]) -> None:
    click = st.session_state.get(key)
    record = records[click["row"]] if click and 0 <= click["row"] < len(records) else ""
    if record:
        record_link.open_record(record)


def _columns(table: pd.DataFrame, *, numbers: bool) -> dict[str, Any]:
    """How the browser writes the columns of days and, if asked for, of numbers."""
    day = st.column_config.DateColumn(format=region.table_day())
    number = st.column_config.NumberColumn(format="localized")
    config = {str(column): day for column in table.columns if _has_days(table[column])}
    config |= {str(column): _length(str(column)) for column in table.columns if _has_times(table[column])}
    return config | ({str(column): number for column in table.select_dtypes("number").columns} if numbers else {})


def _length(column: str) -> Any:
    """How a column of paces or of times taken is written; that of clock times says itself."""
    return st.column_config.TimeColumn(format="m:ss" if column.startswith("Pace") else "H:mm:ss")


def _has_times(column: pd.Series) -> bool:
    """Whether the first known cell is a time."""
    known = column.first_valid_index()
    return known is not None and column.dtype == object and isinstance(column[known], time)


def _has_days(column: pd.Series) -> bool:
    """Whether the first known cell is a day."""
    known = column.first_valid_index()
    return known is not None and column.dtype == object and isinstance(column[known], date)
