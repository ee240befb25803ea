"""Many rows at once, through the driver: several times faster than through SQLAlchemy."""

from collections.abc import Iterable, Iterator, Sequence
from operator import concat, itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Select, Table

from lib.store.database import sqlite_rows
from lib.store.database.copying import copy_rows

Row = Sequence[Any]

WRITTEN: Final = "legwork_written"  # what a connection notes: the names of the tables that were written
KEYS: Final = " keys"  # after such a name: rows were added, taken out, or got another key

# On SQLite, values that recur less often than that are handed over with their rows.
_WORTH: Final = 2


class _Numbers(dict[Row, int]):
    """A number, from 0, for each of some values."""

    def __missing__(self, values: Row) -> int:
        number = self[values] = len(self)
        return number


def insert_rows(conn: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert tuples of these columns, in the open transaction. The driver's own errors pass.

    On PostgreSQL the rows may still be on their way when this returns; the next statement waits for them.
    """
    note_written(conn, table.name)
    note_written(conn, table.name + KEYS)
    if conn.dialect.name == "postgresql":
        copy_rows(conn, table, columns, rows)
    else:
        sqlite_rows.insert_all(conn.connection.driver_connection, table, columns, rows)


def insert_recurring(
    conn: Connection,
    table: Table,
    own: Sequence[str],
    shared: Sequence[str],
    own_rows: Iterable[Row],
    shared_rows: Iterable[Row],
) -> None:
    """The same for rows of which many share most of their values: columns of their own, and beside them those that recur."""
    if conn.dialect.name == "postgresql":  # COPY finds out by itself what recurs
        insert_rows(conn, table, (*own, *shared), map(concat, own_rows, shared_rows))
        return
    distinct = _Numbers()
    numbers = list(map(distinct.__getitem__, shared_rows))
    if len(distinct) * _WORTH > len(numbers):
        values = list(distinct)
        insert_rows(conn, table, (*own, *shared), map(concat, own_rows, map(values.__getitem__, numbers)))
        return
    note_written(conn, table.name)
    note_written(conn, table.name + KEYS)
    rows = map(concat, zip(numbers, strict=True), own_rows)
    sqlite_rows.insert_recurring(conn.connection.driver_connection, table, own, shared, rows, distinct)


def note_written(conn: Connection, table: str) -> None:
    """Remember, to the end of the transaction, that a table was written."""
    conn.info.setdefault(WRITTEN, set()).add(table)


def fetch_rows(conn: Connection, statement: Select[Any]) -> list[tuple[Any, ...]]:
    """Plain tuples, without SQLAlchemy's row objects."""
    cursor: Any = conn.execute(statement).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def each_row(conn: Connection, statement: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The same one by one, for what is made of them to be all that is in memory. To be read to the end."""
    result = conn.execute(statement)
    cursor: Any = result.cursor
    yield from cursor


def fetch_columns(conn: Connection, statement: Select[Any]) -> dict[str, list[Any]]:
    """The same by column, in the order of the statement."""
    rows = fetch_rows(conn, statement)
    # Faster than zip(*rows), which keeps an iterator of every row alive.
    names = (str(column.key) for column in statement.selected_columns)
    return {name: list(map(itemgetter(place), rows)) for place, name in enumerate(names)}
