"""Session RPE × minutes: runs and lifting as two series of one unit, and how much of it is known."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.session_load.weekly import LEAST_LOGGED_SHARE
from lib.charts import session_load as charts
from lib.charts.overview.periods import last_weeks
from lib.model.vocabulary import EffortKnown
from lib.services.queries.session_load import session_loads_of, weekly_loads_of
from lib.services.queries.training import Training
from lib.ui.kit import parts, tables
from lib.ui.kit.fold import folded
from lib.ui.shell import queries, screen
from lib.wording import format as say
from lib.wording import progress_tables

SPANS: Final = {"6 months": 26, "1 year": 53, "2 years": 105}
_HOW: Final = (
    "Session RPE (0–10, the whole bout) × minutes, the rests of lifting included. Where no RPE was logged, your own median for "
    "runs or for lifting of the last 90 days stands in its place, marked as estimated; where there is none the bout is "
    "missing, not 0. Light: a week of which less than 70 % is logged, whose sum is withheld."
)


def show(training: Training) -> None:
    """The weeks, and the bouts behind them."""
    parts.section("Session load", _HOW)
    weeks, loads = queries.once("session_load", lambda: _worked_out(training))
    if loads["au"].notna().sum() == 0:
        st.markdown(
            "No session RPE yet: say how hard a run or a session was altogether, in its record or when you log it."
        )
        return
    span = SPANS[parts.choose("Range of the load", list(SPANS), "6 months", key="load_range")]
    shown = last_weeks(weeks, span)
    figure, alt = queries.once("session_load_figure", lambda: _draw(shown), span)
    parts.draw(figure, alt, key="session_load")
    st.caption(_sentence(loads, shown))
    _rows(training, shown, loads)


def _worked_out(training: Training) -> tuple[pd.DataFrame, pd.DataFrame]:
    loads = session_loads_of(training)
    return weekly_loads_of(training, loads), loads


def _draw(weeks: pd.DataFrame) -> tuple[Any, str]:
    figure = charts.weekly_bars(weeks, least_share=LEAST_LOGGED_SHARE, look=screen.look())
    return figure, charts.text_alternative(weeks)


def _sentence(loads: pd.DataFrame, shown: pd.DataFrame) -> str:
    """How the bouts of the weeks shown are known."""
    counts = {known: int(shown[known].sum()) for known in EffortKnown}
    words = ", ".join(f"{say.count(number)} {known}" for known, number in counts.items())
    aside = int(loads.loc[loads["local_date"] >= shown["week_start"].min(), "set_aside"].sum())
    timers = f" {say.counted(aside, 'timer', 'timers')} of more than four hours set aside." if aside else ""
    return (
        f"Of {say.counted(sum(counts.values()), 'bout', 'bouts')} in these weeks: {words}.{timers} A unit of running and one of "
        "lifting are not the same for any one muscle or tendon."
    )


def _rows(training: Training, shown: pd.DataFrame, loads: pd.DataFrame) -> None:
    with folded("The weeks and their bouts", key="load_rows") as is_open:
        if not is_open:
            return
        tables.show(progress_tables.weeks_table(shown), placeholder="–")
        inside = loads[loads["local_date"] >= shown["week_start"].min()]
        parts.rows_behind(
            progress_tables.loads_table(inside),
            total=f"**{say.counted(len(inside), 'bout', 'bouts')}**",
            nothing="No bouts in these weeks.",
            file_name=f"session-load-{training.today}.csv",
            key="session_loads",
        )
