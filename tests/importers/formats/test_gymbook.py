"""The GymBook importer, on invented rows in the layout that readers' code describes."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strength_files import extracted, ignored_of, problems_of, rows_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.gymbook import importer
from lib.model.athlete import Answers
from lib.model.vocabulary import Precision, SetKind, WeightUnit

HEAD = "Datum,Zeit,Bereich,Übung,Wiederholungen,Gewicht,Notizen,Aufwärmen"
SILENT = Answers()


def log(*rows: str, encoding: str = "utf-16-le", mark: bytes = b"\xff\xfe") -> Upload:
    """An export; "~" stands for the no-break space between a number and its unit."""
    text = "\n".join([HEAD, *rows]).replace("~", "\u00a0")
    return Upload("GymBook-Logs-2026-03-05.csv", mark + text.encode(encoding))


def lifted(reps: str = "12~reps", load: str = "60~kg", day: str = "2026-03-03", warm_up: str = "No") -> str:
    return f"{day},17:05,Beine,Kniebeuge,{reps},{load},,{warm_up}"


@pytest.mark.parametrize("mark", [b"\xff\xfe", b""])
def test_a_set_is_read_with_or_without_a_byte_order_mark(mark):
    [session] = sessions_of(extracted(importer, log(lifted(), mark=mark), SILENT))
    [each] = session.sets
    assert (each.exercise_name, each.reps, each.load_kg, each.kind) == ("Kniebeuge", 12, 60, SetKind.WORKING)
    assert session.start.precision is Precision.DATE


def test_a_day_is_one_session():
    file = log(lifted(), lifted(), lifted(day="2026-03-05"))
    first, second = sessions_of(extracted(importer, file, SILENT))
    assert (len(first.sets), len(second.sets)) == (2, 1)
    assert second.start.local - first.start.local == timedelta(days=2)


@pytest.mark.parametrize("load", ["132.5~lb", "132,5\u202flbs", "132.5 lb"])
def test_every_blank_between_number_and_unit_is_understood(load):
    file = log(lifted(load=f'"{load}"'))
    [each] = sets_of(extracted(importer, file, SILENT))
    assert (each.load_value, each.load_unit) == (132.5, WeightUnit.POUND)


@pytest.mark.parametrize("yes", ["Yes", "Ja", "Oui", "Sí", "Sì", "Sim", "Tak"])
def test_a_warm_up_never_counts(yes):
    assert sets_of(extracted(importer, log(lifted(warm_up=yes)), SILENT))[0].kind is SetKind.WARM_UP


@pytest.mark.parametrize("no", ["No", "Nein", "Nee", "Nej", "Non", "Não", "Nie", ""])
def test_a_set_that_is_no_warm_up_counts(no):
    assert sets_of(extracted(importer, log(lifted(warm_up=no)), SILENT))[0].kind is SetKind.WORKING


def test_a_mark_in_another_language_is_asked_about_and_not_guessed():
    [problem] = problems_of(extracted(importer, log(lifted(warm_up="kyllä")), SILENT))
    assert (problem.line, problem.column, problem.value) == (2, "Aufwärmen", "kyllä")


def test_a_body_weight_set_and_a_hold_need_no_load():
    body, hold = sets_of(extracted(importer, log(lifted(load=""), lifted("45~s", "0~kg")), SILENT))
    assert (body.reps, body.load_kg) == (12, None)
    assert (hold.reps, hold.duration_s) == (None, 45)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (lifted(load="60~stone"), "Gewicht"),
        (lifted(load="60"), "Gewicht"),
        (lifted(load="heavy"), "Gewicht"),
        (lifted("x~reps"), "Wiederholungen"),
        (lifted("2.5~reps"), "Wiederholungen"),
        (lifted(warm_up="perhaps"), "Aufwärmen"),
        (lifted(day="soon"), "Datum"),
    ],
)
def test_a_bad_cell_rejects_its_row_by_line_and_column(row, column):
    records = extracted(importer, log(lifted(), row), SILENT)
    assert [(each.line, each.column, each.rows) for each in problems_of(records)] == [(3, column, 1)]


def test_an_empty_row_of_a_plan_is_ignored():
    assert len(ignored_of(extracted(importer, log(lifted(), lifted("", "")), SILENT))) == 1


def test_only_utf_16_with_units_in_the_cells_is_claimed():
    assert find_importer(log(lifted())) is importer
    assert not importer.identify(log(lifted(), encoding="utf-8", mark=b""))
    assert not importer.identify(log(lifted("12", "60")))


_DONE = st.sampled_from(["12~reps", "0~reps", "", "30~s", "x", "-1~reps", "2,5~reps"])
_LOAD = st.sampled_from(["60~kg", "0~kg", "", "100~lb", "nan~kg", "-5~kg", "60"])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(_DONE, _LOAD), max_size=8))
def test_every_row_of_the_file_is_accounted_for(cells):
    rows = [lifted(f'"{done}"', load) for done, load in cells]
    records = extracted(importer, log(lifted(), *rows), SILENT)
    assert rows_of(records) == 1 + len(rows)
