"""The JEFIT importer, on invented sections in the layout that readers' code describes."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import KG, POUNDS, extracted, ignored_of, problems_of, rows_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.jefit.importer import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.vocabulary import Precision, Question, TimeBasis, WeightUnit

SILENT = Answers()
BAR = "#" * 40
LOG_HEAD = (
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,"
    "auto_generated"
)


def logged(logs: str = "60x10,65x8", name: str = "Squat", day: str = "2026-03-03", session: str = "1772553909") -> str:
    return f'1,2026-03-04 10:00:00,1,"{logs}",7,80,{day},12,{name},0,{session},1772554000,,0'


def backup(*rows: str, mass: str | None = "kgs", sessions: str = "") -> Upload:
    """A backup with its settings and, if given, its table of sessions."""
    setting = "" if mass is None else f"### SETTING {BAR}\n\nrow_id,USERID,mass,length\n1,1, {mass},cm\n\n"
    table = f"### WORKOUT SESSIONS {BAR}\n\n_id,starttimie\n{sessions}\n\n" if sessions else ""
    return Upload("jefit.csv", "\n".join([f"{setting}{table}### EXERCISE LOGS {BAR}", "", LOG_HEAD, *rows]).encode())


def test_packed_sets_become_sets_and_the_exercise_stays_one_row():
    records = extracted(importer, backup(logged(), logged("0x12", "Push-Up")), SILENT)
    [session] = records
    assert (session.rows, len(session.sets)) == (2, 3)
    assert [(each.exercise_name, each.load_kg, each.reps) for each in session.sets] == [
        ("Squat", 60, 10), ("Squat", 65, 8), ("Push-Up", None, 12),
    ]  # fmt: skip


def test_the_number_of_a_session_is_its_start_in_utc():
    [session] = sessions_of(extracted(importer, backup(logged()), SILENT))
    assert (session.start.basis, session.start.utc) == (TimeBasis.UTC, datetime(2026, 3, 3, 16, 5, 9))
    assert session.source_key == "1772553909"


def test_a_session_with_a_plain_id_starts_as_the_table_of_sessions_says():
    [session] = sessions_of(extracted(importer, backup(logged(session="5"), sessions="5,1772553909"), SILENT))
    assert session.start.utc == datetime(2026, 3, 3, 16, 5, 9)


@pytest.mark.parametrize("session", ["0", "", "-1"])
def test_logs_without_a_session_are_one_session_a_day(session):
    rows = (logged(session=session), logged(session=session), logged(session=session, day="2026-03-05"))
    first, second = sessions_of(extracted(importer, backup(*rows), SILENT))
    assert (first.rows, second.rows) == (2, 1)
    assert (first.start.local, first.start.precision) == (datetime(2026, 3, 3), Precision.DATE)


def test_the_settings_say_the_unit_and_else_it_is_asked():
    assert sets_of(extracted(importer, backup(logged(), mass="lbs"), KG))[0].load_unit is WeightUnit.POUND
    with pytest.raises(Needs) as asked:
        extracted(importer, backup(logged(), mass=None), SILENT)
    assert asked.value.question is Question.WEIGHT_UNIT
    assert sets_of(extracted(importer, backup(logged(), mass=None), POUNDS))[0].load_unit is WeightUnit.POUND
    assert len(sets_of(extracted(importer, backup(logged("0x10"), mass=None), SILENT))) == 1


def test_messages_name_the_line_of_the_whole_file():
    records = extracted(importer, backup(logged(), "1,2", logged("60 by 10"), logged(day="soon")), SILENT)
    assert [(each.line, each.column) for each in problems_of(records)] == [(10, None), (11, "logs"), (12, "mydate")]
    assert [each.line for each in sets_of(records)] == [9, 9]
    assert rows_of(records) == 4


@pytest.mark.parametrize(
    ("logs", "sets"),
    [
        ("5000x10,65x8", [(10, None), (8, 65)]),
        ("heavyx10,65x8", [(10, None), (8, 65)]),
        ("60x10,65xmany", [(10, 60)]),
        ("60x10,65", [(10, 60)]),
        ("-60x10", [(10, None)]),
    ],
)
def test_a_bad_value_costs_itself_and_neither_the_other_sets_nor_the_exercise(logs, sets):
    records = extracted(importer, backup(logged(logs)), SILENT)
    assert [(each.reps, each.load_kg) for each in sets_of(records)] == sets
    assert [(each.column, each.rows) for each in problems_of(records)] == [("logs", 0)]


def test_a_backup_that_was_cut_off_is_refused_with_the_line_of_the_whole_file():
    with pytest.raises(UnreadableFile, match="line 10") as refused:
        extracted(importer, backup(logged(), "1,2026-03"), SILENT)
    assert refused.value.line == 10


def test_a_long_backup_is_read_to_its_end():
    notes = f"### NOTES {BAR}\n" + "a,b\n" * 40_000
    file = backup(logged())
    [session] = sessions_of(
        extracted(importer, Upload("jefit.csv", b"### SETTING ###\n" + notes.encode() + file.source), KG)
    )
    assert session.rows == 1


def test_an_exercise_without_sets_is_ignored():
    assert [each.line for each in ignored_of(extracted(importer, backup(logged(), logged("")), SILENT))] == [10]


def test_a_backup_without_logs_is_refused():
    with pytest.raises(UnreadableFile, match="EXERCISE LOGS"):
        extracted(importer, Upload("jefit.csv", f"### SETTING {BAR}\nrow_id,mass\n1,kgs\n".encode()))


def test_a_backup_is_claimed_by_its_importer_alone():
    assert find_importer(backup(logged())) is importer
    assert not importer.identify(Upload("notes.md", b"### My plan ###\na,b\n"))


_PACKED = st.sampled_from(["", "60x10", "60x10,0x5", "x", "60x-1", "1e9x5", "0x0", "5000x1"])


@settings(deadline=None, max_examples=examples(40))
@given(st.lists(st.tuples(_PACKED, st.sampled_from(["2026-03-03", "soon"]), st.sampled_from(["", "5"])), max_size=8))
def test_every_exercise_of_the_file_is_accounted_for(cells):
    rows = [logged(packed, day=day, session=session) for packed, day, session in cells]
    records = extracted(importer, backup(logged(), *rows), SILENT)
    assert rows_of(records) == 1 + len(rows)
    assert all(session.sets for session in sessions_of(records))


def test_a_session_in_the_far_future_is_rejected():
    records = extracted(importer, backup(logged(session="9999999999")), KG)
    assert [each.rows for each in problems_of(records)] == [1]
