"""What a preview asks where a file may be newer than what is there: its day, which of two exports is right, what is gone."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from lib.analysis.counting.gaps import LONGEST_UNNAMED
from lib.importers.base import known_traits
from lib.model.traits import traits_of
from lib.services.importing.receipt import FileReceipt, GoneRecord, ImportReceipt, some_names
from lib.ui.imports.sources import source_title
from lib.ui.kit import tables
from lib.wording.format import counted, day, moment
from lib.wording.text import plain

_KEEP, _BIN = "Keep them", "Move them to the bin"
_OF_TODAY: Final = "import_of_today"
_NEWER: Final = "import_newer"
_GONE: Final = "import_gone"
_FEW: Final = 4  # files that are listed at once
_WHY: Final = "So it is known which of two exports is the newer one, and until when your log is complete."


def forget() -> None:
    """Other files were chosen: what was said is not said of them."""
    said = [key for key in st.session_state if str(key).startswith(_OF_TODAY)]
    for key in (*said, _NEWER, _GONE):
        st.session_state.pop(key, None)


def ask_days(receipt: ImportReceipt, today: date, known: Collection[str]) -> tuple[tuple[str, date], ...]:
    """The day on which the apps wrote the files, by their SHA-256, where a file does not say it and it matters.

    known: the SHA-256 of files that were imported before: they are not of today. A file whose last record is more than
    28 days old may well be: that is for the person to say, as it makes zeros of the days since.

    Of a source whose export always has everything, that day says which of two exports is the newer one.
    """
    asked = {each.sha256: each for each in receipt.files if _is_open(each, today)}
    if not asked:
        return ()
    if len(asked) == 1:
        return _of_today(asked, today, known)
    with st.expander(f"Which of these {len(asked)} exports are of today, {day(today)}?", expanded=len(asked) <= _FEW):
        st.caption(_WHY)
        return _of_today(asked, today, known)


def _of_today(asked: Mapping[str, FileReceipt], today: date, known: Collection[str]) -> tuple[tuple[str, date], ...]:
    return tuple((sha256, today) for sha256, file in asked.items() if _is_of_today(file, today, len(asked), known))


def _is_open(file: FileReceipt, today: date) -> bool:
    """Whether the day of a file is not known and says something; with a record of a later day it cannot be of today."""
    if not file.source or file.refused or file.needs or file.exported or (file.last_day and file.last_day > today):
        return False
    return traits_of(file.source, known_traits()).whole


def _is_of_today(file: FileReceipt, today: date, asked: int, known: Collection[str]) -> bool:
    return st.checkbox(
        f"{plain(file.name, longest=60)} is of today, {day(today)}" if asked == 1 else plain(file.name, longest=60),
        value=_is_fresh(file, today) and file.sha256 not in known,
        key=f"{_OF_TODAY}_{file.sha256[:16]}",
        help=_WHY if asked == 1 else None,
    )


def _is_fresh(file: FileReceipt, today: date) -> bool:
    """Whether its last record is near: who says that an older file is of today says that nothing was done since."""
    return file.last_day is None or (today - file.last_day).days <= LONGEST_UNNAMED


def day_matters(receipt: ImportReceipt) -> bool:
    """Whether another day of the export could change what the preview says."""
    return any(each.conflicts or each.gone or each.changes for each in receipt.files)


def ask_newer(receipt: ImportReceipt) -> bool:
    """Whether the person says that the files are newer than what they differ from."""
    conflicts = sum(each.conflicts for each in receipt.files)
    later = any(each.later for file in receipt.files for each in file.gone)
    names = (
        _names(file for file in receipt.files if file.conflicts or any(each.later for each in file.gone)) or "this file"
    )
    if not conflicts and not later and not st.session_state.get(_NEWER):
        return False
    differ = f"{counted(conflicts, 'record differs', 'records differ')} from an export that reaches further"
    with st.container(border=True):
        st.markdown(
            f"{names}: {differ}. That one is believed, unless this file is the newer one."
            if conflicts
            else f"Earlier exports have records after the last day of {names}. If it is the newer one, they were deleted."
        )
        return st.checkbox("This file is the newer one", key=_NEWER)


def _names(files: Iterable[FileReceipt]) -> str:
    """The names of files that a question is about."""
    return plain(some_names([file.name for file in files]), longest=400)


def ask_gone(receipt: ImportReceipt, *, newer: bool) -> bool:
    """Whether what the files lack goes into the bin. Keeping is the default. newer: the person said so of the files."""
    gone = [(each, file) for file in receipt.files for each in file.gone]
    if not gone:
        return False
    with st.container(border=True):
        st.markdown(
            f"{counted(len(gone), 'record that an earlier export had is', 'records that earlier exports had are')} "
            f"not in {_names(file for file in receipt.files if file.gone)}. Either they were deleted in the app, or this "
            "file is not all of it."
        )
        with st.expander("Which ones"):
            tables.show(gone_table(gone), placeholder="–", alt="Records that this export lacks.")
        chosen = st.radio(
            "What becomes of them", [_KEEP, _BIN], horizontal=True, key=_GONE, label_visibility="collapsed"
        )
        if chosen == _BIN and not newer and any(each.later for each, _ in gone):
            st.caption("Those after the last day of the file stay, as long as it is not said to be the newer one.")
    return chosen == _BIN


def gone_table(gone: list[tuple[GoneRecord, FileReceipt]]) -> pd.DataFrame:
    """Which records, oldest first."""
    rows = [
        (
            moment(each.local),
            each.title,
            source_title(str(file.source)),
            "after its last day" if each.later else "within",
        )
        for each, file in sorted(gone, key=lambda pair: pair[0].local)
    ]
    return pd.DataFrame(rows, columns=["Start", "Record", "Source", "Days of the file"])


def told(receipt: ImportReceipt, *, binned: bool, newer: bool) -> str:
    """What an import did about it, in sentences; "" where there was nothing to do."""
    conflicts = sum(each.conflicts for each in receipt.files)
    gone = [each for file in receipt.files for each in file.gone]
    away = [each for each in gone if binned and (newer or not each.later)]
    parts = [
        f"{counted(conflicts, 'record differs', 'records differ')} from a more recent export, which is believed."
        if conflicts
        else "",
        f"{counted(len(away), 'record', 'records')} that the export lacks went to the bin." if away else "",
        f"{counted(len(gone) - len(away), 'record', 'records')} that the export lacks stay."
        if len(gone) > len(away)
        else "",
    ]
    return " ".join(filter(None, parts))
