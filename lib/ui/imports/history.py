"""The imports so far, and the button that takes one back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from lib.model.clock import HomeZones
from lib.services.importing.history import history, undo
from lib.services.importing.reread import reread
from lib.store.account import Account
from lib.ui.imports import flow
from lib.ui.kit import writing
from lib.ui.kit.home import home_of
from lib.ui.shell import queries, turns
from lib.ui.shell.jobs import Job
from lib.wording.format import count, counted, day
from lib.wording.text import plain

UNDONE: Final = "import_undone"
NAMED: Final = 3


def show_history(account: Account) -> None:
    """Every import, newest first, each with what it added and an undo."""
    sentence = st.session_state.pop(UNDONE, None)
    if sentence:
        st.success(sentence, icon=":material/undo:")
    entries = history(account)
    if not entries:
        return
    st.subheader("Imports so far", anchor=False)
    if any(not entry.undone_at for entry in entries) and writing.button(
        "Read again",
        icon=":material/refresh:",
        help="Reads the kept files of all imports anew, with all that the importers have learnt since. "
        "It becomes an import of its own, which you can undo.",
    ):
        _start_reading(account, entries)
    home = home_of(account)
    for entry in reversed(entries):
        _show_entry(account, entry, home)


def _show_entry(account: Account, entry: Any, home: HomeZones) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        names = _names([file.name for file in entry.files])
        when = day(home.local(entry.created_at).date())
        state = _state(entry)
        st.markdown(f"**{names}**  \n{when} · {_summary(entry)}{state}", width="content")
        if not entry.undone_at and writing.button("Undo", key=f"undo_{entry.id}", icon=":material/undo:"):
            _confirm(account, entry.id, names)


@st.dialog("Take an import back")
@turns.in_turn()
def _confirm(account: Account, batch_id: int, names: str) -> None:
    queries.use_region()
    st.markdown(
        f"{names}: what was there before this import will be there again, exactly. "
        "What you said of records, and what went to the bin, stays as you said it; their history takes that back."
    )
    if writing.button("Take it back", type="primary"):
        st.session_state[UNDONE] = _taken_back_elsewhere(account, batch_id, names) or _take_back(
            account, batch_id, names
        )
        st.rerun()


def _take_back(account: Account, batch_id: int, names: str) -> str:
    undone = undo(account, batch_id, datetime.now(UTC))
    removed = counted(undone.removed, "record", "records")
    waiting = (
        f" What you said of {count(undone.waiting)} of them is kept and holds when they come again."
        if undone.waiting
        else ""
    )
    return f"{names} was taken back: {removed} removed, {count(undone.restored)} restored.{waiting}"


def _taken_back_elsewhere(account: Account, batch_id: int, names: str) -> str:
    """What another tab did to the import since this one was drawn; "" where it still counts."""
    entry = next((each for each in history(account) if each.id == batch_id), None)
    if entry is None or not entry.undone_at:
        return ""
    if entry.replaced_by:
        return f"{names} was read again meanwhile. Take back the import that stands for it now."
    return f"{names} was taken back before, on {day(home_of(account).local(entry.undone_at).date())}. Nothing more was changed."


def _state(entry: Any) -> str:
    if entry.replaced_by:
        return " · read again"
    return " · taken back" if entry.undone_at else ""


def _start_reading(account: Account, entries: Sequence[Any]) -> None:
    """A reading of all that counts, beside the page as an import is."""
    rows = sum(file.records for entry in entries if not entry.undone_at for file in entry.files)
    st.session_state.pop(flow.RECEIPT, None)
    work = lambda tick: reread(account, None, datetime.now(UTC), tick=tick).receipt  # noqa: E731
    st.session_state[flow.JOB] = Job(work, rows).start()
    st.rerun()


def _names(files: Sequence[str]) -> str:
    """The first few names of an import, and how many more there are."""
    named = ", ".join(plain(each, longest=60) for each in files[:NAMED])
    return f"{named} and {len(files) - NAMED} more" if len(files) > NAMED else named


def _summary(entry: Any) -> str:
    files = entry.files
    parts = [
        (sum(file.added_activities for file in files), "activity", "activities"),
        (sum(file.added_sessions for file in files), "strength session", "strength sessions"),
        (sum(file.added_sets for file in files), "set", "sets"),
        (sum(file.updated for file in files), "changed row", "changed rows"),
    ]
    added = [counted(number, one, many) for number, one, many in parts if number]
    return ", ".join(added) or "nothing new"
