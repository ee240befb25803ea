"""How consistent am I? Weeks against the person's own goals, streaks with grace, the calendar, the typical week."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.weeks.adherence import goal_weeks, met_together
from lib.analysis.weeks.dose import dose
from lib.analysis.weeks.running import only_runs
from lib.analysis.weeks.streak import streak
from lib.charts import calendar as calendar_chart
from lib.charts.look.theme import palette
from lib.model.units import METRES_PER
from lib.model.vocabulary import GoalKind
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.consistency import goal_strips, typical
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.ui.your_week import which_week
from lib.wording import format as say

TITLE = "Consistency"
ICON = ":material/event_available:"
ORDER = 3

ONE_A_WEEK = {GoalKind.RUNS: "Running weeks", GoalKind.SESSIONS: "Lifting weeks"}


def main() -> None:
    which_week.follow()
    training = queries.training()
    parts.header("Consistency", "What was done week after week, against your own goals. Planned breaks are left out.")
    if training.empty:
        parts.empty_state("This page will show your weeks against your own goals, and a calendar of runs and lifting.")
        return
    weekly = queries.weekly()
    if training.sets.empty:
        parts.missing("No sets so far: what was lifted appears when a lifting app’s export is imported.")
    if only_runs(training.activities).empty:
        parts.missing("Only lifting so far: runs appear when a running app’s export is imported.")
    show_streaks(training, weekly)
    goal_strips.show(training, weekly)
    show_calendar(training)
    show_typical_weeks(training, weekly)


def show_streaks(training: Training, weekly: Weekly) -> None:
    """Weeks in a row with a run, with a strength session and with both; and the lower-body dose."""
    parts.stats(queries.once("streaks", lambda: streak_stats(training, weekly)), key="streaks")
    st.caption(
        "One missed week in any four pauses a row and does not end it; the unfinished week never ends one. "
        "Lower-body work: the article suggests 1–2 sessions a week, research programmes mostly had 2–3."
    )


def streak_stats(training: Training, weekly: Weekly) -> list[parts.Stat]:
    row = []
    weeks = [
        goal_weeks(weekly.running, weekly.strength, goal_strips.weekly_goal(kind, 1.0), training.breaks, kind)
        for kind in ONE_A_WEEK
    ]
    for label, each in zip((*ONE_A_WEEK.values(), "Weeks with both"), (*weeks, met_together(*weeks)), strict=True):
        row.append(parts.Stat(label, *streak_words(each)))
    found = dose(weekly.strength)
    value = say.of_weeks(found.one + found.two_or_more, found.weeks) if found.weeks else say.NOTHING
    beside = f"{found.one} with one, {found.two_or_more} with two or more" if found.weeks else "no strength log yet"
    row.append(parts.Stat("Lower-body work", value, beside))
    return row


def streak_words(weeks: pd.DataFrame) -> tuple[str, str]:
    """The streak of GOAL_WEEKS and what stands beside it. Weeks that no log covers are not known, which is not none."""
    if not (weeks["counted"] | weeks["met"]).any():
        return say.NOTHING, "no week counts yet"
    found = streak(weeks)
    return f"{found.current} in a row", f"longest {found.longest}{', paused' if found.paused else ''}"


def show_calendar(training: Training) -> None:
    how = "A cell is a day; click one for its week. Blank: nothing done. Hatched: no log covers the day."
    parts.section("Calendar", how)
    figure, alt = queries.once("calendar", lambda: draw_calendar(training))
    parts.draw(figure, alt, key="calendar", on_select=lambda: which_week.open_week(parts.selected_point("calendar")))


def draw_calendar(training: Training) -> tuple[Any, str]:
    days, unit = queries.calendar(), training.athlete.distance_unit
    figure = calendar_chart.day_cells(days, unit=unit, first=training.athlete.first_weekday, look=screen.look())
    return figure, calendar_chart.text_alternative(days, unit)


def show_typical_weeks(training: Training, weekly: Weekly) -> None:
    parts.section(
        "Typical week", "Shaded: the middle half of the last 26 complete weeks. The large dot is the latest one."
    )
    unit = training.athlete.distance_unit
    colours = palette(screen.look())
    if not only_runs(training.activities).empty:
        typical.show(weekly.running, "distance_m", METRES_PER[unit], f" {unit}", colours.running)
    if not training.sets.empty:
        typical.show(weekly.strength, "sets_done", 1.0, " sets", colours.lifting)


main()
parts.footer()
