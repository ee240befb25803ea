"""Problems of a preview in lines that wrap."""

from lib.model.records import Problem
from lib.services.importing.problem_kinds import problem_kinds
from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.ui.imports.problem_list import lines, problems

FILE = FileReceipt("log.csv", "sha")
FILE.problems = [
    Problem(7, "Date", "soon", "“soon” is no date"),
    Problem(9, "Date", "later", "“later” is no date"),
    Problem(12, "RPE", "<b>", "no effort", rows=0),
]


def told(file, *, several_files):
    return lines([(file, kind) for kind in problem_kinds(file.problems)], several_files=several_files)


def test_a_kind_is_a_line_with_how_often_and_where_first():
    assert told(FILE, several_files=False) == [
        "* **Rejected, 2 times** · first in line 7, Date, “soon”: “soon” is no date",
        r"* **Note** · line 12, RPE, “\<b\>”: no effort",
    ]


def test_of_several_files_the_line_names_its_own_and_says_which_one_is_not_imported():
    refused = FileReceipt("x.csv", "sha", refused=True)
    refused.problems = [Problem(None, None, None, "none of the known exports", rows=0)]
    assert told(refused, several_files=True) == [r"* **Not imported** · x\.csv: none of the known exports"]


def test_the_list_to_download_has_every_single_one():
    assert list(problems(ImportReceipt([FILE]))["Line"]) == [7, 9, 12]
