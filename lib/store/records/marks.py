"""What a person marked on records, carried over where reading a file anew gave a record another key."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select, update

from lib.model.vocabulary import RecordKind
from lib.store.database.bulk import fetch_rows
from lib.store.records.contents import TABLES


class Marked(NamedTuple):
    """A record that bears marks. start: where it is known by, whatever its key."""

    id: int
    source: str
    start: tuple[str | None, str]
    marks: dict[str, Any]


def read_marks(conn: Connection, athlete_id: int) -> dict[RecordKind, list[Marked]]:
    """Every record with a mark."""
    return {kind: _marked(conn, athlete_id, kind) for kind in RecordKind}


def carry_over(
    conn: Connection,
    athlete_id: int,
    before: Mapping[RecordKind, Collection[Marked]],
    new: Mapping[RecordKind, Collection[int]],
) -> None:
    """Give the marks of records that are gone to the new ones of the same source and start."""
    for kind, marked in before.items():
        table = TABLES[kind]
        if not marked:
            continue
        columns = (table.c.id, table.c.source, table.c.start_utc, table.c.start_local)
        rows = fetch_rows(conn, select(*columns).where(table.c.athlete_id == athlete_id))
        there = {row[0] for row in rows}
        heirs = {(source, (utc, local)): each for each, source, utc, local in rows if each in new[kind]}
        for each in marked:
            heir = heirs.get((each.source, each.start))
            if each.id not in there and heir:
                mine = (table.c.athlete_id == athlete_id, table.c.id == heir)
                conn.execute(update(table).where(*mine).values(each.marks))


def _marked(conn: Connection, athlete_id: int, kind: RecordKind) -> list[Marked]:
    table = TABLES[kind]
    marks = [name for name in ("effort", "deleted_at") if name in table.c]
    columns = (table.c.id, table.c.source, table.c.start_utc, table.c.start_local, *(table.c[name] for name in marks))
    is_marked = or_(*(table.c[name].is_not(None) for name in marks))
    rows = fetch_rows(conn, select(*columns).where(table.c.athlete_id == athlete_id, is_marked))
    return [
        Marked(each, source, (utc, local), dict(zip(marks, values, strict=True)))
        for each, source, utc, local, *values in rows
    ]
