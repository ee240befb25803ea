"""The records of an import against what the database knows: new, unchanged or changed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import available_timezones

from lib.model.clock import HomeZones, in_zone
from lib.model.errors import Needs
from lib.model.records import Activity, Ignored, Problem, Record, Session, Start
from lib.model.vocabulary import Question, RecordKind, SetKind, TimeBasis
from lib.services import identity
from lib.services.report import FIRST_RECORDS, MOST_CHANGES, FileReport
from lib.store.records import Known

Bout = Activity | Session


class Sink(Protocol):
    """Where reconciled records go: into a transaction, or nowhere when it is a preview."""

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        """What the database has of this source, by source key."""
        ...

    def stored(self, kind: RecordKind, record_id: int) -> Bout | None:
        """One record as it is in the database; None where it is only in this preview."""
        ...

    def insert(self, source: str, record: Bout, content_hash: str) -> int:
        """Take a new record; its id."""
        ...

    def update(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:
        """Take the new content of a record that changed."""
        ...

    def keep_older(self, kind: RecordKind, record_id: int, record: Bout, content_hash: str) -> None:
        """Keep what an older file says of a record, for when the newer import is taken back."""
        ...

    def see(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        """Remember that this import contained the record."""
        ...


@dataclass(frozen=True, slots=True)
class _Difference:
    """A record of this file that says something else than the database. old is None where only a preview has it."""

    kind: RecordKind
    known: Known
    old: Bout | None
    new: Bout
    content_hash: str
    changes: list[identity.Change]


@dataclass(slots=True)
class Reconciler:
    """Counts what becomes of each record and hands it to the sink; `finish` after each file.

    A file is as recent as its latest start. Where a record differs, the more recent file is right, whatever the order
    of the imports; so differences wait until the end of their file, when that is known.

    zones: where the athlete's home was when; None until known, and then a source in UTC needs an answer first.
    tick: called after each record with the rows so far; may raise Cancelled.
    new_activities: the report of the file of each activity that was not known, by its id. Of a file that turned out to
          be unreadable its activities stay in it; the report says so.
    """

    sink: Sink
    zones: HomeZones | None
    tick: Callable[[int], None] = lambda _rows: None
    new_activities: dict[int, FileReport] = field(default_factory=dict)
    _index: dict[tuple[RecordKind, str], dict[str, Known]] = field(default_factory=dict)
    _differences: list[_Difference] = field(default_factory=list)
    _seen: list[tuple[dict[str, Known], str]] = field(default_factory=list)
    _as_of: datetime | None = None

    def take(self, record: Record, report: FileReport) -> None:
        """Count one record in the report of its file and pass it on."""
        match record:
            case Problem():
                report.problems.append(record)
                report.rejected += record.rows
            case Ignored():
                report.ignored += record.rows
            case Activity():
                self._take_bout(RecordKind.ACTIVITY, replace(record, start=self._local(record)), report)
            case Session():
                _count_names(record, report)
                self._take_bout(RecordKind.SESSION, replace(record, start=self._local(record)), report)
        self.tick(report.records)

    def finish(self, report: FileReport) -> datetime | None:
        """Settle the differences of a file; how recent the file is."""
        as_of = self._as_of
        older = 0
        for each in self._differences:
            if as_of and each.known.as_of and each.known.as_of > as_of:
                older += 1
                report.unchanged += each.new.rows
                self.sink.keep_older(each.kind, each.known.id, each.new, each.content_hash)
            else:
                self._update(each, report)
        if older:
            report.problems.append(_older_note(older, report))
        self._remember(as_of)
        self._differences, self._as_of = [], None
        return as_of

    def forget(self) -> None:
        """After a file was taken back: what is known is read anew, nothing of it waits."""
        self._index.clear()
        self._seen.clear()
        self._differences, self._as_of = [], None

    def _remember(self, as_of: datetime | None) -> None:
        """How recent this file is, for the other files of the import."""
        for index, key in self._seen:
            known = index[key]
            if as_of and (known.as_of is None or known.as_of < as_of):
                index[key] = known._replace(as_of=as_of)
        self._seen.clear()

    def _local(self, record: Bout) -> Start:
        if record.start.basis is TimeBasis.UTC and self.zones is None:
            raise Needs(
                Question.TIMEZONE,
                sorted(available_timezones()),
                "This file gives times in UTC. Which time zone is home? It decides on which day a run counts.",
            )
        return in_zone(record.start, self.zones)

    def _take_bout(self, kind: RecordKind, record: Bout, report: FileReport) -> None:
        content_hash = _hash(record)
        index = self._known(kind, str(report.source))
        known = index.get(record.source_key)
        self._widen(report, record.start.local)
        if known is None:
            known = Known(self.sink.insert(str(report.source), record, content_hash), content_hash)
            _count_added(record, report)
            if kind is RecordKind.ACTIVITY:
                self.new_activities[known.id] = report
            if len(report.first_records) < FIRST_RECORDS:
                report.first_records.append(record)
        elif known.content_hash == content_hash:
            report.unchanged += record.rows
        else:
            known = self._compare(kind, known, record, content_hash, report)
        index[record.source_key] = known
        self._seen.append((index, record.source_key))
        self.sink.see(kind, known.id, known.content_hash)

    def _compare(self, kind: RecordKind, known: Known, record: Bout, content_hash: str, report: FileReport) -> Known:
        """A record with another hash: the same up to rounding, or a difference to settle at the end of the file."""
        old = self.sink.stored(kind, known.id)
        changes = [] if old is None else _changes(old, record)
        if old is not None and not changes:
            report.unchanged += record.rows
            return known
        self._differences.append(_Difference(kind, known, old, record, content_hash, changes))
        return Known(known.id, content_hash, known.as_of)

    def _update(self, each: _Difference, report: FileReport) -> None:
        _count_updated(each.old, each.new, report)
        report.changes.extend(each.changes[: MOST_CHANGES - len(report.changes)])
        self.sink.update(each.kind, each.known.id, each.new, each.content_hash)

    def _known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        if (kind, source) not in self._index:
            self._index[kind, source] = dict(self.sink.known(kind, source))
        return self._index[kind, source]

    def _widen(self, report: FileReport, start: datetime | None) -> None:
        if start is None:
            return
        self._as_of = start if self._as_of is None else max(start, self._as_of)
        day = start.date()
        report.first_day = day if report.first_day is None else min(day, report.first_day)
        report.last_day = day if report.last_day is None else max(day, report.last_day)


def _older_note(older: int, report: FileReport) -> Problem:
    return Problem(
        None,
        None,
        None,
        f"{older} records differ from an export that reaches further than {report.last_day}; "
        "what the more recent export says is kept.",
        rows=0,
    )


def _hash(record: Bout) -> str:
    return identity.activity_hash(record) if isinstance(record, Activity) else identity.session_hash(record)


def _changes(old: Bout, new: Bout) -> list[identity.Change]:
    if isinstance(old, Activity) and isinstance(new, Activity):
        return identity.activity_changes(old, new)
    if isinstance(old, Session) and isinstance(new, Session):
        return identity.session_changes(old, new)
    raise TypeError(f"cannot compare {type(old).__name__} with {type(new).__name__}")


def _count_added(record: Bout, report: FileReport) -> None:
    report.added.rows += record.rows
    if isinstance(record, Activity):
        report.added.activities += 1
    else:
        report.added.sessions += 1
        report.added.sets += len(record.sets)


def _count_updated(old: Bout | None, new: Bout, report: FileReport) -> None:
    """A session of one row a set changes row by row: sets that stayed are unchanged, further ones are added."""
    if not isinstance(old, Session) or not isinstance(new, Session) or not _changes_by_row(old, new):
        report.updated += new.rows
        return
    same = sum(identity.same_set(before, after) for before, after in zip(old.sets, new.sets, strict=False))
    extra = max(0, len(new.sets) - len(old.sets))
    report.unchanged += same
    report.added.sets += extra
    report.added.rows += extra
    report.updated += len(new.sets) - same - extra


def _changes_by_row(old: Session, new: Session) -> bool:
    return new.source_rows is None and identity.same_head(old, new)


def _count_names(session: Session, report: FileReport) -> None:
    names = report.exercise_names
    for each in session.sets:
        if each.kind is not SetKind.WARM_UP:
            names[each.exercise_name] = names.get(each.exercise_name, 0) + 1
