"""The history of what a person said of records: written once, never changed; and what follows from it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, select, update

from lib.model.history import BINNED, BY_HAND, NO_WORD, RECORD, Change, Entry, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_rows, insert_rows
from lib.store.database.moments import from_text, to_text
from lib.store.database.seals import OF_NEW_ROWS
from lib.store.own import aliases

_ENTRY: Final = own_schema.history_entry
_CHANGE: Final = own_schema.history_change
_COLUMNS: Final = ("kind", "source", "source_key", "record_id", "field", "before", "after")
Touched = Mapping[RecordKind, Collection[int]]

_FEW: Final = 200  # keys that are named in one statement; of more, all are read


def add_entry(
    conn: Connection,
    athlete_id: int,
    what: What,
    changes: Sequence[Change],
    now: datetime,
    takes_back: int | None = None,
) -> int:
    """Add one act to the history; its id. now: with its zone, or naive UTC."""
    highest = conn.execute(select(func.max(_ENTRY.c.id)).where(_ENTRY.c.athlete_id == athlete_id)).scalar()
    entry_id = (highest or 0) + 1
    athlete = schema.athlete
    revision = conn.execute(select(athlete.c.revision + 1).where(athlete.c.id == athlete_id)).scalar_one()
    values = {"at": to_text(now), "what": what, "takes_back": takes_back, "revision": revision, "touched": ""}
    conn.execute(insert(_ENTRY).values(athlete_id=athlete_id, id=entry_id, **values))
    rows = (
        (athlete_id, entry_id, place, *each.record, each.record_id, each.field, _text(each.before), _text(each.after))
        for place, each in enumerate(changes)
    )
    insert_rows(conn, _CHANGE, ("athlete_id", "entry_id", "position", *_COLUMNS), rows)
    return entry_id


def note_touched(conn: Connection, athlete_id: int, entry_id: int, touched: Touched) -> None:
    """Say which records are not what they were before an entry, when nothing else changed in its transaction."""
    text = json.dumps({kind: sorted(ids) for kind, ids in touched.items()})
    where = (_ENTRY.c.athlete_id == athlete_id, _ENTRY.c.id == entry_id)
    conn.execute(update(_ENTRY).where(*where).values(touched=text), execution_options={OF_NEW_ROWS: True})


def note_more_changed(conn: Connection, athlete_id: int) -> None:
    """Say of the entries of this transaction that more than the records they touched is not what it was before."""
    athlete = schema.athlete
    this = select(athlete.c.revision + 1).where(athlete.c.id == athlete_id).scalar_subquery()
    mine = update(_ENTRY).where(_ENTRY.c.athlete_id == athlete_id, _ENTRY.c.revision == this)
    conn.execute(mine.values(touched=""), execution_options={OF_NEW_ROWS: True})


def touched_since(conn: Connection, athlete_id: int, before: int, now: int) -> Touched | None:
    """Ids of the records that changed between two revisions of the athlete; None where more than records did."""
    where = (_ENTRY.c.athlete_id == athlete_id, _ENTRY.c.revision > before, _ENTRY.c.revision <= now)
    rows = fetch_rows(conn, select(_ENTRY.c.revision, _ENTRY.c.touched).where(*where))
    if {revision for revision, _ in rows} != set(range(before + 1, now + 1)) or not all(each for _, each in rows):
        return None
    said = [json.loads(each) for _, each in rows]
    return {kind: frozenset(number for each in said for number in each.get(kind, ())) for kind in RecordKind}


def read_entries(conn: Connection, athlete_id: int, record: RecordRef | None = None) -> list[Entry]:
    """Every entry, or those that say something of a record or take such an entry back; newest first."""
    table, undone = _ENTRY, _taken_back(conn, athlete_id)
    rows = fetch_rows(
        conn, select(table.c.id, table.c.at, table.c.what, table.c.takes_back).where(table.c.athlete_id == athlete_id)
    )
    changes = _changes_by_entry(conn, athlete_id)
    found = [
        Entry(entry_id, from_text(at), What(what), tuple(changes.get(entry_id, ())), takes_back, entry_id not in undone)
        for entry_id, at, what, takes_back in rows
    ]
    if record is not None:
        names = {record, *_former_names(record, aliases.read_aliases(conn, athlete_id))}
        found = _about(found, names)
    return sorted(found, key=attrgetter("id"), reverse=True)


def changes_about(entry: Entry, by_id: Mapping[int, Entry]) -> tuple[Change, ...]:
    """What an entry is about: its own changes, or those of the entry that is taken back in the end. by_id: every entry."""
    while entry.takes_back is not None:
        entry = by_id[entry.takes_back]
    return entry.changes


def read_words(
    conn: Connection, athlete_id: int, records: Collection[RecordRef] | None = None
) -> dict[RecordRef, dict[str, Any]]:
    """What the person says now, by record and field; None is "empty". A record without a word is missing.

    A word on a key that leads to another record now is one on that record, too.
    records: only of these, where given.
    """
    former = aliases.read_aliases(conn, athlete_id)
    wanted = None if records is None else _with_former(records, former)
    if wanted is not None and not wanted:
        return {}
    undone = _taken_back(conn, athlete_id)
    found: dict[RecordRef, dict[str, Any]] = {}
    for entry_id, kind, source, key, _, field, _, after in fetch_rows(conn, _said_of(athlete_id, wanted)):
        if entry_id in undone:
            continue
        said = RecordRef(RecordKind(kind), source, key)
        for record in (said, *_later_names(said, former)):
            found.setdefault(record, {})[field] = _value(after)
    spoken = {
        record: {field: value for field, value in words.items() if value is not NO_WORD}
        for record, words in found.items()
        if records is None or record in records
    }
    return {record: words for record, words in spoken.items() if words}


def with_later(conn: Connection, athlete_id: int, records: Collection[RecordRef]) -> set[RecordRef]:
    """These records, and those that their keys lead to now: a word on one of the first is one on the others."""
    now = aliases.read_aliases(conn, athlete_id)
    return {name for record in records for name in (record, *_later_names(record, now))}


def former_ids(conn: Connection, athlete_id: int) -> dict[RecordRef, int]:
    """The id that each record had when the person last said something of it: it gets it again when it comes back."""
    chosen = (_CHANGE.c.kind, _CHANGE.c.source, _CHANGE.c.source_key, _CHANGE.c.record_id)
    statement = select(*chosen).where(_CHANGE.c.athlete_id == athlete_id).order_by(_CHANGE.c.entry_id)
    return {
        RecordRef(RecordKind(kind), source, key): number for kind, source, key, number in fetch_rows(conn, statement)
    }


def highest_id(conn: Connection, athlete_id: int, kind: RecordKind) -> int:
    """The highest id of a record that the history speaks of: none of them is given to another record."""
    where = (_CHANGE.c.athlete_id == athlete_id, _CHANGE.c.kind == kind)
    return conn.execute(select(func.max(_CHANGE.c.record_id)).where(*where)).scalar() or 0


def forget_contents(conn: Connection, athlete_id: int, records: Iterable[RecordRef]) -> None:
    """Empty what the history says of records that have left the bin for good; the entries stay."""
    for record in records:
        where = (
            _CHANGE.c.athlete_id == athlete_id,
            _CHANGE.c.kind == record.kind,
            _CHANGE.c.source == record.source,
            _CHANGE.c.source_key == record.source_key,
            _CHANGE.c.field != BINNED,
        )
        conn.execute(update(_CHANGE).where(*where).values(before=None, after=None))


def is_logged(record: RecordRef, words: Mapping[str, Any]) -> bool:
    """Whether a record of the person's own is there by what they say."""
    return record.source == BY_HAND and words.get(RECORD) is not None


def _said_of(athlete_id: int, records: Collection[RecordRef] | None) -> Select[Any]:
    chosen = (_CHANGE.c.entry_id, *(_CHANGE.c[name] for name in _COLUMNS))
    statement = select(*chosen).where(_CHANGE.c.athlete_id == athlete_id)
    if records is not None and len(records) <= _FEW:
        statement = statement.where(
            _CHANGE.c.source.in_({each.source for each in records}),
            _CHANGE.c.source_key.in_({each.source_key for each in records}),
        )
    return statement.order_by(_CHANGE.c.entry_id, _CHANGE.c.position)


def _changes_by_entry(conn: Connection, athlete_id: int) -> dict[int, list[Change]]:
    rows = fetch_rows(conn, _said_of(athlete_id, None))
    return {
        entry_id: [
            Change(RecordRef(RecordKind(kind), source, key), record_id, field, _value(before), _value(after))
            for _, kind, source, key, record_id, field, before, after in group
        ]
        for entry_id, group in groupby(rows, key=itemgetter(0))
    }


def _taken_back(conn: Connection, athlete_id: int) -> frozenset[int]:
    """Entries that do not hold: the latest word on an entry decides, as taking back can be taken back."""
    where = (_ENTRY.c.athlete_id == athlete_id, _ENTRY.c.takes_back.is_not(None))
    rows = fetch_rows(conn, select(_ENTRY.c.id, _ENTRY.c.takes_back).where(*where))
    undone: set[int] = set()
    for entry_id, takes_back in sorted(rows, reverse=True):
        if entry_id not in undone:
            undone.add(takes_back)
    return frozenset(undone)


def _about(entries: Sequence[Entry], names: Collection[RecordRef]) -> list[Entry]:
    """Those that name one of these records; and, as nothing else names it, whatever takes one of them back."""
    ids: set[int] = set()
    for each in sorted(entries, key=attrgetter("id")):
        if each.takes_back in ids or any(change.record in names for change in each.changes):
            ids.add(each.id)
    return [each for each in entries if each.id in ids]


def _with_former(records: Collection[RecordRef], now: aliases.Aliases) -> set[RecordRef]:
    return {name for record in records for name in (record, *_former_names(record, now))}


def _former_names(record: RecordRef, now: aliases.Aliases) -> list[RecordRef]:
    return [former for former in now if record in _later_names(former, now)]


def _later_names(record: RecordRef, now: aliases.Aliases) -> list[RecordRef]:
    """The records that a key leads to, one after the other."""
    found: list[RecordRef] = []
    while (later := now.get(record)) is not None and later not in found:
        found.append(later)
        record = later
    return found


def _text(value: Any) -> str | None:
    return None if value is NO_WORD else json.dumps(value, ensure_ascii=False, allow_nan=False)


def _value(text: str | None) -> Any:
    return NO_WORD if text is None else json.loads(text)
