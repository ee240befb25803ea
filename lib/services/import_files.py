"""Files in: what each is, what it would change, and the one transaction that keeps it."""

import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lib.importers.base import Upload
from lib.model.athlete import Answers, Athlete
from lib.model.errors import Needs, TrainingDataError, UnreadableFile
from lib.services.opening import Opened, open_upload
from lib.services.reconcile import Reconciler
from lib.services.report import FileReport, ImportReport
from lib.services.sinks import DatabaseSink, PreviewSink
from lib.store import answers as remembered
from lib.store import athletes, batches
from lib.store.batches import ImportedFile
from lib.store.engine import Connection, Engine, read, write

Tick = Callable[[str, int], None]


class _Unfinished(Exception):
    """Nothing to keep: carries the report out of the transaction, which is rolled back."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self.report = report


def preview(engine: Engine, athlete_id: int, uploads: Sequence[Upload], answers: Answers) -> ImportReport:
    """What importing these files would do. Nothing is written."""
    with read(engine) as conn:
        athlete = athletes.load_athlete(conn, athlete_id)
        reconciler = Reconciler(PreviewSink(conn, athlete_id), _home_zone(athlete, answers))
        opened = [open_upload(conn, athlete_id, upload, answers) for upload in uploads]
        for each in opened:
            _drain(each, reconciler)
            reconciler.finish(each.report)
    return ImportReport([each.report for each in opened])


def import_files(
    engine: Engine,
    athlete_id: int,
    uploads: Sequence[Upload],
    answers: Answers,
    *,
    tick: Tick = lambda _name, _rows: None,
) -> ImportReport:
    """Import files in one transaction. Nothing at all is written while any of them has something to ask.

    A file that cannot be read as a whole is left out with its reason; the others are kept.
    tick(name, rows): called after every record; whatever it raises rolls everything back.
    """
    try:
        with write(engine, athlete_id) as conn:
            return _import(conn, athlete_id, uploads, answers, tick)
    except _Unfinished as unfinished:
        return unfinished.report


def _import(conn: Connection, athlete_id: int, uploads: Sequence[Upload], answers: Answers, tick: Tick) -> ImportReport:
    opened = [open_upload(conn, athlete_id, upload, answers) for upload in uploads]
    report = ImportReport([each.report for each in opened])
    if report.needs:
        raise _Unfinished(report)
    athlete = _with_home_zone(conn, athletes.load_athlete(conn, athlete_id), answers)
    report.batch = batches.start_batch(conn, athlete_id, datetime.now(UTC))
    sink = DatabaseSink(conn, athlete_id, report.batch)
    reconciler = Reconciler(sink, _home_zone(athlete, answers))
    for position, each in enumerate(opened):
        _import_file(conn, position, each, reconciler, sink, tick)
    if report.needs or not any(file.records for file in report.files):
        report.batch = None
        raise _Unfinished(report)
    return report


def _import_file(
    conn: Connection, position: int, each: Opened, reconciler: Reconciler, sink: DatabaseSink, tick: Tick
) -> None:
    """One file inside the transaction; a file that turns out to be unreadable takes back what it wrote."""
    reconciler.tick = lambda rows: tick(each.report.name, rows)
    with conn.begin_nested() as savepoint:
        _drain(each, reconciler)
        if each.report.refused or each.report.needs:
            savepoint.rollback()
            sink.forget_file()
            reconciler.forget()
            return
        as_of = reconciler.finish(each.report)
        sink.finish_file(as_of)
    _keep_file(conn, position, each, sink, as_of)


def _drain(each: Opened, reconciler: Reconciler) -> None:
    """Take every record of a file; a file that fails as a whole is refused, with its reason in the report."""
    if each.report.refused:
        return
    try:
        for record in each.records:
            reconciler.take(record, each.report)
    except UnreadableFile as error:
        each.report.refuse(error.why, line=error.line, column=error.column, value=error.value)
    except Needs as need:
        each.report.refuse(need.why)
        each.report.refused, each.report.problems, each.report.needs = False, [], [need]


def _keep_file(conn: Connection, position: int, each: Opened, sink: DatabaseSink, as_of: datetime | None) -> None:
    """The file itself, its counts and its problems, for the history; and the answers it was read with."""
    with each.upload.open() as stream:
        content = zlib.compress(stream.read(), level=1)
    batches.add_file(conn, sink.athlete_id, sink.batch_id, position, _imported(each.report, as_of), content)
    batches.add_problems(conn, sink.athlete_id, sink.batch_id, position, each.report.problems)
    for question, answer in each.report.asked.items():
        remembered.remember(conn, sink.athlete_id, str(each.report.source), question, answer)


def _imported(report: FileReport, as_of: datetime | None) -> ImportedFile:
    return ImportedFile(
        name=report.name,
        source=report.source,
        sha256=report.sha256,
        size_bytes=report.size_bytes,
        as_of=as_of,
        records=report.records,
        added_activities=report.added.activities,
        added_sessions=report.added.sessions,
        added_sets=report.added.sets,
        updated=report.updated,
        unchanged=report.unchanged,
        twins=report.twins,
        ignored=report.ignored,
        rejected=report.rejected,
    )


def _with_home_zone(conn: Connection, athlete: Athlete, answers: Answers) -> Athlete:
    """The athlete with the zone that was answered, saved when it was not known before."""
    if answers.time_zone is None or answers.time_zone == athlete.time_zone:
        return athlete
    if athlete.time_zone is not None:
        raise TrainingDataError(
            f"The home time zone is {athlete.time_zone}, not {answers.time_zone}. Change it in the settings first: "
            "that moves the days of what is already there, too."
        )
    return athletes.set_home_zone(conn, athlete, answers.time_zone)


def _home_zone(athlete: Athlete, answers: Answers) -> ZoneInfo | None:
    name = athlete.time_zone or answers.time_zone
    return ZoneInfo(name) if name else None
