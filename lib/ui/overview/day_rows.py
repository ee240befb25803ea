"""The runs and the sets of some days in tables, with their sum: what several places of the first screen open."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.analysis.weeks.strength import is_lower_body
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.wording import detail_tables
from lib.wording import format as say


def show_day(training: Training, day: date) -> None:
    """The runs and the sets of one day below its name."""
    with st.container(border=True, key="day_rows"):
        parts.section(f"{day:%A}, {say.day(day)}")
        show_runs(training, day, day, "day")
        show_sets(training, day, day, "day")


def show_runs(
    training: Training, first: date, last: date, key: str, a_week: Callable[[float], str] = lambda _: ""
) -> None:
    """The runs of the days and their sum. a_week: the sum of metres a week in words, where that says something."""

    def found() -> tuple[pd.DataFrame, str]:
        unit = training.athlete.distance_unit
        runs = on_days(only_runs(training.activities), first, last)
        metres = float(runs["distance_m"].sum())
        total = f"**{say.counted(len(runs), 'run', 'runs')}, {say.distance(metres, unit)}**{a_week(metres)}"
        return detail_tables.runs_table(runs, first, last, unit, training.verdicts_of(first, last)), total

    rows, total = queries.once(f"{key}_runs", found, first, last)
    nothing, file_name = f"No runs on {_days(first, last)}.", f"runs-{first}.csv"
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=file_name, key=f"{key}_runs_csv")


def show_sets(training: Training, first: date, last: date, key: str, *, lower: bool = False) -> None:
    """The logged sets of the days and how many count. lower: only those of the lower body."""
    what = "lower-body set" if lower else "set"

    def found() -> tuple[pd.DataFrame, str]:
        logged = on_days(training.lifting.counted, first, last)
        if lower:
            logged = logged[is_lower_body(logged, training.credits)]
        total = f"**{say.counted(logged['hard'].sum(), what, f'{what}s')}** that count, {len(logged)} logged"
        return detail_tables.sets_table(logged, first, last, training.athlete.weight_unit), total

    rows, total = queries.once(f"{key}_sets", found, first, last, lower)
    nothing, file_name = f"No {what}s on {_days(first, last)}.", f"sets-{first}.csv"
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=file_name, key=f"{key}_sets_csv")


def _days(first: date, last: date) -> str:
    return "this day" if first == last else "these days"
