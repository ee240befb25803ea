"""Whether a record counts: left out or counted, in the bin or back."""

import streamlit as st

from lib.analysis.records.choose import ASIDE, LEFT_OUT
from lib.services.editing import decide
from lib.services.editing.view import RecordView
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.record import base
from lib.wording.record_words import WHY_SET_ASIDE
from lib.wording.text import plain


def show(account: Account, view: RecordView, why_not: str) -> None:
    """What counts, in a sentence, and the buttons that change it. why_not: of the list of records."""
    st.markdown(sentence(view, why_not))
    with st.container(horizontal=True, gap="small"):
        if view.row["deleted_at"]:
            if writing.button("Restore", icon=":material/restore_from_trash:", key="record_restore", type="primary"):
                decide.restore(account, [view.id])
                base.stored("Taken out of the bin.")
            return
        if why_not == LEFT_OUT or why_not.startswith(ASIDE):
            again = " again" if why_not == LEFT_OUT else ""
            if writing.button(f"Count it{again}", icon=":material/check:", key="record_count"):
                decide.count_again(account, [view.id])
                base.stored(f"It counts{again}.")
        if why_not != LEFT_OUT and writing.button(
            "Leave out", icon=":material/block:", key="record_leave_out", help="Let it not count. It stays in the list."
        ):
            decide.leave_out(account, [view.id])
            base.stored("It is left out of the counts. Nothing of it is lost.")
        if writing.button("Move to bin", icon=":material/delete:", key="record_bin"):
            decide.put_into_bin(account, [view.id])
            base.stored("In the bin: it can be restored for 30 days.")


def sentence(view: RecordView, why_not: str) -> str:
    """Whether it counts, and why not."""
    if view.row["deleted_at"]:
        return (
            "**In the bin**: it counts nowhere. After 30 days its content goes; that it was there stays in the history."
        )
    if not why_not:
        many = f", once for its {len(view.bout) + 1} records" if view.bout else ""
        return f"**It counts**{many}."
    if why_not.startswith(ASIDE):
        why = WHY_SET_ASIDE[why_not.removeprefix(f"{ASIDE}: ")]
        return f"**Set aside**: {why}. It counts nowhere until you put it right, count it as it is, or leave it out."
    return f"**It does not count**: {plain(why_not)}."
