"""Activities and sessions: what is known, and new ones in bulk."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from lib.model.errors import StoreError
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows, insert_rows
from lib.store.own import history
from lib.store.records import contents, set_aside
from lib.store.records.contents import TABLES, StoredContent
from lib.store.records.rows import (
    ACTIVITY_CONTENT,
    RECORD_KEY,
    SESSION_CONTENT,
    activity_from_row,
    activity_row,
    session_from_row,
    session_row,
    set_from_row,
)


class Known(NamedTuple):
    """A record that is already there. content_hash: of an import that says exactly what it says, "" where none does."""

    id: int
    content_hash: str


def known_records(conn: Connection, athlete_id: int, kind: RecordKind, source: str) -> dict[str, Known]:
    """Every record of a source by its source key, those in the bin included."""
    table = TABLES[kind]
    statement = select(table.c.source_key, table.c.id, table.c.content_hash).where(
        table.c.athlete_id == athlete_id, table.c.source == source
    )
    return {key: Known(record_id, digest) for key, record_id, digest in fetch_rows(conn, statement)}


def next_id(conn: Connection, athlete_id: int, kind: RecordKind) -> int:
    """The first free id of an athlete's records of a kind."""
    table = TABLES[kind]
    highest = conn.execute(select(func.max(table.c.id)).where(table.c.athlete_id == athlete_id)).scalar()
    spoken_of = history.highest_id(conn, athlete_id, kind)
    return max(highest or 0, set_aside.highest_id(conn, athlete_id, kind), spoken_of) + 1


def insert_activities(
    conn: Connection, athlete_id: int, source: str, chunk: Sequence[tuple[int, str, Activity]]
) -> None:
    """Add new activities, given as (id, content hash, activity with its wall clock)."""
    rows = (
        (athlete_id, record_id, source, activity.source_key, content_hash, *activity_row(activity))
        for record_id, content_hash, activity in chunk
    )
    insert_rows(conn, schema.activity, (*RECORD_KEY, *ACTIVITY_CONTENT), rows)


def insert_sessions(conn: Connection, athlete_id: int, source: str, chunk: Sequence[tuple[int, str, Session]]) -> None:
    """Add new sessions with their sets, given as (id, content hash, session with its wall clock)."""
    rows = (
        (athlete_id, record_id, source, session.source_key, content_hash, *session_row(session))
        for record_id, content_hash, session in chunk
    )
    insert_rows(conn, schema.session, (*RECORD_KEY, *SESSION_CONTENT), rows)
    contents.insert_sets(conn, athlete_id, [(record_id, session.sets) for record_id, _, session in chunk])


def read_activity_record(conn: Connection, athlete_id: int, activity_id: int) -> Activity:
    """One activity as it is stored. StoreError when there is none."""
    found = _read(conn, athlete_id, RecordKind.ACTIVITY, activity_id)
    return activity_from_row({**found.content, "source_key": found.source_key})


def read_session_record(conn: Connection, athlete_id: int, session_id: int) -> Session:
    """One session with its sets as it is stored. StoreError when there is none."""
    found = _read(conn, athlete_id, RecordKind.SESSION, session_id)
    sets = tuple(map(set_from_row, found.content["sets"]))
    return session_from_row({**found.content, "source_key": found.source_key}, sets)


def session_name(conn: Connection, athlete_id: int, session_id: int) -> tuple[str, str]:
    """Source and source key of a session. StoreError when there is none."""
    table = schema.session
    statement = select(table.c.source, table.c.source_key).where(table.c.athlete_id == athlete_id)
    row = conn.execute(statement.where(table.c.id == session_id)).first()
    if row is None:
        raise StoreError(f"There is no session {session_id} of this athlete.")
    return row.source, row.source_key


def _read(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int) -> StoredContent:
    found = contents.read_stored(conn, athlete_id, kind, [record_id])
    if record_id not in found:
        raise StoreError(f"There is no {kind} {record_id} of this athlete.")
    return found[record_id]
