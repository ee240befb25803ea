"""Bouts that came from two sources: shown before an import, and decided with one click after it."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from lib.importers.base import importers
from lib.model.athlete import Athlete
from lib.model.twins import TwinPair
from lib.model.vocabulary import DistanceUnit, TwinVerdict
from lib.services.twins import decide_twin, forget_decision, list_counted_apart, list_twins
from lib.store.engine import Engine
from lib.ui import parts
from lib.ui.format import day, distance
from lib.ui.text import plain

AT_ONCE: Final = 10
SHOWN: Final = "twins_shown"
SAID: Final = "twins_said"


def show_found(pairs: Sequence[TwinPair], athlete: Athlete) -> None:
    """In the preview: which records are one bout, and which of them would count."""
    if pairs:
        with st.expander(f"Bouts that came from two sources ({len(pairs)})"):
            st.caption("Each counts once. After the import you can decide otherwise, for good.")
            st.dataframe(table_of(pairs, athlete.distance_unit), hide_index=True, width="stretch")


def show_stored(engine: Engine, athlete: Athlete) -> None:
    """What is stored: every pair with its two buttons, the newest first, and what was decided."""
    sentence = st.session_state.pop(SAID, None)
    if sentence:
        st.toast(sentence, icon=":material/check:")
    pairs, apart = list_twins(engine, athlete.id), list_counted_apart(engine, athlete.id)
    if not pairs and not apart:
        return
    parts.section(
        "Bouts that came from two sources",
        "Each counts once: the record that says more. What you decide holds when the files come again.",
    )
    shown = st.session_state.get(SHOWN, AT_ONCE)
    for pair in pairs[:shown]:
        _show_pair(engine, athlete, pair)
    if len(pairs) > shown and st.button(f"Show more ({len(pairs) - shown})", key="more_twins"):
        st.session_state[SHOWN] = shown + AT_ONCE
        st.rerun()
    _show_apart(engine, athlete, apart)


def table_of(pairs: Sequence[TwinPair], unit: DistanceUnit) -> pd.DataFrame:
    """The pairs as a table for people."""
    titles = source_titles()
    return pd.DataFrame(
        {
            "Day": [pair.keeper.local.date() for pair in pairs],
            "What": [f"{pair.keeper.sport} · {pair.keeper.title}" for pair in pairs],
            "Counts": [titles.get(pair.keeper.source, pair.keeper.source) for pair in pairs],
            "Does not count": [titles.get(pair.other.source, pair.other.source) for pair in pairs],
            "Starts": [start_difference(pair.start_s) for pair in pairs],
            "Distance": [distance_difference(pair.distance_m, unit) for pair in pairs],
            "Why": [pair.why for pair in pairs],
        }
    )


def source_titles() -> dict[str, str]:
    """How each source is called on the screen, without the name of its file."""
    return {importer.name: importer.title.split(" · ")[0] for importer in importers()}


def start_difference(seconds: float | None) -> str:
    """How much later the other record starts: "3 s later", "1 h 00 min 03 s earlier"."""
    if seconds is None:
        return "only the day is known"
    if not round(seconds):
        return "at the same second"
    minutes, rest = divmod(round(abs(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours} h {minutes:02d} min {rest:02d} s" if hours else f"{minutes} min {rest:02d} s"
    return f"{clock if hours or minutes else f'{rest} s'} {'later' if seconds > 0 else 'earlier'}"


def distance_difference(metres: float | None, unit: DistanceUnit) -> str:
    """How much longer the other record is: "0.02 km longer"."""
    if metres is None:
        return "one of them has none"
    words = distance(abs(metres), unit, 2)
    return "the same" if words.startswith("0.00 ") else f"{words} {'longer' if metres > 0 else 'shorter'}"


def _show_pair(engine: Engine, athlete: Athlete, pair: TwinPair) -> None:
    titles = source_titles()
    keeper, other = (titles.get(each.source, each.source) for each in (pair.keeper, pair.other))
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{_bout(pair, athlete)}**  \n{plain(keeper)} counts, {plain(pair.why)}. {plain(other)}: "
            f"{start_difference(pair.start_s)}, {distance_difference(pair.distance_m, athlete.distance_unit)}.",
            width="content",
        )
        with st.container(horizontal=True, width="content"):
            key = "_".join((*pair.keeper.name, *pair.other.name))
            if st.button("Count both", key=f"both_{key}", help="They are two different bouts."):
                decide_twin(engine, athlete.id, pair.other.name, TwinVerdict.DIFFERENT)
                _done("Both count now.")
            if st.button("Count the other", key=f"other_{key}", help=f"Count the record of {plain(other)} instead."):
                decide_twin(engine, athlete.id, pair.other.name, TwinVerdict.COUNTS)
                _done(f"The record of {other} counts now.")


def _show_apart(engine: Engine, athlete: Athlete, apart: Sequence[TwinPair]) -> None:
    """What the person said are two bouts, and the way back."""
    titles = source_titles()
    for pair in apart[:AT_ONCE]:
        with st.container(horizontal=True, vertical_alignment="center"):
            both = " and ".join(plain(titles.get(each.source, each.source)) for each in (pair.keeper, pair.other))
            st.markdown(f"{_bout(pair, athlete)} · both count: {both}")
            if st.button("Take back", key="_".join(("apart", *pair.keeper.name, *pair.other.name))):
                forget_decision(engine, athlete.id, pair.keeper.name, pair.other.name)
                _done("The rules decide about these two again.")


def _bout(pair: TwinPair, athlete: Athlete) -> str:
    length = distance(pair.keeper.distance_m, athlete.distance_unit) if pair.keeper.distance_m else ""
    words = (day(pair.keeper.local.date()), str(pair.keeper.sport), plain(pair.keeper.title), length)
    return " · ".join(word for word in words if word)


def _done(sentence: str) -> None:
    """Draw the page anew and say what was done on it."""
    st.session_state[SAID] = sentence
    st.rerun()
