"""What is understood of a text, line by line: its exercise and muscles, or what is wrong, under the word it is about."""

from html import escape
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.records import LiftingSet
from lib.model.shorthand.result import Mistake, Shorthand
from lib.services.editing.understood import Understood, mistakes_by_line, understood
from lib.services.queries.training import Training
from lib.ui.by_hand import trained
from lib.wording import set_words
from lib.wording.detail_tables import exercise_name

HOW: Final = """
| you write | it means |
|---|---|
| `3x8`, `8,8,7`, `30s`, `20m` | sets of reps, of seconds, of metres |
| `@60kg`, `+10kg`, `-20kg`, `band` | a load, one added to the body, help, a band |
| `rpe 8`, `/side`, `left`, `w` | effort, per side, one side, a warm-up set |
| `"felt heavy"` | a remark |
| `A1 squat 3x8; A2 row 3x8` | a superset |
"""
_STYLE: Final = """
<style>
.lw-line { padding: 0.35rem 0; border-bottom: 1px solid light-dark(#d8dee3, #343d44); overflow-wrap: anywhere; }
.lw-line mark { background: none; color: inherit; text-decoration: underline wavy; text-underline-offset: 0.25em; font-weight: 600; }
.lw-line small { display: block; font-size: 0.875rem; }
</style>
"""


def show(training: Training, text: str, read: Shorthand) -> None:
    """Every line in the order of the text."""
    wrong = mistakes_by_line(text, read)
    logged = training.names["exercise_name"].tolist()
    lines = [(each.start, _right(each, training)) for each in understood(read, training.own, logged)]
    lines += [(start, _wrong(text, start, end, mistakes)) for (start, end), mistakes in wrong.items()]
    body = "".join(line for _, line in sorted(lines))
    st.html(f'{_STYLE}<div role="status" aria-label="What is understood">{body}</div>')


def _right(line: Understood, training: Training) -> str:
    name = exercise_name(line.exercise) if line.exercise else ""
    known = f" → {escape(name)}" if name and name != line.name else ""
    small = _credits(training, line.exercise) if line.exercise else "Not known yet: kept as it is; map it on Exercises."
    doubt = f"<small>⚠ {escape(line.doubt)}</small>" if line.doubt else ""
    sets = "; ".join(
        _set(each, by_side, training.athlete) for each, by_side in zip(line.sets, line.each_side, strict=True)
    )
    return f'<div class="lw-line"><b>{escape(line.name)}</b>{known}: {escape(sets)}<small>{escape(small)}</small>{doubt}</div>'


def _set(each: LiftingSet, each_side: bool, athlete: Athlete) -> str:
    if each_side:
        per_side = athlete.one_sided_reps_are_per_side
        return set_words.of_each_side(each, athlete.weight_unit, reps_are_per_side=per_side)
    return set_words.set_words(each, athlete.weight_unit)


def _credits(training: Training, exercise: str) -> str:
    words = trained.trains(training, exercise)
    return f"Trains {words}" if words else "Credits no muscle."


def _wrong(text: str, start: int, end: int, mistakes: list[Mistake]) -> str:
    """The line with each wrong word marked, and below it what is wrong with that word."""
    shown, place = "", start
    for each in sorted(mistakes, key=lambda mistake: mistake.start):
        first, last = max(each.start, place), max(each.end, place)
        shown += f"{escape(text[place:first])}<mark>{escape(text[first:last])}</mark>"
        place = last
    shown += escape(text[place:end])
    whys = "".join(
        f"<small><b>{escape(text[each.start : each.end][:60])}</b>: {escape(each.why)}</small>" for each in mistakes
    )
    return f'<div class="lw-line">{shown}{whys}</div>'
