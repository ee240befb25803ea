"""Taking an import back, as if it had never happened.

Every import left an import record of each record it contained, and what it said of it is kept. So what is stored is a function
of the imports that still count: a record says what its remaining import records say together, and a record that nobody else
saw goes. What the person said of records is not touched: it waits for those that go (decision 7).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.moments import to_text
from lib.store.records import contents, import_records
from lib.store.records.contents import TABLES, Key
from lib.store.records.recompute import recompute


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: records (activities and sessions) taken out, and given their earlier content back.

    in_bin: records that are in the bin now, which no undo takes out.
    waiting: records that are gone and that the person said something of: it holds when they come again.
    """

    removed: int
    restored: int
    waiting: int = 0
    in_bin: int = 0


def undo_batch(conn: Connection, athlete_id: int, batch_id: int, now: datetime) -> Undone:
    """Take one import back, whichever it is. StoreError when it is unknown or was taken back before."""
    _mark_undone(conn, athlete_id, batch_id, now)
    results = [_undo_kind(conn, athlete_id, batch_id, kind) for kind in RecordKind]
    return Undone(sum(each.removed for each in results), sum(each.restored for each in results))


def _mark_undone(conn: Connection, athlete_id: int, batch_id: int, now: datetime) -> None:
    table = schema.import_batch
    where = (table.c.athlete_id == athlete_id, table.c.id == batch_id)
    batch = conn.execute(select(table.c.undone_at).where(*where)).first()
    if batch is None:
        raise StoreError(f"There is no import {batch_id}.")
    if batch.undone_at is not None:
        raise StoreError(f"Import {batch_id} was undone before, on {batch.undone_at[:10]}.")
    conn.execute(update(table).where(*where).values(undone_at=to_text(now)))


def _undo_kind(conn: Connection, athlete_id: int, batch_id: int, kind: RecordKind) -> Undone:
    beside = import_records.versions_beside(conn, athlete_id, kind, batch_id)
    orphans = sorted(record_id for record_id, versions in beside.items() if not versions)
    digests = {
        record_id: {each.content_hash for each in versions} for record_id, versions in beside.items() if versions
    }
    import_records.forget(conn, athlete_id, kind, batch_id)
    recomputed = recompute(conn, athlete_id, kind, _doubtful(conn, athlete_id, kind, digests), {})
    remove_records(conn, athlete_id, kind, orphans)
    wanted = {(each, digest) for each, now in recomputed.items() for digest in digests[each] - {now.content_hash}}
    _forget_content(conn, athlete_id, kind, beside.keys(), wanted)
    return Undone(removed=len(orphans), restored=sum(each.before != each.after for each in recomputed.values()))


def _doubtful(conn: Connection, athlete_id: int, kind: RecordKind, digests: dict[int, set[str]]) -> list[int]:
    """The records of which not all that is left says exactly what they say."""
    table = TABLES[kind]
    rows = fetch_rows(conn, select(table.c.id, table.c.content_hash).where(table.c.athlete_id == athlete_id))
    return [record_id for record_id, digest in rows if record_id in digests and digests[record_id] != {digest}]


def remove_records(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]) -> None:
    """Take records out, with their sets. What pointed to them stands for itself, until duplicates are found anew."""
    table = TABLES[kind]
    duplicates = (table.c.athlete_id == athlete_id, table.c.duplicate_of == bindparam("gone"))
    _for_each(conn, update(table).where(*duplicates).values(duplicate_of=None), record_ids)
    if kind is RecordKind.SESSION:
        activity, sets = schema.activity, schema.strength_set
        linked = (activity.c.athlete_id == athlete_id, activity.c.session_id == bindparam("gone"))
        _for_each(conn, update(activity).where(*linked).values(session_id=None), record_ids)
        of_session = (sets.c.athlete_id == athlete_id, sets.c.session_id == bindparam("gone"))
        _for_each(conn, delete(sets).where(*of_session), record_ids)
    _for_each(conn, delete(table).where(table.c.athlete_id == athlete_id, table.c.id == bindparam("gone")), record_ids)


def _forget_content(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int], wanted: Collection[Key]
) -> None:
    """Drop kept content of these records that no remaining import record can ask for."""
    kept = schema.record_version
    statement = select(kept.c.record_id, kept.c.content_hash).where(
        kept.c.athlete_id == athlete_id, kept.c.kind == kind
    )
    found = [(record_id, digest) for record_id, digest in fetch_rows(conn, statement) if record_id in record_ids]
    contents.forget_kept(conn, athlete_id, kind, (key for key in found if key not in wanted))


def _for_each(conn: Connection, statement: Any, record_ids: Sequence[int]) -> None:
    if record_ids:
        conn.execute(statement, [{"gone": record_id} for record_id in record_ids])
