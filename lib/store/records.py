"""Activities and sessions: what is known, new ones in bulk, and new content for old ones."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from lib.model.errors import StoreError
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.store import contents, schema
from lib.store.bulk import fetch_rows, insert_rows
from lib.store.contents import TABLES
from lib.store.moments import from_text
from lib.store.rows import (
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
    """A record that is already there.

    as_of: how recent the most recent file is that contains it, None where files do not say. The content of an older
           file must not replace what is there: keep it with `keep_older`.
    """

    id: int
    content_hash: str
    as_of: datetime | None = None


def known_records(conn: Connection, athlete_id: int, kind: RecordKind, source: str) -> dict[str, Known]:
    """Every record of a source by its source key, those in the bin included."""
    table, seen = TABLES[kind], schema.sighting
    newest = (
        select(seen.c.record_id, func.max(seen.c.as_of).label("as_of"))
        .where(seen.c.athlete_id == athlete_id, seen.c.kind == kind)
        .group_by(seen.c.record_id)
        .subquery()
    )
    statement = (
        select(table.c.source_key, table.c.id, table.c.content_hash, func.coalesce(newest.c.as_of, ""))
        .outerjoin_from(table, newest, table.c.id == newest.c.record_id)
        .where(table.c.athlete_id == athlete_id, table.c.source == source)
    )
    rows = fetch_rows(conn, statement)
    return {
        key: Known(record_id, digest, from_text(as_of) if as_of else None) for key, record_id, digest, as_of in rows
    }


def next_id(conn: Connection, athlete_id: int, kind: RecordKind) -> int:
    """The first free id of an athlete's records of a kind."""
    table = TABLES[kind]
    highest = conn.execute(select(func.max(table.c.id)).where(table.c.athlete_id == athlete_id)).scalar()
    return (highest or 0) + 1


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


def replace_activity(
    conn: Connection, athlete_id: int, activity_id: int, content_hash: str, activity: Activity
) -> None:
    """Give an activity new content; the old content is kept for an undo, the person's own marks stay."""
    contents.supersede(conn, athlete_id, RecordKind.ACTIVITY, activity_id, content_hash, contents.of_activity(activity))


def replace_session(conn: Connection, athlete_id: int, session_id: int, content_hash: str, session: Session) -> None:
    """Give a session new content and sets; the old ones are kept for an undo, the person's own marks stay."""
    contents.supersede(conn, athlete_id, RecordKind.SESSION, session_id, content_hash, contents.of_session(session))


def keep_older(
    conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, content_hash: str, record: Activity | Session
) -> None:
    """Keep the content that an older file has for a known record, in case the newer import is undone."""
    contents.keep(conn, athlete_id, kind, record_id, content_hash, contents.of_record(record))


def read_activity_record(conn: Connection, athlete_id: int, activity_id: int) -> Activity:
    """One activity as it is stored. StoreError when there is none."""
    return activity_from_row(_row(conn, athlete_id, schema.activity, activity_id))


def read_session_record(conn: Connection, athlete_id: int, session_id: int) -> Session:
    """One session with its sets as it is stored. StoreError when there is none."""
    row = _row(conn, athlete_id, schema.session, session_id)
    return session_from_row(row, tuple(map(set_from_row, contents.read_sets(conn, athlete_id, session_id))))


def _row(conn: Connection, athlete_id: int, table: Table, record_id: int) -> dict[str, Any]:
    statement = select(table).where(table.c.athlete_id == athlete_id, table.c.id == record_id)
    row = conn.execute(statement).mappings().first()
    if row is None:
        raise StoreError(f"There is no {table.name} {record_id} of this athlete.")
    return dict(row)
