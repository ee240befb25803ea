"""What the receipts of files say of new records that another source has, too, or may have."""

from datetime import datetime

import pytest

from lib.analysis.duplicates.primary import DuplicateGroup
from lib.model.duplicates import Candidate
from lib.services.importing.duplicates import count_duplicates, count_overlaps
from lib.services.importing.receipt import Added, FileReceipt, NewRecord

ONE, OTHER, THIRD = (
    Candidate(number, "app", str(number), "run", "utc", "second", datetime(2026, 3, 1), None) for number in (1, 2, 3)
)


def receipt():
    return FileReceipt("file.csv", "", added=Added(activities=3, sessions=3, sets=9, rows=12, runs=3))


@pytest.mark.parametrize(
    ("rows", "sets", "is_run", "left"),
    [
        (1, 0, True, Added(activities=2, sessions=3, sets=9, rows=11, runs=2)),
        (2, 0, False, Added(activities=2, sessions=3, sets=9, rows=10, runs=3)),
        (4, 4, False, Added(activities=3, sessions=2, sets=5, rows=8, runs=3)),
        (1, 1, False, Added(activities=3, sessions=2, sets=8, rows=11, runs=3)),
    ],
)
def test_a_new_record_of_a_known_bout_is_a_duplicate_and_not_added(rows, sets, is_run, left):
    file = receipt()
    count_duplicates([DuplicateGroup(ONE, (OTHER,))], {2: NewRecord(file, rows, sets, is_run)})
    assert file.added == left
    assert (file.unchanged, file.duplicates, file.duplicate_rows) == (rows, 1, rows)


@pytest.mark.parametrize(
    ("new", "duplicates"),
    [([], 0), ([1], 1), ([2], 1), ([2, 3], 2), ([1, 2], 2), ([1, 2, 3], 2)],
)
def test_of_a_bout_that_is_new_altogether_the_record_that_counts_was_added(new, duplicates):
    file = receipt()
    count_duplicates([DuplicateGroup(ONE, (OTHER, THIRD))], {each: NewRecord(file, 1, 0, False) for each in new})
    assert file.duplicates == duplicates
    assert file.added.activities == 3 - duplicates


@pytest.mark.parametrize(
    ("new", "counted", "by_file"),
    [("", 0, (0, 0)), ("a-", 1, (1, 0)), ("-b", 1, (0, 1)), ("aa", 1, (1, 0)), ("ab", 1, (1, 1))],
)
def test_a_pair_that_may_be_one_bout_is_counted_once_in_each_file_that_brought_one_of_it(new, counted, by_file):
    files = {"a": receipt(), "b": receipt()}
    brought = {number: NewRecord(files[name], 1, 0, False) for number, name in enumerate(new, start=1) if name != "-"}
    assert count_overlaps([(ONE, OTHER), (THIRD, THIRD)], brought) == [(ONE, OTHER)] * counted
    assert (files["a"].overlaps, files["b"].overlaps) == by_file


def test_every_pair_of_a_file_is_counted():
    file = receipt()
    pairs = [(ONE, OTHER), (ONE, THIRD)]
    assert count_overlaps(pairs, {1: NewRecord(file, 1, 0, False)}) == pairs
    assert file.overlaps == 2
