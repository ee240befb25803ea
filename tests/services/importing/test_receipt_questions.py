"""A question of an import names the files that leave it open, and what a receipt makes of its counts."""

import pytest

from lib.model.errors import Needs
from lib.model.records import Problem
from lib.model.vocabulary import Question
from lib.services.importing.receipt import Added, FileReceipt, ImportReceipt, some_names

KG = ("kg", "lb")
FAILED = Problem(2, "Weight", "x", "not a number", rows=8)


def asked(*whys, question=Question.WEIGHT_UNIT):
    files = [FileReceipt(name, name) for name, _ in whys]
    for file, (_, why) in zip(files, whys, strict=True):
        file.ask(Needs(question, KG, why))
    (need,) = ImportReceipt(files).needs
    return need.why


def test_a_question_names_its_file():
    assert asked(("strong.csv", "Which unit?")) == "strong.csv: Which unit?"
    fails = "Most of strong.csv fails."
    assert asked(("strong.csv", fails), question=Question.MOST_ROWS_FAILED) == fails


def test_a_file_is_named_also_where_the_question_has_its_name_as_a_word():
    assert asked(("unit", "Which unit?")) == "unit: Which unit?"
    assert asked(("i", "Which unit?"), ("x.csv", "Which unit?")) == "i, x.csv: Which unit?"


def test_of_many_files_the_first_few_are_named():
    assert asked(*[(f"{n}.csv", "Which unit?") for n in range(5)]) == "0.csv, 1.csv, 2.csv and 2 more: Which unit?"


def counted(member=""):
    """A file of which everything was counted that a receipt counts."""
    file = FileReceipt("strong.csv", "", member=member)
    file.added, file.updated, file.unchanged, file.ignored = Added(1, 1, 1, 1, 1), 2, 3, 4
    file.duplicates, file.duplicate_rows, file.overlaps, file.conflicts = 5, 5, 6, 7
    file.rejected, file.problems, file.waiting = 8, [FAILED], 9
    file.gone, file.changes, file.first_records = [object()], [object()], [object()]
    file.exercise_names, file.unknown_sports = {"Squat": 1}, {"Padel": 1}
    return file


def forgets_what_was_counted(file):
    counts = (file.updated, file.unchanged, file.ignored, file.duplicates, file.duplicate_rows, file.overlaps)
    lists = (file.gone, file.changes, file.first_records, file.exercise_names, file.unknown_sports)
    return file.added == Added() and not any((*counts, file.conflicts, *lists))


@pytest.mark.parametrize(("member", "rejected"), [("", 0), ("all/strong.csv", 1)])
def test_a_file_that_is_refused_is_a_rejected_row_only_of_the_archive_it_came_in(member, rejected):
    file = counted(member)
    file.refuse("It is torn.", line=3, column="Weight", value="x")
    assert forgets_what_was_counted(file)
    assert (file.rejected, file.waiting, file.refused, file.records) == (rejected, 0, True, rejected)
    assert file.problems == [Problem(3, "Weight", "x", "It is torn.", rows=rejected)]


def test_a_file_that_asks_forgets_what_failed_and_all_its_rows_wait():
    file = counted()
    file.ask(Needs(Question.WEIGHT_UNIT, KG, "Which unit?"), read=20)
    assert forgets_what_was_counted(file)
    assert (file.rejected, file.problems, file.waiting, file.refused) == (0, [], 20, False)


def test_where_most_rows_fail_they_stay_to_be_seen_and_the_others_wait():
    file = counted()
    file.ask(Needs(Question.MOST_ROWS_FAILED, KG, "Most rows fail."), read=20)
    assert forgets_what_was_counted(file)
    assert (file.rejected, file.problems, file.waiting) == (8, [FAILED], 12)


def test_a_file_that_asks_before_it_was_read_has_no_row_that_waits():
    file = counted()
    file.ask(Needs(Question.MOST_ROWS_FAILED, KG, "Most rows fail."))
    assert (file.rejected, file.waiting) == (8, 0)
    file.ask(Needs(Question.WEIGHT_UNIT, KG, "Which unit?"))
    assert (file.rejected, file.waiting) == (0, 0)


@pytest.mark.parametrize(
    ("rejected", "others", "needs", "failed"),
    [(0, 0, False, False), (1, 0, False, True), (2, 0, False, True), (2, 1, False, False), (2, 0, True, False)],
)
def test_a_file_failed_where_it_has_rows_and_none_could_be_read(rejected, others, needs, failed):
    file = FileReceipt("strong.csv", "", rejected=rejected, updated=others)
    file.needs = [Needs(Question.WEIGHT_UNIT, KG, "")] if needs else []
    assert file.failed is failed
    assert ImportReceipt([file]).ok is not (failed or needs)


def test_every_row_of_a_file_is_in_one_count():
    assert (
        FileReceipt("", "", added=Added(rows=1), updated=2, unchanged=4, ignored=8, rejected=16, waiting=32).records
        == 63
    )


def test_a_refused_file_is_not_in_order():
    assert ImportReceipt([FileReceipt("", "")]).ok is True
    assert ImportReceipt([FileReceipt("", ""), FileReceipt("", "", refused=True)]).ok is False


@pytest.mark.parametrize(
    ("values", "brought"),
    [
        ({}, False),
        ({"unchanged": 3, "ignored": 1, "rejected": 1, "conflicts": 1}, False),
        ({"added": Added(rows=1)}, True),
        ({"updated": 1}, True),
        ({"duplicates": 1}, True),
        ({"binned": 1}, True),
    ],
)
def test_an_import_brought_something_where_anything_came_in_or_changed(values, brought):
    files = [FileReceipt("", ""), FileReceipt("", "", **values)]
    assert ImportReceipt(files, batch=0).brought is brought
    assert ImportReceipt(files).brought is False


@pytest.mark.parametrize(
    ("names", "said"),
    [("ab", "a, b"), ("abc", "a, b, c"), ("abcd", "a, b, c and 1 more"), ("abcdef", "a, b, c and 3 more")],
)
def test_three_names_are_said_and_how_many_more_there_are(names, said):
    assert some_names(names) == said


def test_a_long_name_is_cut_after_sixty_letters():
    assert [some_names(["x" * length]) for length in (59, 60, 61)] == ["x" * 59, "x" * 60, "x" * 60]
