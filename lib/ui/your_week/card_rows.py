"""What adds up to a card of the first screen: its runs and sets, or its weeks."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from math import isnan
from typing import Final

import pandas as pd
import streamlit as st

from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.analysis.weeks.strength import is_lower_body
from lib.analysis.your_week.week import YourWeek
from lib.model.vocabulary import MUSCLE_NAMES, Muscle, MuscleMeasure, Scheme
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.shell import nav, queries
from lib.wording import detail_tables
from lib.wording import format as say


def show(training: Training, week: YourWeek, card: str) -> None:
    """The rows of a card by its name."""
    _ROWS[card](training, week)


def show_runs(training: Training, first: date, last: date, key: str) -> None:
    """The runs of these days and their sum."""
    unit = training.athlete.distance_unit

    def found() -> tuple[pd.DataFrame, str]:
        runs = on_days(only_runs(training.activities), first, last)
        total = f"**{say.counted(len(runs), 'run', 'runs')}, {say.distance(float(runs['distance_m'].sum()), unit)}**"
        return detail_tables.runs_table(runs, first, last, unit), total

    rows, total = queries.once(f"{key}_runs", found, first, last)
    parts.rows_behind(
        rows,
        total=total,
        nothing=f"No runs on {_days(first, last)}.",
        file_name=f"runs-{first}.csv",
        key=f"{key}_runs_csv",
    )


def show_sets(training: Training, first: date, last: date, key: str, *, lower: bool = False) -> None:
    """The logged sets of these days and how many count. lower: only those of the lower body."""

    def found() -> tuple[pd.DataFrame, str]:
        logged = on_days(training.lifting.counted, first, last)
        if lower:
            logged = logged[is_lower_body(logged, training.credits)]
        what = ("lower-body set", "lower-body sets") if lower else ("set", "sets")
        total = f"**{say.counted(logged['hard'].sum(), *what)}** that count, {len(logged)} logged"
        return detail_tables.sets_table(logged, first, last, training.athlete.weight_unit), total

    rows, total = queries.once(f"{key}_sets", found, first, last, lower)
    nothing = f"No {'lower-body ' if lower else ''}sets on {_days(first, last)}."
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=f"sets-{first}.csv", key=f"{key}_sets_csv")


def _days(first: date, last: date) -> str:
    return "this day" if first == last else "these days"


def _mileage(training: Training, week: YourWeek) -> None:
    told = say.day(week.start) if week.start == week.as_of else say.days(week.start, week.as_of)
    st.caption(f"{told}. Usual: the median of the 8 weeks before, up to the same weekday.")
    if isnan(week.distance.done):
        st.caption("No run log reaches this week.")
    else:
        show_runs(training, week.start, week.as_of, "mileage")
    if isnan(week.lower_sets.done):
        st.caption("No strength log reaches this week.")
    else:
        show_sets(training, week.start, week.as_of, "mileage", lower=True)


def _balance(training: Training, week: YourWeek) -> None:
    found = week.balance
    if not found.covered_days:
        st.caption("No strength log in these days.")
        return
    for muscle in (found.first_muscle, found.second_muscle):
        made = partial(_of_muscle, training, week, muscle)
        rows, amount = queries.once(f"card_{muscle}", made, week.as_of)
        parts.rows_behind(
            rows,
            total=f"**{MUSCLE_NAMES[muscle]}: {say.counted(amount, 'set', 'sets')}**, {say.days(found.from_date, found.to_date)}",
            nothing=f"{MUSCLE_NAMES[muscle]}: no sets, {say.days(found.from_date, found.to_date)}.",
            file_name=f"{muscle}-{found.from_date}.csv",
            key=f"card_{muscle}_csv",
        )
    nav.link("dashboard/balance.py", "How it moved, and what drives it", ":material/balance:")


def _of_muscle(training: Training, week: YourWeek, muscle: Muscle) -> tuple[pd.DataFrame, float]:
    sets = detail_tables.of_muscle(training.lifting.muscle_sets, muscle, week.balance.from_date, week.balance.to_date)
    return detail_tables.muscle_table(sets, None, MuscleMeasure.SETS, Scheme.DEFAULT, training.athlete.weight_unit)


def _consistency(_training: Training, week: YourWeek) -> None:
    found = week.consistency
    what = "Lower-body sessions" if found.legs else "Runs"
    days = [start.date() for start in found.weeks.index[::-1]]
    weeks = [say.days(start, start + timedelta(days=6)) for start in days]
    table = pd.DataFrame({"Week": weeks, what: found.weeks.to_numpy()[::-1]})
    known = table[what].notna()
    st.markdown(f"**{say.of_weeks(int((table[what] > 0).sum()), int(known.sum()))}** with at least one")
    st.dataframe(table, hide_index=True, placeholder="no log", key="card_weeks")
    nav.link("dashboard/consistency.py", "Goals, calendar and typical week", ":material/event_repeat:")


_ROWS: Final[Mapping[str, Callable[[Training, YourWeek], None]]] = {
    "mileage": _mileage,
    "balance": _balance,
    "consistency": _consistency,
}
