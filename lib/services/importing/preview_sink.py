"""Where the records of a preview go: into memory, so that it says what an import would do, and writes nothing."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from operator import attrgetter, itemgetter

from lib.model.duplicates import Candidate, candidate_of
from lib.model.records import Activity
from lib.model.vocabulary import RecordKind
from lib.services.importing.gone import Arrived
from lib.services.importing.sink import Difference
from lib.store.database.engine import Connection
from lib.store.database.moments import from_text_or_none
from lib.store.records import contents, import_records, missing, recompute, records
from lib.store.records.contents import Bout, Key, StoredContent
from lib.store.records.merging import Content
from lib.store.records.recompute import HashedContent, History, Recomputed
from lib.store.records.records import Known

_LAST_OF_ALL = sys.maxsize


def _by_id() -> dict[RecordKind, dict[int, Candidate]]:
    return {kind: {} for kind in RecordKind}


@dataclass(slots=True)
class PreviewSink:
    """Answers from the database and from the files that were previewed before.

    new: records that the database does not have, by their ids here. changed: known ones with new content, by id; their
    source is left open.
    """

    conn: Connection
    athlete_id: int
    new: dict[RecordKind, dict[int, Candidate]] = field(default_factory=_by_id)
    changed: dict[RecordKind, dict[int, Candidate]] = field(default_factory=_by_id)
    _ids: "count[int]" = field(default_factory=lambda: count(-1, -1))
    _memory: dict[RecordKind, "_Memory"] = field(default_factory=lambda: {kind: _Memory() for kind in RecordKind})

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        return records.known_records(self.conn, self.athlete_id, kind, source)

    def insert(self, source: str, record: Bout, content_hash: str) -> int:
        record_id = next(self._ids)
        kind = RecordKind.ACTIVITY if isinstance(record, Activity) else RecordKind.SESSION
        self.new[kind][record_id] = candidate_of(record_id, source, record)
        self._memory[kind].inserted[record_id] = content_hash, record
        return record_id

    def remember(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        self._memory[kind].seen.append((record_id, content_hash))

    def said(self, kind: RecordKind, record_ids: Sequence[int]) -> dict[int, list[Content]]:
        memory = self._memory[kind]
        stored = recompute.read_histories(self.conn, self.athlete_id, kind, [each for each in record_ids if each > 0])
        return {each: memory.said(each, stored.get(each) or memory.history(each)) for each in record_ids}

    def newest(self, source: str) -> datetime | None:
        file = missing.newest_imports(self.conn, self.athlete_id).get(source, missing.NO_FILE)
        return from_text_or_none(file.as_of or None)

    def finish_file(self, as_of: datetime | None) -> None:
        """Say of all that was seen how recent it is."""
        for memory in self._memory.values():
            memory.finish_file(as_of)

    def forget_file(self) -> None:
        """After a file that would be left out: what was seen in it does not count."""
        for memory in self._memory.values():
            memory.seen.clear()

    def recompute(self, kind: RecordKind, differences: Sequence[Difference]) -> dict[int, Recomputed]:
        """What would become of the records that the finished file says something else of."""
        memory = self._memory[kind]
        memory.contents |= {
            (each.record_id, each.content_hash): contents.of_record(each.record) for each in differences
        }
        ids = {each.record_id for each in differences}
        stored = recompute.read_histories(self.conn, self.athlete_id, kind, [each for each in ids if each > 0])
        recomputed = {each: memory.recompute(each, stored.get(each) or memory.history(each)) for each in ids}
        for record_id, each in recomputed.items():
            self._change(kind, record_id, each.after)
        return recomputed

    def arrived(self, source: str, kind: RecordKind) -> list[Arrived]:
        """The new records of a source, oldest first."""
        inserted = self._memory[kind].inserted
        mine = [each for each in self.new[kind].values() if each.source == source]
        return [
            Arrived(each.id, each.local, inserted[each.id][1]) for each in sorted(mine, key=attrgetter("local", "id"))
        ]

    def _change(self, kind: RecordKind, record_id: int, record: Bout) -> None:
        new = self.new[kind]
        if record_id in new:
            new[record_id] = candidate_of(record_id, new[record_id].source, record)
        else:
            self.changed[kind][record_id] = candidate_of(record_id, "", record)


@dataclass(slots=True)
class _Memory:
    """What the tables of a kind would hold besides what they have."""

    inserted: dict[int, tuple[str, Bout]] = field(default_factory=dict)
    seen: list[Key] = field(default_factory=list)
    versions: dict[int, list[import_records.Version]] = field(default_factory=dict)
    contents: dict[Key, Content] = field(default_factory=dict)
    latest: dict[int, HashedContent] = field(default_factory=dict)
    files: int = 0

    def finish_file(self, as_of: datetime | None) -> None:
        self.files += 1
        for record_id, content_hash in self.seen:
            version = import_records.version_of(as_of, _LAST_OF_ALL, self.files, content_hash)
            self.versions.setdefault(record_id, []).append(version)
        self.seen.clear()

    def history(self, record_id: int) -> History:
        """Of a record that came with this preview: as it was inserted."""
        content_hash, record = self.inserted[record_id]
        return History(StoredContent("", record.source_key, content_hash, contents.of_record(record)), [], {})

    def said(self, record_id: int, before: History) -> list[Content]:
        """What a record says after the files so far, then what was said of it. before: as it is in the database."""
        latest = [self.latest[record_id][1]] if record_id in self.latest else []
        fresh = [content for (each, _), content in self.contents.items() if each == record_id]
        return [*latest, *before.said(), *fresh]

    def recompute(self, record_id: int, before: History) -> Recomputed:
        """What a record says after the files so far. before: as it is in the database."""
        told = [
            *before.versions,
            *((each, self._content(record_id, each, before)) for each in self.versions[record_id]),
        ]
        told.sort(key=itemgetter(0), reverse=True)
        stored = before.stored
        if record_id in self.latest:
            stored = stored._replace(content=self.latest[record_id][1])
        now = History(stored, told, before.words)
        self.latest[record_id] = now.together()
        return recompute.recomputed(now, self.latest[record_id])

    def _content(self, record_id: int, version: import_records.Version, before: History) -> Content:
        """What a file of this preview said of a record: something new, or what was known before."""
        digest = version.content_hash
        if (record_id, digest) in self.contents:
            return self.contents[record_id, digest]
        stored = (content for each, content in before.versions if each.content_hash == digest)
        return next(stored, before.stored.content)
