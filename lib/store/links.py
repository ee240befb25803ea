"""How records of different sources belong together."""

from sqlalchemy import Connection, update

from lib.model.vocabulary import RecordKind
from lib.store import schema
from lib.store.contents import TABLES


def set_twin(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, twin_of: int | None) -> None:
    """Say that a record is the same bout as another one, which counts in its place; None: it counts itself."""
    table = TABLES[kind]
    where = (table.c.athlete_id == athlete_id, table.c.id == record_id)
    conn.execute(update(table).where(*where).values(twin_of=twin_of))


def set_session(conn: Connection, athlete_id: int, activity_id: int, session_id: int | None) -> None:
    """Say which session has the sets of a strength activity; None: no known one."""
    table = schema.activity
    where = (table.c.athlete_id == athlete_id, table.c.id == activity_id)
    conn.execute(update(table).where(*where).values(session_id=session_id))
