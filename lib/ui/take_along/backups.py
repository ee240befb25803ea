"""Backups: what there is and how old, one more, and one brought back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from lib.model.clock import HomeZones
from lib.services.checking.check import check
from lib.services.checking.damage import damage_words, restored_words
from lib.services.upkeep import backups
from lib.services.upkeep.restore import restore
from lib.store.account import Account
from lib.store.database.kept_backups import Backup, BackupKind
from lib.ui.kit import parts, tables
from lib.ui.kit.home import home_of
from lib.ui.kit.parts import Stat
from lib.ui.shell import queries
from lib.ui.take_along import control
from lib.wording.format import NOTHING, count, counted, file_size, moment
from lib.wording.text import plain

_FEW: Final = 10  # rows that need no scrolling
_KINDS: Final = {
    BackupKind.DAILY: "daily",
    BackupKind.DAMAGED: "daily, of a damaged database",
    BackupKind.UPGRADE: "before an upgrade",
    BackupKind.RESTORE: "before a restore",
    BackupKind.DELETE: "before a deletion",
    BackupKind.UNDO: "before an undo",
    BackupKind.MERGE: "before a merge",
    BackupKind.BEFORE_DAMAGED: "before an act, of a damaged database",
    BackupKind.BY_HAND: "by hand",
}


def show(account: Account) -> None:
    """Of a file its backups; of a server what to do there."""
    file = backups.file_of(queries.url())
    if file is None:
        parts.section("Backups")
        st.markdown(
            "This database lies on a PostgreSQL server, which is backed up there (`pg_dump`). The file above holds "
            "everything of you as well."
        )
        return
    parts.section(
        "Backups",
        "Copies of the whole database, made every day while Legwork runs and before upgrades, restores, merges and whatever "
        "takes much away. Seven days, four weeks and three of each other kind are kept; those by hand stay.",
    )
    known, home = backups.list_backups(queries.url()), home_of(account)
    parts.stats(_stats(file, known, home), "backups")
    st.caption(f"The database is {plain(str(file), longest=400)}; its backups lie in the folder *backups* beside it.")
    if control.button("Back up now", key="back_up_now", icon=":material/save:"):
        with st.spinner("Backing up, then reading everything once"):
            made = backups.back_up(queries.url(), datetime.now(UTC))
            damage = damage_words(check(queries.url()).problems)
        control.tell(
            f"Backed up: {file_size(made.size)} in {plain(str(made.path), longest=400)}. {plain(damage, longest=800)}"
            if damage
            else f"Backed up and checked: {file_size(made.size)} in {plain(str(made.path), longest=400)}"
        )
    if known:
        _show_known(known, home)


def _stats(file: Path, known: list[Backup], home: HomeZones) -> list[Stat]:
    size = file_size(file.stat().st_size)
    together = f"{file_size(sum(each.size for each in known))} together" if known else "none yet"
    beside = f"{_KINDS[known[0].kind]}, {moment(home.local(known[0].made_at))}" if known else "there is none yet"
    return [
        Stat("Last backup", _old(known[0]) if known else NOTHING, beside),
        Stat("Backups", count(len(known)), together),
        Stat("Database", size, "SQLite, one file"),
    ]


def _old(backup: Backup) -> str:
    hours = backup.age_h(datetime.now(UTC))
    if hours < 1:
        return "under 1 h ago"
    return f"{count(int(hours))} h ago" if hours < 48 else f"{counted(int(hours // 24), 'day', 'days')} ago"


def _show_known(known: list[Backup], home: HomeZones) -> None:
    rows = [(moment(home.local(each.made_at)), _KINDS[each.kind], file_size(each.size)) for each in known]
    table = pd.DataFrame(rows, columns=["Made", "Why", "Size"])
    height = "auto" if len(rows) <= _FEW else 360
    tables.show(table, height=height, alt=f"{count(len(rows))} backups, newest first.")
    titles = {each.path.name: ", ".join(row) for each, row in zip(known, rows, strict=True)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Bring back", list(titles), format_func=titles.__getitem__, key="backup_chosen")
        if control.button("Restore …", key="restore_backup", icon=":material/settings_backup_restore:"):
            control.ask("restore", chosen)
    asked = control.asked()
    for each, row in zip(known, rows, strict=True):
        if asked == ("restore", each.path.name):
            control.dialog("Restore a backup", _confirm, each, row[0])


def _confirm(chosen: Backup, made: str) -> None:
    queries.use_region()
    st.markdown(
        f"Everything will be as it was on **{made}**: training, changes, settings. What came later is not in it.\n\n"
        "What is there now is kept as a backup first, *before a restore*, so that you can come back to it. "
        "All other backups stay."
    )
    if control.button("Restore it", type="primary", key="restore_now"):
        with st.spinner("Checking the backup and putting it in place", show_time=True):
            back = restore(queries.url(), str(chosen.path), datetime.now(UTC))
        before = f"What was there before is kept in {plain(back.kept.name)}." if back.kept else ""
        damage = plain(restored_words(back.problems), longest=800)
        control.tell(f"Restored: everything is as it was on {made}. {before} {damage}")
