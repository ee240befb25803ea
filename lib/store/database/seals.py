"""Seals: digests of what is stored, renewed by every transaction for the tables that it wrote, so that damage is told from it.

What an import says of a record has its own hash (`content_hash`), and what stands in an index is compared with it by SQLite;
the seals are of the rest: what the person set, the history, the imports, marks on records.
"""

import json
import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Connection, Engine, Select, Table, event, func, or_, select, update

from lib.store.database import schema
from lib.store.database.bulk import WRITTEN, fetch_rows, note_written
from lib.store.database.person_tables import person_tables

_WRITES: Final = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
# These have hashes of their own, by the record: of what an import says, and of what is kept of it.
_HASHED: Final = (schema.strength_set, schema.record_version)
# Of a record: what its content does not hold.
_MARKS: Final = ("effort", "deleted_at", "why_not", "duplicate_of", "session_id")


def watch_writes(engine: Engine) -> None:
    """Let a connection of the engine know which tables were written."""

    @event.listens_for(engine, "before_cursor_execute")
    def _before(conn: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        written = _WRITES.match(statement)
        if written:
            note_written(conn, written[1])


def seal(conn: Connection, athlete_id: int) -> None:
    """Renew the seals of all that this transaction wrote, and make those that are missing. Nothing where it wrote nothing."""
    written: set[str] = conn.info.pop(WRITTEN, set())
    if not written:
        return
    if schema.strength_set.name in written:
        conn.execute(_lines_of_sets(athlete_id))
    athlete = schema.athlete
    mine = athlete.c.id == athlete_id
    before = parsed(conn.execute(select(athlete.c.seals).where(mine)).scalar_one())
    due = [table for table in sealed_tables() if table.name in written or table.name not in before]
    seals = {**before, **{table.name: seal_of(conn, athlete_id, table) for table in due}}
    conn.execute(update(athlete).where(mine).values(seals=json.dumps(seals)))
    conn.info.pop(WRITTEN, None)


def parsed(text: str) -> dict[str, str]:
    """The seals as they are stored; none where there are none, or where they cannot be read."""
    try:
        said = json.loads(text or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def sealed_tables() -> tuple[Table, ...]:
    """Every table that has a seal: a new one is sealed without being named here."""
    return (schema.athlete, *(table for table in person_tables() if table not in _HASHED))


def seal_of(conn: Connection, athlete_id: int, table: Table) -> str:
    """Hex digest of the rows of an athlete, whatever their order and the number of the athlete."""
    return _digest(repr(row) for row in fetch_rows(conn, _sealed_rows(athlete_id, table)))


def digest_of_text(text: str) -> str:
    """Hex digest of one text."""
    return _digest([text])


def lines_of(lines: Iterable[int]) -> int:
    """What a session keeps of the lines of its sets, in their order."""
    return sum(line * (2 * position + 1) for position, line in enumerate(lines, start=1))


def _sealed_rows(athlete_id: int, table: Table) -> Select[Any]:
    if table is schema.athlete:
        return select(*(each for each in table.c if each.name not in ("id", "seals"))).where(table.c.id == athlete_id)
    mine = table.c.athlete_id == athlete_id
    if table in (schema.activity, schema.session):
        marks = [table.c[name] for name in _MARKS if name in table.c]
        return select(table.c.id, *marks).where(mine, or_(*(mark.is_not(None) for mark in marks)))
    left_out = ("athlete_id", "content") if table is schema.import_file else ("athlete_id",)
    return select(*(each for each in table.c if each.name not in left_out)).where(mine)


def _lines_of_sets(athlete_id: int) -> Any:
    """Keep of each session that has none yet what `lines_of` says."""
    sets, session = schema.strength_set, schema.session
    lines = func.coalesce(func.sum(sets.c.line * (2 * sets.c.position + 1)), 0)
    of_session = (sets.c.athlete_id == session.c.athlete_id, sets.c.session_id == session.c.id)
    kept = select(lines).where(*of_session).scalar_subquery()
    return (
        update(session).where(session.c.athlete_id == athlete_id, session.c.set_lines.is_(None)).values(set_lines=kept)
    )


def _digest(texts: Iterable[str]) -> str:
    return blake2b("\x1e".join(sorted(texts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
