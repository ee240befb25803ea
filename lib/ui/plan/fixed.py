"""What stays the same every week: half-days taken for lifting, and the equipment at hand."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import streamlit as st

from lib.analysis.planning.filling import ALWAYS_AT_HAND
from lib.catalog.exercises import exercises
from lib.model.plan import GymTime
from lib.model.vocabulary import HalfDay, Weekday
from lib.services.planning import acts
from lib.services.planning.sessions import at_hand
from lib.services.preferences import settings
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import writing

_MONDAY: Final = date(2026, 11, 30)


def show(account: Account, training: Training, times: tuple[GymTime, ...]) -> None:
    """Both, folded."""
    with st.expander("Fixed gym times", icon=":material/push_pin:"):
        _gym_times(account, times, training.athlete.first_weekday)
    with st.expander("Equipment at hand", icon=":material/fitness_center:"):
        _equipment(account, training)


def _gym_times(account: Account, times: tuple[GymTime, ...], first: Weekday) -> None:
    order = [*range(7)] if first is Weekday.MONDAY else [6, *range(6)]
    every = {_name(each): each for each in (GymTime(day, half) for day in order for half in HalfDay)}
    key = "gym_times"
    st.session_state[key] = [name for name, each in every.items() if each in times]

    def keep() -> None:
        acts.lift_every_week(account, [every[name] for name in st.session_state[key]])

    st.pills(
        "Leg sessions every week, never moved",
        list(every),
        selection_mode="multi",
        key=key,
        **writing.control(on_change=keep),
    )


def _name(each: GymTime) -> str:
    return f"{_MONDAY + timedelta(days=each.weekday):%a} {each.half}"


def _equipment(account: Account, training: Training) -> None:
    words = sorted({each.equipment for each in exercises().values()} - ALWAYS_AT_HAND)
    said, key = at_hand(training), "equipment_at_hand"
    st.session_state[key] = words if said is None else [each for each in words if each in said]

    def keep() -> None:
        chosen = st.session_state[key]
        text = None if len(chosen) == len(words) else ",".join(chosen)
        settings.save(account, replace(settings.athlete_of(account), equipment=text))

    st.pills(
        "What you have; your body is always there",
        words,
        selection_mode="multi",
        format_func=lambda word: word.replace("_", " "),
        key=key,
        **writing.control(on_change=keep),
    )
