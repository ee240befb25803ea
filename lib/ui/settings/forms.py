"""The forms of the settings page. Each saves through a service and draws the page anew."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final
from zoneinfo import available_timezones

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.region import current
from lib.model.units import from_metres, metres
from lib.model.vocabulary import DistanceUnit, GoalKind, Weekday, WeightUnit
from lib.services.preferences import settings
from lib.services.queries.training import Training
from lib.store.database.engine import Engine
from lib.ui.kit import parts, writing
from lib.ui.settings import region_choice
from lib.wording.format import count, counted, day, days
from lib.wording.text import plain

UNIT_TITLES: Final = {"km": "Kilometres", "mi": "Miles", "kg": "Kilograms", "lb": "Pounds"}
GOAL_TITLES: Final = {
    GoalKind.RUNS: "Runs a week",
    GoalKind.DISTANCE: "Distance a week",
    GoalKind.SESSIONS: "Strength sessions a week",
    GoalKind.LOWER_SESSIONS: "Lower-body sessions a week",
}
SAID: Final = "settings_said"


def units(engine: Engine, athlete: Athlete) -> None:
    """Distance, weight, the first day of the week, and how numbers and dates are written."""
    _say()
    parts.section(
        "Units, week, numbers and dates", "Only what you see changes; everything is stored in metres and kilograms."
    )
    with st.form("units", border=True):
        distance = _choice("Distances", DistanceUnit, athlete.distance_unit)
        weight = _choice("Weights", WeightUnit, athlete.weight_unit)
        first = _choice("A week starts on", Weekday, athlete.first_weekday)
        region = region_choice.choose(athlete.region)
        if writing.submit("Save"):
            changed = replace(
                athlete,
                distance_unit=DistanceUnit(distance),
                weight_unit=WeightUnit(weight),
                first_weekday=Weekday(first),
                region=region,
            )
            settings.save(engine, changed)
            done("Saved.")


def home_zone(engine: Engine, athlete: Athlete) -> None:
    """The zone in which sources that write UTC are read."""
    parts.section(
        "Home time zone",
        "Strava writes times in UTC; the home zone decides on which day such a run counts. "
        "Sources that write your own clock stay as they are.",
    )
    zones = sorted(available_timezones())
    guess = athlete.time_zone or st.context.timezone
    with st.form("zone", border=True):
        zone = st.selectbox("Home time zone", zones, index=zones.index(guess) if guess in zones else None)
        if writing.submit("Save") and zone and zone != athlete.time_zone:
            _say_moved(f"Home is {zone} now.", settings.change_home_zone(engine, athlete.id, zone))
    if athlete.time_zone:
        _moves(engine, athlete, zones)


def _moves(engine: Engine, athlete: Athlete, zones: list[str]) -> None:
    """Homes that came later, each with the day from which it holds."""
    known = settings.homes(engine, athlete.id)
    for move in known.moves if known else ():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"From {day(move.from_date)} · {plain(move.zone.key)}")
            if writing.button("Remove", key=f"remove_home_{move.from_date}"):
                _say_moved("Taken back.", settings.remove_move(engine, athlete.id, move.from_date))
    with st.expander("Moved to another time zone?"), st.form("move", border=False):
        zone = st.selectbox("New home time zone", zones, index=None)
        start = st.date_input("Home since", value=None, format=current().typed)
        if writing.submit("Add move") and zone and isinstance(start, date):
            moved = settings.add_move(engine, athlete.id, start, zone)
            _say_moved(f"Home is {zone} from {day(start)} on.", moved)


def goals(engine: Engine, athlete: Athlete, training: Training) -> None:
    """Weekly goals, each with the date from which it holds."""
    parts.section(
        "Weekly goals", "A goal holds from its date on, so a new one does not rewrite earlier weeks. 0 ends it."
    )
    with st.form("goals", border=True):
        kind = st.selectbox("What", list(GoalKind), format_func=lambda k: _goal_title(k, athlete.distance_unit))
        target = st.number_input("At least", min_value=0.0, max_value=1000.0, step=1.0, value=2.0, format="%g")
        start = st.date_input("From", value=training.today, format=current().typed)
        if writing.submit("Set goal") and kind and isinstance(start, date):
            stored = metres(target, athlete.distance_unit) if kind is GoalKind.DISTANCE else target
            settings.set_goal(engine, athlete.id, kind, start, stored)
            done("Goal set.")
    for each in training.goals.sort_values(["kind", "from_date"]).to_dict("records"):
        kind, start = GoalKind(each["kind"]), each["from_date"].date()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"{GOAL_TITLES[kind]}: {_at_least(kind, each['target'], athlete.distance_unit)} from {day(start)}"
            )
            if writing.button("Remove", key=f"remove_goal_{kind}_{start}"):
                settings.remove_goal(engine, athlete.id, kind, start)
                done("Goal removed.")


def breaks(engine: Engine, athlete: Athlete, training: Training) -> None:
    """Planned pauses, whose weeks count neither for nor against a goal."""
    parts.section("Breaks", "Illness, holiday, taper: weeks of a break are left out of adherence and streaks.")
    with st.form("breaks", border=True):
        first = st.date_input("From", value=training.today, format=current().typed, key="break_from")
        last = st.date_input("To", value=training.today, format=current().typed, key="break_to")
        reason = st.text_input("Reason", max_chars=200, placeholder="holiday")
        if writing.submit("Add break") and isinstance(first, date) and isinstance(last, date):
            if first > last:
                st.error("A break ends on or after the day on which it starts.")
            else:
                settings.add_break(engine, athlete.id, first, last, reason)
                done("Break added.")
    for each in training.breaks.to_dict("records"):
        start, end = each["from_date"].date(), each["to_date"].date()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{days(start, end)} · {plain(each['reason']) or 'break'}")
            if writing.button("Remove", key=f"remove_break_{start}"):
                settings.remove_break(engine, athlete.id, start)
                done("Break removed.")


def _choice(label: str, words: type[StrEnum], chosen: str) -> str:
    options = [str(word) for word in words]
    return str(
        st.radio(
            label,
            options,
            index=options.index(str(chosen)),
            horizontal=True,
            format_func=lambda word: UNIT_TITLES.get(word, word.capitalize()),
        )
    )


def _goal_title(kind: GoalKind, unit: DistanceUnit) -> str:
    return f"{GOAL_TITLES[kind]} ({unit})" if kind is GoalKind.DISTANCE else GOAL_TITLES[kind]


def _at_least(kind: GoalKind, target: float, unit: DistanceUnit) -> str:
    """A target in words; 0 ends a goal."""
    if not target:
        return "none"
    amount = f"{count(from_metres(target, unit))} {unit}" if kind is GoalKind.DISTANCE else count(target)
    return f"at least {amount}"


def _say_moved(what: str, records: int) -> None:
    done(f"{what} {counted(records, 'record counts', 'records count')} on another day than before.")


def done(sentence: str) -> None:
    """Draw the page anew and say what was done on it."""
    st.session_state[SAID] = sentence
    st.rerun()


def _say() -> None:
    sentence = st.session_state.pop(SAID, None)
    if sentence:
        st.toast(sentence, icon=":material/check:")
