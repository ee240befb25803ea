"""The sets of a session, to be changed, added and taken out; splitting it and merging it with another one."""

from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.model.athlete import Athlete
from lib.model.limits import MAX_NAME
from lib.model.record_id import parse_id
from lib.model.vocabulary import WeightUnit
from lib.services.editing.sets import merge_sessions, split_session
from lib.services.editing.view import RecordView
from lib.store.account import Account
from lib.store.records.overlay import set_of_field
from lib.ui.kit import writing
from lib.ui.record import base, one_set_form, saving, sets_table
from lib.ui.record.base import Base
from lib.ui.record.same_day import labels, others_of_day
from lib.ui.shell import screen
from lib.wording.format import counted
from lib.wording.record_words import one_set
from lib.wording.text import plain

_TALLEST: Final = 460


def show(account: Account, athlete: Athlete, view: RecordView) -> None:
    """The sets, as a table or one by one; below it what the person said of sets that are gone, and the ways to split and merge."""
    shown = base.base_of(view)
    said = st.container()
    if screen.look().narrow:
        one_set_form.show(account, athlete, shown, said)
        with st.expander("All sets as a table"):
            _table(account, athlete, shown, said)
    else:
        _table(account, athlete, shown, said)
        with st.expander("One set at a time, and new ones at a place"):
            one_set_form.show(account, athlete, shown, said)
    _unplaced(view, athlete)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _split(account, view)
    _merge(account, athlete, view)


def _table(account: Account, athlete: Athlete, shown: Base, said: DeltaGenerator) -> None:
    with st.form(f"{shown.key}_sets", border=False):
        table = _editor(sets_table.sets_table(shown.sets, athlete.weight_unit), athlete, shown.key)
        st.caption("The empty row at the end adds a set; a row that is ticked at its left can be deleted.")
        save = writing.submit("Save the sets", type="primary", icon=":material/save:")
    if save:
        with said:
            saving.save_table(account, athlete, shown, table)


def _editor(table: pd.DataFrame, athlete: Athlete, key: str) -> pd.DataFrame:
    unit, column = athlete.weight_unit, st.column_config
    config: dict[str, Any] = {
        sets_table.FIELD: None,
        sets_table.EXERCISE: column.TextColumn(required=True, max_chars=MAX_NAME, width=140),
        sets_table.REPS: _number(sets_table.REPS, unit, width=60, step=1, format=None),
        sets_table.load_column(unit): _number(sets_table.load_column(unit), unit, width=84, step=0.01),
        sets_table.SECONDS: _number(sets_table.SECONDS, unit, width=80),
        sets_table.METRES: _number(sets_table.METRES, unit, width=80),
        sets_table.KIND: column.SelectboxColumn(options=list(sets_table.KINDS), width=100),
        sets_table.SIDE: column.SelectboxColumn(options=list(sets_table.SIDES), width=80),
        sets_table.RPE: _number(sets_table.RPE, unit, width=70, step=0.5),
        sets_table.EDITED: column.TextColumn(disabled=True, width=80),
    }
    return st.data_editor(
        table,
        key=f"{key}_sets_table",
        num_rows="dynamic",
        hide_index=True,
        column_config=config,
        height=min(_TALLEST, 35 * (len(table) + 2) + 3),
        placeholder="–",
        alt="The sets of this session.",
    )


def _number(name: str, unit: WeightUnit, **options: Any) -> Any:
    """A column of numbers within its bounds. step, of a table: how fine a number may be."""
    least, most = sets_table.bounds(unit)[name]
    return st.column_config.NumberColumn(min_value=least, max_value=most, **{"format": "%g"} | options)


def _unplaced(view: RecordView, athlete: Athlete) -> None:
    """Words on sets that their source does not have any more: kept, and without effect."""
    gone = view.sets.unplaced if view.sets else ()
    if not gone:
        return
    named = (one_set(set_of_field(field)[1], athlete.weight_unit) for field in gone)
    lines = "\n".join(f"* {plain(each)}" for each in named)
    st.markdown(
        f"**Your word on {'a set' if len(gone) == 1 else counted(len(gone), 'set', 'sets')} that the source does not have any more**\n{lines}"
    )


def _split(account: Account, view: RecordView) -> None:
    count = len(view.sets.placed) if view.sets else 0
    if count < 2:
        return
    after = st.number_input(
        "Split after set", min_value=1, max_value=count - 1, value=count // 2, key=f"split_{view.id}", width=168
    )
    if writing.button("Split", icon=":material/call_split:", key=f"split_button_{view.id}"):
        part = split_session(account, view.id, int(after)).id
        base.stored(f"The sets after set {int(after)} are a session of their own now, {part}.")


def _merge(account: Account, athlete: Athlete, view: RecordView) -> None:
    others = others_of_day(view)
    if others.empty:
        return
    names = labels(others, athlete)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Merge with another session of the day",
            list(names),
            format_func=names.__getitem__,
            key=f"merge_{view.id}",
            width=380,
        )
        if writing.button("Merge", icon=":material/merge:", key=f"merge_button_{view.id}"):
            merge_sessions(account, [view.id, parse_id(chosen)])
            base.stored(f"The sets of {chosen} are in this session now; it is left out of the counts itself.")
