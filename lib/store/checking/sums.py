"""What is stored beside the digests that were stored with it: seals of tables, kept versions, files, lines of sets, days."""

import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, func, select

from lib.model.vocabulary import TimeBasis
from lib.store.database import moments, schema
from lib.store.database.bulk import KEYS, each_row, fetch_rows
from lib.store.database.seals import (
    LINES,
    WHOLE,
    digest_of_text,
    is_sealed_so,
    parsed,
    read_seals,
    sealed_rows,
    whole_of,
)
from lib.store.own.home_zones import read_home_zones
from lib.store.records.contents import TABLES
from lib.store.records.set_aside import SOURCE

LINES_DIFFER: Final = "line or position of a set is not what was stored."


def seal_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Tables whose rows are not those that were stored. A table without a seal was not written since there are seals."""
    text = read_seals(conn, athlete_id)
    seals, tables = parsed(text), sealed_rows(athlete_id)
    if text and not seals:
        yield f"athlete {athlete_id}: seals cannot be read."
    if WHOLE in seals and seals.pop(WHOLE) != whole_of(seals):
        yield f"athlete {athlete_id}: its row or its seals are not what was stored."
    yield from (
        f"athlete {athlete_id}: seals name {name!r}, which is no table." for name in seals if name not in tables
    )
    for name in seals.keys() & tables.keys():
        if not is_sealed_so(conn, name, tables[name], seals[name]):
            yield f"{name.split(' ')[0]}: a row is not what was stored{_fields_of(name)}."


def unsure_tables(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Tables whose rows are not those of which their seals are; one may come twice."""
    seals, tables = parsed(read_seals(conn, athlete_id)), sealed_rows(athlete_id)
    for name in seals.keys() & tables.keys():
        if not is_sealed_so(conn, name, tables[name], seals[name]):
            yield name.split(" ")[0]


def unsealed_tables(conn: Connection, athlete_id: int) -> set[str]:
    """Tables that have no seal."""
    return {name.split(" ")[0] for name in sealed_rows(athlete_id).keys() - parsed(read_seals(conn, athlete_id)).keys()}


def _fields_of(name: str) -> str:
    """Which fields of a record the seal is of."""
    marks = {
        "activity": "effort, bin, why it does not count, duplicate or session",
        f"session{KEYS}": "id, source or source_key",
        f"activity{KEYS}": "id, source or source_key",
        LINES: "the lines of its sets",
        "session": "bin, why it does not count or duplicate",
    }
    return f" ({marks[name]})" if name in marks else ""


def version_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Kept versions whose text is not what was kept."""
    table = schema.record_version
    columns = (table.c.kind, table.c.record_id, table.c.content_hash, table.c.payload, table.c.payload_hash)
    for kind, record_id, digest, payload, kept in each_row(
        conn, select(*columns).where(table.c.athlete_id == athlete_id)
    ):
        if kept and digest_of_text(payload) != kept:
            yield f"{table.name} {kind}, {record_id}, {digest}: payload is not what was kept."


def file_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Imported files whose bytes are not those that were imported. One at a time is in memory."""
    table = schema.import_file
    key = (table.c.batch_id, table.c.position)
    for batch_id, position in fetch_rows(conn, select(*key).where(table.c.athlete_id == athlete_id)):
        where = (table.c.athlete_id == athlete_id, table.c.batch_id == batch_id, table.c.position == position)
        row = conn.execute(
            select(table.c.content, table.c.sha256, table.c.size_bytes, table.c.source).where(*where)
        ).one()
        if row.content and not _is_file(row):
            yield f"import_file {batch_id}, {position}: content is not the file that was imported."


def _is_file(row: Any) -> bool:
    try:
        content = zlib.decompress(row.content)
    except zlib.error:
        return False
    same_size = len(content) == row.size_bytes
    return bool(same_size and (row.source == SOURCE or sha256(content).hexdigest() == row.sha256))


def line_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Sessions whose sets stand in other lines than were stored."""
    sets, session = schema.strength_set, schema.session
    same = (sets.c.athlete_id == session.c.athlete_id) & (sets.c.session_id == session.c.id)
    lines = func.coalesce(func.sum(sets.c.line * (2 * sets.c.position + 1)), 0)
    statement = select(session.c.id).join_from(session, sets, same, isouter=True)
    statement = statement.where(session.c.athlete_id == athlete_id).group_by(session.c.id, session.c.set_lines)
    for (record_id,) in fetch_rows(conn, statement.having(session.c.set_lines != lines)):
        yield f"session {record_id}: {LINES_DIFFER}"


def clock_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """Records whose day or wall clock is not the one of their start."""
    zones = read_home_zones(conn, athlete_id)
    for table in TABLES.values():
        columns = (table.c.id, table.c.time_basis, table.c.start_utc, table.c.start_local, table.c.local_date)
        for record_id, basis, utc, local, day in fetch_rows(
            conn, select(*columns).where(table.c.athlete_id == athlete_id)
        ):
            if local[:10] != day:
                yield f"{table.name} {record_id}: local_date is {day!r}, its start_local {local!r}."
            if zones and basis == TimeBasis.UTC and utc and moments.localised(utc, zones) != local:
                yield f"{table.name} {record_id}: start_local is {local!r}, which is not {utc!r} UTC at home."
