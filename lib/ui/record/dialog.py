"""The record: what each source said, what counts, and what can be changed. Opened by the arrow of a row, or by its address."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.editing.view import RecordView, view_record
from lib.store.account import Account
from lib.ui.kit import record_link
from lib.ui.kit.home import home_of
from lib.ui.record import base, bout, change_form, decisions, history, how_hard, sets_form, sources
from lib.ui.record.same_day import listed
from lib.ui.shell import boundary, queries, turns
from lib.wording.record_words import start
from lib.wording.text import plain

_TITLES: Final = {RecordKind.ACTIVITY: "Run or other activity", RecordKind.SESSION: "Strength session"}


def show_asked() -> None:
    """Open the record of the address, if it names one. A step of app.py, after the page."""
    base.tell()
    asked = record_link.asked()
    if asked is None:
        return
    st.dialog(_TITLES[asked.kind], width="large", on_dismiss=boundary.caught(_close))(_show)(asked)


def _close() -> None:
    base.forget()
    record_link.close()


@turns.in_turn()
def _show(asked: RecordId) -> None:
    queries.use_region()
    account, athlete = queries.account(), queries.athlete()
    try:
        view = view_record(account, asked)
    except TrainingDataError:
        st.markdown(f"There is no {asked} here (any more). The pages Runs and Strength list what there is.")
        return
    every = listed(asked.kind)
    why_not = every.loc[every["id"] == str(asked), "why_not"]
    with st.container(gap="xsmall"):
        _head(view)
        decisions.show(account, view, why_not.iloc[0] if len(why_not) else "")
        how_hard.show(account, queries.training(), view)
    _tabs(account, athlete, view, sorted(set(queries.listed_activities()["gear"])))


def _head(view: RecordView) -> None:
    what = view.fields["title"] or (view.row["sport"] if view.id.kind is RecordKind.ACTIVITY else "Strength session")
    st.markdown(f"**{plain(what)}** · {start(view.fields['start'])} · {view.id}")


def _tabs(account: Account, athlete: Athlete, view: RecordView, shoes: Sequence[str]) -> None:
    others = [view_record(account, each) for each in view.bout]
    home = home_of(account)
    of_session = ["Sets"] if view.sets is not None else []
    names = ["What was said", *of_session, "Change", "Same bout", "History"]
    tabs = dict(zip(names, st.tabs(names, key=f"record_tabs_{view.id}"), strict=True))
    with tabs["What was said"]:
        sources.show(view, others, athlete, home)
    if view.sets is not None:
        with tabs["Sets"]:
            sets_form.show(account, athlete, view)
    with tabs["Change"]:
        change_form.show(account, athlete, view, shoes)
    with tabs["Same bout"]:
        bout.show(account, athlete, view, others)
    with tabs["History"]:
        history.show(account, athlete, view, home)
