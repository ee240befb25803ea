"""An athlete from one database into another, of either kind: every row as it is, under the number that they have there."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, Table, func, insert, select, update

from lib.store.archive.tables import ATHLETE, in_order
from lib.store.database.bulk import each_row, insert_rows
from lib.store.database.person_tables import person_tables

# What stays with the account: who they are on this server, since when.
_STAYS: Final = ("id", "iss", "sub", "created_at", "revision", "commits", "seals")
_ROWS_AT_ONCE: Final = 5_000


def is_empty(conn: Connection, athlete_id: int) -> bool:
    """Whether an athlete has nothing at all but settings."""
    return not any(
        conn.execute(select(table.c.athlete_id).where(table.c.athlete_id == athlete_id).limit(1)).first()
        for table in person_tables()
    )


def copy_athlete(
    source: Connection,
    source_id: int,
    target: Connection,
    target_id: int,
    tick: Callable[[str, int], None] = lambda _table, _rows: None,
) -> None:
    """Put everything of an athlete into another database, where theirs is empty.

    The revision ends beyond both and one further, which no entry of the history has: whoever follows acts reads all anew.
    tick(table, rows): called for every few thousand rows; whatever it raises ends the copying.
    """
    row = source.execute(select(ATHLETE).where(ATHLETE.c.id == source_id)).mappings().one()
    settings = {name: value for name, value in row.items() if name not in _STAYS}
    higher = func.max if target.dialect.name == "sqlite" else func.greatest
    settings["revision"] = higher(ATHLETE.c.revision, row["revision"]) + 1
    target.execute(update(ATHLETE).where(ATHLETE.c.id == target_id).values(settings))
    for table in person_tables():
        _copy_table(source, source_id, target, target_id, table, tick)


def _copy_table(
    source: Connection,
    source_id: int,
    target: Connection,
    target_id: int,
    table: Table,
    tick: Callable[[str, int], None],
) -> None:
    names = [column.key for column in table.c if column.name != "athlete_id"]
    statement = in_order(select(*(table.c[name] for name in names)), table).where(table.c.athlete_id == source_id)
    rows = each_row(source, statement)
    tick(table.name, 0)
    if any(isinstance(column.type, LargeBinary) for column in table.c):
        for row in rows:  # files: one at a time, as each may be large
            target.execute(insert(table).values(athlete_id=target_id, **dict(zip(names, row, strict=True))))
        return
    for number, chunk in enumerate(_chunks(rows)):
        tick(table.name, number * _ROWS_AT_ONCE)
        insert_rows(target, table, ("athlete_id", *names), [(target_id, *row) for row in chunk])


def _chunks(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        yield chunk
