"""The notes of the overview in words: what stands out, its numbers, its rule in one sentence, and the way to its rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from lib.analysis.notes import (
    Note,
    distance_change,
    longest_run,
    muscle_change,
    muscles_left_out,
)
from lib.model.athlete import Athlete
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.ui.kit import parts
from lib.wording import format as say

RULES: Final[Mapping[str, str]] = {
    longest_run.NAME: "A run of the last 7 days that is more than 10 % longer than the longest of the 30 days before it, the largest such step of a year.",
    muscles_left_out.NAME: "Muscles of the runner’s nine without a set in the last 6 or more complete weeks, and with one in the 26 before.",
    muscle_change.NAME: "The muscle whose sets a week changed most between the last 4 complete weeks and the 12 before: twofold or more, and by more than your weeks differ anyway.",
    distance_change.NAME: "Distance a week that differs by a quarter or more between the last 4 complete weeks and the 12 before, and by more than your weeks differ anyway.",
}

_NOTE: Final = "note"


def sentence(note: Note, athlete: Athlete) -> str:
    """What stands out, with its numbers in the person's units. Markdown of our own words."""
    return _SENTENCES[note.rule](note, athlete)


def show(found: Sequence[Note], athlete: Athlete) -> Note | None:
    """Up to three notes beside each other; one sentence if nothing stands out. The note whose rows are open."""
    parts.section("What stands out")
    opened = None
    if not found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption("Nothing by the rules that are looked at here.", width="content")
            with st.popover("The rules", type="tertiary", width="content"):
                st.markdown("\n".join(f"* {rule}" for rule in RULES.values()))
        return None
    for column, note in zip(st.columns(len(found), border=True), found, strict=True):
        with column:
            st.markdown(sentence(note, athlete))
            st.caption(RULES[note.rule])
            if parts.rows_button(_NOTE, note.rule):
                opened = note
    return opened


def _longest_run(note: Note, athlete: Athlete) -> str:
    unit, numbers = athlete.distance_unit, note.numbers
    return (
        f"**{say.distance(numbers['distance_m'], unit)}** on {say.day(note.to_date)} is {say.share(numbers['step'])} longer "
        f"than your longest run in the 30 days before ({say.distance(numbers['longest_before_m'], unit)})."
    )


def _muscles_left_out(note: Note, _athlete: Athlete) -> str:
    parts_of = [f"**{_name(muscle)}** for {note.numbers[str(muscle)]:.0f} weeks" for muscle in note.muscles]
    return "No sets: " + ", ".join(parts_of) + "."


def _muscle_change(note: Note, _athlete: Athlete) -> str:
    now, before = (say.count(round(note.numbers[name], 1)) for name in ("now", "before"))
    return (
        f"**{MUSCLE_NAMES[note.muscles[0]]}: {now} sets a week** in the last 4 weeks, beside {before} in the 12 before."
    )


def _distance_change(note: Note, athlete: Athlete) -> str:
    now, before = (say.distance(note.numbers[name], athlete.distance_unit) for name in ("now_m", "before_m"))
    return f"**{now} a week** in the last 4 weeks, beside {before} in the 12 before."


def _name(muscle: Muscle) -> str:
    return MUSCLE_NAMES[muscle].lower()


_SENTENCES: Final[Mapping[str, Callable[[Note, Athlete], str]]] = {
    longest_run.NAME: _longest_run,
    muscles_left_out.NAME: _muscles_left_out,
    muscle_change.NAME: _muscle_change,
    distance_change.NAME: _distance_change,
}
