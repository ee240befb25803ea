"""Where reconciled records go: a preview keeps nothing, an import writes in chunks inside its transaction."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from lib.model.records import Activity, Session
from lib.model.twins import Candidate, candidate_of
from lib.model.vocabulary import RecordKind
from lib.services.reconcile import Bout
from lib.store import batches
from lib.store import records as stored
from lib.store.engine import Connection
from lib.store.records import Known

CHUNK_ROWS = 20_000


@dataclass(slots=True)
class PreviewSink:
    """Answers from the database and keeps of what it is given only what twins are told by.

    new: activities that the database does not have, by their ids here. changed: known ones with new content, by id.
    """

    conn: Connection
    athlete_id: int
    new: dict[int, Candidate] = field(default_factory=dict)
    changed: dict[int, Activity] = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=lambda: count(-1, -1))

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        return stored.known_records(self.conn, self.athlete_id, kind, source)

    def stored(self, kind: RecordKind, record_id: int) -> Bout | None:
        return None if record_id < 0 else _read(self.conn, self.athlete_id, kind, record_id)

    def insert(self, source: str, record: Bout, content_hash: str) -> int:  # noqa: ARG002
        record_id = next(self._ids)
        if isinstance(record, Activity):
            self.new[record_id] = candidate_of(record_id, source, record)
        return record_id

    def update(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:  # noqa: ARG002
        if isinstance(record, Activity) and record_id in self.new:
            self.new[record_id] = candidate_of(record_id, self.new[record_id].source, record)
        elif isinstance(record, Activity):
            self.changed[record_id] = record

    def keep_older(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:
        pass

    def see(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        pass


@dataclass(slots=True)
class DatabaseSink:
    """Writes in chunks, so that a log of a million sets needs little memory."""

    conn: Connection
    athlete_id: int
    batch_id: int
    _next_id: dict[RecordKind, int] = field(default_factory=dict)
    _source: str = ""
    _activities: list[tuple[int, str, Activity]] = field(default_factory=list)
    _sessions: list[tuple[int, str, Session]] = field(default_factory=list)
    _rows: int = 0
    _seen: dict[RecordKind, dict[int, str]] = field(default_factory=lambda: {kind: {} for kind in RecordKind})

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        return stored.known_records(self.conn, self.athlete_id, kind, source)

    def stored(self, kind: RecordKind, record_id: int) -> Bout | None:
        self.flush()
        return _read(self.conn, self.athlete_id, kind, record_id)

    def insert(self, source: str, record: Bout, content_hash: str) -> int:
        if self._source != source or self._rows >= CHUNK_ROWS:
            self.flush()
            self._source = source
        self._rows += record.rows
        if isinstance(record, Activity):
            record_id = self._new_id(RecordKind.ACTIVITY)
            self._activities.append((record_id, content_hash, record))
        else:
            record_id = self._new_id(RecordKind.SESSION)
            self._sessions.append((record_id, content_hash, record))
        return record_id

    def update(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:  # noqa: ARG002
        self.flush()
        if isinstance(record, Activity):
            stored.replace_activity(self.conn, self.athlete_id, record_id, content_hash, record)
        else:
            stored.replace_session(self.conn, self.athlete_id, record_id, content_hash, record)

    def keep_older(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:
        self.flush()
        stored.keep_older(self.conn, self.athlete_id, kind, record_id, content_hash, record)

    def see(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        self._seen[kind][record_id] = content_hash

    def flush(self) -> None:
        """Write what has been collected."""
        if self._activities:
            stored.insert_activities(self.conn, self.athlete_id, self._source, self._activities)
        if self._sessions:
            stored.insert_sessions(self.conn, self.athlete_id, self._source, self._sessions)
        self._activities, self._sessions, self._rows = [], [], 0

    def finish_file(self, as_of: datetime | None) -> None:
        """Write the rest of a file and which records it contained."""
        self.flush()
        for kind, seen in self._seen.items():
            batches.see(self.conn, self.athlete_id, self.batch_id, kind, seen.items(), as_of)
            seen.clear()

    def forget_file(self) -> None:
        """After a file was taken back: nothing of it waits, and its ids are given anew."""
        self._activities, self._sessions, self._rows = [], [], 0
        self._next_id.clear()
        for seen in self._seen.values():
            seen.clear()

    def _new_id(self, kind: RecordKind) -> int:
        if kind not in self._next_id:
            self._next_id[kind] = stored.next_id(self.conn, self.athlete_id, kind)
        record_id = self._next_id[kind]
        self._next_id[kind] = record_id + 1
        return record_id


def _read(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int) -> Bout:
    if kind is RecordKind.ACTIVITY:
        return stored.read_activity_record(conn, athlete_id, record_id)
    return stored.read_session_record(conn, athlete_id, record_id)
