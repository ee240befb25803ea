"""Letting the tables follow the history: after an act of the person, and after an import or undo brought or took records."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, update

from lib.model.history import BINNED, BY_HAND, RECORD, RecordRef, Words
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.store.database.bulk import fetch_rows
from lib.store.own import history
from lib.store.records import contents, links, records
from lib.store.records.contents import TABLES
from lib.store.records.recompute import recompute
from lib.store.records.undo import remove_records

_MARKS: Final = {
    RecordKind.ACTIVITY: {"effort": "effort", "deleted_at": BINNED},
    RecordKind.SESSION: {"deleted_at": BINNED},
}

Ids = dict[RecordKind, set[int]]


def apply_words(conn: Connection, athlete_id: int, refs: Collection[RecordRef] | None = None) -> Ids:
    """Let records say what the history says of them; ids of those it may have changed. Duplicates are found after it.

    refs: the records that an act was about, also where nothing is said of them any more; all that have a word otherwise.
    """
    words = history.read_words(conn, athlete_id, refs)
    about = set(words) | set(refs or ())
    return {kind: _apply_kind(conn, athlete_id, kind, _of_kind(about, kind), words) for kind in RecordKind}


def ids_of(conn: Connection, athlete_id: int, kind: RecordKind, refs: Collection[RecordRef]) -> dict[RecordRef, int]:
    """The ids of those records that are there."""
    table, keys = TABLES[kind], [each.source_key for each in refs]
    found: dict[RecordRef, int] = {}
    for first in range(0, len(keys), 500):
        chunk = keys[first : first + 500]
        where = (table.c.athlete_id == athlete_id, table.c.source_key.in_(chunk))
        for record_id, source, key in fetch_rows(
            conn, select(table.c.id, table.c.source, table.c.source_key).where(*where)
        ):
            found[RecordRef(kind, source, key)] = record_id
    return {ref: found[ref] for ref in refs if ref in found}


def _apply_kind(
    conn: Connection, athlete_id: int, kind: RecordKind, refs: Sequence[RecordRef], words: Mapping[RecordRef, Words]
) -> set[int]:
    there = ids_of(conn, athlete_id, kind, refs)
    gone = [number for ref, number in there.items() if ref.source == BY_HAND and not _logged(ref, words)]
    freed = links.duplicates_of(conn, athlete_id, kind, gone)
    remove_records(conn, athlete_id, kind, gone)
    new = {ref: words[ref] for ref in refs if ref not in there and _logged(ref, words)}
    _insert(conn, athlete_id, new)
    ids = {ref: number for ref, number in there.items() if number not in gone}
    ids |= {ref: said[RECORD]["id"] for ref, said in new.items()}
    recompute(conn, athlete_id, kind, ids.values(), {})
    _write_marks(conn, athlete_id, kind, ids, words)
    return {*ids.values(), *gone, *freed}


def _logged(ref: RecordRef, words: Mapping[RecordRef, Words]) -> bool:
    return history.is_logged(ref, words.get(ref, {}))


def _insert(conn: Connection, athlete_id: int, new: Mapping[RecordRef, Words]) -> None:
    """Put back or in what the person logged, under the id that it had from the beginning."""
    for ref, words in new.items():
        record = contents.record_of(ref.source_key, contents.from_json(words[RECORD]["content"]))
        if isinstance(record, Activity):
            records.insert_activities(conn, athlete_id, BY_HAND, [(words[RECORD]["id"], "", record)])
        if isinstance(record, Session):
            records.insert_sessions(conn, athlete_id, BY_HAND, [(words[RECORD]["id"], "", record)])


def _write_marks(
    conn: Connection, athlete_id: int, kind: RecordKind, ids: Mapping[RecordRef, int], words: Mapping[RecordRef, Words]
) -> None:
    table, marks = TABLES[kind], _MARKS[kind]
    values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in marks}
    rows = [
        {"marked": number, **{f"new_{column}": words.get(ref, {}).get(field) for column, field in marks.items()}}
        for ref, number in ids.items()
    ]
    if rows:
        mine = (table.c.athlete_id == athlete_id, table.c.id == bindparam("marked"))
        conn.execute(update(table).where(*mine).values(values), rows)


def _of_kind(refs: Collection[RecordRef], kind: RecordKind) -> list[RecordRef]:
    return sorted(each for each in refs if each.kind is kind)
