"""What a mapping makes of a table, as it is seen while the columns are being chosen."""

import pandas as pd
import streamlit as st

from lib.model.athlete import Athlete
from lib.model.records import Activity, LiftingSet, Session
from lib.model.vocabulary import SetKind
from lib.services.importing.column_mappings import Trial, UnknownTable
from lib.ui.kit import tables
from lib.wording.format import counted, distance, duration, load, moment, number

_FIRST_ROWS = 6
_FIRST_SETS = 30


def show_rows(found: UnknownTable) -> None:
    """The first rows as they stand in the file."""
    names = [name or f"column {position + 1}" for position, name in enumerate(found.header.names)]
    rows = pd.DataFrame(found.rows[:_FIRST_ROWS], columns=_distinct(names))
    tables.show(rows)


def show_trial(trial: Trial, athlete: Athlete) -> None:
    """How many rows are understood, the first of them, and what is wrong with the others."""
    st.markdown(
        f"**As understood:** {counted(trial.understood, 'row', 'rows')} read, {trial.ignored} left out, "
        f"{trial.rejected} rejected."
    )
    if trial.first:
        tables.show(understood(trial, athlete))
    if trial.problems:
        with st.expander(f"Problems and notes ({len(trial.problems)})", expanded=not trial.first):
            tables.show(_problems(trial))


def understood(trial: Trial, athlete: Athlete) -> pd.DataFrame:
    """The first records, in the person's units; columns in which nothing stands are left out."""
    rows = [row for record in trial.first for row in _rows_of(record, athlete)]
    table = pd.DataFrame(rows[:_FIRST_SETS])
    return table[[column for column in table.columns if table[column].astype(bool).any()]]


def _rows_of(record: Activity | Session, athlete: Athlete) -> list[dict[str, str]]:
    if isinstance(record, Activity):
        return [_activity(record, athlete)]
    return [_start(record) | {"Session": record.title} | _set(each, athlete) for each in record.sets]


def _start(record: Activity | Session) -> dict[str, str]:
    """Day and time as text, so that a day without a time shows none."""
    start = record.start.local or record.start.utc
    zone = " UTC" if record.start.local is None else ""
    return {"Start": "" if start is None else moment(start) + zone}


def _activity(record: Activity, athlete: Athlete) -> dict[str, str]:
    sport = " ".join(filter(None, (record.sport, record.sub_sport)))
    return _start(record) | {
        "What": sport,
        "Title": record.title,
        "Distance": "" if record.distance_m is None else distance(record.distance_m, athlete.distance_unit, 2),
        "Moving": "" if record.moving_s is None else duration(record.moving_s),
        "Elapsed": "" if record.elapsed_s in (None, record.moving_s) else duration(record.elapsed_s),
        "Ascent": _number(record.ascent_m, " m"),
        "Heart rate": _number(record.heart_rate_bpm),
        "Highest": _number(record.heart_rate_max_bpm),
        "Cadence": _number(record.cadence_spm),
        "RPE": _number(record.session_rpe),
        "Notes": record.notes,
    }


def _set(each: LiftingSet, athlete: Athlete) -> dict[str, str]:
    return {
        "Exercise": each.exercise_name,
        "Kind": "" if each.kind is SetKind.WORKING else each.kind.replace("_", "-"),
        "Reps": _number(each.reps),
        "Load": "" if each.load_kg is None else load(each.load_kg, athlete.weight_unit),
        "Time": "" if each.duration_s is None else duration(each.duration_s),
        "Distance": _number(each.distance_m, " m"),
        "RPE": _number(each.set_rpe),
        "Note": each.note,
    }


def _number(value: float | None, unit: str = "") -> str:
    return "" if value is None else f"{number(value)}{unit}"


def _problems(trial: Trial) -> pd.DataFrame:
    rows = [(each.line, each.column, each.value, each.why) for each in trial.problems]
    return pd.DataFrame(rows, columns=["Line", "Column", "Value", "Reason"]).astype({"Line": "Int64"})


def _distinct(names: list[str]) -> list[str]:
    """The same names, a repeated one with its position."""
    return [name if names.count(name) == 1 else f"{name} ({at + 1})" for at, name in enumerate(names)]
