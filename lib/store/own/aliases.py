"""Keys that lead to another record now: its source moved it, or its file read anew gave it another key."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select

from lib.model.history import RecordRef
from lib.model.vocabulary import RecordKind
from lib.store.database import own_schema
from lib.store.database.bulk import fetch_rows, insert_rows

Aliases = Mapping[RecordRef, RecordRef]
_TABLE = own_schema.record_alias


def read_aliases(conn: Connection, athlete_id: int, *, moved: bool | None = None) -> dict[RecordRef, RecordRef]:
    """What each such key leads to. moved: only those by a move at the source, or only the others."""
    statement = select(_TABLE.c.kind, _TABLE.c.source, _TABLE.c.source_key, _TABLE.c.now_key)
    statement = statement.where(_TABLE.c.athlete_id == athlete_id)
    if moved is not None:
        statement = statement.where(_TABLE.c.moved == int(moved))
    return {
        RecordRef(RecordKind(kind), source, key): RecordRef(RecordKind(kind), source, now_key)
        for kind, source, key, now_key in fetch_rows(conn, statement)
    }


def add_aliases(conn: Connection, athlete_id: int, now: Aliases, *, moved: bool) -> None:
    """Let keys lead to other records, in place of where they led before."""
    for record in now:
        where = (_TABLE.c.kind == record.kind, _TABLE.c.source == record.source)
        conn.execute(
            delete(_TABLE).where(_TABLE.c.athlete_id == athlete_id, *where, _TABLE.c.source_key == record.source_key)
        )
    rows = ((athlete_id, *record, later.source_key, int(moved)) for record, later in now.items())
    insert_rows(conn, _TABLE, ("athlete_id", "kind", "source", "source_key", "now_key", "moved"), rows)


def forget_moves(conn: Connection, athlete_id: int) -> None:
    """Forget what was moved at the sources: it is found anew."""
    conn.execute(delete(_TABLE).where(_TABLE.c.athlete_id == athlete_id, _TABLE.c.moved == 1))
