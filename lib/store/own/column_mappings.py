"""What a person said about the columns of tables of their own. The mapping itself is text to this layer."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from lib.store.database import own_schema
from lib.store.own import keyed


class StoredColumnMapping(NamedTuple):
    """One table that was explained. signature: the names of its columns as one text; mapping: JSON."""

    name: str
    signature: str
    mapping: str


def put(conn: Connection, athlete_id: int, stored: StoredColumnMapping) -> None:
    """Keep a mapping in place of the one of this name, and of any other that the same columns led to."""
    keyed.drop(conn, own_schema.column_mapping, athlete_id, {"signature": stored.signature})
    keyed.put(
        conn,
        own_schema.column_mapping,
        athlete_id,
        {"name": stored.name},
        signature=stored.signature,
        mapping=stored.mapping,
    )


def drop(conn: Connection, athlete_id: int, name: str) -> None:
    """Forget a mapping; what was imported by it stays."""
    keyed.drop(conn, own_schema.column_mapping, athlete_id, {"name": name})


def stored_mappings(conn: Connection, athlete_id: int) -> list[StoredColumnMapping]:
    """All mappings of a person by name."""
    table = own_schema.column_mapping
    statement = select(table.c.name, table.c.signature, table.c.mapping).where(table.c.athlete_id == athlete_id)
    return [StoredColumnMapping(*row) for row in conn.execute(statement.order_by(table.c.name))]
