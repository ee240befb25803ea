"""Which import contained which record, what it said of it and how recent it was: what merging and undo work from.

An import record is one row for an import and a record. Where several files of an import say different things of a record, its
`content_hash` holds each of them with its moment: `hash@2026-05-01 06:00:00;hash@2026-06-01 06:00:00`.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select

from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows, insert_rows
from lib.store.database.moments import to_text_or_none

# As many records are looked up by their ids; for more, all of the import are.
_FEW: Final = 500
_BETWEEN, _AT = ";", "@"

Seen = tuple[str, str, str]  # content_hash, as_of and places as they stand in the table


class Version(NamedTuple):
    """What a file said of a record; sorts by how recent that is, then by the order of the imports.

    as_of: text of a moment, "" where unknown. place: among those of one import.
    """

    as_of: str
    batch_id: int
    place: int
    content_hash: str


def remember(
    conn: Connection,
    athlete_id: int,
    batch_id: int,
    kind: RecordKind,
    pairs: Iterable[tuple[int, str]],
    as_of: datetime | None = None,
    place: int = 0,
    new_from: int | None = None,
) -> None:
    """Remember which records a file of an import contained, as (record id, hash of the content it has for it).

    as_of: how recent the file is, where known. place: of the file in its import.
    new_from: ids from here on were given in this very file, so that no earlier file of the import can have had them.
    """
    moment = to_text_or_none(as_of) or ""
    seen: dict[int, Seen] = {}
    for record_id, digest in pairs:
        seen[record_id] = _joined(seen.get(record_id), (digest, moment, f" {place} "))
    if not seen:
        return
    older = [each for each in seen if new_from is None or each < new_from]
    taken_out = _take_out(conn, athlete_id, batch_id, kind, older) if older else {}
    for record_id, before in taken_out.items():
        seen[record_id] = _joined(before, seen[record_id])
    rows = ((athlete_id, batch_id, kind, record_id, *found) for record_id, found in seen.items())
    columns = ("athlete_id", "batch_id", "kind", "record_id", "content_hash", "as_of", "places")
    insert_rows(conn, schema.import_record, columns, rows)


def version_of(as_of: datetime | None, batch_id: int, place: int, content_hash: str) -> Version:
    """What one file said of a record."""
    return Version(to_text_or_none(as_of) or "", batch_id, place, content_hash)


def versions_of(content_hash: str, as_of: str, batch_id: int) -> list[Version]:
    """What the files of one import said of a record, oldest first."""
    if _AT not in content_hash:
        return [Version(as_of, batch_id, 0, content_hash)]
    parts = (part.partition(_AT) for part in content_hash.split(_BETWEEN))
    return [Version(moment, batch_id, place, digest) for place, (digest, _, moment) in enumerate(parts)]


def read_versions(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]
) -> dict[int, list[Version]]:
    """What every file of the imports that count said of these records, newest first."""
    table = schema.import_record
    chosen = (table.c.record_id, table.c.batch_id, table.c.content_hash, table.c.as_of)
    where = (table.c.athlete_id == athlete_id, table.c.kind == kind, table.c.record_id.in_(record_ids))
    said: dict[int, list[Version]] = {record_id: [] for record_id in record_ids}
    for record_id, batch_id, digest, as_of in fetch_rows(conn, select(*chosen).where(*where)):
        said[record_id] += versions_of(digest, as_of, batch_id)
    return {record_id: sorted(found, reverse=True) for record_id, found in said.items()}


def versions_beside(conn: Connection, athlete_id: int, kind: RecordKind, batch_id: int) -> dict[int, list[Version]]:
    """Every record that an import saw, with what the other imports said of it, in no order."""
    mine, other = schema.import_record.alias("mine"), schema.import_record.alias("other")
    of_mine = (mine.c.athlete_id == athlete_id, mine.c.kind == kind, mine.c.batch_id == batch_id)
    rows = fetch_rows(conn, select(mine.c.record_id).where(*of_mine))
    said: dict[int, list[Version]] = {record_id: [] for (record_id,) in rows}
    others = (
        select(other.c.record_id, other.c.batch_id, other.c.content_hash, other.c.as_of)
        .join_from(mine, other, mine.c.record_id == other.c.record_id)
        .where(*of_mine, other.c.athlete_id == athlete_id, other.c.kind == kind, other.c.batch_id != batch_id)
    )
    for record_id, other_id, digest, as_of in fetch_rows(conn, others):
        said[record_id] += versions_of(digest, as_of, other_id)
    return said


def forget(conn: Connection, athlete_id: int, kind: RecordKind, batch_id: int) -> None:
    """Drop what an import saw: it does not count any more."""
    table = schema.import_record
    of_batch = (table.c.athlete_id == athlete_id, table.c.kind == kind, table.c.batch_id == batch_id)
    conn.execute(delete(table).where(*of_batch))


def _joined(before: Seen | None, after: Seen) -> Seen:
    """Two import records of one record by one import as one; of the same content the more recent word is enough."""
    if before is None:
        return after
    places = before[2] + after[2].lstrip()
    if before[0] == after[0]:
        return (*max(before[:2], after[:2]), places)
    said = sorted([*versions_of(*before[:2], 0), *versions_of(*after[:2], 1)])
    latest = {each.content_hash: each.as_of for each in said}
    last_first = dict.fromkeys(each.content_hash for each in reversed(said))
    return _BETWEEN.join(f"{each}{_AT}{latest[each]}" for each in reversed(last_first)), said[-1].as_of, places


def _take_out(
    conn: Connection, athlete_id: int, batch_id: int, kind: RecordKind, record_ids: Collection[int]
) -> dict[int, Seen]:
    """What earlier files of this import said of these records; their rows are removed."""
    table = schema.import_record
    mine: tuple[Any, ...] = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.kind == kind)
    among = (table.c.record_id.in_(record_ids),) if len(record_ids) <= _FEW else ()
    chosen = (table.c.record_id, table.c.content_hash, table.c.as_of, table.c.places)
    rows = fetch_rows(conn, select(*chosen).where(*mine, *among))
    found = {
        record_id: (digest, moment, places) for record_id, digest, moment, places in rows if record_id in record_ids
    }
    if found:
        gone = [{"gone": record_id} for record_id in found]
        conn.execute(delete(table).where(*mine, table.c.record_id == bindparam("gone")), gone)
    return found
