"""Kept files read anew with the importers of today, as one import that stands for those that brought them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.records import Activity
from lib.model.vocabulary import Question, RecordKind
from lib.services.bouts.relink import relink
from lib.services.importing.collector import collector_paused
from lib.services.importing.import_files import Tick, home_zones_of, imported, read_file
from lib.services.importing.opening import OpenedFile, Opener, answered
from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.services.importing.reconcile import Reconciler
from lib.services.importing.sinks import DatabaseSink
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import told_sports
from lib.store.records import batches, carried_words, import_records, set_aside
from lib.store.records.apply_words import apply_words
from lib.store.records.batches import Batch, ImportedFile
from lib.store.records.import_records import Version

# Between the name of an archive and the path of a member in it.
_IN: Final = " › "
_UNITS: Final = (Question.WEIGHT_UNIT, Question.DISTANCE_UNIT)
# A list that took heart rates from the recordings beside it, which were not kept.
_DETAILED: Final = "strava"
# What such a list leaves to a recording are the sets.
_SETS_OF: Final = "fit"


@dataclass(slots=True)
class Reread:
    """What reading anew did. gone: records that today's importers do not find; left: imports that stay as they were."""

    receipt: ImportReceipt
    gone: int = 0
    left: list[int] = field(default_factory=list)


class _NothingRead(Exception):
    """Nothing to keep: carries the result out of the transaction, which is rolled back."""

    def __init__(self, result: Reread) -> None:
        super().__init__()
        self.result = result


@dataclass(frozen=True, slots=True)
class _KeptFile:
    """The bytes of a file of an import, fetched when they are read."""

    conn: Connection
    athlete_id: int
    batch_id: int
    position: int
    size: int

    def open(self) -> BinaryIO:
        return io.BytesIO(batches.stored_file(self.conn, self.athlete_id, self.batch_id, self.position))


@collector_paused()
def reread(account: Account, batch_id: int | None, now: datetime, *, tick: Tick = lambda _name, _rows: None) -> Reread:
    """Read the files of one import, or of all that count, anew. StoreError for one that is unknown or does not count.

    An import of which a file cannot be read any more, or asks something, stays as it was. Undoing the import that this
    makes brings the earlier ones back. Where the files say what they said before, no import is made.
    """
    try:
        with account.write() as conn:
            return _Reading(conn, account.athlete_id, now, tick).read(batch_id)
    except _NothingRead as nothing:
        return nothing.result


@dataclass(slots=True)
class _Reading:
    conn: Connection
    athlete_id: int
    now: datetime
    tick: Tick

    def read(self, batch_id: int | None) -> Reread:
        chosen = _chosen(batches.list_batches(self.conn, self.athlete_id), batch_id)
        result = Reread(ImportReceipt([], batches.start_batch(self.conn, self.athlete_id, self.now)))
        sink = DatabaseSink(self.conn, self.athlete_id, result.receipt.batch or 0)
        zones, told = (
            home_zones_of(self.conn, self.athlete_id, Answers()),
            told_sports.read_all(self.conn, self.athlete_id),
        )
        reconciler = Reconciler(sink, zones, told=told)
        done = [each for each in chosen if self._read_batch(each, reconciler, sink, result)]
        whole = [each.id for each in done if not any(_had_details(file.name, file.source) for file in each.files)]
        if not self._says_something_new(sink.batch_id, [each.id for each in done], whole):
            result.receipt.batch = None
            raise _NothingRead(result)
        before = carried_words.read_spoken(self.conn, self.athlete_id)
        result.gone = set_aside.set_aside(self.conn, self.athlete_id, sink.batch_id, whole, self.now)
        new = {kind: set(found) for kind, found in reconciler.new.items()}
        carried_words.carry_over(self.conn, self.athlete_id, before, new)
        apply_words(self.conn, self.athlete_id)
        relink(self.conn, self.athlete_id)
        return result

    def _says_something_new(self, batch_id: int, read: Sequence[int], whole: Sequence[int]) -> bool:
        """Whether records would change if an import stood for those that were read anew. whole: as in `read`."""
        stays = set(read) - set(whole)
        for kind in RecordKind:
            now = self._beside(kind, batch_id)
            before = {record_id: said for each in read for record_id, said in self._beside(kind, each).items()}
            if now.keys() != before.keys():
                return True
            for record_id, beside in now.items():
                mine = [each for each in before[record_id] if each.batch_id == batch_id]
                old = [each for each in beside if each.batch_id in read]
                if _newest(old) != _newest([*mine, *(each for each in old if each.batch_id in stays)]):
                    return True
        return False

    def _beside(self, kind: RecordKind, batch_id: int) -> dict[int, list[Version]]:
        return import_records.versions_beside(self.conn, self.athlete_id, kind, batch_id)

    def _read_batch(self, batch: Batch, reconciler: Reconciler, sink: DatabaseSink, result: Reread) -> bool:
        """All files of an import, or none of them; whether they were read."""
        first, read = len(result.receipt.files), []
        with self.conn.begin_nested() as savepoint:
            for sink.place, file in enumerate(batch.files, start=first):
                opened, as_of = self._read_file(batch, file, reconciler, sink)
                read.append((opened.receipt, as_of))
                if opened.receipt.refused or opened.receipt.needs:
                    savepoint.rollback()
                    sink.forget_file()
                    reconciler.forget()
                    break
            else:
                result.receipt.files += [receipt for receipt, _ in read]
                for position, (receipt, as_of) in enumerate(read, start=first):
                    file = imported(receipt, as_of, position)
                    batches.add_file(self.conn, self.athlete_id, sink.batch_id, file, b"")
                    batches.add_problems(self.conn, self.athlete_id, sink.batch_id, position, receipt.problems)
                return True
        receipt = read[-1][0]
        why = " ".join(need.why for need in receipt.needs) or receipt.problems[0].why
        receipt.needs = []
        receipt.refuse(f"Import {batch.id} stays as it was read before: {why}")
        result.receipt.files.append(receipt)
        result.left.append(batch.id)
        for earlier, _ in read[:-1]:
            earlier.refused = True
        return False

    def _read_file(
        self, batch: Batch, file: ImportedFile, reconciler: Reconciler, sink: DatabaseSink
    ) -> tuple[OpenedFile, datetime | None]:
        """One file with the answers that are remembered for its source, in the other unit where those do not fit."""
        opened = self._opened(batch, file, Answers())
        as_of = read_file(self.conn, opened, reconciler, sink, self.tick, keep_going=False)
        for need in opened.receipt.needs:
            given = opened.receipt.asked.get(need.question)
            if need.question in _UNITS and given:
                other = next(choice for choice in need.choices if choice != given)
                opened = self._opened(batch, file, answered(Answers(), need.question, other))
                as_of = read_file(self.conn, opened, reconciler, sink, self.tick, keep_going=False)
        return opened, as_of

    def _opened(self, batch: Batch, file: ImportedFile, answers: Answers) -> OpenedFile:
        kept = Upload(file.name, _KeptFile(self.conn, self.athlete_id, batch.id, file.position, file.size_bytes))
        if not batches.is_kept(self.conn, self.athlete_id, file.sha256):
            return _refused(file, kept)
        opened = Opener(self.conn, self.athlete_id, answers).open(kept)
        opened.receipt.exported = file.exported or opened.receipt.exported  # the person or an archive may have said it
        if file.source == _SETS_OF and _beside_a_list(file.name, batch):
            opened.records = (each for each in opened.records if not isinstance(each, Activity))
        return opened


def _chosen(known: Sequence[Batch], batch_id: int | None) -> list[Batch]:
    """The imports to read anew, oldest first. StoreError."""
    if batch_id is None:
        return [each for each in known if each.undone_at is None and each.files]
    found = next((each for each in known if each.id == batch_id), None)
    if found is None:
        raise StoreError(f"There is no import {batch_id}.")
    if found.replaced_by:
        raise StoreError(f"Import {batch_id} was read anew by import {found.replaced_by}; read that one again.")
    if found.undone_at is not None:
        raise StoreError(f"Import {batch_id} was undone, on {found.undone_at:%Y-%m-%d}; there is nothing to read anew.")
    return [found]


def _refused(file: ImportedFile, upload: Upload) -> OpenedFile:
    receipt = FileReceipt(file.name, sha256=file.sha256, size_bytes=file.size_bytes)
    receipt.refuse("its bytes were deleted.")
    return OpenedFile(receipt, None, upload)


def _newest(versions: Sequence[Version]) -> dict[str, str]:
    """What files said of a record, with the moment of the most recent one that said it."""
    return {each.content_hash: each.as_of for each in sorted(versions)}


def _had_details(name: str, source: str | None) -> bool:
    """Whether a file told more when it came, by files beside it that were not kept: then its earlier word counts, too."""
    return source == _DETAILED and _IN in name


def _beside_a_list(name: str, batch: Batch) -> bool:
    """Whether a recording came in an archive whose list has its activity; of it the sets alone are read."""
    archive = name.partition(_IN)[0] + _IN
    return any(file.source == _DETAILED and file.name.startswith(archive) for file in batch.files)
