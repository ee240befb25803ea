"""The other records of a bout, and what else of the day may be one with it: joined and parted by a click."""

from collections.abc import Sequence

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.record_id import parse_id
from lib.services.editing import decide
from lib.services.editing.view import RecordView
from lib.store.account import Account
from lib.ui.kit import overlaps, record_link, writing
from lib.ui.record import base
from lib.ui.record.same_day import label, labels, listed, others_of_day
from lib.wording.text import plain


def show(account: Account, athlete: Athlete, view: RecordView, others: Sequence[RecordView]) -> None:
    """Every record of the bout with its buttons, then the records of the day."""
    if others:
        st.caption("Other records of the same bout. Together they count once.")
    for each in others:
        _member(account, athlete, view, each)
    of_day = others_of_day(view)
    candidates = labels(of_day, athlete)
    if candidates and set(of_day["source"]) != {view.row["source"]}:
        _unsure(view)
    if not candidates:
        st.caption("Nothing else of this day is in your log.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect(
            "It is the same bout as",
            list(candidates),
            format_func=candidates.__getitem__,
            placeholder="Other records of this day",
            key=f"join_{view.id}",
        )
        if writing.button("Join", icon=":material/join_inner:", key="record_join", disabled=not chosen):
            decide.join(account, [view.id, *map(parse_id, chosen)])
            base.stored("Joined: this record counts for all of them.")
    st.caption("This record would count in place of the others. What you join stays joined when the files come again.")


def _unsure(view: RecordView) -> None:
    """What may be one bout with this record, by the rules."""
    named = overlaps.others(view.id)
    if named:
        st.info(
            f"It may be the same bout as {' and '.join(named)}. That is not certain, so each counts until you join them.",
            icon=":material/help:",
        )


def _member(account: Account, athlete: Athlete, view: RecordView, other: RecordView) -> None:
    rows = listed(other.id.kind)
    row = rows[rows["id"] == str(other.id)].to_dict("records")
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(plain(label(row[0], athlete)) if row else str(other.id), width="content")
        with st.container(horizontal=True, width="content", gap="small"):
            if st.button("Open", key=f"open_{other.id}", icon=":material/open_in_new:"):
                record_link.open_record(str(other.id))
                st.rerun()
            if other.row["deleted_at"]:
                return
            if other.row["duplicate_of"] and writing.button("Let this one count", key=f"primary_{other.id}"):
                decide.join(account, [other.id, view.id])
                base.stored(f"{other.id} counts now, in place of this one.")
            if writing.button("Part", key=f"part_{other.id}", icon=":material/call_split:"):
                decide.part(account, [other.id])
                base.stored("They are bouts of their own now, and each counts.")
