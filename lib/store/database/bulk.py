"""Many rows at once, through the driver: several times faster than through SQLAlchemy."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Select, Table, insert

from lib.store.database import recurring
from lib.store.database.copying import copy_rows

Row = Sequence[Any]

WRITTEN: Final = "legwork_written"  # what a connection notes: the names of the tables that were written
KEYS: Final = " keys"  # after such a name: rows were added, taken out, or got another key

# Rows of one INSERT on SQLite: starting the statement anew for each row costs a third of the time of a large import.
_ROWS_AT_ONCE: Final = 50


def insert_rows(conn: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert tuples of these columns, in the open transaction. The driver's own errors pass.

    On PostgreSQL the rows may still be on their way when this returns; the next statement waits for them.
    """
    _note_added(conn, table)
    if conn.dialect.name == "postgresql":
        copy_rows(conn, table, columns, rows)
        return
    text = _insert_text(conn.dialect, table, tuple(columns))
    driver: Any = conn.connection.driver_connection
    remaining = iter(rows)
    while block := list(islice(remaining, _ROWS_AT_ONCE)):
        driver.execute(_for_rows(text, len(block)), list(chain.from_iterable(block)))


def insert_recurring(conn: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """The same for rows most of whose values recur, where there are many."""
    many = list(rows)
    sqlite = conn.dialect.name == "sqlite" and len(many) > _ROWS_AT_ONCE
    if sqlite and recurring.insert_recurring(conn.connection.driver_connection, table, columns, many):
        _note_added(conn, table)
    else:
        insert_rows(conn, table, columns, many)


def note_written(conn: Connection, table: str) -> None:
    """Remember, to the end of the transaction, that a table was written."""
    conn.info.setdefault(WRITTEN, set()).add(table)


def _note_added(conn: Connection, table: Table) -> None:
    note_written(conn, table.name)
    note_written(conn, table.name + KEYS)


@lru_cache(maxsize=64)
def _insert_text(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> str:
    """Compiled once: an archive of a thousand files inserts a thousand times into the same few tables."""
    return str(insert(table).values(dict.fromkeys(columns)).compile(dialect=dialect, column_keys=columns))


@lru_cache(maxsize=256)
def _for_rows(text: str, count: int) -> str:
    """The statement that inserts one row, for several."""
    return text + f", {text[text.rindex('(') :]}" * (count - 1)


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
