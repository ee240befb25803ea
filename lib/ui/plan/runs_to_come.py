"""The hard runs of a week: what is usual, typed, or of a calendar file."""

from datetime import timedelta
from typing import Final

import streamlit as st

from lib.analysis.planning.week import DAYS, HardRun
from lib.services.planning import acts
from lib.services.planning.calendars.own import runs_of_calendar
from lib.services.planning.typed import MAX_MINUTES, PlanError
from lib.services.planning.weeks import AskedWeek, RunsFrom
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording import plan_words
from lib.wording.text import plain

_FROM: Final = {
    RunsFrom.PLANNED: "As you said.",
    RunsFrom.USUAL: "As is usual: weekdays with a hard or long run in at least four of the last eight weeks.",
    RunsFrom.NOWHERE: "None is planned, and none is usual.",
}
_MOST_TOLD: Final = 5


def show(account: Account, training: Training, asked: AskedWeek) -> None:
    """The list, and the ways to change it. What is added takes the place of what is usual."""
    runs = of_week(asked)
    parts.section("Hard runs to come", _FROM.get(asked.runs_from, ""))
    with st.container(border=True, key="runs_to_come", gap="small"):
        for number, run in enumerate(runs):
            _row(account, asked, run, number)
        _change(account, asked, runs)
        _add(account, asked)
        _calendar(account, training, asked)


def of_week(asked: AskedWeek) -> list[HardRun]:
    """The hard runs of the week itself, in their order."""
    inside = [each for each in asked.week.runs if each.known and asked.week.start <= each.day <= asked.week.last]
    return sorted(inside, key=lambda each: (each.first_start, each.title))


def _row(account: Account, asked: AskedWeek, run: HardRun, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        st.markdown(plain(plan_words.run_line(run)), width="content")
        if asked.runs_from is RunsFrom.PLANNED and run in asked.to_come:
            writing.button(
                "Not this one",
                key=f"not_this_run_{number}",
                icon=":material/close:",
                type="tertiary",
                on_click=acts.expect_no_longer,
                args=(account, run, asked.week.start, asked.week.last),
            )


def _change(account: Account, asked: AskedWeek, runs: list[HardRun]) -> None:
    week = asked.week
    if asked.runs_from is RunsFrom.PLANNED:
        writing.button(
            "Back to what is usual",
            key="usual_runs",
            icon=":material/undo:",
            type="tertiary",
            on_click=acts.expect_the_usual,
            args=(account, week.start, week.last),
        )
    elif runs and asked.runs_from is RunsFrom.USUAL:
        mine = [each for each in runs if each in asked.to_come]
        writing.button("Change these", key="change_runs", type="tertiary", on_click=acts.expect, args=(account, mine))


def _add(account: Account, asked: AskedWeek) -> None:
    every = (asked.week.start + timedelta(days=offset) for offset in range(DAYS))
    days = {f"{day:%a}": day for day in every if day >= queries.today()}  # what was run is in the log
    if not days:
        return
    with st.form("hard_runs", border=False, clear_on_submit=True):
        chosen = st.pills("Hard runs on", list(days), selection_mode="multi", key="hard_run_days")
        with st.container(horizontal=True, gap="small"):
            at = st.time_input("Start", value=None, key="hard_run_at", help="Left empty: not known.")
            minutes = st.number_input(
                "Minutes", min_value=1.0, max_value=MAX_MINUTES, value=60.0, format="%g", key="hard_run_minutes"
            )
        long = st.checkbox("Long rather than hard", key="hard_run_long")
        if writing.submit("Add", key="add_hard_runs") and chosen:
            acts.expect(account, [HardRun(days[each], at, minutes, long=long) for each in chosen])
            st.rerun()


def _calendar(account: Account, training: Training, asked: AskedWeek) -> None:
    with st.expander("From a calendar file", icon=":material/calendar_month:"):
        file = st.file_uploader("Calendar file", ["ics"], key="plan_calendar", max_upload_size=20)
        if file is None:
            st.caption("An export (.ics) of your calendar. Events whose titles say so are hard or long runs.")
            return
        try:
            found = runs_of_calendar(account, training, file.getvalue(), asked.week.start)
        except PlanError as error:
            st.error(plain(str(error), longest=400))
            return
        here = [run for run in found.runs if asked.week.start <= run.day <= asked.week.last]
        for run in here:
            st.markdown(plain(plan_words.run_line(run)))
        for words in found.left_out[:_MOST_TOLD]:
            st.caption(f"Left out: {plain(words)}")
        if around := len(found.runs) - len(here):
            st.caption(
                f"And {say.counted(around, 'run', 'runs')} of the two weeks before and after, for the gaps to them."
            )
        if not found.runs:
            st.info("No event of the week or around it has a title that says it is a hard or a long run.")
        else:
            writing.button("Take these", key="take_calendar", on_click=acts.expect, args=(account, found.runs))
