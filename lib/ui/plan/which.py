"""Which week is planned, and what is wanted of it: all of it in the address."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

from lib.model.weeks import week_start
from lib.services.planning.weeks import read_plan
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import parts
from lib.wording import format as say

THIS, NEXT = "This week", "Next week"
_WEEK: Final = timedelta(weeks=1)


def week(account: Account, training: Training, today: date) -> date:
    """The first day of the week that is chosen; this one while a session of it is planned and to come, else the next one."""
    this = week_start(today, training.athlete.first_weekday)
    to_come = any(today <= each.start.date() < this + _WEEK for each in read_plan(account, this).sessions)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = parts.choose("Week", [THIS, NEXT], THIS if to_come else NEXT, key="which_week")
        start = this if chosen == THIS else this + _WEEK
        st.caption(say.days(start, start + _WEEK - timedelta(days=1)), width="content")
    return start


def wanted() -> tuple[int, float]:
    """How many leg sessions, and the hours to the next hard run."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Leg sessions", width="content")
        sessions = parts.choose("Leg sessions", ["1", "2"], "1", key="leg_sessions")
        st.caption("Hours to the next hard run", width="content")
        mark = parts.choose("Hours to the next hard run", ["24", "48"], "24", key="mark")
    return int(sessions), float(mark)
