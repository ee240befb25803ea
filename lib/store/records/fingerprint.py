"""One hash of everything that an athlete has, whatever the ids: equal databases have equal hashes."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from lib.model.history import RECORD
from lib.model.vocabulary import RecordKind
from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.person_tables import person_tables
from lib.store.own import history
from lib.store.records.contents import TABLES
from lib.store.records.rows import ACTIVITY_CONTENT, SESSION_CONTENT, SET_CONTENT

# What tells two bouts of one key apart. Which of them has the bare key goes by the order of the imports, so it says nothing.
APART_DIGITS: Final = 12
# Earlier releases numbered the bouts of a day.
APART: Final = re.compile(rf" (?:~[0-9a-f]{{{APART_DIGITS}}}|[1-9]\d{{0,3}})$")
# Records are named by their source and key, which need more than the rows as they are.
_RECORDS: Final = (schema.activity, schema.session, schema.strength_set)
# How the content came in, and what was answered about files: two ways to the same content leave different traces.
NOT_CONTENT: Final = (
    schema.import_batch,
    schema.import_file,
    schema.import_problem,
    schema.import_record,
    schema.record_version,
    own_schema.remembered_answer,
    own_schema.record_alias,
    own_schema.draft,
)
# Of what the person said only what holds now says something of the training.
_HISTORY: Final = (own_schema.history_entry, own_schema.history_change)


def content_hash_of_everything(conn: Connection, athlete_id: int) -> str:
    """Hex SHA-256 of all records (with marks, duplicates and links) and of what the person set; imports are left out."""
    keys = {kind: _source_keys(conn, athlete_id, table) for kind, table in TABLES.items()}
    digests = [
        *_activities(conn, athlete_id, keys),
        *_sessions(conn, athlete_id, keys),
        *(_digest((table.name, row)) for table in _set_by_the_person() for row in _rows(conn, athlete_id, table)),
        *_words(conn, athlete_id),
    ]
    return sha256("".join(sorted(digests)).encode()).hexdigest()


def _set_by_the_person() -> list[Table]:
    """Every other table of a person: a new one is content without being named here."""
    return [table for table in person_tables() if table not in (*_RECORDS, *_HISTORY, *NOT_CONTENT)]


Keys = Mapping[RecordKind, Mapping[int | None, tuple[str, str]]]


def _activities(conn: Connection, athlete_id: int, keys: Keys) -> Iterator[str]:
    names = ("id", "effort", "deleted_at", "why_not", "duplicate_of", "session_id", *ACTIVITY_CONTENT)
    for row in _rows(conn, athlete_id, schema.activity, names):
        record_id, effort, deleted_at, why_not, duplicate_of, session_id, *content = row
        own = keys[RecordKind.ACTIVITY][record_id]
        if deleted_at:  # what it was joined with before says nothing
            duplicate_of = session_id = None
        duplicate, linked = keys[RecordKind.ACTIVITY].get(duplicate_of), keys[RecordKind.SESSION].get(session_id)
        yield _digest(("activity", own, effort, deleted_at, why_not, duplicate, linked, content))


def _sessions(conn: Connection, athlete_id: int, keys: Keys) -> Iterator[str]:
    sets: dict[int, list[Any]] = {}
    # The line is where a set stood in one of the files that had it, so it says nothing of the training.
    names = [name for name in SET_CONTENT if name != "line"]
    order = ("session_id", "position")
    for session_id, _, *content in _rows(conn, athlete_id, schema.strength_set, (*order, *names), order):
        sets.setdefault(session_id, []).append(content)
    columns = ("id", "deleted_at", "why_not", "duplicate_of", *SESSION_CONTENT)
    for row in _rows(conn, athlete_id, schema.session, columns):
        record_id, deleted_at, why_not, duplicate_of, *content = row
        own = keys[RecordKind.SESSION][record_id]
        duplicate = None if deleted_at else keys[RecordKind.SESSION].get(duplicate_of)
        yield _digest(("session", own, deleted_at, why_not, duplicate, content, sets.get(record_id)))


def _words(conn: Connection, athlete_id: int) -> Iterator[str]:
    """What the person says now, also of records that are not there; numbers that a record had here say nothing."""
    for record, words in history.read_words(conn, athlete_id).items():
        said = {field: value["content"] if field == RECORD else value for field, value in words.items()}
        yield _digest((*record, sorted((field, json.dumps(value, sort_keys=True)) for field, value in said.items())))


def _source_keys(conn: Connection, athlete_id: int, table: Table) -> dict[int | None, tuple[str, str]]:
    return {
        record_id: (source, APART.sub("", key))
        for record_id, source, key in _rows(conn, athlete_id, table, ("id", "source", "source_key"))
    }


def _rows(
    conn: Connection, athlete_id: int, table: Table, names: Iterable[str] = (), order: Iterable[str] = ()
) -> list[tuple[Any, ...]]:
    chosen = [table.c[name] for name in names] or [column for column in table.c if column.name != "athlete_id"]
    statement = select(*chosen).where(table.c.athlete_id == athlete_id).order_by(*(table.c[name] for name in order))
    return fetch_rows(conn, statement)


def _digest(value: object) -> str:
    return sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
