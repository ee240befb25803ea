"""How the browser writes the times in a list of records; the cells stay times, so that they sort."""

from typing import Any

import streamlit as st

from lib.model.region import current
from lib.wording.record_tables import TIME


def times() -> dict[str, Any]:
    """The times at which records started."""
    return {TIME: st.column_config.TimeColumn(format="h:mm a" if current().twelve_hours else "HH:mm")}


def narrow(column: str) -> dict[str, Any]:
    """A column of long texts, of which the beginning shows."""
    return {column: st.column_config.TextColumn(width=300)}
