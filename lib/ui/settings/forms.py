"""The forms of the settings page. Each saves through a service and draws the page anew."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final
from zoneinfo import available_timezones

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.region import current
from lib.model.vocabulary import DistanceUnit, Weekday, WeightUnit
from lib.services.preferences import settings
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.settings import region_choice
from lib.wording.format import counted, day
from lib.wording.text import plain

UNIT_TITLES: Final = {"km": "Kilometres", "mi": "Miles", "kg": "Kilograms", "lb": "Pounds"}
SAID: Final = "settings_said"


def units(account: Account, athlete: Athlete) -> None:
    """Distance, weight, the first day of the week, and how numbers and dates are written."""
    say_done()
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
            settings.save(account, changed)
            done("Saved.")


def home_zone(account: Account, athlete: Athlete) -> None:
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
            _say_moved(f"Home is {zone} now.", settings.change_home_zone(account, zone))
    if athlete.time_zone:
        _moves(account, zones)


def _moves(account: Account, zones: list[str]) -> None:
    """Homes that came later, each with the day from which it holds."""
    known = settings.homes(account)
    for move in known.moves if known else ():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"From {day(move.from_date)} · {plain(move.zone.key)}")
            if writing.button("Remove", key=f"remove_home_{move.from_date}"):
                _say_moved("Taken back.", settings.remove_move(account, move.from_date))
    with st.expander("Moved to another time zone?"), st.form("move", border=False):
        zone = st.selectbox("New home time zone", zones, index=None)
        start = st.date_input("Home since", value=None, format=current().typed)
        if writing.submit("Add move") and zone and isinstance(start, date):
            moved = settings.add_move(account, start, zone)
            _say_moved(f"Home is {zone} from {day(start)} on.", moved)


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


def _say_moved(what: str, records: int) -> None:
    done(f"{what} {counted(records, 'record counts', 'records count')} on another day than before.")


def done(sentence: str) -> None:
    """Draw the page anew and say what was done on it."""
    st.session_state[SAID] = sentence
    st.rerun()


def say_done() -> None:
    """What was just stored, once."""
    sentence = st.session_state.pop(SAID, None)
    if sentence:
        st.toast(sentence, icon=":material/check:")
