"""Taking an import back, as if it had never happened.

Every import left a sighting of each record it contained, and content that was replaced is kept. So what is stored is a
function of the imports that still count: a record says what its most recent remaining sighting says, and a record that
nobody else saw goes. Marks of the person (effort, bin) stay with the records that stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select, update

from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store import contents, schema
from lib.store.contents import TABLES
from lib.store.moments import to_text


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: records (activities and sessions) taken out, and given their earlier content back."""

    removed: int
    restored: int


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
    seen = _seen_by(conn, athlete_id, batch_id, kind)
    remaining = _remaining(conn, athlete_id, batch_id, kind)
    decisive = dict(remaining)
    changed = [(record_id, digest) for record_id, digest in decisive.items() if seen[record_id] != digest]
    for record_id, digest in changed:
        contents.restore(conn, athlete_id, kind, record_id, digest)
    orphans = sorted(seen.keys() - decisive.keys())
    _remove(conn, athlete_id, kind, orphans)
    _forget_content(conn, athlete_id, kind, seen, set(remaining))
    sighting = schema.sighting
    conn.execute(delete(sighting).where(*_of_batch(sighting, athlete_id, batch_id, kind)))
    return Undone(removed=len(orphans), restored=len(changed))


def _seen_by(conn: Connection, athlete_id: int, batch_id: int, kind: RecordKind) -> dict[int, str]:
    """The records that the batch contained, with the hash of what each says now."""
    table, sighting = TABLES[kind], schema.sighting
    statement = (
        select(table.c.id, table.c.content_hash)
        .join_from(sighting, table, table.c.id == sighting.c.record_id)
        .where(*_of_batch(sighting, athlete_id, batch_id, kind), table.c.athlete_id == athlete_id)
    )
    return {row.id: row.content_hash for row in conn.execute(statement)}


def _remaining(conn: Connection, athlete_id: int, batch_id: int, kind: RecordKind) -> list[tuple[int, str]]:
    """What other imports say about the records of the batch; of each record the decisive sighting comes last."""
    mine, other = schema.sighting.alias("mine"), schema.sighting.alias("other")
    statement = (
        select(other.c.record_id, other.c.content_hash)
        .join_from(mine, other, mine.c.record_id == other.c.record_id)
        .where(*_of_batch(mine, athlete_id, batch_id, kind))
        .where(other.c.athlete_id == athlete_id, other.c.kind == kind, other.c.batch_id != batch_id)
        .order_by(other.c.as_of, other.c.batch_id)
    )
    return [(record_id, digest) for record_id, digest in conn.execute(statement)]


def _remove(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: list[int]) -> None:
    """Take records out, with their sets; what pointed to them stands for itself again."""
    table = TABLES[kind]
    _promote_twins(conn, athlete_id, table, set(record_ids))
    if kind is RecordKind.SESSION:
        activity, sets = schema.activity, schema.strength_set
        linked = (activity.c.athlete_id == athlete_id, activity.c.session_id == bindparam("gone"))
        _for_each(conn, update(activity).where(*linked).values(session_id=None), record_ids)
        of_session = (sets.c.athlete_id == athlete_id, sets.c.session_id == bindparam("gone"))
        _for_each(conn, delete(sets).where(*of_session), record_ids)
    _for_each(conn, delete(table).where(table.c.athlete_id == athlete_id, table.c.id == bindparam("gone")), record_ids)


def _promote_twins(conn: Connection, athlete_id: int, table: Table, gone: set[int]) -> None:
    """Where a counted record goes, the first of its twins counts instead and the others become twins of that one."""
    mine = table.c.athlete_id == athlete_id
    twins = conn.execute(
        select(table.c.id, table.c.twin_of).where(mine, table.c.twin_of.is_not(None)).order_by(table.c.id)
    ).all()
    heirs: dict[int, int] = {}
    for twin, original in twins:
        if original in gone:
            # A twin that goes as well only lets go, so that the records can be deleted in any order.
            heir = None if twin in gone else heirs.setdefault(original, twin)
            values = {"twin_of": None if heir == twin else heir}
            conn.execute(update(table).where(mine, table.c.id == twin).values(**values))


def _forget_content(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Iterable[int], wanted: set[tuple[int, str]]
) -> None:
    """Drop kept content of these records that no remaining sighting can ask for."""
    kept, ids = schema.superseded, set(record_ids)
    mine = (kept.c.athlete_id == athlete_id, kept.c.kind == kind)
    for record_id, digest in conn.execute(select(kept.c.record_id, kept.c.content_hash).where(*mine)).all():
        if record_id in ids and (record_id, digest) not in wanted:
            conn.execute(delete(kept).where(*mine, kept.c.record_id == record_id, kept.c.content_hash == digest))


def _for_each(conn: Connection, statement: Any, record_ids: list[int]) -> None:
    if record_ids:
        conn.execute(statement, [{"gone": record_id} for record_id in record_ids])


def _of_batch(sighting: Any, athlete_id: int, batch_id: int, kind: RecordKind) -> tuple[ColumnElement[bool], ...]:
    return (sighting.c.athlete_id == athlete_id, sighting.c.batch_id == batch_id, sighting.c.kind == kind)
