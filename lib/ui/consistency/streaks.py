"""Weeks in a row with a run, with a strength session and with both; and the lower-body dose."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from lib.analysis.weeks.adherence import goal_weeks, met_together, weekly_goal
from lib.analysis.weeks.dose import dose
from lib.analysis.weeks.running import only_runs
from lib.analysis.weeks.streak import streak
from lib.model.vocabulary import GoalKind
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.coverage_words import reach


def show(training: Training, weekly: Weekly) -> None:
    """The four numbers, and what they count."""
    parts.stats(queries.once("streaks", lambda: stats(training, weekly)), key="streaks")
    st.caption(
        "One missed week in any four pauses a row and does not end it; the unfinished week never ends one, and a week "
        "without a log does. Lower-body work: the article suggests 1–2 sessions a week, research programmes mostly had 2–3."
    )


def stats(training: Training, weekly: Weekly) -> list[parts.Stat]:
    """A streak each of runs, of sessions and of both, and the dose; of what was never logged none."""
    running = reach(training.runs_logged, "running")
    strength = reach(training.lifting.periods, "strength")
    runs, sessions = (_one_a_week(training, weekly, kind) for kind in (GoalKind.RUNS, GoalKind.SESSIONS))
    both = strength if _ends_first(training.lifting.periods, training.runs_logged) else running
    ran = parts.Stat("Running weeks", *streak_words(runs, running))
    lifted = parts.Stat("Lifting weeks", *streak_words(sessions, strength))
    dose_of_legs = parts.Stat("Lower-body work", *_dose_words(weekly, strength))
    if training.sets.empty:
        return [ran]
    if only_runs(training.activities).empty:
        return [lifted, dose_of_legs]
    return [ran, lifted, parts.Stat("Weeks with both", *streak_words(met_together(runs, sessions), both)), dose_of_legs]


def streak_words(weeks: pd.DataFrame, unknown: str) -> tuple[str, str]:
    """The streak of GOAL_WEEKS and what stands beside it. Weeks that no log covers are not known, which is not none.

    unknown: how far the log reaches, in words.
    """
    found = streak(weeks)
    if found.current is None:
        return say.NOTHING, f"{_earlier(found.last, found.last_week)}; {unknown}" if found.last_week else unknown
    if not (weeks["counted"] | weeks["met"]).any():
        return say.NOTHING, "no week counts yet"
    return f"{found.current} in a row", f"longest {found.longest}{', paused' if found.paused else ''}"


def _one_a_week(training: Training, weekly: Weekly, kind: GoalKind) -> pd.DataFrame:
    return goal_weeks(weekly.running, weekly.strength, weekly_goal(kind, 1.0), training.breaks, kind)


def _earlier(weeks: int, last_week: date) -> str:
    return f"{weeks} in a row up to the week of {say.day(last_week)}"


def _dose_words(weekly: Weekly, unknown: str) -> tuple[str, str]:
    found = dose(weekly.strength)
    if not found.weeks:
        return say.NOTHING, unknown if _ended(weekly) else "no whole week yet"
    value = say.of_weeks(found.one + found.two_or_more, found.weeks)
    last = weekly.strength.loc[weekly.strength["complete"], "week_start"].iloc[-1] + timedelta(days=6)
    return value, f"{found.one} with one, {found.two_or_more} with two or more; up to {say.day(last.date())}"


def _ended(weekly: Weekly) -> bool:
    """Whether no strength log covers the last week that is over, or none any week."""
    known = weekly.strength["sets_done"].notna()
    over = known[weekly.strength["complete"]]
    return not known.any() or not (over.empty or over.iloc[-1])


def _ends_first(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether the logs of one kind are not there or end before those of the other. PERIODS of both."""
    return one.empty or (not other.empty and bool(one["last_day"].max() <= other["last_day"].max()))
