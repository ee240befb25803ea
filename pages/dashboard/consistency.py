"""How consistent am I? Weeks against the person's own goals, streaks with grace, the calendar, the typical week."""

import pandas as pd
import streamlit as st

from lib.analysis.adherence import adherence, goal_weeks
from lib.analysis.dose import dose
from lib.analysis.running import only_runs
from lib.analysis.streak import streak
from lib.charts import calendar as calendar_chart
from lib.charts import goals as goal_chart
from lib.charts.theme import palette
from lib.model.columns import GOALS
from lib.model.units import METRES_PER
from lib.model.vocabulary import GoalKind
from lib.services.training import Training
from lib.services.weekly import Weekly
from lib.ui import format as say
from lib.ui import load, parts, screen, typical

TITLE = "Consistency"
ICON = ":material/event_available:"
ORDER = 3

STRIP_WEEKS = 26
ONE_A_WEEK = {GoalKind.RUNS: "Running weeks", GoalKind.SESSIONS: "Lifting weeks"}


def main() -> None:
    training = load.training()
    parts.header("Consistency", "What was done week after week, against your own goals. Planned breaks are left out.")
    if training.empty:
        parts.empty_state("This page will show your weeks against your own goals, and a calendar of runs and lifting.")
        return
    weekly = load.weekly()
    show_streaks(training, weekly)
    show_goals(training, weekly)
    show_calendar(training)
    show_typical_weeks(training, weekly)


def show_streaks(training: Training, weekly: Weekly) -> None:
    """Weeks in a row with at least one run, and with at least one strength session; and the lower-body dose."""
    figures = []
    for kind, label in ONE_A_WEEK.items():
        weeks = goal_weeks(weekly.running, weekly.strength, weekly_goal(kind, 1.0), training.breaks, kind)
        run = streak(weeks)
        paused = ", paused" if run.paused else ""
        figures.append(parts.Figure(label, f"{run.current} in a row", f"longest {run.longest}{paused}"))
    found = dose(weekly.strength)
    value = say.of_weeks(found.one + found.two_or_more, found.weeks) if found.weeks else say.NOTHING
    beside = f"{found.one} with one, {found.two_or_more} with two or more" if found.weeks else "no strength log yet"
    figures.append(parts.Figure("Lower-body work", value, beside))
    parts.numbers(figures, key="streaks")
    st.caption(
        "One missed week in any four pauses a row and does not end it; the unfinished week never ends one. "
        "Lower-body work: the article suggests 1–2 sessions a week, research programmes mostly had 2–3."
    )


def show_goals(training: Training, weekly: Weekly) -> None:
    parts.section(
        "Your weekly goals", "A full bar is a week that met its goal. Hatched: a planned break or nothing logged."
    )
    goals = training.goals
    if goals.empty:
        parts.advice(
            "No weekly goals yet. Below: the upper end of the article’s 1–2 lower-body sessions.", "data/settings.py"
        )
        goals = weekly_goal(GoalKind.LOWER_SESSIONS, 2.0)
    weeks = {
        kind: goal_weeks(weekly.running, weekly.strength, goals, training.breaks, kind)
        for kind in GoalKind
        if (goals["kind"] == str(kind)).any()
    }
    for kind, found in weeks.items():
        st.markdown(f"**{goal_chart.NAMES[kind]}**: {adherence_text(found)}")
    recent = pd.concat([found.tail(STRIP_WEEKS) for found in weeks.values()], ignore_index=True)
    figure = goal_chart.goal_strips(recent, unit=training.athlete.distance_unit, look=screen.look())
    parts.draw(figure, goal_chart.text_alternative(recent), key="goal_strips")


def weekly_goal(kind: GoalKind, target: float) -> pd.DataFrame:
    """GOALS of one mark that holds from the beginning, for what is shown without a goal of one's own."""
    return GOALS.make([{"kind": str(kind), "from_date": pd.Timestamp(1970, 1, 1), "target": target}])


def adherence_text(weeks: pd.DataFrame) -> str:
    """9 of 12 weeks met, 3 of the last 4, and what was left out."""
    twelve, four = adherence(weeks, 12), adherence(weeks, 4)
    if not twelve.counted:
        return "no complete week with this goal yet."
    left_out = f"; {say.counted(twelve.excluded, 'week', 'weeks')} not counted" if twelve.excluded else ""
    return f"{say.of_weeks(twelve.met, twelve.counted)}, {four.met} of the last {four.counted}{left_out}."


def show_calendar(training: Training) -> None:
    parts.section("Calendar", "A cell is a day. Blank: nothing done. Hatched: no log covers the day.")
    days = load.calendar()
    unit = training.athlete.distance_unit
    figure = calendar_chart.day_cells(days, unit=unit, first=training.athlete.first_weekday, look=screen.look())
    parts.draw(figure, calendar_chart.text_alternative(days, unit), key="calendar")


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
