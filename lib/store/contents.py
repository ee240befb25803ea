"""What a record says, apart from whose it is: reading it, replacing it, and keeping what was replaced.

Content is a dict of the columns ACTIVITY_CONTENT or SESSION_CONTENT, for a session with `sets`, a list of the values of
SET_CONTENT. It is JSON as it stands, so replaced content is kept as text.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from lib.model.errors import StoreError
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind, TimeBasis
from lib.store import moments, schema
from lib.store.bulk import fetch_rows, insert_rows
from lib.store.home_zones import read_home_zones
from lib.store.rows import ACTIVITY_CONTENT, SESSION_CONTENT, SET_CONTENT, activity_row, session_row

Content = dict[str, Any]

TABLES: Final[dict[RecordKind, Table]] = {RecordKind.ACTIVITY: schema.activity, RecordKind.SESSION: schema.session}
_COLUMNS: Final = {RecordKind.ACTIVITY: ACTIVITY_CONTENT, RecordKind.SESSION: SESSION_CONTENT}


def of_activity(activity: Activity) -> Content:
    return dict(zip(ACTIVITY_CONTENT, activity_row(activity), strict=True))


def of_session(session: Session) -> Content:
    return {**dict(zip(SESSION_CONTENT, session_row(session), strict=True)), "sets": session.sets}


def of_record(record: Activity | Session) -> Content:
    return of_activity(record) if isinstance(record, Activity) else of_session(record)


def supersede(
    conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, content_hash: str, content: Content
) -> None:
    """Replace what a stored record says and keep the old content."""
    old_hash, old = _read(conn, athlete_id, kind, record_id)
    keep(conn, athlete_id, kind, record_id, old_hash, old)
    _write(conn, athlete_id, kind, record_id, content_hash, content)


def restore(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, content_hash: str) -> None:
    """Give a record kept content back, and keep the content that it had: another undo may ask for that.

    What came in UTC is put into the home zone of today. StoreError when the content was not kept.
    """
    table = schema.superseded
    payload = conn.execute(
        select(table.c.payload).where(*_kept(athlete_id, kind, record_id), table.c.content_hash == content_hash)
    ).scalar()
    if payload is None:
        raise StoreError(f"The earlier content of {kind} {record_id} is missing; nothing was changed.")
    content = _at_home(conn, athlete_id, json.loads(payload))
    supersede(conn, athlete_id, kind, record_id, content_hash, content)


def keep(
    conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, content_hash: str, content: Content
) -> None:
    """Keep content that is not, or no longer, the one of the record. Keeping the same one twice changes nothing."""
    table = schema.superseded
    same = select(table.c.record_id).where(*_kept(athlete_id, kind, record_id), table.c.content_hash == content_hash)
    if conn.execute(same).first() is None:
        row = {"athlete_id": athlete_id, "kind": kind, "record_id": record_id, "content_hash": content_hash}
        conn.execute(insert(table).values(**row, payload=json.dumps(content, ensure_ascii=False, allow_nan=False)))


def read_sets(conn: Connection, athlete_id: int, session_id: int) -> list[tuple[Any, ...]]:
    """The values of SET_CONTENT of every set of a session, in order."""
    table = schema.strength_set
    statement = select(*(table.c[name] for name in SET_CONTENT)).where(*_sets_of(athlete_id, session_id))
    return [tuple(row) for row in fetch_rows(conn, statement.order_by(table.c.position))]


def insert_sets(
    conn: Connection, athlete_id: int, sets_by_session: Iterable[tuple[int, Sequence[Sequence[Any]]]]
) -> None:
    """Add the sets of sessions, numbered from 1 in their order."""
    rows = (
        (athlete_id, session_id, position, *each)
        for session_id, sets in sets_by_session
        for position, each in enumerate(sets, start=1)
    )
    insert_rows(conn, schema.strength_set, ("athlete_id", "session_id", "position", *SET_CONTENT), rows)


def _read(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int) -> tuple[str, Content]:
    """Content hash and content of a stored record."""
    table = TABLES[kind]
    columns = (table.c.content_hash, *(table.c[name] for name in _COLUMNS[kind]))
    statement = select(*columns).where(table.c.athlete_id == athlete_id, table.c.id == record_id)
    row = conn.execute(statement).mappings().first()
    if row is None:
        raise StoreError(f"There is no {kind} {record_id} of this athlete.")
    content = {name: row[name] for name in _COLUMNS[kind]}
    if kind is RecordKind.SESSION:
        content["sets"] = read_sets(conn, athlete_id, record_id)
    return row["content_hash"], content


def _write(
    conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, content_hash: str, content: Content
) -> None:
    table = TABLES[kind]
    values = {name: content[name] for name in _COLUMNS[kind]}
    conn.execute(
        update(table)
        .where(table.c.athlete_id == athlete_id, table.c.id == record_id)
        .values(content_hash=content_hash, **values)
    )
    if kind is RecordKind.SESSION:
        conn.execute(delete(schema.strength_set).where(*_sets_of(athlete_id, record_id)))
        insert_sets(conn, athlete_id, [(record_id, content["sets"])])


def _at_home(conn: Connection, athlete_id: int, content: Content) -> Content:
    if content["time_basis"] != TimeBasis.UTC:
        return content
    zones = read_home_zones(conn, athlete_id)
    if zones is None:
        return content
    local = moments.localised(content["start_utc"], zones)
    return {**content, "start_local": local, "local_date": local[:10]}


def _kept(athlete_id: int, kind: RecordKind, record_id: int) -> tuple[Any, ...]:
    columns = schema.superseded.c
    return (columns.athlete_id == athlete_id, columns.kind == kind, columns.record_id == record_id)


def _sets_of(athlete_id: int, session_id: int) -> tuple[Any, ...]:
    columns = schema.strength_set.c
    return (columns.athlete_id == athlete_id, columns.session_id == session_id)
