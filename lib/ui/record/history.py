"""What the person said of a record, newest first; each entry is taken back by one click."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.model.history import Entry, What
from lib.services.bouts.acts import take_back
from lib.services.editing.view import RecordView
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.record import base
from lib.ui.record.change_words import change_lines
from lib.wording.format import moment
from lib.wording.text import plain

WHAT_WORDS: Final[Mapping[What, str]] = {
    What.LOG: "Logged by hand",
    What.EDIT: "Changed",
    What.LEAVE_OUT: "Left out of the counts",
    What.COUNT: "Counted again",
    What.BIN: "Moved to the bin",
    What.RESTORE: "Restored",
    What.JOIN: "Joined with another record",
    What.PART: "Parted from another record",
    What.LEAVE_TO_RULES: "Left to the rules with another record",
    What.SPLIT: "Split",
    What.MERGE: "Merged",
    What.TAKE_BACK: "Taken back",
}


def show(account: Account, athlete: Athlete, view: RecordView, home: HomeZones) -> None:
    """Every entry with what it changed."""
    if not view.entries:
        st.caption("You have not changed anything of this record.")
        return
    st.caption("What you did to this record. Nothing is erased by taking back: that is an entry, too.")
    for entry in view.entries:
        _entry(account, athlete, entry, view.entries, home)


def _entry(account: Account, athlete: Athlete, entry: Entry, entries: Sequence[Entry], home: HomeZones) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        lines = "".join(f"  \n{plain(line, longest=400)}" for line in change_lines(entry.changes, athlete))
        st.markdown(f"**{title(entry, entries)}** · {moment(home.local(entry.at))}{lines}", width="content")
        if not entry.holds:
            st.caption("taken back", width="content")
        elif writing.button("Take back", key=f"take_back_{entry.id}", icon=":material/undo:"):
            take_back(account, entry.id)
            base.stored("Taken back.")


def title(entry: Entry, entries: Sequence[Entry]) -> str:
    """What was done; of an entry that takes back another one what that was."""
    taken = next(_taken(entry, entries), None)
    return f"Taken back: {WHAT_WORDS[taken.what].lower()}" if taken else WHAT_WORDS[entry.what]


def _taken(entry: Entry, entries: Sequence[Entry]) -> Iterator[Entry]:
    yield from (each for each in entries if entry.takes_back == each.id)
