"""Delete for good: a source, the bytes of an imported file, everything."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import streamlit as st

from lib.failures.log import forget_log
from lib.importers import listing
from lib.services.archive import erase
from lib.services.archive.erase import Erased
from lib.store.account import Account
from lib.store.database.engine import data_folder
from lib.ui.imports.sources import source_title
from lib.ui.kit import parts, writing
from lib.ui.shell import queries
from lib.ui.take_along import archive, control
from lib.wording.format import counted, file_size
from lib.wording.text import plain

WORD: Final = "delete"
SOURCE, FILE, EVERYTHING = "delete a source", "delete a file", "delete everything"
_NO_WAY_BACK: Final = (
    "There is no way back, not even by a backup: **all backups are removed, too**, since they hold it. "
    "The only copy that is left is what you download before."
)


@dataclass(frozen=True, slots=True)
class Deletion:
    """What is to go. loses: what goes with it, and what stays; told: what the page says of it afterwards."""

    loses: str
    work: Callable[[], Erased]
    told: Callable[[Erased], str]


def show(account: Account) -> None:
    """Three things that can go, each with its button."""
    parts.section(
        "Delete for good",
        "Unlike the bin: out of the database, out of the pages of its file and out of its backups. Each asks once more.",
    )
    _offer_source(account)
    _offer_file(account)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("Everything that is kept of you", width="content")
        if control.button("Delete everything …", key="delete_everything", icon=":material/delete_forever:"):
            control.ask(EVERYTHING)
    asked = control.asked()
    if asked and asked[0] in (SOURCE, FILE, EVERYTHING):
        control.dialog("Delete for good", _confirm, account, _deletion(account, *asked))


def _offer_source(account: Account) -> None:
    sources = erase.sources(account)
    if not sources:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        titles = {
            each: f"{listing.source_title(each)}, {counted(sources[each], 'record', 'records')}" for each in sources
        }
        chosen = st.selectbox("A source", list(titles), format_func=titles.__getitem__, key="source_to_delete")
        if control.button("Delete the source …", key="delete_source", icon=":material/delete_forever:") and chosen:
            control.ask(SOURCE, chosen)


def _offer_file(account: Account) -> None:
    files = erase.originals(account)
    if not files:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = [f"{each.name}, import {each.batch_id}, {file_size(each.bytes)}" for each in files]
        chosen = st.selectbox(
            "An imported file", range(len(files)), format_func=names.__getitem__, key="file_to_delete"
        )
        if control.button("Delete the file …", key="delete_file", icon=":material/delete_forever:"):
            found = files[chosen or 0]
            control.ask(FILE, found.batch_id, found.position, found.name)


def _deletion(account: Account, what: str, *of: Any) -> Deletion:
    if what == SOURCE:
        return _source(account, *of)
    return _original(account, *of) if what == FILE else _everything(account)


def _source(account: Account, source: str) -> Deletion:
    title = source_title(source)
    return Deletion(
        f"All records of **{title}**, the files they came in, what you said of them. The other sources stay.",
        partial(erase.erase_source, account, source),
        lambda erased: f"{title} is deleted for good: {_gone(erased)}.",
    )


def _original(account: Account, batch_id: int, position: int, named: str) -> Deletion:
    name = plain(named)
    return Deletion(
        f"The bytes of **{name}** as it was imported. The records that came from it stay; they can be undone, but the "
        "file cannot be read again, and an archive has it no longer.",
        partial(erase.erase_original, account, batch_id, position),
        lambda erased: f"The file {name} is deleted for good{_and_backups(erased)}. Its records are still there.",
    )


def _everything(account: Account) -> Deletion:
    return Deletion(
        "**All of it**: records, files, history, exercises of your own, templates, plans, goals, breaks, events, body mass, "
        "settings, and the log of failures. Legwork will be as on the first day.",
        partial(_erase_everything, account),
        lambda erased: f"Everything is deleted for good: {_gone(erased)}. Nothing of you is left in the database.",
    )


def _erase_everything(account: Account) -> Erased:
    """And the log, which may name a file."""
    erased = erase.erase_everything(account)
    forget_log(data_folder())
    return erased


def _gone(erased: Erased) -> str:
    return f"{counted(erased.records, 'record', 'records')}{_and_backups(erased)}"


def _and_backups(erased: Erased) -> str:
    anew = "; a fresh one was made" if erased.fresh else ""
    return f", and {counted(erased.backups, 'backup', 'backups')}{anew}" if erased.backups else ""


def _confirm(account: Account, deletion: Deletion) -> None:
    queries.use_region()
    st.markdown(deletion.loses)
    st.markdown(_NO_WAY_BACK if queries.url().startswith("sqlite") else _ON_A_SERVER)
    archive.offer(account, "before_deleting")
    with st.form("delete_for_good", border=False):
        typed = st.text_input(f"Type “{WORD}” to go on", key="typed_to_delete")
        pressed = writing.submit("Delete for good", type="primary", icon=":material/delete_forever:")
    if pressed and typed.strip().casefold() == WORD:
        with st.spinner("Deleting, and writing the file of the database anew", show_time=True):
            erased = deletion.work()
        queries.forget_everything()
        control.tell(deletion.told(erased))
    elif pressed:
        st.caption(f"Nothing was deleted: the word is “{WORD}”.")


_ON_A_SERVER: Final = (
    "There is no way back from here. The server’s own backups are not touched: whoever runs it deletes those."
)
