"""What becomes of the rows of each file: a few lines that need no width; of many files their sum, and a table."""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.ui.kit import tables
from lib.wording.format import counted, days
from lib.wording.text import plain

_MOST_LINES: Final = 8
_FILE_WIDTH: Final = 180  # a long name would push the numbers out of sight
MAYBE: Final = "May be in another source"
_NEW: Final = ("New runs", "New strength sessions", "New sets", "New other activities")
# Each number with its words: one, many.
_WORDS: Final = {
    "New runs": ("new run", "new runs"),
    "New strength sessions": ("new strength session", "new strength sessions"),
    "New sets": ("new set", "new sets"),
    "New other activities": ("other new activity", "other new activities"),
    "Changed": ("changed row", "changed rows"),
    "Already there": ("row already there", "rows already there"),
    "Also in another source": ("bout also in another source", "bouts also in another source"),
    MAYBE: ("bout that may be in another source", "bouts that may be in another source"),
    "Left out": ("row left out", "rows left out"),
    "Rejected": ("row rejected", "rows rejected"),
}


def show(receipt: ImportReceipt) -> None:
    """A paragraph a file; of more than a few files their sum, with a table to open."""
    files = receipt.files
    if len(files) <= _MOST_LINES:
        for file in files:
            st.markdown(_paragraph(file))
        return
    st.markdown(f"**{len(files)} files**  \n{_words(files)}")
    with st.expander("Each file"):
        tables.show(counts(files), column_config={"File": {"width": _FILE_WIDTH}}, alt="What becomes of each file.")


def counts(files: Iterable[FileReceipt]) -> pd.DataFrame:
    """One line a file; columns that would hold nothing but 0 are left out."""
    rows = [{"File": file.name, "What it is": _what(file), "Days": _days(file), **_numbers(file)} for file in files]
    table = pd.DataFrame(rows, columns=["File", "What it is", "Days", *_WORDS])
    return table.drop(columns=[name for name in _WORDS if not table[name].any()])


def said(files: Iterable[FileReceipt]) -> dict[str, str]:
    """What becomes of all rows of some files, in words by what it is called; what there is none of is missing."""
    each = [_numbers(file) for file in files]
    total = {name: sum(numbers[name] for numbers in each) for name in _WORDS}
    return {name: counted(total[name], *words) for name, words in _WORDS.items() if total[name]}


def _paragraph(file: FileReceipt) -> str:
    head = " · ".join(filter(None, (f"**{plain(file.name)}**", plain(_what(file)), _days(file))))
    return head if file.refused else f"{head}  \n{_words([file])}"


def _words(files: Sequence[FileReceipt]) -> str:
    """What is new first and bold: "**120 new activities**, 3 changed rows, 5 rows already there".

    Of a file that waits for an answer nobody knows yet what is new.
    """
    every, waiting = said(files), sum(bool(file.needs) for file in files)
    new = ", ".join(words for name, words in every.items() if name in _NEW)
    beside = [words for name, words in every.items() if name not in _NEW]
    if waiting == len(files):
        return ", ".join(
            ["**waiting for an answer**" if waiting == 1 else "**all are waiting for an answer**", *beside]
        )
    waits = [counted(waiting, "file is waiting for an answer", "files are waiting for an answer")] if waiting else []
    return ", ".join([f"**{new or 'nothing new'}**", *beside, *waits])


def _numbers(file: FileReceipt) -> dict[str, int]:
    return {
        "New runs": file.added.runs,
        "New strength sessions": file.added.sessions,
        "New sets": file.added.sets,
        "New other activities": file.added.activities - file.added.runs,
        "Changed": file.updated,
        "Already there": file.unchanged - file.duplicate_rows,
        "Also in another source": file.duplicates,
        MAYBE: file.overlaps,
        "Left out": file.ignored,
        "Rejected": file.rejected,
    }


def _what(file: FileReceipt) -> str:
    return "not imported" if file.refused else file.title


def _days(file: FileReceipt) -> str:
    return days(file.first_day, file.last_day) if file.first_day and file.last_day else ""
