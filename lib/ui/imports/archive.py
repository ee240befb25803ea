"""An archive of ours among the files: what it would bring, the import, what it brought."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from lib.failures.boundary import outcome
from lib.failures.told import Told
from lib.importers.base import Upload
from lib.model.athlete import Athlete
from lib.services.archive.bring import Brought, bring
from lib.services.archive.manifest import Manifest
from lib.services.archive.merge import Merged
from lib.services.archive.opened import contents, is_archive
from lib.store.account import Account
from lib.store.database.moments import from_text
from lib.ui.imports import counts
from lib.ui.kit import writing
from lib.ui.kit.archive_words import held
from lib.ui.kit.home import home_of
from lib.ui.kit.watched import watched
from lib.ui.shell import boundary
from lib.ui.shell.jobs import Job
from lib.wording.brought_words import lacking_words, overruled_words
from lib.wording.format import counted, moment
from lib.wording.text import plain

_ALONE: Final = (
    "{} is an archive of everything that a Legwork kept, which is imported by itself. Nothing was read yet: "
    "choose it alone, and the other files before or after it."
)


def is_among(uploads: Sequence[Upload]) -> bool:
    """Whether one of the files is an archive of ours, of any version."""
    return any(map(is_archive, uploads))


def show_preview(
    account: Account, athlete: Athlete, uploads: Sequence[Upload], kept: dict[Any, Any]
) -> Job[Brought] | None:
    """What the archive would do; the import that the person asked for, not yet begun. kept: previews of these files."""
    ours = next(upload for upload in uploads if is_archive(upload))
    if len(uploads) > 1:
        st.warning(_ALONE.format(plain(ours.name)), icon=":material/inventory_2:")
        return None
    key = ("archive", account, athlete.state)
    if key not in kept:
        kept[key] = _looked(account, ours)
    looked: Brought | Told = kept[key]
    if isinstance(looked, Told):
        del kept[key]  # trying again reads it anew
        boundary.show(looked)
        return None
    _show(account, ours, looked)
    nothing = looked.merged is not None and not _added(looked.merged)
    if not writing.button("Import", type="primary", disabled=nothing, icon=":material/download_done:"):
        return None
    return Job(lambda tick: bring(account, ours, tick=tick), _rows(looked.said, looked.merged), plain(ours.name))


def _looked(account: Account, ours: Upload) -> Brought | Told:
    """Everything is worked out, and taken back."""
    said = outcome(lambda: contents(ours))
    if isinstance(said, Told):
        return said
    work = Job(lambda tick: bring(account, ours, dry_run=True, tick=tick), _rows(said, None))
    return watched(work, "Reading the archive and comparing all of it with its list of contents")


def _rows(said: Manifest, merged: Merged | None) -> int:
    """What the ticks add up to, about: once into a database of their own, then into this one."""
    rows = sum(each.rows for each in said.members.values())
    return rows + (sum(file.records for file in merged.receipt.files) if merged else rows)


def _show(account: Account, ours: Upload, looked: Brought) -> None:
    made = moment(home_of(account).local(from_text(looked.said.made_at)))
    st.markdown(
        f"**{plain(ours.name)}** · everything that a Legwork kept, as of {made}: {held(looked.said)}. It is whole."
    )
    if lacking := lacking_words(looked.without_bytes):
        st.caption(lacking)
    if looked.merged is None:
        st.markdown(
            "**It is restored**: nothing is here yet, so all of it will be as it was: figures, settings, history, undo."
        )
        return
    added = _added(looked.merged)
    if not added:
        st.markdown("**There is nothing to merge**: all of it is here.")
        return
    st.markdown("**It is merged**: what is here, and what you set and decided here, stays. The archive adds:")
    st.markdown("\n".join(f"* {line}" for line in added))
    if overruled := overruled_words(looked.merged.overruled):
        st.caption(overruled)
    if _has_backups(account):
        st.caption("The database as it is now is backed up first.")


def _has_backups(account: Account) -> bool:
    """A server has backups of its own."""
    return account.engine.dialect.name == "sqlite"


def _added(merged: Merged) -> list[str]:
    """A line for each kind of what is new here; none where nothing is."""
    files, known = merged.receipt.files, merged.known
    found = ", ".join(counts.said(files).values()) or "nothing new"
    beside = f" ({counted(known, 'other is', 'others are')} here already)" if known else ""
    lines = {
        f"{counted(len(files), 'file', 'files')}: {found}{beside}": len(files),
        f"{counted(merged.own, 'setting', 'settings')} of goals, exercises, templates, plans and the like": merged.own,
        f"{counted(merged.acts, 'change', 'changes')} of yours to records": merged.acts,
    }
    return [line for line, number in lines.items() if number]


def show_receipt(account: Account, brought: Brought) -> None:
    """What it did, in words."""
    if brought.merged is None:
        st.success(f"Everything is as it was when it was exported: {held(brought.said)}.", icon=":material/check:")
        return
    files, merged = brought.merged.receipt.files, brought.merged
    found = ", ".join(counts.said(files).values()) or "nothing new"
    refused = [plain(file.name) for file in files if file.refused]
    st.success(
        f"Merged: {counted(len(files), 'file', 'files')} with {found}; {counted(merged.own, 'setting', 'settings')} and "
        f"{counted(merged.acts, 'change', 'changes')} of yours to records. What you set here stays."
        + (f" Not imported: {', '.join(refused)}." if refused else ""),
        icon=":material/check:",
    )
    if _has_backups(account):
        st.caption("What was here before is kept as a backup, *before a merge*, on the page Take along.")
