"""Events on the settings page: what is marked on the figures, added and taken back."""

from datetime import date
from typing import Any

import streamlit as st

from lib.charts.overview.events import KIND_NAMES
from lib.model.athlete import Athlete
from lib.model.region import current
from lib.model.vocabulary import EventKind
from lib.services.preferences import settings
from lib.services.queries.training import Training
from lib.store.database.engine import Engine
from lib.ui.kit import parts, writing
from lib.ui.settings import forms
from lib.wording.format import day, days
from lib.wording.text import plain


def events(engine: Engine, athlete: Athlete, training: Training) -> None:
    """The form that adds an event and the list of those that there are."""
    parts.section(
        "Events",
        "Races, illness, breaks, new blocks: marked on the figures beside the training. They change no number; "
        "what no goal should count is a break, further up.",
    )
    with st.form("events", border=True, clear_on_submit=True):
        kind = st.selectbox("What happened", list(EventKind), format_func=KIND_NAMES.__getitem__, key="event_kind")
        first = st.date_input("First day", value=training.today, format=current().typed, key="event_from")
        last = st.date_input("Last day, if it was longer", value=None, format=current().typed, key="event_to")
        title = st.text_input("Name", max_chars=200, placeholder="Spring half marathon", key="event_title")
        if writing.submit("Add event") and kind and isinstance(first, date):
            _add(engine, athlete, kind, first, last if isinstance(last, date) else None, title)
    for event in training.events.to_dict("records")[::-1]:
        _listed(engine, athlete, event)


def _add(engine: Engine, athlete: Athlete, kind: EventKind, first: date, last: date | None, title: str) -> None:
    if last and first > last:
        st.error("An event ends on or after the day on which it starts.")
        return
    settings.add_event(engine, athlete.id, kind, first, last, title.strip())
    forms.done("Event added.")


def _listed(engine: Engine, athlete: Athlete, event: dict[Any, Any]) -> None:
    kind, first, last = EventKind(event["kind"]), event["from_date"].date(), event["to_date"].date()
    when = day(first) if first == last else days(first, last)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{when} · {KIND_NAMES[kind]}" + (f" · {plain(event['title'])}" if event["title"] else ""))
        if writing.button("Remove", key=f"remove_event_{kind}_{first}"):
            settings.remove_event(engine, athlete.id, kind, first)
            forms.done("Event removed.")
