"""The second reason, coordination and economy: how heavy sets were, jumps, lifts that moved, and what running costs."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.leg_days.equal_heart_rate import cost_of_running
from lib.analysis.strength.heavy_share import HeavyShare
from lib.charts import cost_of_running as charts
from lib.model.vocabulary import LiftChange
from lib.services.queries.progress import easy_runs_of, heavy_of
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.progress.lifts import progress
from lib.ui.shell import nav, queries, screen
from lib.wording import format as say
from lib.wording import progress_words
from lib.wording.strength_reasons import economy

_RECENT: Final = pd.Timedelta(days=84)


def show(training: Training) -> None:
    """What trials found, and the numbers of the log beside it."""
    parts.section("Coordination and economy", economy())
    if not training.sets.empty:
        found = queries.once("heavy", lambda: heavy_of(training, progress(training).estimated))
        parts.stats(_stats(training, found), key="economy")
        st.caption(progress_words.heavy_sentence(found))
        nav.link("dashboard/progress.py", "Each lift over time", ":material/show_chart:")
    _cost(training)


def _stats(training: Training, found: HeavyShare) -> list[parts.Stat]:
    days = say.days(found.from_date, found.to_date)
    jumps = say.count(found.contacts) if found.covered else say.NOTHING
    return [
        parts.Stat(progress_words.heavy_label(found), progress_words.heavy_headline(found), f"lower body, {days}"),
        parts.Stat("Jumps", jumps, f"ground contacts, {days}"),
        parts.Stat("Lifts that moved", *_moved(training)),
    ]


def _moved(training: Training) -> tuple[str, str]:
    """Of the lifts of the last twelve weeks: how many went up and down beyond their own scatter, of how many."""
    lifts = progress(training).exercises
    recent = lifts[lifts["last_day"] >= pd.Timestamp(training.today) - _RECENT]
    told = recent.loc[recent["change"] != str(LiftChange.TOO_FEW), "change"]
    if told.empty:
        return say.NOTHING, "no lift of twelve weeks with eight sessions"
    up, down = (int((told == str(word)).sum()) for word in (LiftChange.UP, LiftChange.DOWN))
    return f"{up} up, {down} down", f"of {say.counted(len(told), 'lift', 'lifts')} of the last 12 weeks"


def _cost(training: Training) -> None:
    runs = queries.once("easy_runs", lambda: easy_runs_of(training))
    if runs.empty:
        st.caption("What running costs you needs easy runs with heart rate.")
        return
    rate = say.number(runs["heart_rate_bpm"].median(), ".0f")
    parts.section(
        "What running costs you",
        f"Pace of easy runs as it would have been at your usual heart rate, {rate}: the median of 28 days; higher is faster. "
        "Heat, sleep, surface and the sensor move it as well.",
    )
    figure, alt = queries.once("cost_of_running", lambda: _draw(training, runs))
    parts.draw(figure, alt, key="cost_of_running")


def _draw(training: Training, runs: pd.DataFrame) -> tuple[Any, str]:
    cost, unit = cost_of_running(runs), training.athlete.distance_unit
    return charts.pace_line(cost, unit=unit, look=screen.look()), charts.text_alternative(cost, unit)
