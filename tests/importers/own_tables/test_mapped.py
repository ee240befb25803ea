"""Tables of one's own, read by the columns that were chosen: as strictly as any export."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from own_tables import (
    RUN_COLUMNS,
    RUN_HEADER,
    SET_COLUMNS,
    SET_HEADER,
    mapped,
    read_runs,
    read_sets,
    rows_of,
    text,
    workbook,
)

from lib.importers.own_tables.column_mapping import ColumnMapping, LengthUnit, RowIs, Units, from_json, lacks, to_json
from lib.importers.reading.workbook import read_sheet
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Activity, Ignored, Problem, Session
from lib.model.vocabulary import DateOrder, LoadMode, Precision, SetKind, Sport, TimeBasis, WeightUnit


def test_a_row_is_a_run_with_its_day_in_the_units_that_were_chosen():
    (run,) = read_runs(("2026-03-04", "5", "49:10", "151"), units=Units(distance="mi"))
    assert isinstance(run, Activity)
    assert (run.sport, run.start.local, run.start.precision) == (Sport.RUN, datetime(2026, 3, 4), Precision.DATE)
    assert (run.distance_m, run.moving_s, run.heart_rate_bpm) == (pytest.approx(8046.72), 2950.0, 151.0)


@pytest.mark.parametrize(
    ("unit", "cell", "seconds"),
    [
        (LengthUnit.CLOCK, "1:02:30", 3750.0),
        (LengthUnit.CLOCK, "1h 26m", 5160.0),
        (LengthUnit.HOURS_MINUTES, "1:30", 5400.0),
        (LengthUnit.MINUTES, "45.5", 2730.0),
        (LengthUnit.MINUTES, "45:30", 2730.0),
        (LengthUnit.HOURS, "0.75", 2700.0),
        (LengthUnit.SECONDS, "2700", 2700.0),
    ],
)
def test_a_length_of_time_is_read_in_its_unit(unit, cell, seconds):
    (run,) = read_runs(("2026-03-04", "8", cell, ""), units=Units(length=unit))
    assert run.moving_s == seconds


def test_a_plain_number_is_no_clock():
    run, problem = read_runs(("2026-03-04", "8", "45", ""))
    assert (run.distance_m, run.moving_s) == (8000.0, None)
    assert isinstance(problem, Problem)
    assert (problem.line, problem.column, problem.value) == (2, "How long", "45")
    assert "minutes" in problem.why


def test_every_row_is_accounted_for():
    records = read_runs(
        ("2026-03-04", "8", "45:00", "150"),
        ("2026-03-05", "", "", ""),
        ("Total", "8", "", ""),
        ("some day", "8", "45:00", ""),
        ("2026-03-07", "8"),
        ("2026-03-08", "10", "", "999"),
    )
    kinds = [type(record) for record in records if record.rows]
    assert kinds == [Activity, Ignored, Problem, Problem, Problem, Activity]
    assert rows_of(records) == 6


def test_the_key_of_a_run_does_not_depend_on_what_may_be_corrected():
    (first,), (second,) = read_runs(("2026-03-04", "8", "45:00", "")), read_runs(("4.3.2026", "9", "50:00", "150"))
    assert first.source_key == second.source_key


def test_date_and_time_of_day_from_two_columns_with_a_sport_and_an_offset():
    upload = text(
        ("Date", "At", "Sport", "km"), ("2026-03-04", "18:30", "Bike", "20"), ("2026-03-05", "6:10Z", "Run", "5")
    )
    ours = mapped(upload, RowIs.RUN, {"date": 0, "clock": 1, "kind": 2, "distance": 3})
    ride, run = ours.extract(upload, Answers())
    assert (ride.sport, ride.start.local, ride.start.basis) == (
        Sport.RIDE,
        datetime(2026, 3, 4, 18, 30),
        TimeBasis.WALL_CLOCK,
    )
    assert (run.start.utc, run.start.basis) == (datetime(2026, 3, 5, 6, 10), TimeBasis.UTC)


def test_dates_that_can_be_read_in_two_ways_are_asked_unless_the_mapping_says_it():
    rows = [("03/04/2026", "8", "45:00", "")]
    with pytest.raises(Needs):
        read_runs(*rows)
    (run,) = read_runs(*rows, date_order=DateOrder.MONTH_FIRST)
    assert run.start.local == datetime(2026, 3, 4)


def test_a_row_with_a_number_of_sets_is_that_many_sets_of_one_source_row():
    records = read_sets(("04.03.2026", "Squat", "3", "8", "60,5"), ("04.03.2026", "Lunge", "", "10", ""))
    (session,) = records
    assert isinstance(session, Session)
    assert [each.exercise_name for each in session.sets] == ["Squat", "Squat", "Squat", "Lunge"]
    assert (session.sets[0].load_kg, session.sets[3].load_mode) == (60.5, LoadMode.BODYWEIGHT)
    assert session.rows == 2


def test_loads_in_pounds_keep_what_was_typed():
    (session,) = read_sets(("04.03.2026", "Squat", "1", "5", "225"), units=Units(load=WeightUnit.POUND))
    lifted = session.sets[0]
    assert (lifted.load_value, lifted.load_unit, lifted.load_kg) == (
        225.0,
        WeightUnit.POUND,
        pytest.approx(102.058, abs=0.001),
    )


def test_no_set_and_an_empty_row_of_a_plan_are_left_out():
    records = read_sets(("04.03.2026", "Squat", "0", "8", "60"), ("04.03.2026", "Lunge", "3", "", ""))
    assert [type(record) for record in records] == [Ignored, Ignored]


def test_too_many_sets_in_one_row_are_rejected():
    (problem,) = read_sets(("04.03.2026", "Squat", "800", "8", "60"))
    assert (problem.column, problem.rows) == ("Sätze", 1)


def test_warm_ups_are_told_by_a_flag_or_a_mark():
    upload = text(
        ("Date", "Lift", "Reps", "Warm"),
        *((f"2026-03-0{day}", "Squat", "8", mark) for day, mark in enumerate(("yes", "W", "", "0"), 1)),
    )
    columns = {"date": 0, "exercise": 1, "reps": 2, "warm_up": 3}
    found = mapped(upload, RowIs.SET, columns).extract(upload, Answers())
    assert [session.sets[0].kind for session in found] == [SetKind.WARM_UP] * 2 + [SetKind.WORKING] * 2


def test_a_wrong_mapping_gives_problems_row_by_row():
    upload = text(RUN_HEADER, ("2026-03-04", "8", "45:00", "150"), ("2026-03-05", "9", "50:00", "151"))
    records = list(mapped(upload, RowIs.RUN, {"date": 2, "distance": 0}).extract(upload, Answers()))
    assert [type(record) for record in records] == [Problem, Problem]
    assert rows_of(records) == 2


def test_a_table_with_other_columns_is_neither_claimed_nor_read():
    ours = mapped(text(RUN_HEADER), RowIs.RUN, RUN_COLUMNS)
    other = text(("Day", "How far", "How long", "Shoes"), ("2026-03-04", "8", "45:00", ""))
    assert not ours.identify(other)
    with pytest.raises(UnreadableFile, match="Map them again"):
        list(ours.extract(other, Answers()))


def test_the_delimiter_and_the_case_of_the_header_do_not_matter():
    ours = mapped(text(RUN_HEADER), RowIs.RUN, RUN_COLUMNS)
    tabbed = text([name.upper() for name in RUN_HEADER], ("2026-03-04", "8,5", "45:00", ""), sep="\t")
    assert ours.identify(tabbed)
    (run,) = ours.extract(tabbed, Answers())
    assert run.distance_m == 8500.0


def test_lines_above_the_header_are_skipped_and_lines_are_counted_with_them():
    upload = text(("My log", ""), ("", ""), RUN_HEADER, ("some day", "8", "45:00", ""))
    (problem,) = mapped(upload, RowIs.RUN, RUN_COLUMNS, after=2).extract(upload, Answers())
    assert problem.line == 4


def test_a_workbook_says_the_same_as_the_text_of_it():
    cells = (datetime(2026, 3, 4), 8.25, "45:00", 150)
    table = read_sheet(workbook(RUN_HEADER, cells)).table
    ours = mapped(text(RUN_HEADER), RowIs.RUN, RUN_COLUMNS)
    assert ours.identify(table)
    (from_book,) = ours.extract(table, Answers())
    (from_text,) = read_runs(("2026-03-04", "8.25", "45:00", "150"))
    assert replace(from_book, line=2) == from_text


@pytest.mark.parametrize(
    ("row_is", "columns", "lacking"),
    [
        (RowIs.RUN, {"distance": 1}, "date"),
        (RowIs.RUN, {"date": 0}, "distance or the duration"),
        (RowIs.SET, {"date": 0, "reps": 1}, "exercise"),
        (RowIs.SET, {"date": 0, "exercise": 1}, "repetitions"),
        (RowIs.RUN, {"date": 0, "distance": 0}, "twice"),
    ],
)
def test_what_a_mapping_lacks_is_said(row_is, columns, lacking):
    assert lacking in lacks(ColumnMapping("mine", row_is, ("a", "b"), columns))


def test_a_mapping_survives_being_stored():
    units = Units("mi", LengthUnit.HOURS_MINUTES, WeightUnit.POUND, "ft")
    mapping = ColumnMapping("mine", RowIs.SET, ("tag", "übung"), SET_COLUMNS, units, DateOrder.DAY_FIRST, 2, "2026")
    assert from_json(to_json(mapping)) == mapping


CELL = st.text(st.characters(codec="utf-8", exclude_characters='"\r\n'), max_size=12) | st.sampled_from(
    ["2026-03-04", "03/04/2026", "8,5", "1:30", "Squat", "5", "-3", "yes", "kg", "1e999"]
)


@settings(deadline=None, max_examples=examples(60))
@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=6),
    places=st.permutations(range(4)),
    unit=st.sampled_from(LengthUnit),
)
def test_whatever_stands_in_the_cells_and_whatever_was_chosen_every_row_is_accounted_for(rows, places, unit):
    lines = [",".join(f'"{cell}"' for cell in row) for row in (("a", "b", "c", "d"), *rows)]
    upload = replace(text(), source="".join(f"{line}\n" for line in lines).encode())
    filled = sum(any(cell.strip() for cell in row) for row in rows)
    for row_is, fields in (
        (RowIs.RUN, ("date", "distance", "duration", "clock")),
        (RowIs.SET, ("date", "exercise", "sets", "reps")),
    ):
        ours = mapped(
            upload, row_is, dict(zip(fields, places, strict=True)), Units(length=unit), date_order=DateOrder.DAY_FIRST
        )
        try:
            assert rows_of(list(ours.extract(upload, Answers()))) == filled
        except UnreadableFile:
            assert rows


def test_a_header_that_a_person_repeats_is_a_bad_row_and_no_end():
    row = ("2026-03-04", "Squat", "3", "8", "60")
    records = read_sets(row, SET_HEADER, ("2026-03-06", *row[1:]))
    assert [each.line for each in records if isinstance(each, Problem)] == [3]
    assert rows_of(records) == 3
