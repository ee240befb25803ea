"""Both StrongLifts exports, the app's own and the spreadsheet of 2018, on invented rows."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import extracted, ignored_of, problems_of, rows_of, sessions_of, sets_of, upload

from lib.importers.base import Upload, find_importer
from lib.importers.formats.stronglifts.current import importer as current
from lib.importers.formats.stronglifts.layout_2018 import importer as of_2018
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.vocabulary import DateOrder, Precision, Question, TimeBasis, WeightUnit

SILENT = Answers()
DAY_FIRST = Answers(date_order=DateOrder.DAY_FIRST)

HEAD = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)"
)
ROW = {
    "Date (yyyy/mm/dd)": "2026/03/03",
    "Workout": "1",
    "Workout Name": "Workout A",
    "Program Name": "Strength 5×5",
    "Body Weight (KG)": "70.5",
    "Exercise": "Squat",
    "Sets×Reps": "5/4/-",
    "Duration (hours)": "0.7500000",
    "Start Time (h:mm)": "6:05 PM",
    "Set 1 (Reps)": "5",
    "Set 1 (KG)": "62.5",
    "Set 2 (Reps)": "4",
    "Set 2 (KG)": "62.5",
    "Set 3 (Reps)": "0",
    "Set 3 (KG)": "62.5",
}
BENCH = {"Exercise": "Bench Press", "Sets×Reps": "3×5", "Set 2 (Reps)": "5", "Set 3 (Reps)": "5"}
NO_SETS = {f"Set {number} ({what})": "" for number in (1, 2, 3) for what in ("Reps", "KG")}


def exported(*changes: dict[str, str], head: str = HEAD) -> Upload:
    """The app's export with its byte order mark: one row for every change of ROW."""
    plain = upload(head.split(","), [{**ROW, **change} for change in changes])
    return Upload("stronglifts.csv", b"\xef\xbb\xbf" + plain.source)


def test_the_rows_of_a_session_are_counted_as_rows_and_its_sets_as_sets():
    [session] = sessions_of(extracted(current, exported({}, BENCH), SILENT))
    assert (session.rows, session.source_rows, len(session.sets)) == (2, 2, 5)
    assert [(each.exercise_name, each.reps) for each in session.sets] == [
        ("Squat", 5), ("Squat", 4), ("Bench Press", 5), ("Bench Press", 5), ("Bench Press", 5),
    ]  # fmt: skip


def test_start_title_length_and_body_mass_are_read():
    [session] = sessions_of(extracted(current, exported({}), SILENT))
    assert session.start.local == datetime(2026, 3, 3, 18, 5)
    assert (session.start.basis, session.start.precision) == (TimeBasis.WALL_CLOCK, Precision.MINUTE)
    assert (session.title, session.elapsed_s, session.body_mass_kg) == ("Workout A", 2700, 70.5)


@pytest.mark.parametrize("hours", ["1e308", "25", "-1", "soon"])
def test_a_length_that_cannot_be_is_left_open(hours):
    records = extracted(current, exported({"Duration (hours)": hours}), SILENT)
    assert [session.elapsed_s for session in sessions_of(records)] == [None]
    assert [(each.column, each.rows) for each in problems_of(records)] == [("Duration (hours)", 0)]


def test_a_session_without_a_time_has_its_day():
    [session] = sessions_of(extracted(current, exported({"Start Time (h:mm)": ""}), SILENT))
    assert (session.start.local, session.start.precision) == (datetime(2026, 3, 3), Precision.DATE)


def test_two_sessions_of_a_day_stay_apart_and_survive_a_new_numbering():
    later = {"Start Time (h:mm)": "8:00 PM", "Workout": "2"}
    keys = [each.source_key for each in sessions_of(extracted(current, exported({}, later)))]
    renumbered = extracted(current, exported({"Workout": "7"}, {**later, "Workout": "8"}))
    assert len(set(keys)) == 2
    assert [each.source_key for each in sessions_of(renumbered)] == keys


def test_zero_is_a_failed_set_unless_it_was_left_out():
    failed = {"Sets×Reps": "5/0/-", "Set 2 (Reps)": "0"}
    assert [each.reps for each in sets_of(extracted(current, exported(failed)))] == [5, 0]


def test_pounds_stand_in_the_header_beside_a_body_mass_in_kilograms():
    head = HEAD.replace("(KG)", "(LB)").replace("Body Weight (LB)", "Body Weight (KG)")
    row = {
        name.replace("Set 1 (KG)", "Set 1 (LB)"): cell for name, cell in (ROW | NO_SETS).items() if "(KG)" not in name
    }
    row |= {"Body Weight (KG)": "70.5", "Set 1 (Reps)": "5", "Set 1 (LB)": "100"}
    [session] = sessions_of(extracted(current, upload(head.split(","), [row]), SILENT))
    assert (session.sets[0].load_unit, session.body_mass_kg) == (WeightUnit.POUND, 70.5)
    assert session.sets[0].load_kg == pytest.approx(45.359237)


def test_the_plain_letter_x_and_blanks_in_headers_are_understood():
    head = HEAD.replace("×", "x").replace(",Set", ", Set")
    row = {name: cell for name, cell in ROW.items() if "×" not in name and not name.startswith("Set")}
    cells = {f" {name}": cell for name, cell in ROW.items() if name.startswith("Set ")}
    file = upload(head.replace(", SetsxReps", ",SetsxReps").split(","), [{**row, **cells}])
    assert [each.reps for each in sets_of(extracted(current, file))] == [5, 4, 0]


def test_a_skipped_exercise_is_ignored():
    records = extracted(current, exported({}, {**NO_SETS, "Exercise": "Barbell Row", "Sets×Reps": "Skipped"}))
    assert [each.line for each in ignored_of(records)] == [3]
    assert rows_of(records) == 2


@pytest.mark.parametrize(
    ("text", "seconds"), [("3×1:00", [60, 60, 60]), ("1:00/0:45/-", [60, 45]), ("2x30s", [30, 30])]
)
def test_holds_are_read_from_the_column_of_times(text, seconds):
    hold = {**NO_SETS, "Exercise": "Plank", "Sets×Reps": "", "Sets×Time": text}
    assert [each.duration_s for each in sets_of(extracted(current, exported(hold)))] == seconds


@pytest.mark.parametrize(
    ("column", "value"),
    [("Exercise", ""), ("Date (yyyy/mm/dd)", "soon")],
)
def test_a_bad_cell_rejects_its_exercise(column, value):
    records = extracted(current, exported({}, {column: value}))
    [problem] = problems_of(records)
    assert (problem.line, problem.column.split(" (yyyy")[0], problem.rows) == (3, column.split(" (yyyy")[0], 1)
    assert len(sets_of(records)) == 2


def test_bad_repetitions_cost_their_set_and_not_the_exercise():
    whole, part = (len(sets_of(extracted(current, exported(change)))) for change in ({}, {"Set 2 (Reps)": "x"}))
    assert part == whole - 1
    [problem] = problems_of(extracted(current, exported({"Set 2 (Reps)": "x"})))
    assert (problem.column, problem.rows) == ("Set 2 (Reps)", 0)


def test_a_load_that_cannot_be_read_is_unknown_and_costs_no_set():
    records = extracted(current, exported({}, {"Set 1 (KG)": "-5"}))
    [problem] = problems_of(records)
    assert (problem.line, problem.column, problem.rows) == (3, "Set 1 (KG)", 0)
    assert [each.load_kg is None for each in sets_of(records)].count(True) == 1
    assert len(sets_of(records)) == 4


def test_a_time_column_with_too_many_sets_is_refused():
    hold = {**NO_SETS, "Sets×Reps": "", "Sets×Time": "900000×1:00"}
    assert [each.column for each in problems_of(extracted(current, exported(hold)))] == ["Sets×Time"]


def test_a_file_without_sets_is_refused_by_the_name_of_the_column():
    with pytest.raises(UnreadableFile, match=r"Set 1 \(Reps\)"):
        extracted(current, upload(HEAD.split(",Set 1", maxsplit=1)[0].split(","), []))


# The spreadsheet of 2018

BLOCK = "Weight (KG),Weight (LB),Set 1,Set 2,Set 3"
HEAD_2018 = f"Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,{BLOCK},Exercise 2,{BLOCK},"


def sheet(*rows: str) -> Upload:
    """A spreadsheet of 2018."""
    return Upload("stronglifts.csv", "\n".join([HEAD_2018, *rows]).encode())


def test_a_row_of_2018_is_a_session_of_several_exercises():
    file = sheet("25/12/18,easy,70,,Squat,45,,5,5,3,Overhead Press,,55,5,0,,")
    [session] = sessions_of(extracted(of_2018, file, SILENT))
    assert (session.rows, session.notes, session.body_mass_kg) == (1, "easy", 70)
    assert (session.start.local, session.start.precision) == (datetime(2018, 12, 25), Precision.DATE)
    assert [(each.exercise_name, each.reps, each.load_unit) for each in session.sets] == [
        ("Squat", 5, "kg"), ("Squat", 5, "kg"), ("Squat", 3, "kg"),
        ("Overhead Press", 5, "lb"), ("Overhead Press", 0, "lb"),
    ]  # fmt: skip


def test_the_order_of_day_and_month_is_asked_when_no_date_proves_it():
    file = sheet("03/12/18,,,,Squat,45,,5,5,5,,,,,,,")
    with pytest.raises(Needs) as asked:
        extracted(of_2018, file, SILENT)
    assert asked.value.question is Question.DATE_ORDER
    assert sessions_of(extracted(of_2018, file, DAY_FIRST))[0].start.local == datetime(2018, 12, 3)


def test_a_date_above_12_settles_the_order():
    file = sheet("03/12/18,,,,Squat,45,,5,5,5,,,,,,,", "12/25/18,,,,Squat,45,,5,5,5,,,,,,,")
    assert [each.start.local.month for each in sessions_of(extracted(of_2018, file, SILENT))] == [3, 12]


def test_two_rows_of_a_day_are_one_session_of_two_rows():
    file = sheet("25/12/18,,,,Squat,45,,5,5,,,,,,,,", "25/12/18,,,,Deadlift,60,,5,,,,,,,,,")
    [session] = sessions_of(extracted(of_2018, file, SILENT))
    assert (session.rows, len(session.sets)) == (2, 3)


def test_cells_left_out_at_the_end_of_a_row_are_blank():
    records = extracted(of_2018, sheet("25/12/18,,70,,Squat,45,,5,5,5,Deadlift,50"), SILENT)
    assert [each.exercise_name for each in sets_of(records)] == ["Squat"] * 3
    assert not problems_of(records)


def test_a_row_with_too_many_cells_is_still_rejected():
    records = extracted(of_2018, sheet("25/12/18,,70,,Squat,45,,5,5,5,,,,,,,", "26/12/18" + "," * 17 + "x"), SILENT)
    assert [(each.line, each.rows) for each in problems_of(records)] == [(3, 1)]


@pytest.mark.parametrize(
    ("row", "column", "sets"),
    [
        ("25/12/18,,70,,Squat,heavy,,5,5,3,,,,,,,", "Weight (KG)", [(5, None), (5, None), (3, None)]),
        ("25/12/18,,70,,Squat,9000,,5,5,3,,,,,,,", "Weight (KG)", [(5, None), (5, None), (3, None)]),
        ("25/12/18,,70,,Squat,45,,5,many,3,,,,,,,", "Set 2", [(5, 45), (3, 45)]),
        ("25/12/18,,fat,,Squat,45,,5,,,,,,,,,", "Body Weight (KG)", [(5, 45)]),
        ("25/12/18,,,,,45,,5,,,Deadlift,50,,4,,,", "Exercise 1", [(4, 50)]),
    ],
)
def test_a_bad_side_value_of_2018_costs_itself_and_not_the_session(row, column, sets):
    records = extracted(of_2018, sheet(row), SILENT)
    assert [(each.reps, each.load_kg) for each in sets_of(records)] == sets
    assert [(each.line, each.column, each.rows) for each in problems_of(records)] == [(2, column, 0)]


def test_a_session_of_2018_of_which_nothing_can_be_read_is_rejected():
    [problem] = extracted(of_2018, sheet("25/12/18,,,,Squat,45,,x,,,,,,,,"), SILENT)
    assert (problem.line, problem.column, problem.rows) == (2, "Set 1", 1)


def test_a_session_without_sets_is_ignored():
    assert [each.line for each in ignored_of(extracted(of_2018, sheet("25/12/18,,70,,Squat,45,,,,,,,,,,,")))] == [2]


def test_each_export_is_claimed_by_one_importer():
    assert find_importer(exported({})) is current
    assert find_importer(sheet()) is of_2018


_CELL = st.sampled_from(["", "0", "5", "62,5", "x", "-1", "-", "5/5", "2×0:30", "2026/03/05", "Squat"])


@settings(deadline=None, max_examples=examples(40))
@given(st.lists(st.dictionaries(st.sampled_from(list(ROW)), _CELL, max_size=4), max_size=8))
def test_every_exercise_of_the_file_is_accounted_for(changes):
    records = extracted(current, exported(*changes))
    assert rows_of(records) == len(changes)
    assert all(session.sets for session in sessions_of(records))


@settings(deadline=None, max_examples=examples(40))
@given(st.lists(st.lists(_CELL.filter(lambda cell: "," not in cell), min_size=16, max_size=16), max_size=6))
def test_every_row_of_2018_is_accounted_for(rows):
    dated = [f"25/12/18,{','.join(row)}" for row in rows]
    records = extracted(of_2018, sheet(*dated), SILENT)
    assert rows_of(records) == len(rows)
