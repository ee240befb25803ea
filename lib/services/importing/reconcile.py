"""The records of an import against what the database knows: new, unchanged or changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from lib.model.athlete import Answers
from lib.model.clock import HomeZones, in_zone, known_zones
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Activity, Ignored, Problem, Record, Session, Start
from lib.model.vocabulary import Question, RecordKind, Sport, TimeBasis
from lib.services.editing.sports import is_unknown
from lib.services.importing import clashes
from lib.services.importing.clashes import Held
from lib.services.importing.counting_rows import (
    count_added,
    count_names,
    count_recomputed,
    hash_of,
    is_overruled,
    is_run,
    overruled_note,
    sets_in,
)
from lib.services.importing.cut_seconds import CutStarts, Waiting
from lib.services.importing.doubts import UNITS, doubtful_unit, has_value, most_rows_failed
from lib.services.importing.receipt import FIRST_RECORDS, FileReceipt, NewRecord
from lib.services.importing.recency import day_in_name, possible_day, recency
from lib.services.importing.sink import Difference, Sink
from lib.store.own.told_sports import ToldSports
from lib.store.records.contents import Bout, record_of
from lib.store.records.records import Known

_FEW: Final = 500


@dataclass(slots=True)
class Reconciler:
    """Counts what becomes of each record and hands it to the sink; `finish` after each file.

    A file is as recent as its latest start. Of each field the most recent file that knows it is right, whatever the
    order of the imports; so differences wait until the end of their file, when that is known. Rows that share a key made
    of their start wait, too: which of them is which record is seen when all of them are there (clashes.py); so do those that
    another record of their minute may be (cut_seconds.py).

    answers: what the person said of the files; now: naive UTC.
    told: what the person said that words for sports mean.
    zones: where the athlete's home was when; None until known, and then a source in UTC needs an answer first.
    tick: called after each record with the rows so far; may raise Cancelled.
    _unlike: the units that no record speaks for: none that the file shares with the database is as it was.
    seen: the ids of the records that the finished files have, by source and kind.
    new:  the records that were not known, by kind and id. Those of a file that turned out to be unreadable stay in it;
          their receipt says so.
    """

    sink: Sink
    zones: HomeZones | None
    answers: Answers = field(default_factory=Answers)
    told: ToldSports = field(default_factory=dict)
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None))
    tick: Callable[[int], None] = lambda _rows: None
    new: dict[RecordKind, dict[int, NewRecord]] = field(default_factory=lambda: {kind: {} for kind in RecordKind})
    seen: dict[str, dict[RecordKind, set[int]]] = field(default_factory=dict)
    _index: dict[tuple[RecordKind, str], dict[str, Known]] = field(default_factory=dict)
    _apart: dict[tuple[RecordKind, str], dict[str, list[str]]] = field(default_factory=dict)
    _differing: dict[RecordKind, list[Difference]] = field(default_factory=lambda: {kind: [] for kind in RecordKind})
    _held: dict[RecordKind, dict[str, list[Held]]] = field(default_factory=lambda: {kind: {} for kind in RecordKind})
    _cut: CutStarts = field(default_factory=CutStarts)
    _taken: dict[RecordKind, set[int]] = field(default_factory=lambda: {kind: set() for kind in RecordKind})
    _as_of: datetime | None = None
    _understood: int = 0
    _unlike: set[Question] = field(default_factory=lambda: set(UNITS))

    def take(self, record: Record, receipt: FileReceipt) -> None:
        """Count one record in the receipt of its file and pass it on."""
        match record:
            case Problem():
                if not self._is_told(record, receipt):
                    receipt.problems.append(record)
                receipt.rejected += record.rows
            case Ignored():
                receipt.ignored += record.rows
            case Activity():
                self._take_bout(RecordKind.ACTIVITY, self._at_home(self._as_told(record, receipt)), receipt)
            case Session():
                count_names(record, receipt)
                self._take_bout(RecordKind.SESSION, self._at_home(record), receipt)
        self.tick(receipt.records)

    def look_back(self, receipt: FileReceipt, *, keep_going: bool) -> None:
        """After the last record of a file: find the records of the rows that waited. Needs where something looks wrong.

        keep_going: the person has seen that most rows cannot be read.
        """
        for kind in RecordKind:
            self._place_cut(kind, receipt)
            self._place_held(kind, receipt)
        self._date_export(receipt)
        need = None if keep_going else most_rows_failed(receipt, self._understood)
        for question in receipt.remembered & self._unlike:
            need = need or doubtful_unit(question, self._shared())
        if need:
            raise need

    def rows_read(self, receipt: FileReceipt) -> int:
        """Rows of a file so far, also those of records that wait for its end."""
        return self._understood + receipt.ignored + receipt.rejected

    def finish(self, receipt: FileReceipt) -> datetime | None:
        """Settle the differences of a file that was looked back on; how recent the file is."""
        self._note_seen(str(receipt.source))
        self._start_anew()
        newest = self.sink.newest(str(receipt.source)) if self.answers.prefer else None
        as_of = recency(self._as_of, receipt.exported, newest, self.now, preferred=self.answers.prefer)
        self._as_of = None
        self.sink.finish_file(as_of)
        receipt.conflicts = sum(self._recompute(kind, receipt) for kind in RecordKind)
        if receipt.conflicts:
            receipt.problems.append(overruled_note(receipt))
        return as_of

    def _date_export(self, receipt: FileReceipt) -> None:
        """The day of the export: as the person says, else the file, its archive or its name. UnreadableFile where the
        person's cannot be.
        """
        said, last = self.answers.day_of(receipt.sha256), receipt.last_day
        today = self.now.date()
        if said and last and said < last:
            raise UnreadableFile(f"This file has a record of {last}, so it was not exported on {said}.")
        if said and possible_day(said, last, today) is None:
            raise UnreadableFile(
                f"No file was exported on {said}, which is still to come. Write the day of the export."
            )
        receipt.exported = said or possible_day(receipt.exported, last, today) or day_in_name(receipt.name, last, today)

    def _note_seen(self, source: str) -> None:
        seen = self.seen.setdefault(source, {kind: set() for kind in RecordKind})
        for kind, taken in self._taken.items():
            seen[kind] |= taken

    def forget(self) -> None:
        """After a file was taken back: what is known is read anew, nothing of it waits."""
        self._index.clear()
        self._as_of = None
        self._start_anew()
        for kind in RecordKind:
            self._differing[kind].clear()
            self._held[kind].clear()

    def _start_anew(self) -> None:
        """What is known of one file alone is of no use for the next."""
        self._apart.clear()
        self._cut.forget()
        self._understood, self._unlike = 0, set(UNITS)
        for taken in self._taken.values():
            taken.clear()

    def _shared(self) -> Iterator[tuple[Bout, Bout]]:
        """What is stored and what the file says of it, where the two differ; of the first few hundred."""
        for kind, differing in ((kind, waiting[:_FEW]) for kind, waiting in self._differing.items()):
            said = self.sink.said(kind, [each.record_id for each in differing])
            for each in differing:
                yield record_of(each.record.source_key, said[each.record_id][0]), each.record

    def _recompute(self, kind: RecordKind, receipt: FileReceipt) -> int:
        """Count what becomes of the records of a kind that differ; how many of them a more recent file overrules."""
        differing, self._differing[kind] = self._differing[kind], []
        recomputed = self.sink.recompute(kind, differing) if differing else {}
        index = self._known(kind, str(receipt.source))
        for each in differing:
            now = recomputed[each.record_id]
            index[each.record.source_key] = Known(each.record_id, now.content_hash)
            count_recomputed(each.record, now, receipt)
        return sum(is_overruled(each.record, recomputed[each.record_id].by_sources) for each in differing)

    def _is_told(self, problem: Problem, receipt: FileReceipt) -> bool:
        """Whether it warns of a word for a sport that the person has told the meaning of."""
        return not problem.rows and problem.value in self.told.get(str(receipt.source), {})

    def _as_told(self, record: Activity, receipt: FileReceipt) -> Activity:
        """The activity with the sport that the person said its word means; words that nobody knows are counted."""
        if record.sport is not Sport.OTHER:
            return record
        sport = self.told.get(str(receipt.source), {}).get(record.sport_raw)
        if sport is not None:
            return replace(record, sport=sport)
        if is_unknown(record.sport_raw):
            receipt.unknown_sports[record.sport_raw] = receipt.unknown_sports.get(record.sport_raw, 0) + 1
        return record

    def _at_home(self, record: Bout) -> Bout:
        """The record with its wall clock; itself where its file said it."""
        if record.start.basis is TimeBasis.UTC and self.zones is None:
            raise Needs(
                Question.TIMEZONE,
                sorted(known_zones()),
                "This file gives times in UTC. Which time zone is home? It decides on which day a run counts.",
            )
        start = in_zone(record.start, self.zones)
        if start is record.start:
            return record
        return record.starting(start) if isinstance(record, Activity) else replace(record, start=start)

    def _take_bout(self, kind: RecordKind, record: Bout, receipt: FileReceipt) -> None:
        held = Held(hash_of(record), record)
        index = self._known(kind, str(receipt.source))
        known = index.get(record.source_key)
        self._widen(receipt, record.start)
        self._understood += record.rows
        if known and known.content_hash == held.content_hash:
            self._settle(kind, known, held, receipt)
        elif near := self._cut.near(kind, record, index, self._taken[kind]):
            self._cut.waiting[kind].append(Waiting(record, near))
        elif (known or record.source_key in self._others(kind, receipt)) and clashes.by_start(record):
            self._held[kind].setdefault(record.source_key, []).append(held)
        else:
            self._settle(kind, known, held, receipt)

    def _place_cut(self, kind: RecordKind, receipt: FileReceipt) -> None:
        """Find the record of each row of which a spreadsheet may have cut the seconds; what is none of them is new."""
        index, taken = self._known(kind, str(receipt.source)), self._taken[kind]
        for record, key in self._cut.placed(kind, index, taken, lambda ids: self.sink.said(kind, ids)):
            held = Held(hash_of(record), record)
            if key is None and (record.source_key in index or record.source_key in self._others(kind, receipt)):
                self._held[kind].setdefault(record.source_key, []).append(held)
            else:
                self._settle(kind, None if key is None else index[key], held, receipt)

    def _place_held(self, kind: RecordKind, receipt: FileReceipt) -> None:
        """Find the record of each row that waited for the end of its file."""
        waiting, self._held[kind] = self._held[kind], {}
        index = self._known(kind, str(receipt.source))
        for key, group in waiting.items():
            keys = [each for each in (key, *self._others(kind, receipt).get(key, ())) if each in index]
            free = {each: index[each].id for each in keys if index[each].id not in self._taken[kind]}
            places = clashes.assign(group, free, lambda ids: self.sink.said(kind, ids))
            for held in group:
                new = clashes.another_key(key, held) if key in index else key
                place = places.setdefault(held.content_hash, new)
                moved = Held(held.content_hash, replace(held.record, source_key=place))
                self._settle(kind, index.get(place), moved, receipt)

    def _settle(self, kind: RecordKind, known: Known | None, held: Held, receipt: FileReceipt) -> None:
        """Count a record as new, unchanged or different. known: the record that it is, if there is one."""
        content_hash, record = held
        if known is None:
            source = str(receipt.source)
            known = Known(self.sink.insert(source, record, content_hash), content_hash)
            self._known(kind, source)[record.source_key] = known
            count_added(record, receipt)
            self.new[kind][known.id] = NewRecord(receipt, record.rows, sets_in(record), is_run(record))
            if len(receipt.first_records) < FIRST_RECORDS:
                receipt.first_records.append(record)
        elif known.content_hash == content_hash:
            receipt.unchanged += record.rows
            self._unlike = {each for each in self._unlike if not has_value(each, record)}
        else:
            self._differing[kind].append(Difference(known.id, content_hash, record))
        self._taken[kind].add(known.id)
        self.sink.remember(kind, known.id, content_hash)

    def _others(self, kind: RecordKind, receipt: FileReceipt) -> dict[str, list[str]]:
        """The keys that were told apart from another, by that other."""
        place = kind, str(receipt.source)
        if place not in self._apart:
            self._apart[place] = clashes.told_apart(self._known(*place))
        return self._apart[place]

    def _known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        if (kind, source) not in self._index:
            self._index[kind, source] = dict(self.sink.known(kind, source))
        return self._index[kind, source]

    def _widen(self, receipt: FileReceipt, start: Start) -> None:
        # The instant where it is known: the same file with the offsets of a watch is not more or less recent by them.
        moment = start.utc or start.local
        if moment is None or start.local is None:
            return
        self._as_of = moment if self._as_of is None else max(moment, self._as_of)
        day = start.local.date()
        receipt.first_day = day if receipt.first_day is None else min(day, receipt.first_day)
        receipt.last_day = day if receipt.last_day is None else max(day, receipt.last_day)
