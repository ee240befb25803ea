"""Every record of an athlete as one row, those that do not count included."""

from collections.abc import Collection
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from lib.model.history import START
from lib.model.vocabulary import Precision, RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows
from lib.store.records.contents import TABLES

_LISTED: Final = {
    RecordKind.ACTIVITY: (
        "title", "start_local", "precision", "source", "source_key", "elapsed_s", "session_rpe", "duplicate_of",
        "deleted_at", "why_not", "sport", "sub_sport", "notes", "gear", "effort", "distance_m", "moving_s", "ascent_m",
        "heart_rate_bpm", "session_id",
    ),
    RecordKind.SESSION: (
        "title", "start_local", "precision", "source", "source_key", "elapsed_s", "session_rpe", "duplicate_of",
        "deleted_at", "why_not", "notes",
    ),
}  # fmt: skip

_FEW: Final = 500  # records that are named in one statement; of more, all are read

Row = dict[str, Any]


def read_rows(
    conn: Connection, athlete_id: int, kind: RecordKind, among: Collection[int] | None = None
) -> dict[int, Row]:
    """Each record by its id, newest first; columns as in the table. among: only these, where given."""
    table, names = TABLES[kind], _LISTED[kind]
    chosen = select(table.c.id, *(table.c[name] for name in names)).where(table.c.athlete_id == athlete_id)
    if among is not None and len(among) <= _FEW:
        chosen = chosen.where(table.c.id.in_(among))
    rows = fetch_rows(conn, chosen.order_by(table.c.start_local.desc(), table.c.id.desc()))
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows if among is None or row[0] in among}


def read_shown(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int]) -> dict[int, Row]:
    """The same of some records as people see it: their start as they would type it, None for what is empty."""
    rows = read_rows(conn, athlete_id, kind, record_ids)
    return {
        number: {name: None if value == "" else value for name, value in _typed_start(row).items()}
        for number, row in rows.items()
    }


def _typed_start(row: Row) -> Row:
    start = row["start_local"]
    return row | {START: start[:10] if row["precision"] == Precision.DATE else start}


class SportWord(NamedTuple):
    """What a source calls the sport of an activity, and what that is taken for."""

    number: int
    source: str
    source_key: str
    word: str
    sport: str


def read_sports(conn: Connection, athlete_id: int) -> list[SportWord]:
    """Of every activity."""
    table = schema.activity
    chosen = (table.c.id, table.c.source, table.c.source_key, table.c.sport_raw, table.c.sport)
    return [SportWord(*row) for row in fetch_rows(conn, select(*chosen).where(table.c.athlete_id == athlete_id))]


def count_sets(conn: Connection, athlete_id: int) -> dict[int, int]:
    """How many sets each session has, by its id."""
    table = schema.strength_set
    counted = select(table.c.session_id, func.count()).where(table.c.athlete_id == athlete_id)
    return dict(fetch_rows(conn, counted.group_by(table.c.session_id)))


def exercises_of_sessions(conn: Connection, athlete_id: int) -> dict[int, list[str]]:
    """The names of the exercises of each session, each once, in the order done."""
    table = schema.strength_set
    first = func.min(table.c.position)
    chosen = select(table.c.session_id, table.c.exercise_name).where(table.c.athlete_id == athlete_id)
    found: dict[int, list[str]] = {}
    grouped = chosen.group_by(table.c.session_id, table.c.exercise_name).order_by(table.c.session_id, first)
    for session_id, name in fetch_rows(conn, grouped):
        found.setdefault(session_id, []).append(name)
    return found
