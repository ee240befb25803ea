"""Letting records say what the imports that count and the person say of them together, after one of these changed."""

from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection

from lib.model.errors import StoreError
from lib.model.history import RECORD, RecordRef, Words
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.store.own import history
from lib.store.records import contents, import_records
from lib.store.records.contents import Key, StoredContent
from lib.store.records.import_records import Version
from lib.store.records.merging import Content, merged
from lib.store.records.overlay import with_words

_CHUNK: Final = 500
_BY_HAND: Final = Version("", 0, 0, "")

HashedContent = tuple[str, Content]  # content hash and content


class History(NamedTuple):
    """What a record says at present, what the files that count say of it, newest first, and what the person says."""

    stored: StoredContent
    versions: Sequence[tuple[Version, Content]]
    words: Words

    def by_sources(self) -> Content:
        """What all sources say together."""
        return merged([content for _, content in self.versions])

    def together(self) -> HashedContent:
        """What all of them and then the person say; its hash is that of the newest that says exactly this, else ""."""
        content = with_words(self.by_sources(), self.words)
        return next((version.content_hash for version, each in self.versions if each == content), ""), content

    def said(self) -> list[Content]:
        """What the record says, then what each of them says."""
        return [self.stored.content, *(content for _, content in self.versions)]


class Recomputed(NamedTuple):
    """What a record said before and what it says now. content_hash: see History.together.

    by_sources: what it would say without the person's word.
    """

    content_hash: str
    before: Activity | Session
    after: Activity | Session
    by_sources: Activity | Session


def recompute(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    record_ids: Collection[int],
    fresh: Mapping[Key, Content],
) -> dict[int, Recomputed]:
    """Let each record say what its import records and the person say together. What one of them says and the record does
    not is kept.

    fresh: content of import records that is not kept yet. StoreError where the content of an import record is missing.
    """
    done: dict[int, Recomputed] = {}
    for chunk in _chunks(sorted(record_ids)):
        kept = contents.read_kept(conn, athlete_id, kind, chunk)
        histories = _histories(conn, athlete_id, kind, chunk, ChainMap(kept, dict(fresh)))
        now = {record_id: each.together() for record_id, each in histories.items()}
        _write(conn, athlete_id, kind, histories, now)
        _keep(conn, athlete_id, kind, histories, now, kept)
        done |= {each: recomputed(histories[each], now[each]) for each in histories}
    return done


def read_histories(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int]
) -> dict[int, History]:
    """Of each record, by its id. StoreError as above."""
    found: dict[int, History] = {}
    for chunk in _chunks(sorted(record_ids)):
        kept = contents.read_kept(conn, athlete_id, kind, chunk)
        found |= _histories(conn, athlete_id, kind, chunk, kept)
    return found


def recomputed(said: History, now: HashedContent) -> Recomputed:
    """What becomes of a record that is to say this now."""
    content_hash, content = now
    key = said.stored.source_key
    after = contents.record_of(key, content)
    before = after if content == said.stored.content else contents.record_of(key, said.stored.content)
    return Recomputed(content_hash, before, after, contents.record_of(key, said.by_sources()) if said.words else after)


def together(newer: Activity | Session, older: Activity | Session) -> Activity | Session:
    """What two records say together."""
    return contents.record_of(older.source_key, merged([contents.of_record(newer), contents.of_record(older)]))


def _histories(
    conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Sequence[int], known: Mapping[Key, Content]
) -> dict[int, History]:
    """known: what files say that does not stand in the records."""
    stored = contents.read_stored(conn, athlete_id, kind, record_ids)
    versions = import_records.read_versions(conn, athlete_id, kind, record_ids)
    refs = {record_id: RecordRef(kind, own.source, own.source_key) for record_id, own in stored.items()}
    words = history.read_words(conn, athlete_id, set(refs.values()))
    found: dict[int, History] = {}
    for record_id, own in stored.items():
        said = words.get(refs[record_id], {})
        told = [(each, _content(kind, record_id, each, own, known)) for each in versions[record_id]]
        if history.is_logged(refs[record_id], said):
            told = [(_BY_HAND, contents.from_json(said[RECORD]["content"]))]
        found[record_id] = History(own, told, said)
    return found


def _content(
    kind: RecordKind, record_id: int, version: Version, own: StoredContent, known: Mapping[Key, Content]
) -> Content:
    digest = version.content_hash
    content = own.content if digest == own.content_hash else known.get((record_id, digest))
    if content is None:
        raise StoreError(f"What an import says of {kind} {record_id} is missing; nothing was changed.")
    return content


def _write(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    histories: Mapping[int, History],
    now: Mapping[int, HashedContent],
) -> None:
    """Write the records that change, and their sets."""
    changed = {
        each: said
        for each, said in now.items()
        if said != (histories[each].stored.content_hash, histories[each].stored.content)
    }
    contents.write(conn, athlete_id, kind, changed)
    if kind is RecordKind.SESSION:
        sets = {each: content["sets"] for each, (_, content) in changed.items()}
        others = {each: new for each, new in sets.items() if new != histories[each].stored.content["sets"]}
        contents.replace_sets(conn, athlete_id, others)


def _keep(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    histories: Mapping[int, History],
    now: Mapping[int, HashedContent],
    kept: Collection[Key],
) -> None:
    """Keep what imports say and their record does not."""
    beside = {
        (each, digest): content
        for each, said in histories.items()
        for (*_, digest), content in said.versions
        if digest and digest != now[each][0] and (each, digest) not in kept
    }
    contents.keep(conn, athlete_id, kind, beside)


def _chunks(record_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (record_ids[first : first + _CHUNK] for first in range(0, len(record_ids), _CHUNK))
