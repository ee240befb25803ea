"""JSON objects as the rows of a table."""

import pytest

from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.objects import ObjectList, ObjectTable, TableWithObjects, cells_of
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.model.errors import UnreadableFile
from lib.model.records import Problem


def test_a_field_is_a_column():
    table = ObjectTable(["start", "hr.avg"], [{"start": "now", "hr": {"avg": 150}}, 7, {}])
    assert (table.header.names, table.header.line, table.header.find("HR.avg")) == (("start", "hr.avg"), 1, 1)
    first, problem, last = table.rows()
    assert (first, last) == ((1, ["now", "150"]), (3, ["", ""]))
    assert (problem.line, problem.value, problem.why, problem.rows) == (2, "7", "not an activity", 1)
    assert table.require("start", column="Start") == 0
    with pytest.raises(UnreadableFile, match="The field End is missing") as caught:
        table.require("end", column="End")
    assert caught.value.column == "End"


@pytest.mark.parametrize(
    ("value", "cell"),
    [(True, "true"), (False, "false"), (0, "0"), (1.5, "1.5"), ("a\0b", "a\ufffdb"), (None, ""), ([1], ""), ({}, "")],
)
def test_a_field_as_a_table_would_write_it(value, cell):
    assert cells_of({"a": value, "b": {"c": value}}, ["a", "b.c", "b.d", "a.x"]) == [cell, cell, "", ""]


def with_objects(*cells):
    rows = "".join(f'run,"{cell}"\n' for cell in cells)
    return TableWithObjects(open_table(Upload("x.csv", f"kind,data\n{rows}".encode())), "data", ["km", "Other"])


def test_the_fields_of_a_column_of_objects_are_further_columns():
    table = with_objects('{""km"": 5}', "", "[1]", "{")
    assert table.header.names == ("kind", "data", "km", "Other")
    assert [table.require(name, column=name) for name in ("kind", "data", "KM", "other")] == [0, 1, 2, 3]
    with pytest.raises(UnreadableFile, match="The column pace is missing"):
        table.require("pace", column="pace")
    rows = [each for each in table.rows() if not isinstance(each, Problem)]
    told = [each for each in table.rows() if isinstance(each, Problem)]
    assert [(line, cells[2:]) for line, cells in rows] == [(2, ["5", ""]), (3, ["", ""]), (4, ["", ""]), (5, ["", ""])]
    assert [(each.line, each.column, each.value, each.rows) for each in told] == [
        (4, "data", "[1]", 0),
        (5, "data", "{", 0),
    ]


def test_a_row_that_is_not_whole_is_passed_on():
    table = TableWithObjects(open_table(Upload("x.csv", b"kind,data\nrun,{},3\nrun,{}\n")), "data", ["km"])
    problem, row = table.rows()
    assert (problem.line, row) == (2, (3, ["run", "{}", ""]))


@pytest.mark.parametrize("content", [b'[{"d": 5}, {"d": 6}]', b'{"d": 5}'])
def test_the_objects_of_a_file_are_its_list_or_the_one_that_it_is(content):
    own = ObjectList(name="own", title="", where="", layout=ActivityLayout(distance=("d",)))
    table = own.open(Upload("x.json", content))
    assert table.names == ["d"]
    assert [cells for _, cells in table.rows()] == [["5"], ["6"]][: content.count(b"d")]
