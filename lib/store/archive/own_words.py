"""What a person set or decided, from one database into another that has words of its own: these stay, others come along."""

from typing import Final

from sqlalchemy import Connection, Table, insert, select

from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.person_tables import person_tables

# These follow from the files and the history, which are merged in their own way.
_NOT_HERE: Final = (
    schema.import_batch,
    schema.import_file,
    schema.import_problem,
    schema.import_record,
    schema.record_version,
    schema.activity,
    schema.session,
    schema.strength_set,
    own_schema.history_entry,
    own_schema.history_change,
    own_schema.record_alias,
    own_schema.draft,
)


def add_own_words(source: Connection, source_id: int, target: Connection, target_id: int) -> int:
    """Add every row under a key that the target does not have; how many. What the target says stays as it is."""
    tables = [table for table in person_tables() if table not in _NOT_HERE]
    return sum(_add(source, source_id, target, target_id, table) for table in tables)


def _add(source: Connection, source_id: int, target: Connection, target_id: int, table: Table) -> int:
    names = [column.key for column in table.c if column.name != "athlete_id"]
    keys = [column.key for column in table.primary_key.columns if column.name != "athlete_id"]
    places = [names.index(name) for name in keys]
    known = _rows(target, target_id, table, keys)
    unique = _unique_names(table)
    taken = _rows(target, target_id, table, unique) if unique else set()
    new = [
        row
        for row in _rows_in_order(source, source_id, table, names)
        if tuple(row[place] for place in places) not in known
        and tuple(row[names.index(name)] for name in unique) not in (taken if unique else set())
    ]
    for row in new:
        target.execute(insert(table).values(athlete_id=target_id, **dict(zip(names, row, strict=True))))
    return len(new)


def _unique_names(table: Table) -> list[str]:
    """The columns that two rows may not share beside the key, as a signature of columns."""
    return ["signature"] if table is own_schema.column_mapping else []


def _rows(conn: Connection, athlete_id: int, table: Table, names: list[str]) -> set[tuple[object, ...]]:
    return set(_rows_in_order(conn, athlete_id, table, names))


def _rows_in_order(conn: Connection, athlete_id: int, table: Table, names: list[str]) -> list[tuple[object, ...]]:
    statement = select(*(table.c[name] for name in names)).where(table.c.athlete_id == athlete_id)
    return fetch_rows(conn, statement.order_by(*table.primary_key.columns))
