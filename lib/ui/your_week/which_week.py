"""Which week the first screen shows: that of the address, else the newest that is known; and the way to the others."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import streamlit as st

from lib.analysis.your_week.week import SourceReach, YourWeek
from lib.model import region
from lib.model.weeks import week_start
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.services.queries.your_week import newest_day, your_week
from lib.ui.kit.record_sources import source_title
from lib.ui.shell import address, nav, queries, state
from lib.wording import format as say
from lib.wording.text import plain
from lib.wording.your_week import log_ended

WEEK: Final = "week"
_CHOSEN: Final = "chosen_week"
_STALE: Final = timedelta(days=7)
# A source that ends so long before another one of its kind was left for that one.
_LEFT: Final = timedelta(days=28)


def as_of(training: Training, weekly: Weekly) -> date:
    """The last day that the screen tells: of the newest week the newest day, of an earlier one its last."""
    newest, weekday = queries.once("newest_day", lambda: newest_day(training)), training.athlete.first_weekday
    start = nearest_week(address.read_day(WEEK) or newest, _weeks(training, weekly))
    if start == week_start(newest, weekday):
        return newest
    return training.today if start == week_start(training.today, weekday) else start + timedelta(days=6)


def week_of(training: Training, weekly: Weekly, day: date) -> YourWeek:
    """The week as it stood at the end of a day, worked out once for all pages that tell it."""
    return queries.once("your_week", lambda: your_week(training, weekly, day), day)


def nearest_week(day: date, starts: Sequence[date]) -> date:
    """The week that a day lies in; the first or the last where there is no such week. starts: newest first."""
    return next((start for start in starts if start <= day), starts[-1])


def title(found: YourWeek) -> str:
    """The page's own words for its week."""
    if found.log_ended and not state.in_demo():
        return f"Last known week, {say.days(found.start, found.last)}"
    return f"{'Your week' if not state.in_demo() else 'An example week'}, {say.days(found.start, found.last)}"


def show(training: Training, weekly: Weekly, found: YourWeek) -> None:
    """The title, the steps to the weeks beside it, and how far each log reaches."""
    starts = _weeks(training, weekly)
    place = starts.index(found.start)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", width="content", key="week_title"):
        st.title(title(found), anchor=False, width="content")
        with st.container(
            horizontal=True, gap="xsmall", width="content"
        ):  # on a phone they go to the next line together
            _step("‹ Earlier", starts, place + 1)
            _step("Later ›", starts, place - 1)
    _logs(training, found)


def choose(training: Training, weekly: Weekly, found: YourWeek) -> None:
    """Any week by its days."""
    options = _weeks(training, weekly)
    st.session_state[_CHOSEN] = found.start
    st.selectbox(
        "Week",
        options,
        format_func=lambda start: say.days_so_far(start, start + timedelta(days=6), training.today),
        key=_CHOSEN,
        on_change=lambda: go_to(st.session_state[_CHOSEN]),
    )


def go_to(start: date) -> None:
    """Show another week; what was opened of the one before is closed."""
    address.write({WEEK: start.isoformat()} | dict.fromkeys(state.OF_THE_WEEK, ""))


def _weeks(training: Training, weekly: Weekly) -> list[date]:
    """The starts of all weeks up to today's, newest first."""

    def found() -> list[date]:
        starts = [start for start in weekly.running["week_start"].dt.date if start <= training.today]
        return starts[::-1] or [week_start(training.today, training.athlete.first_weekday)]

    return queries.once("weeks", found)


def _step(label: str, starts: Sequence[date], place: int) -> None:
    there = 0 <= place < len(starts)
    target = (starts[place],) if there else ()
    st.button(label, key=f"week_{label.strip('‹› ')}", type="tertiary", disabled=not there, on_click=go_to, args=target)


def _logs(training: Training, found: YourWeek) -> None:
    """How far each log reaches, in one line, with the way to bring a newer file where one ended."""
    told = shown_reaches(found.reaches)
    words = [_reach(each, training.today) for each in told]
    weekday = f"{found.as_of:%A}" if found.as_of == training.today else f"Known up to {found.as_of:%A}"
    if found.log_ended and not state.in_demo():
        weekday = f"**{log_ended(found)}**"
    begins = [] if not found.log_ended and found.as_of == found.last and found.is_over else [weekday]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", width="content", key="logs_reach"):
        st.caption(" · ".join(begins + words), width="content")
        if any(training.today - each.last_day > _STALE for each in told) and not state.in_demo():
            nav.link("data/import_files.py", "Bring a newer file", ":material/upload_file:")


def shown_reaches(every: Sequence[SourceReach]) -> list[SourceReach]:
    """Without the sources that were left for another one."""
    furthest = {
        runs: max((each.last_day for each in every if each.runs == runs), default=date.min) for runs in (True, False)
    }
    return [each for each in every if furthest[each.runs] - each.last_day <= _LEFT]


def _reach(each: SourceReach, today: date) -> str:
    name = plain(source_title(each.source))
    day = region.day_of_year(each.last_day) if each.last_day.year == today.year else say.day(each.last_day)
    return f"{name} to {'today' if each.last_day >= today else day}"
