"""What is wrong in the files: a line a kind, which wraps on a phone; of very many kinds a table; every single one as a file."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from lib.services.importing.problem_kinds import ProblemKind, problem_kinds
from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.ui.kit import tables
from lib.ui.kit.download import as_csv
from lib.wording.format import count, counted
from lib.wording.text import plain

_MOST_LINES: Final = 12
_LONGEST: Final = 600

Kinds = Sequence[tuple[FileReceipt, ProblemKind]]


def show(receipt: ImportReceipt) -> None:
    """Open where rows are rejected."""
    every = problems(receipt)
    if every.empty:
        return
    rejected = sum(file.rejected for file in receipt.files)
    head = f"Problems and notes ({count(len(every))}), {counted(rejected, 'row', 'rows')} rejected"
    kinds = [(file, kind) for file in receipt.files for kind in problem_kinds(file.problems)]
    with st.expander(head, expanded=rejected > 0):
        if len(kinds) <= _MOST_LINES:
            st.markdown("\n".join(lines(kinds, several_files=len(receipt.files) > 1)))
        else:
            tables.show(_table(kinds), alt="Kinds of problems.")
        st.download_button("Download this list", as_csv(every), "problems.csv", "text/csv", icon=":material/download:")


def problems(receipt: ImportReceipt) -> pd.DataFrame:
    """Every problem and warning: file, line, column, value, reason."""
    rows = [
        (file.name, problem.line, problem.column, problem.value, problem.why, "rejected" if problem.rows else "note")
        for file in receipt.files
        for problem in file.problems
    ]
    return pd.DataFrame(rows, columns=["File", "Line", "Column", "Value", "Reason", "Row"]).astype({"Line": "Int64"})


def lines(kinds: Kinds, *, several_files: bool) -> list[str]:
    """One line a kind, in markdown: "* **Rejected 3 times**, first in line 7, Date, “soon”: no date …"."""
    return [_line(file, kind, several_files=several_files) for file, kind in kinds]


def _line(file: FileReceipt, kind: ProblemKind, *, several_files: bool) -> str:
    first, often = kind.first, kind.times > 1
    what = "Rejected" if kind.rows else "Not imported" if file.refused else "Note"
    head = f"**{what}{f', {count(kind.times)} times' if often else ''}**"
    value = "" if first.value is None else f"“{first.value}”"
    line = f"{'first in ' if often else ''}line {first.line}" if first.line else ""
    place = ", ".join(filter(None, [file.name if several_files else "", line, first.column or "", value]))
    return f"* {head}{f' · {plain(place)}' if place else ''}: {plain(first.why, longest=_LONGEST)}"


def _table(kinds: Kinds) -> pd.DataFrame:
    """One row a kind of each file: how often, and the first of them."""
    rows = [
        (file.name, each.times, first.line, first.column, first.value, first.why, "rejected" if each.rows else "note")
        for file, each in kinds
        for first in (each.first,)
    ]
    names = ["File", "Times", "First line", "Column", "Value", "Reason", "Row"]
    return pd.DataFrame(rows, columns=names).astype({"First line": "Int64"})
