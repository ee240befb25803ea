"""What an import would do, in lines that fit on a phone."""

from datetime import date

from lib.model.errors import Needs
from lib.model.vocabulary import Question
from lib.services.importing.receipt import Added, FileReceipt
from lib.ui.imports.counts import _paragraph, _words, counts


def a_file(**given):
    told = {"source": "strava", "title": "Strava · activities.csv", "first_day": date(2026, 1, 5), **given}
    return FileReceipt("activities.csv", "sha", last_day=date(2026, 2, 6), **told)


def test_a_file_says_what_is_new_first_and_nothing_that_is_none():
    file = a_file(
        added=Added(activities=1012, rows=1012, runs=640),
        updated=1,
        unchanged=5,
        duplicates=1,
        duplicate_rows=2,
        rejected=3,
    )
    assert _paragraph(file) == (
        r"**activities\.csv** · Strava · activities\.csv · 5 Jan – 6 Feb 2026"
        "  \n"
        "**640 new runs, 372 other new activities**, 1 changed row, 3 rows already there, 1 bout also in another source, 3 rows rejected"
    )
    assert _paragraph(a_file(unchanged=5)).endswith("**nothing new**, 5 rows already there")


def test_a_file_that_is_refused_has_no_numbers():
    assert _paragraph(a_file(refused=True, first_day=None)) == r"**activities\.csv** · not imported"


def test_of_many_files_the_sum_is_said_and_the_table_has_only_columns_that_say_something():
    files = [a_file(added=Added(activities=1, rows=1, runs=1)), a_file(added=Added(sessions=1, sets=12, rows=12))]
    assert _words(files) == "**1 new run, 1 new strength session, 12 new sets**"
    assert list(counts(files)) == ["File", "What it is", "Days", "New runs", "New strength sessions", "New sets"]


def test_of_a_file_that_waits_for_an_answer_nobody_says_that_it_brings_nothing():
    waiting = a_file()
    waiting.ask(Needs(Question.WEIGHT_UNIT, ["kg", "lb"], "Kilograms or pounds?"))
    assert _paragraph(waiting).endswith("  \n**waiting for an answer**")
    assert _words([waiting, waiting]) == "**all are waiting for an answer**"
    known = a_file(unchanged=5)
    assert _words([waiting, known]) == "**nothing new**, 5 rows already there, 1 file is waiting for an answer"
