"""Imports: which files, and what became of them."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select

from lib.model.errors import StoreError
from lib.model.records import Problem
from lib.store.database import schema
from lib.store.database.bulk import insert_rows
from lib.store.database.moments import day_to_text, from_text, from_text_or_none, to_text, to_text_or_none
from lib.store.records import set_aside
from lib.store.records.undo import Undone, undo_batch

__all__ = [
    "Batch",
    "ImportedFile",
    "Undone",
    "add_file",
    "add_problems",
    "list_batches",
    "problems_of",
    "start_batch",
    "stored_file",
    "undo_batch",
]

# Up to so many records of a file are looked up by their ids; else all of the import are.
_FEW: Final = 500


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file of an import and what became of its rows.

    as_of: how recent the file is: its latest start, or later where more was known of it.
    exported: the day on which the app wrote it. preferred: the person said that it is the newest of its source.
    position: its place in the import, of which others may have been refused or deleted.
    """

    name: str
    source: str | None
    sha256: str
    size_bytes: int
    as_of: datetime | None = None
    records: int = 0
    added_activities: int = 0
    added_sessions: int = 0
    added_sets: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    ignored: int = 0
    rejected: int = 0
    exported: date | None = None
    preferred: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. Moments are naive UTC; undone_at is None while it counts.

    replaced_by: the import that read its files anew and stands for it.
    """

    id: int
    created_at: datetime
    undone_at: datetime | None
    files: tuple[ImportedFile, ...]
    replaced_by: int | None = None


def start_batch(conn: Connection, athlete_id: int, now: datetime) -> int:
    """Begin an import; its id."""
    table = schema.import_batch
    highest = conn.execute(select(func.max(table.c.id)).where(table.c.athlete_id == athlete_id)).scalar()
    batch_id = (highest or 0) + 1
    conn.execute(insert(table).values(athlete_id=athlete_id, id=batch_id, created_at=to_text(now)))
    return batch_id


def add_file(conn: Connection, athlete_id: int, batch_id: int, file: ImportedFile, content: bytes) -> None:
    """Keep a file of an import. content: its bytes, compressed with zlib."""
    values = {**asdict(file), "as_of": to_text_or_none(file.as_of), "content": content}
    values |= {"exported": file.exported and day_to_text(file.exported), "preferred": int(file.preferred)}
    conn.execute(insert(schema.import_file).values(athlete_id=athlete_id, batch_id=batch_id, **values))


def add_problems(
    conn: Connection, athlete_id: int, batch_id: int, file_position: int, problems: Iterable[Problem]
) -> None:
    """Keep what was wrong with a file that was added before."""
    columns = ("line", "column_name", "value", "why", "rows")
    rows = (
        (athlete_id, batch_id, file_position, position, each.line, each.column, each.value, each.why, each.rows)
        for position, each in enumerate(problems)
    )
    keys = ("athlete_id", "batch_id", "file_position", "position")
    insert_rows(conn, schema.import_problem, (*keys, *columns), rows)


def list_batches(conn: Connection, athlete_id: int) -> list[Batch]:
    """Every import with its files, oldest first; undone ones keep their place."""
    table = schema.import_batch
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.id)).mappings().all()
    files, replaced = _files(conn, athlete_id), set_aside.replaced_by(conn, athlete_id)
    return [
        Batch(
            row["id"],
            from_text(row["created_at"]),
            from_text_or_none(row["undone_at"]),
            files.get(row["id"], ()),
            replaced.get(row["id"]) if row["undone_at"] else None,
        )
        for row in rows
    ]


def problems_of(conn: Connection, athlete_id: int, batch_id: int, file_position: int) -> list[Problem]:
    """What was wrong with one file of an import."""
    table = schema.import_problem
    columns = (table.c.line, table.c.column_name, table.c.value, table.c.why, table.c.rows)
    where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.file_position == file_position)
    return [Problem(*row) for row in conn.execute(select(*columns).where(*where).order_by(table.c.position))]


def stored_file(conn: Connection, athlete_id: int, batch_id: int, position: int) -> bytes:
    """The bytes of an imported file as they came. StoreError when there is no such file."""
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.position == position)
    found = conn.execute(select(table.c.content, table.c.sha256).where(*where)).first()
    if found is None:
        raise StoreError(f"Import {batch_id} has no file {position}.")
    return zlib.decompress(found.content or _kept_elsewhere(conn, athlete_id, found.sha256))


def is_kept(conn: Connection, athlete_id: int, sha256: str) -> bool:
    """Whether the bytes of a file are there, with whichever import."""
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.sha256 == sha256, table.c.content != b"")
    return conn.execute(select(table.c.batch_id).where(*where).limit(1)).first() is not None


def _kept_elsewhere(conn: Connection, athlete_id: int, sha256: str) -> bytes:
    """An import that read a file anew has no copy of it: the first import has it."""
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.sha256 == sha256, table.c.content != b"")
    content: bytes | None = conn.execute(select(table.c.content).where(*where).limit(1)).scalar()
    if content is None:
        raise StoreError("The bytes of this file are not there any more.")
    return content


def _files(conn: Connection, athlete_id: int) -> dict[int, tuple[ImportedFile, ...]]:
    """The files of every import, without their bytes."""
    table = schema.import_file
    columns = (table.c.batch_id, *(table.c[each.name].label(each.name) for each in fields(ImportedFile)))
    mine = (table.c.athlete_id == athlete_id, func.coalesce(table.c.source, "") != set_aside.SOURCE)
    statement = select(*columns).where(*mine).order_by(table.c.batch_id, table.c.position)
    rows: Sequence[Any] = conn.execute(statement).mappings().all()
    return {
        batch_id: tuple(_imported_file(dict(row)) for row in group)
        for batch_id, group in groupby(rows, key=itemgetter("batch_id"))
    }


def _imported_file(row: dict[str, Any]) -> ImportedFile:
    del row["batch_id"]
    day = row["exported"] and date.fromisoformat(row["exported"])
    said = {"as_of": from_text_or_none(row["as_of"]), "exported": day, "preferred": bool(row["preferred"])}
    return ImportedFile(**{**row, **said})
