"""The forms of the settings page. Each saves through a service and draws the page anew."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.clock import known_zones
from lib.model.region import current
from lib.model.vocabulary import DistanceUnit, Weekday, WeightUnit
from lib.services.preferences import settings
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.settings import region_choice
from lib.wording.format import counted, day
from lib.wording.text import plain

UNIT_TITLES: Final = {"km": "Kilometres", "mi": "Miles", "kg": "Kilograms", "lb": "Pounds"}
ZONE: Final = (
    "Strava writes times in UTC; the home zone decides on which day such a run counts. "
    "Sources that write your own clock stay as they are."
)
SAID: Final = "settings_said"


def basics(account: Account, athlete: Athlete) -> None:
    """What every page obeys: units, the first day of the week, the home zone, and how numbers and dates are written."""
    say_done()
    zones = sorted(known_zones())
    guess = athlete.time_zone or st.context.timezone
    with st.form("basics", border=True):
        with st.container(horizontal=True, gap="medium", key="basic_choices"):
            distance = _choice("Distances", DistanceUnit, athlete.distance_unit)
            weight = _choice("Weights", WeightUnit, athlete.weight_unit)
            first = _choice("A week starts on", Weekday, athlete.first_weekday)
        home, written = st.columns(2)
        at = zones.index(guess) if guess in zones else None
        zone = home.selectbox("Home time zone", zones, index=at, help=ZONE)
        with written:
            region = region_choice.choose(athlete.region)
        if writing.submit("Save"):
            changed = replace(
                athlete,
                distance_unit=DistanceUnit(distance),
                weight_unit=WeightUnit(weight),
                first_weekday=Weekday(first),
                region=region,
            )
            _save(account, changed, zone)


def _save(account: Account, changed: Athlete, zone: str | None) -> None:
    settings.save(account, changed)
    if zone and zone != changed.time_zone:
        _say_moved(f"Saved. Home is {zone} now.", settings.change_home_zone(account, zone))
    done("Saved.")


def moves(account: Account, athlete: Athlete) -> None:
    """Homes that came later, each with the day from which it holds; nothing before there is a first one."""
    if not athlete.time_zone:
        return
    known = settings.homes(account)
    for move in known.moves if known else ():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"From {day(move.from_date)} · {plain(move.zone.key)}", width="content")
            if writing.button("Remove", key=f"remove_home_{move.from_date}", type="tertiary"):
                _say_moved("Taken back.", settings.remove_move(account, move.from_date))
    with st.expander("Moved to another time zone?"), st.form("move", border=False):
        with st.container(horizontal=True):
            zone = st.selectbox("New home time zone", sorted(known_zones()), index=None)
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
            width="content",
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
