"""Backups as a person asks for them: of the database that is open, on a server in the words of what to do there.

What goes is older than a backup that is known to be whole. Those of the days are: everything is read for each. What is made
before an act costs no such reading, but where it would push out one that is newer than the last of a day: then the database is
checked, and of a damaged one the backup is of a kind that pushes out no other.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from lib.model.errors import StoreError
from lib.services.checking.check import check_file
from lib.store.account import Account
from lib.store.database import backups, kept_backups
from lib.store.database.connections import database_file, parse_url
from lib.store.database.kept_backups import Backup, BackupKind

MANY: Final = 100  # records: whatever takes so many away at once comes after a backup
SERVER: Final = (
    "A PostgreSQL database is backed up by its server: use pg_dump, or `legwork export` for everything in one file."
)


def back_up(url: str, now: datetime, *, kind: BackupKind = BackupKind.BY_HAND, to: Path | None = None) -> Backup:
    """Copy the database at the URL. StoreError: on a server, or where no whole copy can be made."""
    return backups.back_up(_existing(url), kind, now, to)


def back_up_before(account: Account, kind: BackupKind, now: datetime) -> None:
    """A backup before something that takes much away; nothing on a server, whose own backups are asked for there."""
    url = account.engine.url
    if url.get_backend_name() == "sqlite":
        file = database_file(url)
        backups.back_up(file, kind_before(file, kind), now)


def kind_before(file: Path, kind: BackupKind) -> BackupKind:
    """Of which kind a backup before an act is."""
    unsure = kept_backups.pushes_out_unproven(file, kind)
    return BackupKind.BEFORE_DAMAGED if unsure and check_file(file).problems else kind


def list_backups(url: str) -> list[Backup]:
    """The backups of the database, newest first; none on a server."""
    file = file_of(url)
    return kept_backups.list_backups(file) if file else []


def how_to_make_one(url: str) -> str:
    """What to say where there is no backup."""
    return "No backup yet; legwork backup makes one." if file_of(url) else SERVER


def file_of(url: str) -> Path | None:
    """The file of an SQLite URL; None of a server."""
    parsed = parse_url(url)
    return database_file(parsed) if parsed.get_backend_name() == "sqlite" else None


def _existing(url: str) -> Path:
    file = file_of(url)
    if file is None:
        raise StoreError(SERVER)
    if not file.exists():
        raise StoreError(f"There is no database at {file}, so there is nothing to back up.")
    return file
