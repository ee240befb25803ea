"""The GymBook importer, on invented rows in the layout of real files."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import extracted, ignored_of, problems_of, rows_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.gymbook import importer
from lib.model.athlete import Answers
from lib.model.vocabulary import SetKind, WeightUnit

ITALIAN = (
    "Data,Programma,Orario,Esercizio,Zona,Muscoli (Primari),Muscoli (Secondari),"
    "Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato"
)
GERMAN = (
    "Datum,Programm,Zeit,Übung,Bereich,Muskeln (primär),Muskeln (sekundär),"
    "Satz / Aufwärmsatz / Abkühlsatz,Wiederholungen / Zeit,Gewicht / Distanz,Notizen,Übersprungen"
)
SILENT = Answers()


def log(*rows: str, head: str = ITALIAN, encoding: str = "utf-8") -> Upload:
    """An export; "~" stands for the no-break space between a number and its unit."""
    text = "\n".join([head, *rows]).replace("~", "\u00a0")
    return Upload("GymBook-Logs-2026-03-05.csv", text.encode(encoding))


def lifted(
    done: str = "12~ripetizioni",
    load: str = "60,00~kg",
    day: str = "2026-03-03",
    kind: str = "Set",
    skipped: str = "No",
    time: str = "19:30",
) -> str:
    return f'{day},"Gambe A",{time},"Squat",Gambe,"Quadricipite","Glutei",{kind},"{done}","{load}",,{skipped}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_set_is_read_in_either_encoding(encoding):
    [each] = sets_of(extracted(importer, log(lifted(), encoding=encoding), SILENT))
    assert (each.exercise_name, each.reps, each.load_kg, each.kind) == ("Squat", 12, 60, SetKind.WORKING)


def test_a_day_and_programme_is_a_session_that_begins_with_its_earliest_set():
    file = log(lifted(time="19:40"), lifted(time="19:30"), lifted(day="2026-03-05"))
    first, second = sessions_of(extracted(importer, file, SILENT))
    assert (len(first.sets), first.start.local, first.title) == (2, datetime(2026, 3, 3, 19, 30), "Gambe A")
    assert first.source_key == "2026-03-03|Gambe A"
    assert len(second.sets) == 1


@pytest.mark.parametrize(
    ("head", "warm_up", "cool_down", "no", "yes"),
    [
        (ITALIAN, "Set di riscaldamento", "Set di defaticamento", "No", "Si"),
        (GERMAN, "Aufwärmsatz", "Abkühlsatz", "Nein", "Ja"),
    ],
)
def test_the_header_says_what_is_a_warm_up_and_skipped_sets_are_none(head, warm_up, cool_down, no, yes):
    work = head.split(",")[7].split(" / ")[0]
    rows = [lifted(kind=kind, skipped=no) for kind in (work, warm_up, cool_down)]
    records = extracted(importer, log(*rows, lifted(kind=work, skipped=yes), head=head), SILENT)
    assert [each.kind for each in sets_of(records)] == [SetKind.WORKING, SetKind.WARM_UP, SetKind.WARM_UP]
    assert [each.line for each in ignored_of(records)] == [5]


@pytest.mark.parametrize("load", ["132.5~lb", "132,5\u202flbs", "132.5 lb"])
def test_every_blank_between_number_and_unit_is_understood(load):
    [each] = sets_of(extracted(importer, log(lifted(load=load)), SILENT))
    assert (each.load_value, each.load_unit) == (132.5, WeightUnit.POUND)


@pytest.mark.parametrize(
    ("done", "seconds"), [("60 secondi", 60), ("6 minuti", 360), ("45 Sek.", 45), ("30 s", 30), ("1 ora", 3600)]
)
def test_a_time_is_no_number_of_repetitions(done, seconds):
    [each] = sets_of(extracted(importer, log(lifted(done, "0,55~km")), SILENT))
    assert (each.reps, each.duration_s, each.distance_m, each.load_kg) == (None, seconds, 550, None)


@pytest.mark.parametrize(
    ("row", "column", "rows"),
    [
        (lifted(load="60~stone"), "Peso / Distanza", 0),
        (lifted(load="60"), "Peso / Distanza", 0),
        (lifted(kind="Boh"), "Set / Set di riscaldamento / Set di defaticamento", 0),
        (lifted("x~rip"), "Ripetizioni / Tempo", 1),
        (lifted("2.5~rip"), "Ripetizioni / Tempo", 1),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_by_line_and_column(row, column, rows):
    records = extracted(importer, log(lifted(), row), SILENT)
    assert {(each.line, each.column) for each in problems_of(records)} == {(3, column)}
    assert sum(each.rows for each in problems_of(records)) == rows
    assert rows_of(records) == 2


def test_no_other_importer_claims_it_and_it_claims_no_other_table():
    assert find_importer(log(lifted())) is importer
    assert not importer.identify(log(lifted(), head=ITALIAN.replace(" / ", "-")))


_DONE = st.sampled_from(["12~rip", "0~rip", "", "30~s", "x", "-1~rip", "2,5~rip"])
_LOAD = st.sampled_from(["60~kg", "0~kg", "", "100~lb", "nan~kg", "-5~kg", "60", "1~km"])


@settings(deadline=None, max_examples=examples(40))
@given(st.lists(st.tuples(_DONE, _LOAD), max_size=8))
def test_every_row_of_the_file_is_accounted_for(cells):
    records = extracted(importer, log(lifted(), *(lifted(done, load) for done, load in cells)), SILENT)
    assert rows_of(records) == 1 + len(cells)
