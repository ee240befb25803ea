"""Records against the hashes of what imports said of them; those that were edited or merged against what they follow from."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from lib.model.content_hashes import activity_hash, session_hash
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.services.checking.damaged_field import MOST_TRIED, damaged_field
from lib.store.checking.record_ids import record_ids
from lib.store.checking.unreadable import UNREADABLE, words_of
from lib.store.database.engine import Connection
from lib.store.records import contents, recompute
from lib.store.records.contents import StoredContent
from lib.store.records.merging import Content

_CHUNK: Final = 500


def record_problems(conn: Connection, athlete_id: int) -> Iterator[str]:
    """A sentence for each record that does not say what it was given."""
    tries = iter(range(MOST_TRIED))
    for kind in RecordKind:
        ids = record_ids(conn, athlete_id, kind)
        for first in range(0, len(ids), _CHUNK):
            yield from _of_chunk(conn, athlete_id, kind, ids[first : first + _CHUNK], tries)


def record_hash(record: Activity | Session) -> str:
    """The hash of what an import says of a record of either kind."""
    return activity_hash(record) if isinstance(record, Activity) else session_hash(record)


def _of_chunk(
    conn: Connection, athlete_id: int, kind: RecordKind, ids: Sequence[int], tries: Iterator[int]
) -> Iterator[str]:
    """Where one of many cannot be read, each is looked at alone."""
    try:
        found = list(_compared(conn, athlete_id, kind, ids, tries))
    except UNREADABLE as error:
        if len(ids) == 1:
            yield f"{kind} {ids[0]}: it or a version of it cannot be read ({words_of(error)})."
            return
        found = [line for each in ids for line in _of_chunk(conn, athlete_id, kind, [each], tries)]
    yield from found


def _compared(
    conn: Connection, athlete_id: int, kind: RecordKind, ids: Sequence[int], tries: Iterator[int]
) -> Iterator[str]:
    for record_id, history in recompute.read_histories(conn, athlete_id, kind, ids).items():
        stored = history.stored
        if stored.content_hash:
            if not _is_hashed_so(stored):
                yield f"{kind} {record_id}: {_where(stored, tries)} is not what was imported."
        elif not history.versions:
            yield f"{kind} {record_id}: no import and no entry of the history says anything of it."
        else:
            expected = history.together()[1]
            names = [name for name in expected if expected[name] != stored.content[name]]
            if names:
                yield f"{kind} {record_id}: {', '.join(names)} is not what its versions and the person say."


def _is_hashed_so(stored: StoredContent) -> bool:
    """Whether the content has its hash. Some importers give whole numbers without a decimal point, which a column drops."""
    content = stored.content
    if record_hash(contents.record_of(stored.source_key, content)) == stored.content_hash:
        return True
    whole = [name for name, value in content.items() if isinstance(value, float) and value.is_integer()]
    return any(_has(stored, content | {name: int(content[name]) for name in names}) for names in _some_of(whole))


def _some_of(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for number in range(1, len(names) + 1):
        yield from combinations(names, number)


def _has(stored: StoredContent, content: Content) -> bool:
    return record_hash(contents.record_of(stored.source_key, content)) == stored.content_hash


def _where(stored: StoredContent, tries: Iterator[int]) -> str:
    """The field where one changed byte explains it, else all of them."""
    return damaged_field(stored.content, lambda content: _has(stored, content), tries) or "a field"
