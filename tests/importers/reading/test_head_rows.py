"""The rows at the beginning of a table."""

from lib.importers.base import Upload
from lib.importers.reading.head_rows import head_rows
from lib.importers.reading.table_header import read_header


def rows_of(content):
    upload = Upload("x.csv", content.encode())
    return head_rows(upload, read_header(upload))


def test_the_rows_at_the_beginning_are_500_at_most():
    assert len(rows_of("a,b\n" + "1,2\n" * 600)) == 500
    assert len(rows_of("a,b\n" + "1,2\n" * 500)) == 500
    assert len(rows_of("a,b\n" + "1,2\n" * 499)) == 499
    assert rows_of("sep=;\n\na;b\n1;2\n\n3;4\n") == [["1", "2"], ["3", "4"]]
    assert rows_of("a,b\n") == []


def test_a_row_that_the_end_of_the_head_may_have_cut_is_left_out():
    found = rows_of("a,b\n" + f"{'x' * 998},1\n" * 100)
    assert len(found) == 65
    assert {(len(first), last) for first, last in found} == {(998, "1")}
