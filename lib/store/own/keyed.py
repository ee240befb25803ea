"""Single rows under a key of the person's own choice: put one in place of the earlier one, or take it out."""

from typing import Any

from sqlalchemy import Connection, Table, delete, insert


def put(conn: Connection, table: Table, athlete_id: int, key: dict[str, Any], **values: Any) -> None:
    """Keep the row, in place of one with the same key."""
    drop(conn, table, athlete_id, key)
    conn.execute(insert(table).values(athlete_id=athlete_id, **key, **values))


def drop(conn: Connection, table: Table, athlete_id: int, key: dict[str, Any]) -> None:
    """Take out every row with this (part of a) key; none is fine."""
    where = [table.c[name] == value for name, value in key.items()]
    conn.execute(delete(table).where(table.c.athlete_id == athlete_id, *where))
