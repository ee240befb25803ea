"""Setting imports aside for one that read their files anew, and bringing them back when that one is undone.

What only the imports that are set aside said is taken out of the tables, as an undo does, and kept with the import that
took their place: as one more file of it, which no person sees. So every other reader of the tables knows nothing of this.
"""

import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows, insert_rows
from lib.store.records import contents, recompute
from lib.store.records.contents import TABLES
from lib.store.records.undo import undo_batch

SOURCE: Final = "set-aside"
_SEEN: Final = ("batch_id", "kind", "record_id", "content_hash", "as_of", "places")
# Found anew when duplicates are.
_LINKS: Final = frozenset({"duplicate_of", "session_id"})
_IDS: Final = {RecordKind.ACTIVITY: "added_activities", RecordKind.SESSION: "added_sessions"}

Kept = dict[str, Any]


def set_aside(conn: Connection, athlete_id: int, batch_id: int, others: Sequence[int], now: datetime) -> int:
    """Let an import stand for others, which do not count from now on; how many records are gone with them."""
    kept = {kind: _kept_of(conn, athlete_id, kind, frozenset(others)) for kind in RecordKind}
    _write(conn, athlete_id, batch_id, others, kept)
    return sum(undo_batch(conn, athlete_id, other, now).removed for other in others)


def bring_back(conn: Connection, athlete_id: int, batch_id: int) -> None:
    """Let the imports that were set aside for this one count again; nothing where there are none. Before it is undone."""
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.source == SOURCE)
    found = conn.execute(select(table.c.content).where(*where)).scalar()
    if found is None:
        return
    kept = json.loads(zlib.decompress(found))
    batches = schema.import_batch
    mine = (batches.c.athlete_id == athlete_id, batches.c.id.in_(kept["batches"]))
    conn.execute(update(batches).where(*mine).values(undone_at=None))
    for kind in RecordKind:
        _restore(conn, athlete_id, kind, kept[kind])


def forget_source(conn: Connection, athlete_id: int, source: str, ids: Mapping[RecordKind, Collection[int]]) -> None:
    """Leave nothing of a source in what was set aside. ids: of its records that are in the tables, by kind."""
    table = schema.import_file
    mine = (table.c.athlete_id == athlete_id, table.c.source == SOURCE)
    rows = fetch_rows(conn, select(table.c.batch_id, table.c.position, table.c.content).where(*mine))
    every = [(batch_id, position, json.loads(zlib.decompress(content))) for batch_id, position, content in rows]
    gone = {kind: set(ids[kind]).union(*(_ids_of(kept[kind], source) for *_, kept in every)) for kind in RecordKind}
    for batch_id, position, kept in every:
        left = kept | {kind: _without(kept[kind], gone[kind]) for kind in RecordKind}
        place = (*mine, table.c.batch_id == batch_id, table.c.position == position)
        if any(any(left[kind].values()) for kind in RecordKind):
            conn.execute(update(table).where(*place).values(_packed(left)))
        else:
            conn.execute(delete(table).where(*place))


def replaced_by(conn: Connection, athlete_id: int) -> dict[int, int]:
    """The import that stands for another now, by that other."""
    table, batches = schema.import_file, schema.import_batch
    counts = (batches.c.athlete_id == table.c.athlete_id) & (batches.c.id == table.c.batch_id)
    where = (table.c.athlete_id == athlete_id, table.c.source == SOURCE)
    chosen = select(table.c.batch_id, table.c.name, batches.c.undone_at).join(batches, counts).where(*where)
    found: dict[int, int] = {}
    for batch_id, others, undone_at in fetch_rows(conn, chosen.order_by(table.c.batch_id.desc())):
        if undone_at is None or batch_id in found:  # an import that was read anew itself has not been taken back
            found |= {int(other): batch_id for other in others.split()}
    return found


def highest_id(conn: Connection, athlete_id: int, kind: RecordKind) -> int:
    """The highest id of a record that may be brought back: none below it is given again."""
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.source == SOURCE)
    return conn.execute(select(func.max(table.c[_IDS[kind]])).where(*where)).scalar() or 0


def _kept_of(conn: Connection, athlete_id: int, kind: RecordKind, others: frozenset[int]) -> Kept:
    """All that bringing imports back needs of the records of a kind."""
    table = schema.import_record
    mine = (table.c.athlete_id == athlete_id, table.c.kind == kind, table.c.batch_id.in_(others))
    seen = fetch_rows(conn, select(*(table.c[name] for name in _SEEN)).where(*mine))
    histories = recompute.read_histories(conn, athlete_id, kind, {row[2] for row in seen})
    said, orphans = [], []
    for record_id, history in histories.items():
        left = {version.content_hash for version, _ in history.versions if version.batch_id not in others}
        lost = {version.content_hash: content for version, content in history.versions}
        said += [(record_id, digest, content) for digest, content in lost.items() if digest not in left]
        if not left:
            orphans.append(record_id)
    return {"seen": seen, "said": said, "records": _rows_of(conn, athlete_id, kind, orphans)}


def _rows_of(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]) -> list[Kept]:
    """Whole records, with the marks of the person."""
    table = TABLES[kind]
    names = [column.key for column in table.c]
    rows = fetch_rows(conn, select(table).where(table.c.athlete_id == athlete_id, table.c.id.in_(record_ids)))
    found = [dict(zip(names, row, strict=True)) | dict.fromkeys(_LINKS & set(names)) for row in rows]
    sets = contents.read_sets(conn, athlete_id, record_ids) if kind is RecordKind.SESSION else {}
    return [{"row": row, "sets": sets.get(row["id"], ())} for row in found]


def _ids_of(kept: Kept, source: str) -> set[int]:
    return {each["row"]["id"] for each in kept["records"] if each["row"]["source"] == source}


def _without(kept: Kept, gone: Collection[int]) -> Kept:
    """What is kept of a kind, without these records."""
    return {
        "seen": [each for each in kept["seen"] if each[_SEEN.index("record_id")] not in gone],
        "said": [each for each in kept["said"] if each[0] not in gone],
        "records": [each for each in kept["records"] if each["row"]["id"] not in gone],
    }


def _packed(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What of the row of a file says what is kept in it."""
    content = json.dumps(kept, ensure_ascii=False, allow_nan=False).encode()
    return {"size_bytes": len(content), "content": zlib.compress(content, level=1)}


def _write(
    conn: Connection, athlete_id: int, batch_id: int, others: Sequence[int], kept: Mapping[RecordKind, Kept]
) -> None:
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id)
    place = conn.execute(select(func.max(table.c.position)).where(*where)).scalar()
    ids = {_IDS[kind]: max((each["row"]["id"] for each in kept[kind]["records"]), default=0) for kind in RecordKind}
    zeros = ("records", "added_sets", "updated", "unchanged", "duplicates", "ignored", "rejected")
    conn.execute(
        insert(table).values(
            athlete_id=athlete_id,
            batch_id=batch_id,
            position=-1 if place is None else place + 1,
            name=" ".join(map(str, others)),
            source=SOURCE,
            sha256="",
            **_packed({"batches": list(others), **{str(kind): part for kind, part in kept.items()}}),
            **ids,
            **dict.fromkeys(zeros, 0),
        )
    )


def _restore(conn: Connection, athlete_id: int, kind: RecordKind, kept: Kept) -> None:
    ids = _restore_records(conn, athlete_id, kind, kept["records"])
    rows = [each if len(each) == len(_SEEN) else [*each, ""] for each in kept["seen"]]  # before schema 8 without places
    seen = [(batch, kind, ids.get(record_id, record_id), *rest) for batch, _, record_id, *rest in rows]
    insert_rows(conn, schema.import_record, ("athlete_id", *_SEEN), ((athlete_id, *row) for row in seen))
    said = {(ids.get(record_id, record_id), digest): content for record_id, digest, content in kept["said"]}
    there = contents.read_kept_keys(conn, athlete_id, kind)
    contents.keep(conn, athlete_id, kind, {key: content for key, content in said.items() if key not in there})


def _restore_records(conn: Connection, athlete_id: int, kind: RecordKind, records: Sequence[Kept]) -> dict[int, int]:
    """Put records back; by their ids those of records that have come under the same key since."""
    table = TABLES[kind]
    rows = fetch_rows(
        conn, select(table.c.source, table.c.source_key, table.c.id).where(table.c.athlete_id == athlete_id)
    )
    there = {(source, key): record_id for source, key, record_id in rows}
    again = {each["row"]["id"]: there.get((each["row"]["source"], each["row"]["source_key"])) for each in records}
    missing = [each for each in records if again[each["row"]["id"]] is None]
    names = [column.key for column in table.c if column.key != "set_lines"]  # which the next commit finds out again
    insert_rows(conn, table, names, (tuple(each["row"].get(name, "") for name in names) for each in missing))
    if kind is RecordKind.SESSION:
        contents.insert_sets(conn, athlete_id, [(each["row"]["id"], [*map(tuple, each["sets"])]) for each in missing])
    return {old: new for old, new in again.items() if new is not None}
