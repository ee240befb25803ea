"""Goals, breaks, events and body mass on the settings page. A new kind is one more DatedForm in FORMS."""

from datetime import date
from typing import Any, Final

import streamlit as st

from lib.charts.overview.events import KIND_NAMES
from lib.model.athlete import Athlete
from lib.model.region import current
from lib.model.units import from_kilograms, from_metres, kilograms, metres
from lib.model.vocabulary import DistanceUnit, EventKind, GoalKind
from lib.services.preferences.dated import ALWAYS, LEAST_KG, MOST_KG, goal_from
from lib.services.queries.training import Training
from lib.store.own.dated import Event, Goal, PlannedBreak, WeighIn
from lib.ui.settings.dated_form import DatedForm, Days
from lib.wording.format import count, day, days, load
from lib.wording.text import plain

GOAL_TITLES: Final = {
    GoalKind.RUNS: "Runs a week",
    GoalKind.DISTANCE: "Distance a week",
    GoalKind.SESSIONS: "Strength sessions a week",
    GoalKind.LOWER_SESSIONS: "Lower-body sessions a week",
}
SHOWN_MASSES: Final = 12
FROM_WHEN: Final = "Left empty, the first goal of its kind holds for all of the past, and a later one from today on."


def _ask_goal(training: Training, _days: Days, place: str) -> Goal | None:
    unit = training.athlete.distance_unit
    kind = st.selectbox("What", list(GoalKind), format_func=lambda k: _goal_title(k, unit), key=f"goal_kind{place}")
    target = st.number_input(
        "At least", min_value=0.0, max_value=1000.0, step=1.0, value=2.0, format="%g", key=f"goal_target{place}"
    )
    start = st.date_input(
        "From", value=None, format=current().typed, key=f"goal_from{place}", help=FROM_WHEN, min_value=ALWAYS
    )
    if not kind:
        return None
    is_first = not (training.goals["kind"] == str(kind)).any()
    since = goal_from(start if isinstance(start, date) else None, training.today, is_first=is_first)
    return Goal(kind, since, metres(target, unit) if kind is GoalKind.DISTANCE else target)


def _tell_goal(goal: Goal, athlete: Athlete) -> str:
    since = "for all of the past" if goal.from_date == ALWAYS else f"from {day(goal.from_date)}"
    return f"{GOAL_TITLES[goal.kind]}: {_at_least(goal, athlete.distance_unit)} {since}"


def _goal_title(kind: GoalKind, unit: DistanceUnit) -> str:
    return f"{GOAL_TITLES[kind]} ({unit})" if kind is GoalKind.DISTANCE else GOAL_TITLES[kind]


def _at_least(goal: Goal, unit: DistanceUnit) -> str:
    """A target in words; 0 ends a goal."""
    if not goal.target:
        return "none"
    far = goal.kind is GoalKind.DISTANCE
    return f"at least {count(from_metres(goal.target, unit))} {unit}" if far else f"at least {count(goal.target)}"


def _ask_break(_training: Training, days: Days, place: str) -> PlannedBreak | None:
    first = st.date_input("From", value=days[0], format=current().typed, key=f"break_from{place}")
    last = st.date_input("To", value=days[1], format=current().typed, key=f"break_to{place}")
    reason = st.text_input("Reason", max_chars=200, placeholder="holiday", key=f"break_reason{place}")
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return PlannedBreak(first, last, reason)


def _tell_break(pause: PlannedBreak, _athlete: Athlete) -> str:
    return f"{days(pause.from_date, pause.to_date)} · {plain(pause.reason) or 'break'}"


def _ask_event(_training: Training, days: Days, place: str) -> Event | None:
    kind = st.selectbox("What happened", list(EventKind), format_func=KIND_NAMES.__getitem__, key=f"event_kind{place}")
    first = st.date_input("First day", value=days[0], format=current().typed, key=f"event_from{place}")
    last = st.date_input("Last day, if it was longer", value=None, format=current().typed, key=f"event_to{place}")
    title = st.text_input("Name", max_chars=200, placeholder="Spring half marathon", key=f"event_title{place}")
    if not kind or not isinstance(first, date):
        return None
    return Event(kind, first, title.strip(), last if isinstance(last, date) else None)


def _tell_event(event: Event, _athlete: Athlete) -> str:
    longer = event.to_date and event.to_date != event.from_date
    when = days(event.from_date, event.to_date) if longer and event.to_date else day(event.from_date)
    return f"{when} · {KIND_NAMES[event.kind]}" + (f" · {plain(event.title)}" if event.title else "")


def _ask_mass(training: Training, days: Days, _place: str) -> WeighIn | None:
    today = days[0]
    unit = training.athlete.weight_unit
    on_date = st.date_input("Day", value=today, max_value=today, format=current().typed, key="body_mass_day")
    value = st.number_input(
        f"Body mass ({unit})",
        min_value=round(from_kilograms(LEAST_KG, unit), 1),
        max_value=round(from_kilograms(MOST_KG, unit), 1),
        value=None,
        step=0.1,
        format="%.1f",
        key=f"body_mass_{unit}",
    )
    return WeighIn(on_date, kilograms(value, unit)) if value is not None and isinstance(on_date, date) else None


def _tell_mass(entry: WeighIn, athlete: Athlete) -> str:
    return f"{day(entry.on_date)} · {load(entry.body_mass_kg, athlete.weight_unit)}"


def _below_masses(own: int, training: Training) -> None:
    if own > SHOWN_MASSES:
        st.caption(f"And {own - SHOWN_MASSES} earlier ones.")
    logged = len(training.body_mass) - own
    if logged > 0:
        st.caption(f"Your lifting logs wrote it down on {logged} more days.")


GOAL: Final = DatedForm(
    kind=Goal,
    name="goal",
    title="Weekly goals",
    about="The first goal holds for all of the past unless you give a date; a later one from its date on, so that it does "
    "not rewrite earlier weeks. 0 ends it.",
    add="Set goal",
    added="Goal set.",
    removed="Goal removed.",
    ask=_ask_goal,
    told=_tell_goal,
    keeps_its_fields=True,
)
BREAK: Final = DatedForm(
    kind=PlannedBreak,
    name="break",
    title="Breaks",
    about="Illness, holiday, taper: weeks of a break are left out of adherence and streaks.",
    add="Add break",
    added="Break added.",
    removed="Break removed.",
    ask=_ask_break,
    told=_tell_break,
    keeps_its_fields=True,
)
EVENT: Final = DatedForm(
    kind=Event,
    name="event",
    title="Events",
    about="Races, illness, breaks, new blocks: marked on the figures beside the training. They change no number; "
    "what no goal should count is a break.",
    add="Add event",
    added="Event added.",
    removed="Event removed.",
    ask=_ask_event,
    told=_tell_event,
    newest_first=True,
)
BODY_MASS: Final = DatedForm(
    kind=WeighIn,
    name="mass",
    title="Body mass",
    about="Only for tonnage of lifts that move the body, such as squats and pull-ups. A set takes the entry nearest in "
    "time, at most 90 days away. Sets are counted without it.",
    add="Add body mass",
    added="Body mass kept.",
    removed="Body mass removed.",
    ask=_ask_mass,
    told=_tell_mass,
    newest_first=True,
    shown=SHOWN_MASSES,
    below=_below_masses,
)
FORMS: Final[tuple[DatedForm[Any], ...]] = (GOAL, BREAK, EVENT, BODY_MASS)
