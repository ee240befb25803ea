"""Saying what the columns of a table of one's own are: the choices and the button that keeps them."""

from dataclasses import replace
from typing import Final

import streamlit as st

from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import FIELDS, ColumnMapping, LengthUnit, RowIs, Units, lacks
from lib.importers.reading.table import shown
from lib.model.athlete import Athlete
from lib.model.errors import Needs, TrainingDataError, UnreadableFile
from lib.model.limits import MAX_MAPPING_NAME
from lib.model.vocabulary import DateOrder, WeightUnit
from lib.services.importing import column_mappings as service
from lib.services.importing.column_mappings import Trial, UnknownTable
from lib.services.importing.receipt import ImportReceipt
from lib.store.account import Account
from lib.ui.imports import column_mapping_preview
from lib.ui.kit import parts, writing
from lib.wording.text import plain

FILE: Final = "mapping_file"
READ: Final = "mapping_read"
TRIED: Final = "mapping_tried"

ROW_TITLES: Final = {RowIs.RUN: "a run or another activity", RowIs.SET: "a set, or several equal sets, of an exercise"}
FIELD_TITLES: Final = {
    "date": "Date",
    "clock": "Time of day",
    "distance": "Distance",
    "duration": "Duration",
    "elapsed": "Elapsed time, with pauses",
    "kind": "Sport",
    "title": "Title",
    "notes": "Notes",
    "ascent": "Ascent",
    "heart_rate": "Mean heart rate",
    "heart_rate_max": "Highest heart rate",
    "cadence": "Cadence, steps a minute",
    "rpe": "Effort (RPE)",
    "key": "Id of its own",
    "exercise": "Exercise",
    "sets": "Number of sets",
    "reps": "Repetitions",
    "load": "Load",
    "reserve": "Reps in reserve",
    "warm_up": "Warm-up: yes or no",
    "remark": "Note on the set",
    "body_mass": "Body mass",
}
LENGTH_TITLES: Final = {
    LengthUnit.CLOCK: "49:10 or 1:02:30",
    LengthUnit.HOURS_MINUTES: "1:30 as hours and minutes",
    LengthUnit.MINUTES: "minutes",
    LengthUnit.SECONDS: "seconds",
    LengthUnit.HOURS: "hours",
}
UNIT_TITLES: Final = {"km": "kilometres", "mi": "miles", "m": "metres", "ft": "feet", "kg": "kilograms", "lb": "pounds"}
ORDER_TITLES: Final = {DateOrder.DAY_FIRST: "day first", DateOrder.MONTH_FIRST: "month first"}
_FIRST_FIELDS: Final = 6
_ABREAST: Final = 3
_NONE: Final = -1  # in place of a position; a choice with a guess can only be taken back by another choice


def offer(receipt: ImportReceipt) -> None:
    """A button for every table that nobody knows."""
    for file in receipt.files:
        if file.mappable and not file.member:
            st.button(
                f"Map the columns of {plain(file.name)}",
                icon=":material/view_column:",
                key=f"map_file_{file.name}",
                on_click=_open,
                args=(file.name,),
            )


def being_mapped(uploads: list[Upload]) -> Upload | None:
    """The file whose columns are being chosen; None when there is none."""
    return next((upload for upload in uploads if upload.name == st.session_state.get(FILE)), None)


def show(account: Account, athlete: Athlete, upload: Upload) -> None:
    """Everything about one table, from its first rows to the button that keeps the mapping."""
    parts.section(
        f"What is in the columns of {plain(upload.name)}?",
        "The choices are a guess by the names; check them against the rows as understood below.",
    )
    try:
        found = _layout(upload)
        column_mapping_preview.show_rows(found)
        mapping = _mapping(found, athlete)
        trial = _tried(found, mapping)
    except UnreadableFile as error:
        st.error(plain(error.why))
        st.button("Back", on_click=_close)
        return
    if trial:
        column_mapping_preview.show_trial(trial, athlete)
    _finish(account, mapping, trial)


def _layout(upload: Upload) -> UnknownTable:
    """The table, from the sheet and the line that the person chooses. UnreadableFile."""
    found = _candidate(upload)
    with st.container(horizontal=True):
        sheet = found.sheet
        if len(found.sheets) > 1:
            sheet = st.selectbox("Sheet", found.sheets, key=f"mapping_sheet_{upload.name}")
        after = st.number_input(
            "Lines above the column names",
            min_value=0,
            max_value=50,
            value=_candidate(upload, sheet).after,
            key=f"mapping_after_{upload.name}_{sheet}",
        )
    return _candidate(upload, sheet, int(after))


def _mapping(found: UnknownTable, athlete: Athlete) -> ColumnMapping:
    row_is = st.radio(
        "One row is",
        list(RowIs),
        index=list(RowIs).index(service.guess(found, athlete).row_is),
        format_func=ROW_TITLES.__getitem__,
        horizontal=True,
        key=f"mapping_row_{found.name}_{found.sheet}",
    )
    columns = _columns(found, service.guess(found, athlete, row_is))
    guess = service.guess(found, athlete, row_is, columns)
    return replace(guess, units=_units(guess), date_order=_date_order(found, columns))


def _columns(found: UnknownTable, guess: ColumnMapping) -> dict[str, int]:
    """A choice for each of our names, those that a table mostly has first."""
    fields = FIELDS[guess.row_is]
    chosen = _chosen(found, guess, fields[:_FIRST_FIELDS])
    with st.expander("More columns", expanded=any(field in guess.columns for field in fields[_FIRST_FIELDS:])):
        return chosen | _chosen(found, guess, fields[_FIRST_FIELDS:])


def _chosen(found: UnknownTable, guess: ColumnMapping, fields: tuple[str, ...]) -> dict[str, int]:
    given: dict[str, int] = {}
    for first in range(0, len(fields), _ABREAST):
        # A new row of columns each time: on a narrow screen they fall below each other in this order.
        for column, field in zip(st.columns(_ABREAST), fields[first : first + _ABREAST], strict=False):
            with column:
                given[field] = _choose(found, guess, field)
    return {field: position for field, position in given.items() if position != _NONE}


def _choose(found: UnknownTable, guess: ColumnMapping, field: str) -> int:
    return st.selectbox(
        FIELD_TITLES[field],
        range(_NONE, len(found.header.names)),
        index=guess.columns.get(field, _NONE) - _NONE,
        format_func=lambda position: _column_title(found, position),
        key=f"mapping_{guess.row_is}_{field}_{found.name}_{found.sheet}_{found.after}",
    )


def _column_title(found: UnknownTable, position: int) -> str:
    """The name of a column with what stands in it."""
    if position == _NONE:
        return "not in this table"
    first = next((text for text in found.texts(position) if text.strip()), "")
    name = found.header.names[position] or f"column {position + 1}"
    return f"{name} · {shown(first)}" if first else name


def _units(guess: ColumnMapping) -> Units:
    """The units of the columns that were chosen."""
    columns, units = guess.columns, guess.units
    key = f"{guess.row_is}_{sorted(columns.items())}"
    with st.container(horizontal=True):
        if "distance" in columns:
            units = replace(units, distance=_unit("Distances are in", ("km", "mi", "m"), units.distance, key))
        if columns.keys() & {"duration", "elapsed"}:
            lengths = st.selectbox(
                "Times are written as",
                list(LENGTH_TITLES),
                index=list(LENGTH_TITLES).index(units.length),
                format_func=LENGTH_TITLES.__getitem__,
                key=f"mapping_length_{key}",
            )
            units = replace(units, length=lengths)
        if columns.keys() & {"load", "body_mass"}:
            units = replace(units, load=WeightUnit(_unit("Loads are in", ("kg", "lb"), units.load, key)))
        if "ascent" in columns:
            units = replace(units, ascent=_unit("Ascents are in", ("m", "ft"), units.ascent, key))
    return units


def _unit(label: str, options: tuple[str, ...], usual: str, key: str) -> str:
    return str(
        st.selectbox(
            label,
            options,
            index=options.index(str(usual)),
            format_func=UNIT_TITLES.__getitem__,
            key=f"mapping_{label}_{key}",
        )
    )


def _date_order(found: UnknownTable, columns: dict[str, int]) -> DateOrder | None:
    """Asked only where the dates of the table do not prove it."""
    if "date" not in columns or not service.leaves_order_open(found, columns["date"]):
        return None
    return st.radio(
        "Dates such as 03/04/2026",
        list(DateOrder),
        index=None,
        format_func=ORDER_TITLES.__getitem__,
        horizontal=True,
        key=f"mapping_order_{found.name}_{columns['date']}",
    )


def _candidate(upload: Upload, sheet: str = "", after: int | None = None) -> UnknownTable:
    """The table, read once for each choice of sheet and line. UnreadableFile."""
    kept = st.session_state.setdefault(READ, {})
    key = (upload.name, upload.size, sheet, after)
    if key not in kept:
        if any(name != upload.name for name, *_ in kept):
            kept.clear()
        with st.spinner("Reading the table …"):
            kept[key] = service.candidate(upload, sheet, after)
    found: UnknownTable = kept[key]
    return found


def _tried(found: UnknownTable, mapping: ColumnMapping) -> Trial | None:
    """What becomes of the rows; None, with a sentence, while a choice is missing. Read once for each mapping."""
    missing = lacks(mapping)
    if missing:
        st.info(missing)
        return None
    key = (found.name, found.table.size, mapping)
    if st.session_state.get(TRIED, (None,))[0] != key:
        try:
            st.session_state[TRIED] = (key, service.try_mapping(found, mapping))
        except Needs:
            st.info("Choose whether the day or the month comes first in its dates.")
            return None
    trial: Trial = st.session_state[TRIED][1]
    return trial


def _finish(account: Account, mapping: ColumnMapping, trial: Trial | None) -> None:
    name = st.text_input("Name of this table", mapping.name, max_chars=MAX_MAPPING_NAME, key="mapping_name")
    if name in (each.name for each in service.saved_mappings(account)):
        st.caption("A table of this name is there already; its mapping will be replaced by this one.")
    with st.container(horizontal=True):
        ready = trial is not None and trial.understood > 0
        save = writing.button("Save and continue", type="primary", disabled=not ready, icon=":material/save:")
        st.button("Back", on_click=_close)
    if save:
        try:
            service.save_mapping(account, replace(mapping, name=name))
        except TrainingDataError as error:
            st.error(plain(str(error)))
            return
        _close()
        st.rerun()


def _open(name: str) -> None:
    st.session_state[FILE] = name


def _close() -> None:
    for key in (FILE, READ, TRIED):
        st.session_state.pop(key, None)
