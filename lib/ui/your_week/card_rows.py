"""What adds up to a card of the first screen: its runs and sets, or its weeks."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from math import isnan
from typing import Final

import pandas as pd
import streamlit as st

from lib.analysis.your_week.week import YourWeek
from lib.model.vocabulary import Scheme
from lib.services.queries.training import Training
from lib.ui.kit import tables
from lib.ui.muscles.body_map import sets_of_muscle
from lib.ui.overview import day_rows
from lib.ui.shell import nav
from lib.wording import format as say


def show(training: Training, week: YourWeek, card: str) -> None:
    """The rows of a card by its name."""
    _ROWS[card](training, week)


def _mileage(training: Training, week: YourWeek) -> None:
    told = say.day(week.start) if week.start == week.as_of else say.days(week.start, week.as_of)
    st.caption(f"{told}. Usual: the median of the 8 weeks before, up to the same weekday.")
    if isnan(week.distance.done):
        st.caption("No run log reaches this week.")
    else:
        day_rows.show_runs(training, week.start, week.as_of, "mileage")
    if isnan(week.lower_sets.done):
        st.caption("No strength log reaches this week.")
    else:
        day_rows.show_sets(training, week.start, week.as_of, "mileage", lower=True)


def _balance(training: Training, week: YourWeek) -> None:
    found = week.balance
    if not found.covered_days:
        st.caption("No strength log in these days.")
        return
    for muscle in (found.first_muscle, found.second_muscle):
        sets_of_muscle(training, muscle, (found.from_date, found.to_date), Scheme.DEFAULT, key="card")
    nav.link("dashboard/balance.py", "How it moved, and what drives it", ":material/balance:")


def _consistency(_training: Training, week: YourWeek) -> None:
    found = week.consistency
    what = "Lower-body sessions" if found.legs else "Runs"
    days = [start.date() for start in found.weeks.index[::-1]]
    weeks = [say.days(start, start + timedelta(days=6)) for start in days]
    table = pd.DataFrame({"Week": weeks, what: found.weeks.to_numpy()[::-1]})
    known = table[what].notna()
    st.markdown(f"**{say.of_weeks(int((table[what] > 0).sum()), int(known.sum()))}** with at least one")
    tables.show(table, placeholder="no log")
    nav.link("dashboard/consistency.py", "Goals, calendar and typical week", ":material/event_repeat:")


_ROWS: Final[Mapping[str, Callable[[Training, YourWeek], None]]] = {
    "mileage": _mileage,
    "balance": _balance,
    "consistency": _consistency,
}
