"""The list of strength sessions: what is wanted of it, what that adds up to, and the rows."""

from datetime import date

import pandas as pd
import streamlit as st

from lib.analysis.records import choose
from lib.analysis.records.choose import Only, Order, Wanted
from lib.analysis.records.doubtful import doubtful_sessions, mistyped_loads
from lib.model.record_id import RecordId
from lib.model.vocabulary import MUSCLE_NAMES, RecordKind
from lib.services.queries.overlaps import at_once, records_of
from lib.services.queries.training import Training
from lib.ui.kit import overlaps, parts, record_columns, record_filter
from lib.ui.kit.record_sources import source_title, source_titles
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording import record_lists, record_tables
from lib.wording.record_words import one_mistyped_load

_ORDERS = (Order.NEWEST, Order.OLDEST, Order.SETS, Order.LONGEST)


def marked(training: Training) -> pd.DataFrame:
    """LISTED_SESSIONS and why each looks wrong."""
    return queries.once("sessions with doubts", lambda: _marked(queries.listed_sessions(), training))


def wanted(listed: pd.DataFrame, training: Training, today: date) -> Wanted:
    """What the controls above the list say."""
    search = record_filter.search("strength_search", "A title, a note, an exercise")
    with st.container(horizontal=True, gap="small", key="strength_filter"):
        years = sorted(set(listed["local_start"].dt.year), reverse=True)
        first, last = record_filter.days("strength_range", years, today)
        names = {name: name for name in sorted(training.names["exercise_name"], key=str.casefold)}
        exercise = record_filter.one_of("Exercise", "Every exercise", names, "strength_exercise")
        muscles = {str(muscle): name for muscle, name in MUSCLE_NAMES.items()}
        muscle = record_filter.one_of("Muscle", "Every muscle", muscles, "strength_muscle")
        source = record_filter.one_of("Source", "Every source", source_titles(listed["sources"]), "strength_source")
        order = record_filter.order("strength_order", _ORDERS)
    only = record_filter.only("strength_only")
    return Wanted(search, first, last, "", source, _names(training, exercise, muscle), only, order)


def show(listed: pd.DataFrame, said: Wanted) -> None:
    """What is wanted: its sum, the way to a file, and the rows, each of which opens its record."""
    unsure = _overlaps(listed) if Only.OVERLAPS in said.only else frozenset()
    rows, total, note = queries.once("sessions listed", lambda: _rows(choose.choose(listed, said, unsure)), said)
    parts.rows_behind(
        rows,
        total=total,
        nothing="Nothing of that is in your log. Fewer words or a longer range find more.",
        file_name="strength.csv",
        key="strength_csv",
        note=note,
        height=560,
        column_config=record_columns.times() | record_columns.narrow("Exercises"),
    )


def _marked(listed: pd.DataFrame, training: Training) -> pd.DataFrame:
    sets = mistyped_loads(training.sets)
    unit = training.athlete.weight_unit
    why = {
        str(RecordId(RecordKind.SESSION, session)): one_mistyped_load(name, load, unit)
        for session, name, load in zip(sets["session_id"], sets["exercise_name"], sets["load_kg"], strict=True)
    }
    return listed.assign(doubt=doubtful_sessions(listed, why))


def _overlaps(listed: pd.DataFrame) -> frozenset[str]:
    return records_of(overlaps.unsure(RecordKind.SESSION)) | at_once(listed)


def _names(training: Training, exercise: str, muscle: str) -> frozenset[str] | None:
    """The names of exercises that are wanted; None: any."""
    if not exercise and not muscle:
        return None
    found = {exercise} if exercise else set(training.names["exercise_name"])
    return frozenset(found & _names_of(training, muscle) if muscle else found)


def _names_of(training: Training, muscle: str) -> set[str]:
    table = training.credits
    trains = set(table.loc[(table["muscle"] == muscle) & (table["default"] > 0), "exercise"])
    return set(training.names.loc[training.names["exercise"].isin(trains), "exercise_name"])


def _rows(chosen: pd.DataFrame) -> tuple[pd.DataFrame, str, str]:
    table = record_tables.sessions_list(chosen, source_title)
    doubts = chosen["doubt"]
    if (doubts != "").any():
        table.insert(3, "Looks wrong", doubts)
    found = choose.totals(chosen)
    total = (
        f"**{say.counted(found.records, 'session', 'sessions')}, {say.counted(found.sets, 'logged set', 'logged sets')}, "
        f"{say.duration(found.time_s)}**"
    )
    return table, total, record_lists.which_count(chosen, found, "as a session")
