"""Every value of every table read once: does it fit its column?"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, select

from lib.store.checking.columns import fault
from lib.store.checking.unreadable import UNREADABLE, words_of
from lib.store.database import schema
from lib.store.database.person_tables import person_tables

MOST: Final = 20  # sentences about one table; more would say nothing new


def value_problems(conn: Connection) -> Iterator[str]:
    """A sentence for each value that does not fit, with table, record and field; and for tables that cannot be read."""
    for table in (schema.athlete, *person_tables()):
        columns = [column for column in table.c if column.name != "content" or table is not schema.import_file]
        yield from _of_table(conn, table, columns)


def name_of(table: Table, row: dict[str, Any]) -> str:
    """`activity 17`: a row by its table and key."""
    keys = [column.name for column in table.primary_key.columns if column.name != "athlete_id"]
    return f"{table.name} {', '.join(_plain(row.get(name)) for name in keys)}"


def _of_table(conn: Connection, table: Table, columns: Sequence[Column[Any]]) -> Iterator[str]:
    told = 0
    try:
        for row in _rows(conn, table, columns):
            for column in columns:
                wrong = fault(column, row[column.name])
                if wrong:
                    told += 1
                    yield f"{name_of(table, row)}: {column.name} {wrong}."
            if told >= MOST:
                yield f"{table.name}: and there may be more."
                return
    except UNREADABLE as error:
        yield f"{table.name}: rows cannot be read ({words_of(error)})."


def _rows(conn: Connection, table: Table, columns: Sequence[Column[Any]]) -> Iterator[dict[str, Any]]:
    names = [column.name for column in columns]
    if conn.dialect.name != "sqlite":
        for row in conn.execute(select(*columns)):
            yield dict(zip(names, row, strict=True))
        return
    raw: Any = conn.connection.driver_connection
    cursor = raw.cursor()
    usual, raw.text_factory = (
        raw.text_factory,
        bytes,
    )  # texts that are no UTF-8 would raise before anything is said of them
    try:
        listed = ", ".join(f'"{name}"' for name in names)
        for row in cursor.execute(f'SELECT {listed} FROM "{table.name}"'):  # noqa: S608 - names of the schema
            yield dict(zip(names, row, strict=True))
    finally:
        raw.text_factory = usual


def _plain(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
