"""Seals: digests of what is stored, renewed by every transaction for the tables that it wrote, so that damage is told from it.

What an import says of a record has its own hash (`content_hash`), and what stands in an index is compared with it by SQLite;
the seals are of the rest: what the person set, the history, the imports, marks on records.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Connection, Engine, Select, Table, event, func, or_, select, update

from lib.store.database import growing, schema
from lib.store.database.bulk import KEYS, WRITTEN, fetch_rows, note_written
from lib.store.database.person_tables import person_tables

_WRITES: Final = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_ADDS: Final = re.compile(r"\s*INSERT INTO(?!.*ON CONFLICT)", re.IGNORECASE | re.DOTALL)
OF_NEW_ROWS: Final = "legwork_of_new_rows"  # option of a statement that changes only rows which this transaction added
CHANGED: Final = " changed"  # after the name of a table: rows that were there were changed or taken out
WHOLE: Final = "seals"  # the name of the seal of all others
LINES: Final = f"{schema.session.name} lines"
# These have hashes of their own, by the record: of what an import says, and of what is kept of it.
_HASHED: Final = (schema.strength_set, schema.record_version)
# Of a record: what its content does not hold.
_MARKS: Final = ("effort", "deleted_at", "why_not", "duplicate_of", "session_id")


def watch_writes(engine: Engine) -> None:
    """Let a connection of the engine know which tables were written."""

    @event.listens_for(engine, "before_cursor_execute")
    def _before(conn: Connection, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool) -> None:
        written = _WRITES.match(statement)
        if written:
            note_written(conn, written[1])
            if not (_ADDS.match(statement) or (context and context.execution_options.get(OF_NEW_ROWS))):
                note_written(conn, written[1] + CHANGED)
            if "source" in statement or statement.lstrip()[:6].upper() != "UPDATE":
                note_written(conn, written[1] + KEYS)


def seal(conn: Connection, athlete_id: int) -> None:
    """Renew the seals of all that this transaction wrote, and make those that are missing. Nothing where it wrote nothing."""
    written: set[str] = conn.info.pop(WRITTEN, set())
    if not written:
        return
    if written & {schema.strength_set.name, schema.session.name + KEYS}:
        written.add(LINES)
    before = parsed(read_seals(conn, athlete_id))
    if LINES in written or LINES not in before:
        conn.execute(_lines_of_sets(athlete_id))
    due = {name: rows for name, rows in sealed_rows(athlete_id).items() if name in written or name not in before}
    # What only grew is sealed as it was with what is new; what else was written is read whole.
    earlier = {name: before.get(name, "") for name in due if name + CHANGED not in written}
    seals = {**before, **{name: seal_of(conn, name, rows, earlier.get(name, "")) for name, rows in due.items()}}
    said = json.dumps(seals | {WHOLE: whole_of(seals)})
    conn.execute(update(schema.athlete).where(schema.athlete.c.id == athlete_id).values(seals=said))
    conn.info.pop(WRITTEN, None)


def read_seals(conn: Connection, athlete_id: int) -> str:
    """The seals as they are stored: another text after every transaction that changed anything, drafts and plans included."""
    athlete = schema.athlete
    text: str = conn.execute(select(athlete.c.seals).where(athlete.c.id == athlete_id)).scalar_one()
    return text


def whole_of(seals: Mapping[str, str]) -> str:
    """The seal of all seals: a write that was torn may leave a row of the athlete as old as its own seal, and the other seals new."""
    return _digest(f"{name} {said}" for name, said in seals.items() if name != WHOLE)


def parsed(text: str) -> dict[str, str]:
    """The seals as they are stored; none where there are none, or where they cannot be read."""
    try:
        said = json.loads(text or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def sealed_rows(athlete_id: int) -> dict[str, Select[Any]]:
    """What each seal is of, by its name, which is that of a table: a new one is sealed without being named here.

    The keys of records have a seal of their own, as few acts change any and all of them have to be read for it; and so has
    what sessions keep of the lines of their sets.
    """
    tables = (schema.athlete, *(table for table in person_tables() if table not in _HASHED))
    keys = {
        f"{table.name}{KEYS}": select(table.c.id, table.c.source, table.c.source_key).where(
            table.c.athlete_id == athlete_id
        )
        for table in (schema.activity, schema.session)
    }
    session = schema.session
    lines = {LINES: select(session.c.id, session.c.set_lines).where(session.c.athlete_id == athlete_id)}
    return {table.name: _sealed_rows(athlete_id, table) for table in tables} | keys | lines


def seal_of(conn: Connection, name: str, rows: Select[Any], earlier: str = "") -> str:
    """Hex digest of rows, whatever their order and the number of the athlete.

    earlier: the seal of a table that only grew since; "" where rows were changed or taken out. Of others it says nothing.
    """
    if name in growing.TABLES:
        return growing.seal_of(conn, rows, earlier)
    return _digest(repr(row) for row in fetch_rows(conn, rows))


def is_sealed_so(conn: Connection, name: str, rows: Select[Any], said: str) -> bool:
    """Whether the rows are those of which a seal is."""
    if name in growing.TABLES and not growing.is_of_growing(said):  # of a release that knew none
        return _digest(repr(row) for row in fetch_rows(conn, rows)) == said
    return seal_of(conn, name, rows) == said


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
