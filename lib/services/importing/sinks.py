"""Where the records of an import go: into its transaction, in chunks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lib.model.history import RecordRef
from lib.model.records import Activity, Session
from lib.model.vocabulary import RecordKind
from lib.services.importing.sink import Difference
from lib.store.database.engine import Connection
from lib.store.database.moments import from_text_or_none
from lib.store.own import history
from lib.store.records import contents, import_records, links, missing, recompute
from lib.store.records import records as stored
from lib.store.records.contents import Bout, Key
from lib.store.records.merging import Content
from lib.store.records.recompute import Recomputed
from lib.store.records.records import Known

CHUNK_ROWS = 20_000


@dataclass(slots=True)
class DatabaseSink:
    """Writes in chunks, so that a log of a million sets needs little memory.

    place: of the file that is being read in its import.
    _first_new: the lowest of the ids that were given in this file.
    """

    conn: Connection
    athlete_id: int
    batch_id: int
    place: int = 0
    _next_id: dict[RecordKind, int] = field(default_factory=dict)
    _first_new: dict[RecordKind, int] = field(default_factory=dict)
    _former: dict[RecordRef, int] | None = None
    _source: str = ""
    _activities: list[tuple[int, str, Activity]] = field(default_factory=list)
    _sessions: list[tuple[int, str, Session]] = field(default_factory=list)
    _rows: int = 0
    _seen: dict[RecordKind, list[Key]] = field(default_factory=lambda: {kind: [] for kind in RecordKind})

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        return stored.known_records(self.conn, self.athlete_id, kind, source)

    def insert(self, source: str, record: Bout, content_hash: str) -> int:
        if self._source != source or self._rows >= CHUNK_ROWS:
            self.flush()
            self._source = source
        self._rows += record.rows
        if isinstance(record, Activity):
            record_id = self._id_of(RecordRef(RecordKind.ACTIVITY, source, record.source_key))
            self._activities.append((record_id, content_hash, record))
        else:
            record_id = self._id_of(RecordRef(RecordKind.SESSION, source, record.source_key))
            self._sessions.append((record_id, content_hash, record))
        return record_id

    def remember(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        self._seen[kind].append((record_id, content_hash))

    def said(self, kind: RecordKind, record_ids: Sequence[int]) -> dict[int, list[Content]]:
        histories = recompute.read_histories(self.conn, self.athlete_id, kind, record_ids)
        return {each: history.said() for each, history in histories.items()}

    def flush(self) -> None:
        """Write what has been collected."""
        if self._activities:
            stored.insert_activities(self.conn, self.athlete_id, self._source, self._activities)
        if self._sessions:
            stored.insert_sessions(self.conn, self.athlete_id, self._source, self._sessions)
        self._activities, self._sessions, self._rows = [], [], 0

    def newest(self, source: str) -> datetime | None:
        file = missing.newest_imports(self.conn, self.athlete_id).get(source, missing.NO_FILE)
        return from_text_or_none(file.as_of or None)

    def finish_file(self, as_of: datetime | None) -> None:
        """Write the rest of a file and which records it contained."""
        self.flush()
        for kind, seen in self._seen.items():
            new_from = self._first_new.pop(kind, None)
            import_records.remember(
                self.conn, self.athlete_id, self.batch_id, kind, seen, as_of, self.place, new_from=new_from
            )
            seen.clear()

    def recompute(self, kind: RecordKind, differences: Sequence[Difference]) -> dict[int, Recomputed]:
        """Write what becomes of the records that the finished file says something else of."""
        fresh = {(each.record_id, each.content_hash): contents.of_record(each.record) for each in differences}
        return recompute.recompute(self.conn, self.athlete_id, kind, {each.record_id for each in differences}, fresh)

    def forget_file(self) -> None:
        """After a file was taken back: nothing of it waits, and its ids are given anew."""
        self._activities, self._sessions, self._rows = [], [], 0
        self._next_id.clear()
        self._first_new.clear()
        self._former = None
        for seen in self._seen.values():
            seen.clear()

    def _id_of(self, ref: RecordRef) -> int:
        """The id that the record had when the person spoke of it, else a new one. Ids of others are never among them."""
        if self._former is None:
            former = history.former_ids(self.conn, self.athlete_id)
            there = (
                {kind: set(links.read_ids(self.conn, self.athlete_id, kind).values()) for kind in RecordKind}
                if former
                else {}
            )
            self._former = {each: number for each, number in former.items() if number not in there[each.kind]}
        return self._former.pop(ref, 0) or self._new_id(ref.kind)

    def _new_id(self, kind: RecordKind) -> int:
        if kind not in self._next_id:
            self._next_id[kind] = stored.next_id(self.conn, self.athlete_id, kind)
        record_id = self._next_id[kind]
        self._next_id[kind] = record_id + 1
        self._first_new.setdefault(kind, record_id)
        return record_id
