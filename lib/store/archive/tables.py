"""The tables of one athlete as rows of text and numbers, in the order in which they can be put back."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Column, Connection, Integer, LargeBinary, Select, Table, Text, select

from lib.store.archive.cells import ColumnKind
from lib.store.database import schema
from lib.store.database.bulk import each_row
from lib.store.database.person_tables import person_tables

ATHLETE: Final = schema.athlete
ORIGINALS: Final = schema.import_file
# Whose account it is on which server says nothing of the training, and seals are of one database.
_LOGIN: Final = ("iss", "sub", "seals")


def archived_tables() -> tuple[Table, ...]:
    """The athlete, then everything that is theirs: each table after those that it refers to."""
    return (ATHLETE, *person_tables())


def columns_of(table: Table) -> list[Column[Any]]:
    """The columns that go along: not the number of the athlete, not who they are on a server, not the bytes of files."""
    left_out = {"athlete_id", *_LOGIN} if table is not ATHLETE else set(_LOGIN)
    return [each for each in table.c if each.name not in left_out and not isinstance(each.type, LargeBinary)]


def kind_of(column: Column[Any]) -> ColumnKind:
    """What a column holds."""
    python = str if isinstance(column.type, Text) else int if isinstance(column.type, Integer) else float
    return ColumnKind(python, bool(column.nullable))


def rows_of(conn: Connection, athlete_id: int, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of an athlete in the order of the key, one by one; of columns_of alone."""
    owner = table.c.id if table is ATHLETE else table.c.athlete_id
    return each_row(conn, in_order(select(*columns_of(table)), table).where(owner == athlete_id))


def in_order(statement: Select[Any], table: Table) -> Select[Any]:
    """By the key; a record that is a duplicate of another after that one."""
    order = list(table.primary_key.columns)
    return statement.order_by(*([table.c.duplicate_of.is_not(None)] if "duplicate_of" in table.c else []), *order)
