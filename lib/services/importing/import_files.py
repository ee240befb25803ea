"""Files in: what each is, what it would change, and the one transaction that keeps it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lib.analysis.duplicates.primary import DuplicateGroup
from lib.importers.base import Upload
from lib.model.athlete import Answers, Athlete
from lib.model.clock import HomeZones
from lib.model.duplicates import DuplicateDecision
from lib.model.errors import Needs, TrainingDataError, UnreadableFile
from lib.model.vocabulary import RecordKind
from lib.services.bouts.acts import KEPT_IN_BIN
from lib.services.bouts.choices import keep_decisions
from lib.services.bouts.find import Found, pair_of, pairs_of, preview_duplicates
from lib.services.bouts.relink import relink
from lib.services.editing.sports import tell_sports_in
from lib.services.importing import duplicates
from lib.services.importing.archives import open_uploads
from lib.services.importing.collector import collector_paused
from lib.services.importing.gone import bin_gone, count_gone, list_gone
from lib.services.importing.opening import OpenedFile, refuse
from lib.services.importing.packing import packing
from lib.services.importing.preview_sink import PreviewSink
from lib.services.importing.receipt import FileReceipt, ImportReceipt, NewRecord
from lib.services.importing.reconcile import Reconciler
from lib.services.importing.sinks import DatabaseSink
from lib.services.upkeep.backups import MANY, back_up_before
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.database.kept_backups import BackupKind
from lib.store.database.moments import to_text_or_none
from lib.store.own import answers as remembered
from lib.store.own import athletes, history, home_zones, told_sports
from lib.store.records import batches, duplicate_decisions
from lib.store.records.apply_words import apply_words
from lib.store.records.batches import ImportedFile
from lib.store.records.bin import empty_bin
from lib.store.records.missing import NO_FILE, Reach

Tick = Callable[[str, int], None]
NewRecords = Mapping[RecordKind, Mapping[int, NewRecord]]


class NothingKept(Exception):
    """Nothing to keep: carries the receipt out of the transaction, which is rolled back."""

    def __init__(self, receipt: ImportReceipt) -> None:
        super().__init__()
        self.receipt = receipt


class ManyGone(Exception):
    """So much would go to the bin that a backup comes first, which no transaction may be open for."""


@collector_paused()
def preview(account: Account, uploads: Sequence[Upload], answers: Answers) -> ImportReceipt:
    """What importing these files would do. Nothing is written."""
    with account.read() as conn:
        sink = PreviewSink(conn, account.athlete_id)
        reconciler = Reconciler(
            sink,
            home_zones_of(conn, account.athlete_id, answers),
            answers,
            told_sports.with_said(told_sports.read_all(conn, account.athlete_id), answers.sports),
        )
        opened = open_uploads(conn, account.athlete_id, uploads, answers)
        for each in opened:
            _drain(each, reconciler, keep_going=answers.keep_going)
            if each.receipt.refused or each.receipt.needs:
                sink.forget_file()
                reconciler.forget()
            else:
                reconciler.finish(each.receipt)
        receipt = ImportReceipt([each.receipt for each in opened])
        new = _kept(reconciler)
        kept = {kind: {each: sink.new[kind][each] for each in new[kind]} for kind in RecordKind}
        found = preview_duplicates(conn, account.athlete_id, kept, sink.changed)
        _note_duplicates(conn, account.athlete_id, found, new, receipt)
        list_gone(conn, account.athlete_id, receipt.files, reconciler.seen, sink.arrived)
    return receipt


@collector_paused()
def import_files(
    account: Account,
    uploads: Sequence[Upload],
    answers: Answers,
    *,
    said: Sequence[DuplicateDecision] = (),
    tick: Tick = lambda _name, _rows: None,
) -> ImportReceipt:
    """Import files in one transaction. Nothing at all is written while any of them has something to ask.

    A file that cannot be read as a whole is left out with its reason; the others are kept.
    said: what the person decided about duplicates while looking at the preview; kept together with the files.
    tick(name, rows): called after every record; whatever it raises rolls everything back.
    Where many records would go to the bin with it, there is a backup first.
    """
    try:
        with account.write() as conn:
            return import_into(conn, account.athlete_id, uploads, answers, said, tick, most_binned=MANY)
    except NothingKept as unfinished:
        return unfinished.receipt
    except ManyGone:
        back_up_before(account, BackupKind.DELETE, datetime.now(UTC))
        with account.write() as conn:
            return import_into(conn, account.athlete_id, uploads, answers, said, tick)


def import_into(
    conn: Connection,
    athlete_id: int,
    uploads: Sequence[Upload],
    answers: Answers,
    said: Sequence[DuplicateDecision] = (),
    tick: Tick = lambda _name, _rows: None,
    most_binned: int | None = None,
) -> ImportReceipt:
    """See import_files; within a transaction that does more. NothingKept where nothing of it may be kept.

    most_binned: ManyGone where so many records or more would go to the bin.
    """
    opened = open_uploads(conn, athlete_id, uploads, answers, lambda name: tick(name, 0))
    receipt = ImportReceipt([each.receipt for each in opened])
    if receipt.needs:
        raise NothingKept(receipt)
    _set_home_zone(conn, athletes.load_athlete(conn, athlete_id), answers)
    tell_sports_in(conn, athlete_id, answers.sports)
    receipt.batch = batches.start_batch(conn, athlete_id, datetime.now(UTC))
    sink = DatabaseSink(conn, athlete_id, receipt.batch)
    reconciler = Reconciler(
        sink, home_zones_of(conn, athlete_id, answers), answers, told_sports.read_all(conn, athlete_id)
    )
    with packing([None if each.receipt.refused else each.upload for each in opened]) as packed:
        reach = []
        for sink.place, each in enumerate(opened):
            reach.append(read_file(conn, each, reconciler, sink, tick, keep_going=answers.keep_going))
        if receipt.needs or not any(file.records for file in receipt.files):
            receipt.batch = None
            raise NothingKept(receipt)
        latest = _latest(receipt, reach)
        found = _follow(conn, athlete_id, latest, said)
        _note_duplicates(conn, athlete_id, found, _kept(reconciler), receipt)
        list_gone(conn, athlete_id, receipt.files, reconciler.seen)
        for position, (each, as_of, content) in enumerate(zip(opened, reach, packed, strict=True)):
            if each.upload and not each.receipt.refused:
                file = imported(each.receipt, as_of, position, preferred=answers.prefer)
                _keep_file(conn, each.receipt, sink, file, content.result())
    if answers.bin_gone:  # last: which file of a source is the newest is asked of those that are kept
        receipt.entry = _bin_gone(conn, athlete_id, receipt.files, most_binned, later=answers.prefer)
    history.note_more_changed(conn, athlete_id)
    return receipt


def _bin_gone(
    conn: Connection, athlete_id: int, files: Sequence[FileReceipt], most: int | None, *, later: bool
) -> int | None:
    if most is not None and count_gone(files, later=later) >= most:
        raise ManyGone
    return bin_gone(conn, athlete_id, files, datetime.now(UTC), later=later)


def _latest(receipt: ImportReceipt, reach: Sequence[datetime | None]) -> dict[str, Reach]:
    """How recent the files of this import are, by source; the history of imports does not have them yet."""
    found: dict[str, Reach] = {}
    for place, (file, as_of) in enumerate(zip(receipt.files, reach, strict=True)):
        if file.source and receipt.batch and not file.refused:
            reached = Reach(to_text_or_none(as_of) or "", receipt.batch, place)
            found[file.source] = max(found.get(file.source, NO_FILE), reached)
    return found


def _follow(conn: Connection, athlete_id: int, latest: Mapping[str, Reach], said: Sequence[DuplicateDecision]) -> Found:
    """What follows from new records: earlier words on them, which of them count, and what was decided in the preview."""
    empty_bin(conn, athlete_id, datetime.now(UTC).replace(tzinfo=None) - KEPT_IN_BIN)
    apply_words(conn, athlete_id)
    found = relink(conn, athlete_id, latest).bouts
    if not said:
        return found
    keep_decisions(conn, athlete_id, said)
    return relink(conn, athlete_id, latest).bouts


def read_file(
    conn: Connection,
    each: OpenedFile,
    reconciler: Reconciler,
    sink: DatabaseSink,
    tick: Tick,
    *,
    keep_going: bool,
) -> datetime | None:
    """Take one file inside the transaction; how recent it is. An unreadable file takes back what it wrote."""
    reconciler.tick = lambda rows: tick(each.receipt.name, rows)
    with conn.begin_nested() as savepoint:
        _drain(each, reconciler, keep_going=keep_going)
        if each.receipt.refused or each.receipt.needs:
            savepoint.rollback()
            sink.forget_file()
            reconciler.forget()
            return None
        return reconciler.finish(each.receipt)


def _kept(reconciler: Reconciler) -> NewRecords:
    """The new records by kind and id, but for those of files that are left out."""
    return {
        kind: {each: new for each, new in found.items() if not new.receipt.refused and not new.receipt.needs}
        for kind, found in reconciler.new.items()
    }


def _note_duplicates(conn: Connection, athlete_id: int, bouts: Found, new: NewRecords, receipt: ImportReceipt) -> None:
    """Count the new records of bouts that another source has or may have, and list those bouts."""
    touched: list[DuplicateGroup] = []
    for kind, found in bouts.items():
        with_new = [
            group for group in found.groups if any(each.id in new[kind] for each in (group.primary, *group.duplicates))
        ]
        duplicates.count_duplicates(with_new, new[kind])
        touched += with_new
        receipt.overlaps += [pair_of(*pair) for pair in duplicates.count_overlaps(found.unsure, new[kind])]
    receipt.duplicates = pairs_of(touched, duplicate_decisions.read_all(conn, athlete_id))


def _drain(each: OpenedFile, reconciler: Reconciler, *, keep_going: bool) -> None:
    """Take every record of a file; a file that fails as a whole is refused, with its reason in the receipt."""
    if each.receipt.refused:
        return
    try:
        for record in each.records:
            reconciler.take(record, each.receipt)
        try:
            reconciler.look_back(each.receipt, keep_going=keep_going)
        except Needs as need:
            each.receipt.ask(need, read=reconciler.rows_read(each.receipt))
    except UnreadableFile as error:
        refuse(each.receipt, error)
    except Needs as need:
        each.receipt.ask(need)
    finally:
        each.content.forget()


def _keep_file(conn: Connection, receipt: FileReceipt, sink: DatabaseSink, file: ImportedFile, content: bytes) -> None:
    """The file itself, its counts and its problems, for the history; and the answers it was read with."""
    batches.add_file(conn, sink.athlete_id, sink.batch_id, file, content)
    batches.add_problems(conn, sink.athlete_id, sink.batch_id, file.position, receipt.problems)
    for question, answer in receipt.asked.items():
        remembered.remember(conn, sink.athlete_id, str(receipt.source), question, answer)


def imported(receipt: FileReceipt, as_of: datetime | None, position: int, *, preferred: bool = False) -> ImportedFile:
    """A file and its counts as they are kept. position: its place in the import."""
    return ImportedFile(
        name=receipt.name,
        source=receipt.source,
        sha256=receipt.sha256,
        size_bytes=receipt.size_bytes,
        as_of=as_of,
        records=receipt.records,
        added_activities=receipt.added.activities,
        added_sessions=receipt.added.sessions,
        added_sets=receipt.added.sets,
        updated=receipt.updated,
        unchanged=receipt.unchanged,
        duplicates=receipt.duplicates,
        ignored=receipt.ignored,
        rejected=receipt.rejected,
        exported=receipt.exported,
        preferred=preferred,
        position=position,
    )


def _set_home_zone(conn: Connection, athlete: Athlete, answers: Answers) -> None:
    """Save the zone that was answered when none was known. TrainingDataError when home was never there."""
    if answers.time_zone is None:
        return
    known = home_zones.read_home_zones(conn, athlete.id)
    if known is None:
        home_zones.set_first_zone(conn, athlete.id, answers.time_zone)
    elif answers.time_zone not in known.names:
        raise TrainingDataError(
            f"The home time zone is {athlete.time_zone}, not {answers.time_zone}. Change it in the settings first: "
            "that moves the days of what is already there, too."
        )


def home_zones_of(conn: Connection, athlete_id: int, answers: Answers) -> HomeZones | None:
    """Where home was when, by what is stored or answered now; None where neither says."""
    known = home_zones.read_home_zones(conn, athlete_id)
    if known is None and answers.time_zone:
        return HomeZones(ZoneInfo(answers.time_zone))
    return known
