"""The records of an athlete, as far as they can be listed."""

from sqlalchemy import Connection, select

from lib.model.vocabulary import RecordKind
from lib.store.database.bulk import fetch_rows
from lib.store.records.contents import TABLES


def record_ids(conn: Connection, athlete_id: int, kind: RecordKind) -> list[int]:
    """Ids of all records of a kind."""
    table = TABLES[kind]
    return [each for (each,) in fetch_rows(conn, select(table.c.id).where(table.c.athlete_id == athlete_id))]
