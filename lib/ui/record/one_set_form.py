"""One set of a session at a time, with fields that a thumb can hit; and new sets as text, at any place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_NAME, MAX_SHORTHAND
from lib.services.editing.numbered_sets import as_they_are, put_in
from lib.services.editing.typed import sets_of_text
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.record import saving, sets_table
from lib.ui.record.base import Base
from lib.wording.record_words import one_set
from lib.wording.text import plain

_WIDTH: Final = 146  # two abreast in a dialog on a phone
_AT_END: Final = "At the end"
_WORDS: Final[Mapping[str, Iterable[str]]] = {sets_table.KIND: sets_table.KINDS, sets_table.SIDE: sets_table.SIDES}


class _Pressed(NamedTuple):
    """What the form of a set says, by column, and which of its buttons was pressed."""

    row: dict[str, Any]
    save: bool
    again: bool
    out: bool


def show(account: Account, athlete: Athlete, shown: Base, said: DeltaGenerator) -> None:
    """The set that is chosen with its fields, then the line for new ones. said: where it is told what became of it."""
    names = [f"{number} · {one_set(each.set, athlete.weight_unit)}" for number, each in enumerate(shown.sets, start=1)]
    if names:
        place = _choose(names, f"one_set_{shown.record}")
        table = sets_table.sets_table(shown.sets, athlete.weight_unit)
        pressed = _fields(table.iloc[place].to_dict(), athlete, f"{shown.key}_{place}")
        if pressed.save or pressed.again or pressed.out:
            with said:
                _do(account, athlete, shown, place, pressed)
    _new(account, athlete, shown, names, said)


def _choose(names: Sequence[str], key: str) -> int:
    if st.session_state.get(key, 0) >= len(names):
        del st.session_state[key]  # the last one was taken out
    return st.selectbox("Set", range(len(names)), format_func=names.__getitem__, key=key)


def _fields(before: dict[Any, Any], athlete: Athlete, key: str) -> _Pressed:
    name = sets_table.EXERCISE
    with st.form(f"{key}_set", border=False):
        row: dict[str, Any] = {name: st.text_input(name, before[name], max_chars=MAX_NAME, key=f"{key}_{name}")}
        with st.container(horizontal=True, gap="small"):
            for column in _columns(athlete):
                row[column] = _field(column, before.get(column), athlete, f"{key}_{column}")
        with st.container(horizontal=True, gap="small"):
            save = writing.submit("Save this set", type="primary", icon=":material/save:")
            again = writing.submit("One more like it", icon=":material/add:")
            out = writing.submit("Take it out", icon=":material/delete:")
    return _Pressed(row, save, again, out)


def _columns(athlete: Athlete) -> list[str]:
    """The fields below the exercise, two abreast."""
    numbers = list(_numbers(athlete))
    return [*numbers[:-1], *_WORDS, numbers[-1]]


def _field(column: str, value: Any, athlete: Athlete, key: str) -> Any:
    if column in _WORDS:
        options = list(_WORDS[column])
        return st.selectbox(column, options, index=options.index(value), width=_WIDTH, key=key)
    limits = _numbers(athlete)[column]
    known = None if value is None or pd.isna(value) else type(limits["min_value"])(value)
    return st.number_input(column, value=known, width=_WIDTH, key=key, **limits)


def _do(account: Account, athlete: Athlete, shown: Base, place: int, pressed: _Pressed) -> None:
    """One more stands behind the set that it is like, which stays as it was."""
    wanted = as_they_are(shown.sets)
    if pressed.out:
        saving.save(account, shown, [*wanted[:place], *wanted[place + 1 :]])
        return
    rows: list[dict[Any, Any]] = sets_table.sets_table(shown.sets, athlete.weight_unit).to_dict("records")
    rows[place].update(pressed.row)
    try:
        changed = sets_table.edited_sets(shown.sets, pd.DataFrame(rows), athlete.weight_unit)[place]
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
        return
    if pressed.again:
        saving.save(account, shown, put_in(wanted, [changed.set], place + 2))
    else:
        saving.save(account, shown, [*wanted[:place], changed, *wanted[place + 1 :]])


def _numbers(athlete: Athlete) -> dict[str, dict[str, Any]]:
    """Each number of a set with its limits, and the step of its buttons."""
    unit = athlete.weight_unit
    steps = {
        sets_table.REPS: 1,
        sets_table.load_column(unit): 2.5,
        sets_table.SECONDS: 5.0,
        sets_table.METRES: 5.0,
        sets_table.RPE: 0.5,
    }
    bounds = sets_table.bounds(unit)
    return {
        column: {"min_value": bounds[column][0], "max_value": bounds[column][1], "step": step}
        | ({} if column == sets_table.REPS else {"format": "%g"})
        for column, step in steps.items()
    }


def _new(account: Account, athlete: Athlete, shown: Base, names: Sequence[str], said: DeltaGenerator) -> None:
    """New sets as text, at the end or before another one."""
    with st.form(f"{shown.key}_new_sets", border=False):
        text = st.text_input(
            "New sets", max_chars=MAX_SHORTHAND, placeholder="lunge 2x10 @20kg", key=f"{shown.key}_new_text"
        )
        places = [_AT_END, *(f"Before {name}" for name in names)]
        place = st.selectbox("Where", range(len(places)), format_func=places.__getitem__, key=f"{shown.key}_new_place")
        add = writing.submit("Add them", icon=":material/add:")
    if add:
        with said:
            _add(account, athlete, shown, text, place or None)


def _add(account: Account, athlete: Athlete, shown: Base, text: str, before: int | None) -> None:
    try:
        new = sets_of_text(athlete, text)
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
        return
    if new:
        saving.save(account, shown, put_in(as_they_are(shown.sets), new, before))
    else:
        st.error("Write the sets first, such as lunge 2x10 @20kg.")
