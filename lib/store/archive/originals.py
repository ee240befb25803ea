"""The files as they were imported."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from lib.store.database import schema
from lib.store.records.set_aside import SOURCE


class Original(NamedTuple):
    """One file of one import. content: as it is stored, zlib."""

    batch_id: int
    position: int
    name: str
    content: bytes


def each_original(conn: Connection, athlete_id: int) -> Iterator[Original]:
    """Every file, the bytes of one at a time in memory; not those that an earlier import has, as where they were read anew.

    Also what an import that read files anew set aside.
    """
    table = schema.import_file
    key = (table.c.batch_id, table.c.position)
    has_bytes = (table.c.athlete_id == athlete_id, table.c.content != b"")
    places = conn.execute(select(*key).where(*has_bytes).order_by(*key)).all()
    for batch_id, position in places:
        where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.position == position)
        name, content = conn.execute(select(table.c.name, table.c.content).where(*where)).one()
        yield Original(batch_id, position, name, bytes(content))


class ListedOriginal(NamedTuple):
    """A file whose bytes are kept. source: None of one that was not understood."""

    batch_id: int
    position: int
    name: str
    source: str | None
    bytes: int


def listed_originals(conn: Connection, athlete_id: int) -> list[ListedOriginal]:
    """Every file whose bytes are kept, each once however often it was imported, newest first."""
    table = schema.import_file
    columns = (table.c.batch_id, table.c.position, table.c.name, table.c.source, table.c.size_bytes, table.c.sha256)
    kept = (table.c.athlete_id == athlete_id, table.c.content != b"", table.c.source.is_distinct_from(SOURCE))
    rows = conn.execute(select(*columns).where(*kept).order_by(table.c.batch_id.desc(), table.c.position)).all()
    found: dict[str, ListedOriginal] = {}
    for row in rows:
        found.setdefault(row.sha256, ListedOriginal(*row[:-1]))
    return list(found.values())


def files_without_bytes(conn: Connection, athlete_id: int) -> int:
    """How many files of imports have no bytes, neither by themselves nor by another import of the same file."""
    table = schema.import_file
    mine = (table.c.athlete_id == athlete_id, table.c.source.is_distinct_from(SOURCE))
    kept = select(table.c.sha256).where(*mine, table.c.content != b"")
    lost = select(func.count(table.c.sha256.distinct())).where(*mine, table.c.sha256.not_in(kept))
    return int(conn.execute(lost).scalar_one())


class ImportedOriginal(NamedTuple):
    """A file of an import that counts. batch_id, position: where its bytes are. exported: when the app wrote it, as text."""

    batch_id: int
    position: int
    name: str
    sha256: str
    exported: str | None


def imported_originals(conn: Connection, athlete_id: int) -> list[ImportedOriginal]:
    """The files of all imports that were not taken back, each once, in the order in which they came first."""
    table, batch = schema.import_file, schema.import_batch
    same = (batch.c.athlete_id == table.c.athlete_id) & (batch.c.id == table.c.batch_id)
    key = (table.c.batch_id, table.c.position)
    mine = table.c.athlete_id == athlete_id
    counts = select(table.c.sha256).join_from(table, batch, same)
    counts = counts.where(mine, batch.c.undone_at.is_(None), table.c.source.is_not(None), table.c.source != SOURCE)
    chosen = select(*key, table.c.name, table.c.sha256, table.c.exported)
    rows = conn.execute(chosen.where(mine, table.c.content != b"", table.c.sha256.in_(counts)).order_by(*key)).all()
    found: dict[str, ImportedOriginal] = {}
    for row in rows:
        found.setdefault(row.sha256, ImportedOriginal(*row))
    return list(found.values())
