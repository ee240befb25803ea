"""What records say, apart from whose they are: reading it, replacing it, and keeping what else imports say.

Content is a dict of the columns ACTIVITY_CONTENT or SESSION_CONTENT, for a session with `sets`, a tuple of the values of
SET_CONTENT. It is JSON as it stands, so content that is not the one of its record is kept as text.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, count, repeat
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from lib.model.clock import HomeZones
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind, TimeBasis
from lib.store.database import moments, schema
from lib.store.database.bulk import fetch_rows, insert_recurring, insert_rows
from lib.store.database.seals import digest_of_text
from lib.store.own.home_zones import read_home_zones
from lib.store.records.merging import Content
from lib.store.records.rows import (
    ACTIVITY_CONTENT,
    SESSION_CONTENT,
    SET_CONTENT,
    activity_from_row,
    activity_row,
    session_from_row,
    session_row,
    set_from_row,
)

TABLES: Final[dict[RecordKind, Table]] = {RecordKind.ACTIVITY: schema.activity, RecordKind.SESSION: schema.session}
_COLUMNS: Final = {RecordKind.ACTIVITY: ACTIVITY_CONTENT, RecordKind.SESSION: SESSION_CONTENT}

_LINE: Final = SET_CONTENT.index("line")
_line_of: Final = itemgetter(_LINE)
_without_line: Final = itemgetter(slice(_LINE))

Bout = Activity | Session
Key = tuple[int, str]  # id of a record, and hash of a content that an import has for it


class StoredContent(NamedTuple):
    """What a record says at present. content_hash: of the import that says exactly this, "" where none alone does."""

    source: str
    source_key: str
    content_hash: str
    content: Content


def of_record(record: Activity | Session) -> Content:
    """The content of a record with its wall clock. ValueError where that is missing."""
    if isinstance(record, Activity):
        return dict(zip(ACTIVITY_CONTENT, activity_row(record), strict=True))
    return {**dict(zip(SESSION_CONTENT, session_row(record), strict=True)), "sets": record.sets}


def record_of(source_key: str, content: Content) -> Activity | Session:
    """The record that has this content; the line of its file is not kept."""
    row = {**content, "source_key": source_key}
    return activity_from_row(row) if "sport" in row else session_from_row(row, tuple(map(set_from_row, row["sets"])))


def sets_without_lines(content: Content) -> tuple[tuple[Any, ...], ...]:
    """What the sets of a session say, wherever they stand in their file."""
    return tuple(_without_line(tuple(each)) for each in content["sets"])


def read_stored(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]
) -> dict[int, StoredContent]:
    """What each of these records says, by its id."""
    table, names = TABLES[kind], _COLUMNS[kind]
    key = (table.c.id, table.c.source, table.c.source_key, table.c.content_hash)
    chosen = (*key, *(table.c[name] for name in names))
    rows = fetch_rows(conn, select(*chosen).where(table.c.athlete_id == athlete_id, table.c.id.in_(record_ids)))
    found = {row[0]: StoredContent(row[1], row[2], row[3], dict(zip(names, row[4:], strict=True))) for row in rows}
    if kind is RecordKind.SESSION:
        for record_id, sets in read_sets(conn, athlete_id, list(found)).items():
            found[record_id].content["sets"] = sets
    return found


def read_sets(conn: Connection, athlete_id: int, session_ids: Sequence[int]) -> dict[int, tuple[tuple[Any, ...], ...]]:
    """The values of SET_CONTENT of every set of each session, in order."""
    table = schema.strength_set
    chosen = (table.c.session_id, *(table.c[name] for name in SET_CONTENT))
    statement = select(*chosen).where(table.c.athlete_id == athlete_id, table.c.session_id.in_(session_ids))
    sets: dict[int, list[tuple[Any, ...]]] = {session_id: [] for session_id in session_ids}
    for session_id, *values in fetch_rows(conn, statement.order_by(table.c.session_id, table.c.position)):
        sets[session_id].append(tuple(values))
    return {session_id: tuple(found) for session_id, found in sets.items()}


def read_kept(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int]) -> dict[Key, Content]:
    """What imports say of these records besides what stands in them. What came in UTC is at home by the zone of today."""
    table = schema.record_version
    statement = select(table.c.record_id, table.c.content_hash, table.c.payload).where(
        table.c.athlete_id == athlete_id, table.c.kind == kind, table.c.record_id.in_(record_ids)
    )
    rows, zones = fetch_rows(conn, statement), read_home_zones(conn, athlete_id)
    return {(record_id, digest): _loaded(payload, zones) for record_id, digest, payload in rows}


def read_kept_keys(conn: Connection, athlete_id: int, kind: RecordKind) -> set[Key]:
    """Of which records which contents are kept."""
    table = schema.record_version
    where = (table.c.athlete_id == athlete_id, table.c.kind == kind)
    return {
        (each, digest)
        for each, digest in fetch_rows(conn, select(table.c.record_id, table.c.content_hash).where(*where))
    }


def keep(conn: Connection, athlete_id: int, kind: RecordKind, contents: Mapping[Key, Content]) -> None:
    """Keep content that an import has for a record and that does not stand in it. It must not be kept already."""
    rows = (
        (athlete_id, kind, record_id, digest, payload, digest_of_text(payload))
        for (record_id, digest), content in contents.items()
        for payload in [json.dumps(content, ensure_ascii=False, allow_nan=False)]
    )
    columns = ("athlete_id", "kind", "record_id", "content_hash", "payload", "payload_hash")
    insert_rows(conn, schema.record_version, columns, rows)


def forget_kept(conn: Connection, athlete_id: int, kind: RecordKind, keys: Iterable[Key]) -> None:
    """Drop kept content that nothing can ask for any more."""
    table, gone = schema.record_version, [{"gone": record_id, "digest": digest} for record_id, digest in keys]
    if gone:
        same = (table.c.record_id == bindparam("gone"), table.c.content_hash == bindparam("digest"))
        conn.execute(delete(table).where(table.c.athlete_id == athlete_id, table.c.kind == kind, *same), gone)


def write(conn: Connection, athlete_id: int, kind: RecordKind, contents: Mapping[int, tuple[str, Content]]) -> None:
    """Let records say something else, each given as (content hash, content); the person's own marks stay."""
    table, names = TABLES[kind], _COLUMNS[kind]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("content_hash", *names)}
    rows = [
        {"changed": record_id, "new_content_hash": digest, **{f"new_{name}": content[name] for name in names}}
        for record_id, (digest, content) in contents.items()
    ]
    if rows:
        mine = (table.c.athlete_id == athlete_id, table.c.id == bindparam("changed"))
        conn.execute(update(table).where(*mine).values(values), rows)


def replace_sets(conn: Connection, athlete_id: int, sets_by_session: Mapping[int, Sequence[tuple[Any, ...]]]) -> None:
    """Give sessions other sets."""
    table, gone = schema.strength_set, [{"gone": session_id} for session_id in sets_by_session]
    if gone:
        mine = (table.c.athlete_id == athlete_id, table.c.session_id == bindparam("gone"))
        conn.execute(delete(table).where(*mine), gone)
        session = schema.session
        lines = update(session).where(session.c.athlete_id == athlete_id, session.c.id == bindparam("gone"))
        conn.execute(lines.values(set_lines=None), gone)
        insert_sets(conn, athlete_id, sets_by_session.items())


def insert_sets(
    conn: Connection, athlete_id: int, sets_by_session: Collection[tuple[int, Sequence[tuple[Any, ...]]]]
) -> None:
    """Add the sets of sessions, numbered from 1 in their order."""
    # Without a step of Python's own a set: a log has a million.
    own = chain.from_iterable(
        zip(repeat(athlete_id), repeat(session_id), count(1), map(_line_of, sets), strict=False)
        for session_id, sets in sets_by_session
    )
    said = map(_without_line, chain.from_iterable(sets for _, sets in sets_by_session))
    insert_recurring(
        conn, schema.strength_set, ("athlete_id", "session_id", "position", "line"), SET_CONTENT[:_LINE], own, said
    )


def from_json(content: Content) -> Content:
    """Content as it was kept, as that of today. Shoes were not read before schema 8, single heart rates not before 9."""
    if "sets" in content:
        return content | {"sets": tuple(map(tuple, content["sets"]))}
    return {"gear": "", "heart_rate_seconds": "", **content}


def _loaded(payload: str, zones: HomeZones | None) -> Content:
    content = from_json(json.loads(payload))
    if zones is None or content["time_basis"] != TimeBasis.UTC:
        return content
    local = moments.localised(content["start_utc"], zones)
    return {**content, "start_local": local, "local_date": local[:10]}
