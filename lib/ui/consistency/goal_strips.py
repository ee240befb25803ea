"""Weeks against the person's own goals: a sentence and a strip for each, and what was left out."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.weeks.adherence import adherence, goal_weeks, weekly_goal
from lib.charts import goals as charts
from lib.model.vocabulary import DistanceUnit, GoalKind
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts, tables
from lib.ui.settings import where_used
from lib.ui.settings.dated_forms import BREAK, GOAL
from lib.ui.shell import queries, screen
from lib.wording import format as say
from lib.wording.text import plain

WEEKS = 26
SPANS = (4, 12, 52)
LONGEST = max(SPANS)


def show(training: Training, weekly: Weekly) -> None:
    """The goals of the athlete; without any, the article's dose of lower-body work as a mark."""
    parts.section(
        "Your weekly goals",
        "A full bar is a week that met its goal; blank: nothing done. Hatched: no log, or a planned break. "
        "Light: a week that is not over, or that a log covers in part.",
    )
    goals = training.goals
    where_used.fold(training, "Set a goal or a break", (GOAL, BREAK), (training.today, training.today), "goal_or_break")
    if goals.empty:
        st.markdown("No weekly goals yet.")
        if training.sets.empty:
            return
        st.caption("Until then: two lower-body sessions, the upper end of the 1–2 a week that the article suggests.")
        goals = weekly_goal(GoalKind.LOWER_SESSIONS, 2.0)
    _draw(training, weekly, goals)
    _list_breaks(training.breaks)


def adherence_table(weeks: Mapping[GoalKind, pd.DataFrame], unit: DistanceUnit) -> pd.DataFrame:
    """One row a goal: weeks met of those that count, over 4, 12 and 52 weeks, and how many were left out of 52.

    weeks: GOAL_WEEKS of each goal.
    """
    return pd.DataFrame(
        [
            {
                "Goal": charts.goal_name(kind, charts.latest_targets(found).get(kind), unit),
                **_adherence_of(found),
                "Left out": adherence(found, LONGEST).excluded,
            }
            for kind, found in weeks.items()
        ]
    )


def _adherence_of(weeks: pd.DataFrame) -> dict[str, str]:
    found = {last: adherence(weeks, last) for last in SPANS}
    return {
        f"Last {last} weeks": say.of_weeks(each.met, each.counted) if each.counted else say.NOTHING
        for last, each in found.items()
    }


def _draw(training: Training, weekly: Weekly, goals: pd.DataFrame) -> None:
    table, figure, alt = queries.once("goal_strips", lambda: _drawn(training, weekly, goals))
    tables.show(table)
    parts.draw(figure, alt, key="goal_strips")


def _drawn(training: Training, weekly: Weekly, goals: pd.DataFrame) -> tuple[pd.DataFrame, Any, str]:
    """The table, the figure and its text alternative."""
    weeks = {
        kind: goal_weeks(weekly.running, weekly.strength, goals, training.breaks, kind)
        for kind in GoalKind
        if (goals["kind"] == str(kind)).any()
    }
    recent = pd.concat([found.tail(WEEKS) for found in weeks.values()], ignore_index=True)
    unit = training.athlete.distance_unit
    figure = charts.goal_strips(recent, unit=unit, look=screen.look())
    return adherence_table(weeks, unit), figure, charts.text_alternative(recent, unit)


def _list_breaks(breaks: pd.DataFrame) -> None:
    """The planned breaks whose weeks are left out, the latest three. breaks: BREAKS."""
    latest = breaks.sort_values("from_date", ascending=False).head(3)
    spans = [
        say.days(first.date(), last.date()) + (f" ({plain(reason)})" if reason else "")
        for first, last, reason in zip(latest["from_date"], latest["to_date"], latest["reason"], strict=True)
    ]
    if spans:
        st.caption(f"Left out as planned breaks: {', '.join(spans)}.")
