"""The range of a report, its making, and the download."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import streamlit as st

from lib.model.errors import ReportError
from lib.model.region import current
from lib.services.queries.training import Training
from lib.services.queries.weekly import first_day, last_day
from lib.ui.shell import queries
from lib.wording import format as say

MADE: Final = "report_made"

# The report of these days as one page of HTML. ReportError where there is nothing to report.
Maker = Callable[[Training, date, date], str]


def show(training: Training, make: Maker, usual_days: int) -> None:
    """Choose the days, by default the last usual ones, make the file, download it."""
    first, last = _logged(training)
    with st.form("report_range", border=True):
        with st.container(horizontal=True):
            year = max(first, last - timedelta(days=usual_days - 1))
            start = st.date_input("From", year, first, training.today, format=current().typed)
            end = st.date_input("To", last, first, training.today, format=current().typed)
        made = st.form_submit_button("Make the report", type="primary")
    if made:
        st.session_state[MADE] = (start, end)
    chosen = st.session_state.get(MADE)
    if chosen:
        _offer(training, make, *chosen)


def _logged(training: Training) -> tuple[date, date]:
    """First and last logged day; a file may reach two days ahead, a report ends today."""
    first, last = first_day(training), last_day(training)
    end = min(last or training.today, training.today)
    return min(first or end, end), end


def _offer(training: Training, make: Maker, start: date, end: date) -> None:
    try:
        with st.spinner("Drawing the figures"):
            page = queries.once("report", lambda: make(training, start, end), start, end)
    except ReportError as problem:
        st.info(str(problem))
        return
    st.download_button(
        f"Download {say.days(start, end)}",
        page,
        f"legwork-{start}-{end}.html",
        "text/html",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(
        f"{say.number(len(page) / 1e6, '.1f')} MB, for any browser. To have it on paper or as a PDF, print it from there."
    )
