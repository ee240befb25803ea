"""Next week: leg sessions beside the hard runs, planned beside done."""

from dataclasses import replace
from datetime import date

import streamlit as st

from lib.analysis.planning.placements import placements
from lib.analysis.planning.week import Slot, WeekToPlan
from lib.services.planning.weeks import Wish, asked_week, read_plan
from lib.ui.kit import parts
from lib.ui.plan import accepted, best, fixed, runs_to_come, strip, which
from lib.ui.shell import queries
from lib.wording import plan_words

TITLE = "Next week"
ICON = ":material/edit_calendar:"
ORDER = 3


def main() -> None:
    training, account, today = queries.training(), queries.account(), queries.today()
    parts.header(
        "Next week",
        "Leg sessions beside the hard runs: every placement in fourteen half-days, by the hours to the run before and after.",
    )
    start = which.week(account, training, today)
    plan = read_plan(account, start)
    wanted, mark = which.wanted()
    wish = Wish(start, sessions=wanted, mark_h=mark)
    asked = queries.once("asked_week", lambda: asked_week(training, plan, wish), plan, wish)
    week = replace(asked.week, closed=over(asked.week, today))
    planned = [each for each in plan.sessions if week.start <= each.start.date() <= week.last]
    ranked = placements(week)
    suggested = ranked[0].slots if ranked and not planned else ()
    if asked.unlogged:
        st.caption(plan_words.unlogged_words(asked.unlogged, asked.to_come))
    strip.show(training, asked, planned, suggested, today)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if planned:
            parts.section("Planned", "Hours by wall clock, to the hard run before and after.")
            accepted.show(account, training, week, planned, strip.done_days(training, asked))
        with st.expander("Place them anew") if planned else st.container():
            if not planned:
                parts.section("Best placements", "More gaps kept, then the larger least gap, then lifts further apart.")
            best.show(account, training, week, ranked)
    with right:
        runs_to_come.show(account, training, asked)
        fixed.show(account, training, plan.gym_times)


def over(week: WeekToPlan, today: date) -> frozenset[Slot]:
    return frozenset(slot for slot in week.slots if slot.day < today)


main()
parts.footer()
