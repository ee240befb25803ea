"""The shape of a section of the settings page that keeps something of a day: a form, and the rows that there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic

import streamlit as st

from lib.model.athlete import Athlete
from lib.services.preferences import dated
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.store.own.dated import Row, key_of
from lib.ui.kit import parts, writing
from lib.ui.settings.forms import done

Days = tuple[date, date]
AT_ONCE: Final = 4  # rows that are listed without a fold: one goal of each kind


@dataclass(frozen=True)
class DatedForm(Generic[Row]):
    """ask draws the fields and gives what they say: a row, or None if unfinished.

    It takes the training, the days that are filled in, and an ending of the fields' keys where they stand elsewhere, too.
    """

    kind: type[Row]
    name: str  # one word for keys of widgets
    title: str
    about: str
    add: str
    added: str
    removed: str
    ask: Callable[[Training, Days, str], Row | None]
    told: Callable[[Row, Athlete], str]
    keeps_its_fields: bool = False
    newest_first: bool = False
    shown: int | None = None
    below: Callable[[int, Training], None] | None = None  # takes the number of rows


def show(account: Account, athlete: Athlete, training: Training, form: DatedForm[Any]) -> None:
    """The form that keeps a row, and the rows with a button that takes each back: the first few, the others in a fold."""
    parts.section(form.title, form.about)
    _fields(account, training, form, (training.today, training.today), "")
    rows = dated.entries(account, form.kind)
    listed = (rows[::-1] if form.newest_first else rows)[: form.shown]
    with st.container(gap="xxsmall"):
        for row in listed[:AT_ONCE]:
            _list(account, athlete, form, row)
    if len(listed) > AT_ONCE:
        with st.expander(f"{len(listed) - AT_ONCE} more", key=f"more_{form.name}"):
            for row in listed[AT_ONCE:]:
                _list(account, athlete, form, row)
    if form.below:
        form.below(len(rows), training)


def here(account: Account, training: Training, form: DatedForm[Any], days: Days) -> None:
    """The form on the page on which its rows are seen, with first and last day filled in."""
    st.caption(form.about)
    _fields(account, training, form, days, f"_{days[0]}")


def _fields(account: Account, training: Training, form: DatedForm[Any], days: Days, place: str) -> None:
    with st.form(f"{form.name}{place}", border=True, clear_on_submit=not form.keeps_its_fields):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"fields_{form.name}{place}"):
            said = form.ask(training, days, place)
        if writing.submit(form.add) and said is not None:
            _keep(account, form, said)


def _keep(account: Account, form: DatedForm[Any], said: Any) -> None:
    if why := dated.wrong(said):
        st.error(why)
        return
    dated.keep(account, said)
    done(form.added)


def _list(account: Account, athlete: Athlete, form: DatedForm[Any], row: Any) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(form.told(row, athlete), width="content")
        if writing.button("Remove", type="tertiary", key="_".join(("remove", form.name, *key_of(row).values()))):
            dated.take_back(account, row)
            done(form.removed)
