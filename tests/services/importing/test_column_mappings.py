"""Tables of one's own: unknown at first, explained once, recognised from then on."""

import gzip
import io
import zipfile
from datetime import datetime

import pytest
from own_tables import RUN_HEADER, text, workbook

from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import RowIs
from lib.model.athlete import Answers, Athlete
from lib.model.errors import TrainingDataError, UnreadableFile
from lib.model.vocabulary import DateOrder, WeightUnit
from lib.services.importing.column_mappings import (
    candidate,
    delete_mapping,
    guess,
    leaves_order_open,
    save_mapping,
    saved_mappings,
    try_mapping,
)
from lib.services.importing.import_files import import_files, preview
from lib.services.preferences.settings import athlete_of

HEADER = ("Datum", "Strecke (km)", "Dauer")
RUNS = (("2026-03-04", "8,5", "45:10"), ("2026-03-06", "10,0", "55:00"))


def one_report(account, upload):
    (report,) = preview(account, [upload], Answers()).files
    return report


def teach(account, upload):
    found = candidate(upload)
    save_mapping(account, guess(found, athlete_of(account)))


def test_an_unknown_table_can_be_mapped_and_says_so(account):
    report = one_report(account, text(HEADER, *RUNS, sep=";"))
    assert (report.refused, report.mappable, report.source) == (True, True, None)
    assert "Datum, Strecke (km), Dauer" in report.problems[0].why


@pytest.mark.parametrize("content", [b"", b"dear diary\n", b"\x89PNG\r\n\x1a\n", b'{"a": 1}'])
def test_what_is_no_table_cannot_be_mapped(content, account):
    report = one_report(account, Upload("x", content))
    assert (report.refused, report.mappable) == (True, False)


def test_a_saved_mapping_recognises_the_same_columns_and_imports_once(account):
    table = text(HEADER, *RUNS, sep=";")
    teach(account, table)
    (first,) = import_files(account, [table], Answers()).files
    assert (first.source, first.added.activities, first.rejected) == ("own:own", 2, 0)
    longer = text(HEADER, *RUNS, ("2026-03-08", "12,0", "1:05:00"), sep=";")
    (second,) = import_files(account, [longer], Answers()).files
    assert (second.unchanged, second.added.activities) == (2, 1)


def test_a_corrected_cell_changes_its_run(account):
    table = text(HEADER, *RUNS, sep=";")
    teach(account, table)
    import_files(account, [table], Answers())
    corrected = text(HEADER, ("2026-03-04", "8,7", "45:10"), RUNS[1], sep=";")
    (report,) = import_files(account, [corrected], Answers()).files
    assert (report.updated, report.unchanged, report.added.rows) == (1, 1, 0)


def test_a_workbook_is_recognised_by_the_mapping_of_its_text_and_names_the_sheets_left_out(account):
    teach(account, text(HEADER, *RUNS, sep=";"))
    report = one_report(account, workbook(HEADER, ("2026-03-04", 8.5, "45:10"), others=("Shoes",)))
    assert (report.source, report.added.activities) == ("own:own", 1)
    assert "Shoes" in report.problems[0].why


def test_a_workbook_that_nobody_explained_can_be_mapped(account):
    report = one_report(account, workbook(HEADER))
    assert (report.refused, report.mappable) == (True, True)
    assert "Excel workbook" in report.problems[0].why


def test_a_sheet_that_was_chosen_is_found_again(account):
    book = workbook(("Shoe", "Colour"), title="Shoes", others=("Log",))
    found = candidate(book, "Log")
    assert (found.sheet, found.sheets, found.header.names) == ("Log", ("Shoes", "Log"), ("Day", "km"))
    save_mapping(account, guess(found, athlete_of(account)))
    report = one_report(account, book)
    assert (report.source, report.added.activities) == ("own:own", 1)


def test_a_deleted_mapping_is_not_known_any_more(account):
    table = text(HEADER, *RUNS, sep=";")
    teach(account, table)
    assert [mapping.name for mapping in saved_mappings(account)] == ["own"]
    delete_mapping(account, "own")
    assert saved_mappings(account) == []
    assert one_report(account, table).mappable


def test_the_same_columns_lead_to_one_mapping_only(account):
    table = text(HEADER, *RUNS, sep=";")
    teach(account, table)
    teach(account, Upload("better name.csv", table.source))
    assert [mapping.name for mapping in saved_mappings(account)] == ["better name"]


def test_an_incomplete_mapping_is_not_saved(account):
    mapping = guess(candidate(text(("Datum", "Mood"), ("2026-03-04", "fine"))), athlete_of(account))
    with pytest.raises(TrainingDataError, match="distance or the duration"):
        save_mapping(account, mapping)
    assert saved_mappings(account) == []


def test_saving_a_mapping_counts_as_a_change_of_the_athletes_data(account):
    before = athlete_of(account)
    teach(account, text(HEADER, *RUNS, sep=";"))
    assert athlete_of(account).revision > before.revision


def test_a_trial_counts_every_row_and_writes_nothing(account):
    found = candidate(text(HEADER, *RUNS, ("2026-03-08", "far", "55:00"), ("2026-03-09", "", ""), sep=";"))
    trial = try_mapping(found, guess(found, athlete_of(account)))
    assert (trial.understood, trial.rejected, trial.ignored) == (3, 0, 1)
    assert [problem.line for problem in trial.problems] == [4]


def test_lines_above_the_header_are_found(account):
    found = candidate(text(("My log",), (), HEADER, *RUNS, sep=";"))
    assert found.after == 2
    assert try_mapping(found, guess(found, athlete_of(account))).understood == 2


def test_only_dates_that_can_be_read_in_two_ways_leave_the_order_open():
    open_dates = candidate(text(RUN_HEADER, ("03/04/2026", "8", "45:00", "")))
    proven = candidate(text(RUN_HEADER, ("03/04/2026", "8", "45:00", ""), ("25/04/2026", "8", "45:00", "")))
    assert leaves_order_open(open_dates, 0)
    assert not leaves_order_open(proven, 0)


def test_a_file_with_open_dates_is_asked_about_when_the_mapping_does_not_say_it(account):
    table = text(RUN_HEADER, ("03/04/2026", "8", "45:00", ""))
    mapping = guess(candidate(table), athlete_of(account), RowIs.RUN, {"date": 0, "distance": 1})
    save_mapping(account, mapping)
    report = one_report(account, table)
    assert [need.choices for need in report.needs] == [(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)]


def test_a_table_that_was_packed_with_gzip_is_mapped_and_recognised(account):
    packed = Upload("own.csv.gz", gzip.compress(text(HEADER, *RUNS, sep=";").source))
    teach(account, packed)
    assert one_report(account, packed).added.activities == 2


def test_a_table_in_an_archive_is_recognised_as_text_and_as_a_workbook(account):
    teach(account, text(HEADER, *RUNS, sep=";"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("log.csv", text(HEADER, RUNS[0], sep=";").source)
        archive.writestr("log.xlsx", workbook(HEADER, ("2026-03-06", 10, "55:00")).source)
        archive.writestr("shoes.csv", "Shoe,Colour\nA,red\n")
    reports = preview(account, [Upload("own.zip", packed.getvalue())], Answers()).files
    assert [(each.source, each.added.activities) for each in reports[:2]] == [("own:own", 1), ("own:own", 1)]


STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)


def strong_book(*dates, **more):
    rows = [(day, "Lower A", "1h 5m", "Squat (Barbell)", 1, 60.5, 8, 0, 0) for day in dates]
    return workbook(STRONG_HEADER.split(","), *rows, **more)


def test_an_export_that_was_saved_anew_as_a_workbook_is_recognised_as_its_app(account):
    book = strong_book(datetime(2026, 3, 3, 17, 5), datetime(2026, 3, 5, 17, 5), others=("Chart",))
    (report,) = preview(account, [book], Answers(weight_unit=WeightUnit.KG)).files
    assert (report.source, report.added.sessions, report.added.sets) == ("strong", 2, 2)
    assert report.problems[0].why == "Read from the sheet Log; not read: Chart."


def test_such_a_workbook_is_recognised_in_an_archive(account):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("strong.xlsx", strong_book(datetime(2026, 3, 3, 17, 5)).source)
    (report,) = preview(account, [Upload("own.zip", packed.getvalue())], Answers(weight_unit=WeightUnit.KG)).files
    assert (report.source, report.added.sets) == ("strong", 1)


def test_such_a_workbook_adds_nothing_to_the_text_that_it_was_made_of(account):
    lines = "2026-03-03 17:05:00,Lower A,1h 5m,Squat (Barbell),1,60.5,8,0,0,,,\n"
    as_text = Upload("strong.csv", f"{STRONG_HEADER}\n{lines}".encode())
    in_kg = Answers(weight_unit=WeightUnit.KG)
    assert import_files(account, [as_text], in_kg).files[0].added.sets == 1
    (report,) = import_files(account, [strong_book(datetime(2026, 3, 3, 17, 5))], in_kg).files
    assert (report.unchanged, report.added.rows) == (1, 0)


def test_what_stands_far_below_the_rest_of_a_sheet_is_not_read_and_spoken_of(account):
    book = workbook(HEADER, ("2026-03-04", 8.5, "45:10"), *[()] * 1_001, ("2026-03-06", 9.5, "45:10"))
    found = candidate(book)
    assert "Below row 2" in try_mapping(found, guess(found, athlete_of(account))).problems[0].why
    save_mapping(account, guess(found, athlete_of(account)))
    report = one_report(account, book)
    assert (report.added.activities, report.rejected) == (1, 0)
    assert "Below row 2 of the sheet Log" in report.problems[0].why


def test_a_file_whose_starts_are_mostly_at_night_says_so_in_the_preview(account):
    book = strong_book(*[datetime(2026, 3, day, 2, 5) for day in range(1, 13)])
    (report,) = preview(account, [book], Answers(weight_unit=WeightUnit.KG)).files
    assert report.added.sessions == 12
    assert "12 of 12 starts lie between midnight and 5" in report.problems[-1].why


DAYS = [f"2026-{1 + day // 28:02d}-{1 + day % 28:02d}" for day in range(300)]


@pytest.mark.parametrize("above", [0, 1, 19])
def test_the_names_of_columns_are_found_in_the_first_twenty_lines(above):
    found = candidate(text(*[("My log",)] * above, HEADER, *RUNS, sep=";"))
    assert (found.after, found.header.names) == (above, HEADER)


def test_the_names_of_columns_are_not_looked_for_below_the_first_twenty_lines():
    with pytest.raises(UnreadableFile, match="no column names"):
        candidate(text(*[("My log",)] * 20, HEADER, *RUNS, sep=";"))


def test_a_line_with_one_name_is_not_that_of_the_columns():
    assert candidate(text(("Log", ""), ("Day", "km"), ("2026-03-04", "8"))).after == 1


@pytest.mark.parametrize(("rows", "looked_at"), [(499, 499), (500, 500), (501, 500)])
def test_five_hundred_rows_are_looked_at(rows, looked_at):
    found = candidate(text(("Day", "km"), *[("2026-03-04", "8")] * rows))
    assert len(found.rows) == len(found.texts(0)) == looked_at
    assert found.texts(1)[0] == "8"


@pytest.mark.parametrize(("rows", "shown"), [(9, 9), (10, 10), (11, 10)])
def test_a_trial_shows_ten_records_and_counts_all(rows, shown):
    found = candidate(text(("Date", "km"), *[(day, "8") for day in DAYS[:rows]]))
    trial = try_mapping(found, guess(found, Athlete(1)))
    assert (len(trial.first), trial.understood, trial.problems) == (shown, rows, [])


@pytest.mark.parametrize(("rows", "shown"), [(99, 99), (100, 100), (101, 100)])
def test_a_trial_shows_a_hundred_problems_and_counts_all(rows, shown):
    found = candidate(text(("Date", "km"), *[(f"{day} o'clock", "8") for day in DAYS[:rows]]))
    trial = try_mapping(found, guess(found, Athlete(1), RowIs.RUN, {"date": 0, "distance": 1}))
    assert (len(trial.problems), trial.rejected, trial.understood) == (shown, rows, 0)


def test_a_mapping_is_called_as_its_file_without_the_ending():
    table = text(("Date", "km"), ("2026-03-04", "8")).source
    names = ["My runs.csv", "my.old.csv", "runs"]
    assert [guess(candidate(Upload(name, table)), Athlete(1)).name for name in names] == ["My runs", "my.old", "runs"]
