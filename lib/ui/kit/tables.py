"""Tables on the screen. Their numbers and days follow the region; the cells stay numbers and days, so that they sort."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from lib.model import region
from lib.services.preferences.regions import of_locale
from lib.ui.kit.table_style import styled
from lib.ui.shell import screen


def show(table: pd.DataFrame, *, column_config: dict[str, Any] | None = None, **how: Any) -> None:
    """A table without its index. how: as st.dataframe has it. Foreign text is safe in it.

    The browser writes numbers by itself where the region is its own, or the table too long to be styled.
    """
    shown = styled(table, screen.look(), numbers=region.current() != of_locale(st.context.locale))
    config = _columns(table, numbers=shown is table) | (column_config or {})
    st.dataframe(shown, hide_index=True, column_config=config, **how)


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
