"""How an import counts: in rows of the source, of which one may hold several sets."""

# ruff: noqa: ARG002 - a sink need not use all that it is told; a wall clock has no zone

from dataclasses import replace
from datetime import date, datetime

import pytest

from lib.model.records import Activity, Ignored, LiftingSet, Problem, Session, Start
from lib.model.vocabulary import SetKind, Sport, TimeBasis
from lib.services.importing.counting_rows import (
    count_added,
    count_names,
    count_recomputed,
    is_overruled,
    is_run,
    overruled_note,
    sets_in,
)
from lib.services.importing.receipt import MOST_CHANGES, Added, FileReceipt
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


RUN = Activity("run", Sport.RUN, START, 9, title="Easy")


def recounted(before, after, record=None):
    report = FileReceipt("file.csv", "")
    count_recomputed(record or after, Recomputed("", before, after, after), report)
    return report


def test_runs_are_counted_among_the_activities():
    report = FileReceipt("file.csv", "")
    for record in (RUN, RUN, replace(RUN, sport=Sport.RIDE), PACKED):
        count_added(record, report)
    assert report.added == Added(activities=3, sessions=1, sets=3, rows=4, runs=2)
    assert [sets_in(each) for each in (RUN, PACKED)] == [0, 3]
    assert [is_run(each) for each in (RUN, replace(RUN, sport=Sport.RIDE), PACKED)] == [True, False, False]


def test_what_changes_a_run_is_one_update_with_its_field():
    report = recounted(RUN, replace(RUN, title="Long"))
    assert (report.updated, report.unchanged, [each.field for each in report.changes]) == (1, 0, ["title"])
    report = recounted(RUN, RUN)
    assert (report.updated, report.unchanged, report.changes) == (0, 1, [])


def test_a_session_whose_head_changes_or_that_says_other_sets_than_the_file_is_updated_as_a_whole():
    report = recounted(SPREAD, replace(SPREAD, notes="hot", sets=SETS[:2]))
    assert (report.updated, report.unchanged, report.added.rows) == (2, 0, 0)
    report = recounted(SPREAD, replace(SPREAD, sets=SETS[:2]), replace(SPREAD, sets=SETS[:1]))
    assert (report.updated, report.unchanged) == (1, 0)


def test_a_session_that_lost_a_set_has_that_many_rows_as_are_left():
    report = recounted(SPREAD, replace(SPREAD, sets=SETS[:2]))
    assert (report.updated, report.unchanged, report.added.sets, report.added.rows) == (0, 2, 0, 0)


def test_no_more_than_two_hundred_changes_are_kept():
    report = FileReceipt("file.csv", "")
    report.changes = [object()] * (MOST_CHANGES - 1)
    both = replace(RUN, title="Long", notes="hot")
    for _ in range(2):
        count_recomputed(both, Recomputed("", RUN, both, both), report)
    assert (len(report.changes), report.changes[-1].field, report.updated, MOST_CHANGES) == (200, "title", 2, 200)


def test_a_run_is_never_compared_with_a_session():
    with pytest.raises(TypeError, match="cannot compare Activity with Session"):
        recounted(RUN, PACKED)


def test_sets_are_counted_by_their_names_without_warm_ups():
    report = FileReceipt("file.csv", "")
    warm_up = LiftingSet("Squat", SetKind.WARM_UP, reps=5)
    for _ in range(2):
        count_names(replace(PACKED, sets=(warm_up, *SETS, LiftingSet("Row", reps=8))), report)
    assert report.exercise_names == {"Squat": 6, "Row": 2}


def test_a_file_that_is_overruled_says_how_often_and_rejects_nothing():
    report = FileReceipt("file.csv", "", conflicts=3, last_day=date(2026, 3, 3))
    note = overruled_note(report)
    assert note.why.startswith("3 records differ from an export that reaches further than 2026-03-03; ")
    assert (note.line, note.column, note.value, note.rows) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("record", "overruled"),
    [(RUN, False), (replace(RUN, title=""), False), (replace(RUN, title="Long"), True)],
)
def test_who_does_not_know_a_title_says_nothing_else(record, overruled):
    assert is_overruled(record, RUN) is overruled
