"""Records in the bin: what has been there for long, and letting it go for good."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from lib.model.history import RecordRef
from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.moments import to_text
from lib.store.own import history
from lib.store.records.contents import TABLES
from lib.store.records.undo import remove_records


def empty_bin(conn: Connection, athlete_id: int, before: datetime) -> int:
    """Let go for good what went into the bin before a moment (naive UTC); how many records. The history keeps that it was."""
    return sum(_empty(conn, athlete_id, kind, before) for kind in RecordKind)


def count_binned(conn: Connection, athlete_id: int) -> int:
    """How many records are in the bin."""
    counts = (
        select(func.count()).where(table.c.athlete_id == athlete_id, table.c.deleted_at.is_not(None))
        for table in TABLES.values()
    )
    return sum(conn.execute(each).scalar_one() for each in counts)


def _empty(conn: Connection, athlete_id: int, kind: RecordKind, before: datetime) -> int:
    table = TABLES[kind]
    where = (table.c.athlete_id == athlete_id, table.c.deleted_at < to_text(before))
    rows = fetch_rows(conn, select(table.c.id, table.c.source, table.c.source_key).where(*where))
    ids = [row[0] for row in rows]
    if not ids:
        return 0
    remove_records(conn, athlete_id, kind, ids)
    _forget_versions(conn, athlete_id, kind, ids)
    history.forget_contents(conn, athlete_id, [RecordRef(kind, source, key) for _, source, key in rows])
    return len(ids)


def _forget_versions(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]) -> None:
    for table in (schema.import_record, schema.record_version):
        mine = (table.c.athlete_id == athlete_id, table.c.kind == kind, table.c.record_id == bindparam("gone"))
        conn.execute(delete(table).where(*mine), [{"gone": record_id} for record_id in record_ids])
