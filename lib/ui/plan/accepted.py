"""The sessions that are planned: their gaps, what is in them, and the taps that log, move, pin and drop one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType

import pandas as pd
import streamlit as st

from lib.analysis.planning.placements import PlacedSession, placed_at, placements
from lib.analysis.planning.week import Slot, WeekToPlan
from lib.catalog.template import Template
from lib.model import region
from lib.model.plan import PlannedSession
from lib.services.planning import acts, sessions
from lib.services.planning.calendars.own import home_zone
from lib.services.planning.calendars.write import calendar_of
from lib.services.planning.weeks import slot_of, without_days
from lib.services.queries.training import Training
from lib.services.unfinished.last_time import last_sets
from lib.store.account import Account
from lib.ui.kit import tables, writing
from lib.ui.shell import nav, queries
from lib.wording import plan_words, set_words
from lib.wording.text import plain


def show(
    account: Account, training: Training, week: WeekToPlan, planned: Sequence[PlannedSession], done: frozenset[date]
) -> None:
    """A card each, what gives with all of them in place, and the calendar file."""
    there = _with_these(week, planned)
    gives = plan_words.gives(there, placements(there))
    if gives:
        st.info(plain(gives, longest=1200), icon=":material/straighten:")
    for number, session in enumerate(planned):
        with st.container(border=True, key=f"planned_{number}", gap="small"):
            _card(account, training, there, session, done=session.start.date() in done, number=number)
    st.download_button(
        "Calendar file",
        partial(_calendar_file, account, training, tuple(planned)),  # made on the click
        f"leg-sessions-{week.start}.ics",
        "text/calendar",
        icon=":material/calendar_add_on:",
        key="plan_ics",
        on_click="ignore",
    )


def _calendar_file(account: Account, training: Training, planned: Sequence[PlannedSession]) -> bytes:
    first, now = training.athlete.first_weekday, datetime.now(UTC)
    return calendar_of(planned, first, home_zone(account), now, partial(sessions.contents_words, asked=set_words.asked))


def _with_these(week: WeekToPlan, planned: Sequence[PlannedSession]) -> WeekToPlan:
    """The week with exactly these sessions."""
    pins = {slot_of(each): each.start.time() for each in planned}
    leg_days = without_days(week.leg_days, {slot.day for slot in pins})
    return replace(week, pins=MappingProxyType(pins), sessions=len(pins), leg_days=leg_days)


def _card(
    account: Account, training: Training, week: WeekToPlan, session: PlannedSession, *, done: bool, number: int
) -> None:
    placed = placed_at(week, slot_of(session))
    length = f"{region.short(session.minutes)} min"
    st.markdown(
        f"**{plain(plan_words.slot_words(placed.slot))}**, {region.clock(session.start.time())} · {length} · {plain(session.title)}"
    )
    st.caption(_state(session, training.today, done=done))
    if not done:
        st.caption(plain(plan_words.gaps_words(placed), longest=600))
    template = sessions.template_of(session)
    if template and (missing := sessions.not_at_hand(training, template)):
        st.caption(f"Not among the equipment at hand: {plain(', '.join(missing), longest=300)}.")
    with st.expander("What is in it"):
        if template:
            tables.show(queries.once("planned_contents", lambda: contents(training, template), session.items))
        _other_exercises(account, training, session, number)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if template and not done and writing.button("Log it from here", key=f"log_planned_{number}", type="primary"):
            sessions.begin(account, training, session, st.context.timezone)
            nav.go("log/log_session.py")
        writing.button("Drop", key=f"drop_planned_{number}", on_click=acts.drop, args=(account, session.start))
        if not done:
            _pin(account, session, number)
    if not done:
        _move(account, week, session, placed, number)


def _state(session: PlannedSession, today: date, *, done: bool) -> str:
    if done:
        return "Done: a leg session is logged on that day. Hard days tells its hours to the runs around it."
    if session.start.date() < today:
        return "Planned; no leg session is logged on that day."
    return "Pinned: it stays where it is." if session.pinned else "Planned."


def contents(training: Training, template: Template) -> pd.DataFrame:
    """A row for each exercise: what is asked, and what was done last time."""
    unit = training.athlete.weight_unit
    last = [last_sets(training.sets, training.names, item) for item in template.items]
    return pd.DataFrame(
        {
            "": [item.place for item in template.items],
            "Exercise": [item.name for item in template.items],
            "Asked": [set_words.asked(item) for item in template.items],
            "Last time": [set_words.rows_words(each, unit) if len(each) else None for each in last],
        }
    )


def _other_exercises(account: Account, training: Training, session: PlannedSession, number: int) -> None:
    """Another template in place of what is in it."""
    known = queries.once("templates_to_take", lambda: sessions.templates_to_take(account, training))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        titles = [each.title for each in known]
        place = st.selectbox(
            "Other exercises", range(len(known)), format_func=titles.__getitem__, index=None, key=f"exercises_{number}"
        )
        taken = known[place] if place is not None else None
        writing.button(
            "Take these",
            key=f"take_exercises_{number}",
            on_click=acts.fill,
            args=(account, session.start, taken.title, sessions.items_of(taken)) if taken else (),
            **({} if taken else {"disabled": True}),
        )


def _pin(account: Account, session: PlannedSession, number: int) -> None:
    words = "Unpin" if session.pinned else "Pin"
    writing.button(
        words,
        key=f"pin_planned_{number}",
        icon=":material/push_pin:",
        on_click=acts.pin,
        args=(account, session.start),
        kwargs={"pinned": not session.pinned},
    )


def _move(account: Account, week: WeekToPlan, session: PlannedSession, placed: PlacedSession, number: int) -> None:
    """Another half-day with its gaps, before anything is moved."""
    with st.expander("Move it"):
        taken = [slot for slot in week.pins if slot != placed.slot]
        free = [slot for slot in week.slots if slot not in taken and slot != placed.slot and slot not in week.closed]
        to = st.selectbox("Half-day", free, format_func=plan_words.slot_words, index=None, key=f"move_to_{number}")
        if to is None:
            return
        there = placed_at(_moved(week, placed.slot), to)
        st.caption(plain(plan_words.session_words(there), longest=600))
        writing.button(
            "Move it here", key=f"move_planned_{number}", on_click=acts.move, args=(account, session.start, there.start)
        )


def _moved(week: WeekToPlan, gone: Slot) -> WeekToPlan:
    return replace(week, pins=MappingProxyType({slot: at for slot, at in week.pins.items() if slot != gone}))
