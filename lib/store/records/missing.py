"""Records of a source that its newest export does not have, and those beside them that it has."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, exists, func, select

from lib.model.vocabulary import RecordKind, WhyNot
from lib.store.database import schema
from lib.store.database.bulk import each_row, fetch_rows
from lib.store.database.moments import from_text
from lib.store.records.contents import TABLES


class Reach(NamedTuple):
    """A file of an import and how recent it is, as text; sorts by that."""

    as_of: str
    batch_id: int
    place: int


NO_FILE: Final = Reach("", 0, 0)


class Listed(NamedTuple):
    """A record of one source: its id, its key, its start at home."""

    id: int
    source_key: str
    local: datetime


class Export(NamedTuple):
    """What the newest export of a source has, and what it lacks, oldest first."""

    has: list[Listed]
    lacks: list[Listed]


def newest_imports(conn: Connection, athlete_id: int) -> dict[str, Reach]:
    """Of each source its most recent file, of the imports that count."""
    files, batches = schema.import_file, schema.import_batch
    counts = (batches.c.athlete_id == files.c.athlete_id) & (batches.c.id == files.c.batch_id)
    where = (files.c.athlete_id == athlete_id, files.c.source.is_not(None), batches.c.undone_at.is_(None))
    chosen = (
        select(files.c.source, files.c.as_of, files.c.batch_id, files.c.position).join(batches, counts).where(*where)
    )
    found: dict[str, Reach] = {}
    for source, as_of, batch_id, place in fetch_rows(conn, chosen):
        found[source] = max(found.get(source, NO_FILE), Reach(as_of or "", batch_id, place))
    return found


def lacks_any(conn: Connection, athlete_id: int, kind: RecordKind, source: str, file: Reach) -> bool:
    """Whether there is a record of a source that a file does not have."""
    table, seen = TABLES[kind], schema.import_record
    in_file = (seen.c.places == "") | seen.c.places.contains(f" {file.place} ")
    of_batch = (seen.c.athlete_id == athlete_id, seen.c.kind == kind, seen.c.batch_id == file.batch_id)
    # A set that is looked up: beside rows that came in this very transaction a server would go through all of them for each.
    not_seen = table.c.id.not_in(select(seen.c.record_id).where(*of_batch, in_file))
    mine = (table.c.athlete_id == athlete_id, table.c.source == source)
    return bool(conn.execute(select(exists().where(*mine, not_seen))).scalar())


def read_export(conn: Connection, athlete_id: int, kind: RecordKind, source: str, file: Reach) -> Export:
    """The records of a source, those in the bin included, by whether a file has them."""
    seen, rows = schema.import_record, read_listed(conn, athlete_id, kind, source, with_all=True)
    of_batch = (seen.c.athlete_id == athlete_id, seen.c.kind == kind, seen.c.batch_id == file.batch_id)
    in_import = fetch_rows(conn, select(seen.c.record_id, seen.c.places).where(*of_batch))
    ids = {number for number, places in in_import if not places or f" {file.place} " in places}
    return Export([each for each in rows if each.id in ids], [each for each in rows if each.id not in ids])


def read_listed(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    source: str,
    *,
    with_all: bool = False,
    but: Collection[int] = (),
) -> list[Listed]:
    """Every record of a source but for some ids, oldest first; without what is in the bin or moved, unless all are wanted."""
    table = TABLES[kind]
    mine: tuple[Any, ...] = (table.c.athlete_id == athlete_id, table.c.source == source)
    if not with_all:
        mine = (*mine, table.c.deleted_at.is_(None), func.coalesce(table.c.why_not, "") != WhyNot.MOVED)
    ordered = select(table.c.id, table.c.source_key, table.c.start_local).where(*mine).order_by(table.c.start_local)
    rows = each_row(conn, ordered)
    return [Listed(number, key, from_text(local)) for number, key, local in rows if number not in but]


def files_of(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int]
) -> Mapping[int, Mapping[int, str]]:
    """Which imports that count saw each of these records, and in which of their files; see the table."""
    table, ids = schema.import_record, sorted(record_ids)
    found: dict[int, dict[int, str]] = {each: {} for each in ids}
    for first in range(0, len(ids), 500):
        of_those: Any = table.c.record_id.in_(ids[first : first + 500])
        where = (table.c.athlete_id == athlete_id, table.c.kind == kind, of_those)
        chosen = select(table.c.record_id, table.c.batch_id, table.c.places).where(*where)
        for number, batch_id, places in fetch_rows(conn, chosen):
            found[number][batch_id] = places
    return found


def in_one_file(one: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether any file has both of two records."""
    return any(
        not one[each] or not other[each] or set(one[each].split()) & set(other[each].split())
        for each in one.keys() & other.keys()
    )
