"""What a person set or decided, from one database into another that has words of its own: these stay, others come along."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, insert, select, update

from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.person_tables import person_tables
from lib.store.own import home_zones

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

_UNSAID_AT_FIRST: Final = ("region", "max_heart_rate_bpm", "equipment")
_Row = Mapping[str, Any]

_NEVER: Final = "9999-99-99"
# What holds from a day until a later one, and the columns of which each value has a row of days of its own.
_HOLDS_ON: Final = {own_schema.goal.name: ("kind",), own_schema.home_zone.name: ()}


def add_own_words(source: Connection, source_id: int, target: Connection, target_id: int) -> int:
    """Add every row under a key that the target does not have; how many. What the target says stays as it is.

    Of what holds until a later day, only what was before all that the target says: else another goal would be in force.
    """
    tables = [table for table in person_tables() if table not in _NOT_HERE]
    rows = sum(_add(source, source_id, target, target_id, table) for table in tables)
    return rows + _add_settings(source, source_id, target, target_id)


def _add_settings(source: Connection, source_id: int, target: Connection, target_id: int) -> int:
    """What is said there and nowhere here; units and the like are always said."""
    athlete = schema.athlete
    columns = [athlete.c[name] for name in _UNSAID_AT_FIRST]
    (theirs,) = fetch_rows(source, select(*columns).where(athlete.c.id == source_id))
    (ours,) = fetch_rows(target, select(*columns).where(athlete.c.id == target_id))
    said = {
        name: value
        for name, value, here in zip(_UNSAID_AT_FIRST, theirs, ours, strict=True)
        if here is None and value is not None
    }
    if said:
        target.execute(update(athlete).where(athlete.c.id == target_id).values(said))
    return len(said)


def _add(source: Connection, source_id: int, target: Connection, target_id: int, table: Table) -> int:
    names = [column.key for column in table.c if column.name != "athlete_id"]
    rows: list[_Row] = [dict(zip(names, row, strict=True)) for row in _rows_in_order(source, source_id, table, names)]
    for apart in (_keys(table), _unique_names(table)):
        known = _rows(target, target_id, table, apart) if apart else set()
        rows = [row for row in rows if tuple(row[name] for name in apart) not in known]
    if table.name in _HOLDS_ON:
        rows = _before_all(target, target_id, table, rows)
    for row in rows:
        target.execute(insert(table).values(athlete_id=target_id, **row))
    return len(rows)


def _keys(table: Table) -> list[str]:
    return [column.key for column in table.primary_key.columns if column.name != "athlete_id"]


def _before_all(target: Connection, target_id: int, table: Table, rows: Sequence[_Row]) -> list[_Row]:
    """Of rows that hold from a day on, those before the first day of which the target says the like."""
    if table is own_schema.home_zone and home_zones.read_home_zones(target, target_id) is not None:
        return []  # the zone of the beginning holds from ever
    of = _HOLDS_ON[table.name]
    first: dict[tuple[object, ...], str] = {}
    for *values, day in _rows_in_order(target, target_id, table, [*of, "from_date"]):
        first.setdefault(tuple(values), str(day))
    return [row for row in rows if row["from_date"] < first.get(tuple(row[name] for name in of), _NEVER)]


def _unique_names(table: Table) -> list[str]:
    """The columns that two rows may not share beside the key, as a signature of columns."""
    return ["signature"] if table is own_schema.column_mapping else []


def _rows(conn: Connection, athlete_id: int, table: Table, names: list[str]) -> set[tuple[object, ...]]:
    return set(_rows_in_order(conn, athlete_id, table, names))


def _rows_in_order(conn: Connection, athlete_id: int, table: Table, names: list[str]) -> list[tuple[object, ...]]:
    statement = select(*(table.c[name] for name in names)).where(table.c.athlete_id == athlete_id)
    return fetch_rows(conn, statement.order_by(*table.primary_key.columns))
