"""How an import counts: in rows of the source, of which one may hold several sets."""

# ruff: noqa: ARG002 - a sink need not use all that it is told; a wall clock has no zone

from dataclasses import replace
from datetime import datetime

from lib.model.records import Activity, Ignored, LiftingSet, Problem, Session, Start
from lib.model.vocabulary import Sport, TimeBasis
from lib.services.importing.receipt import FileReceipt
from lib.services.importing.reconcile import Bout, Reconciler
from lib.store.records.recompute import Recomputed
from lib.store.records.records import Known

START = Start("2026-03-03", TimeBasis.WALL_CLOCK, local=datetime(2026, 3, 3, 17, 5))
SETS = tuple(LiftingSet("Squat", reps=reps, load_kg=60.0) for reps in (5, 5, 4))
PACKED = Session("key", START, SETS, 2, source_rows=1)
SPREAD = Session("key", START, SETS, 2)


class Memory:
    """A sink that keeps records in a dict, as a database would."""

    def __init__(self) -> None:
        self.records: list[Bout] = []
        self.index: dict[str, Known] = {}

    def known(self, kind, source):
        return self.index

    def insert(self, source, record, content_hash):
        self.records.append(record)
        self.index[record.source_key] = Known(len(self.records) - 1, content_hash)
        return len(self.records) - 1

    def remember(self, kind, record_id, content_hash):
        pass

    def finish_file(self, as_of):
        pass

    def recompute(self, kind, differences):
        return {each.record_id: self._replace(*each) for each in differences}

    def _replace(self, record_id, content_hash, record):
        before, self.records[record_id] = self.records[record_id], record
        return Recomputed(content_hash, before, record, record)


def counted(sink, *records):
    """The report of one file of these records."""
    report = FileReceipt("file.csv", "0" * 64, source="somewhere")
    reconciler = Reconciler(sink, None)
    for record in records:
        reconciler.take(record, report)
    reconciler.finish(report)
    return report


def test_a_row_with_several_sets_is_one_record():
    report = counted(Memory(), PACKED)
    assert (report.records, report.added.rows, report.added.sessions, report.added.sets) == (1, 1, 1, 3)


def test_a_row_for_every_set_needs_no_count():
    report = counted(Memory(), SPREAD)
    assert (report.records, report.added.rows, report.added.sets) == (3, 3, 3)


def test_all_kinds_of_records_add_up_to_the_rows_of_the_file():
    run = Activity("run", Sport.RUN, START, 9)
    report = counted(Memory(), PACKED, run, Ignored(3, "skipped"), Problem(4, None, None, "bad"), replace(PACKED))
    assert (report.added.rows, report.unchanged, report.ignored, report.rejected) == (2, 1, 1, 1)
    assert report.records == 5


def test_a_changed_row_with_several_sets_is_one_update():
    sink = Memory()
    counted(sink, PACKED)
    longer = replace(PACKED, sets=(*SETS, SETS[0]))
    report = counted(sink, longer)
    assert (report.updated, report.unchanged, report.added.sets, report.records) == (1, 0, 0, 1)


def test_a_session_of_one_row_a_set_changes_row_by_row():
    sink = Memory()
    counted(sink, SPREAD)
    longer = replace(SPREAD, sets=(SETS[0], SETS[1]._replace(reps=3), SETS[2], SETS[0]))
    report = counted(sink, longer)
    assert (report.unchanged, report.updated, report.added.sets, report.added.rows) == (2, 1, 1, 1)
    assert report.records == 4
