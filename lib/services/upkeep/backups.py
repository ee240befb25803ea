"""Backups as a person asks for them: of the database that is open, on a server in the words of what to do there."""

from datetime import datetime
from pathlib import Path
from typing import Final

from lib.model.errors import StoreError
from lib.store.account import Account
from lib.store.database import backups, kept_backups, migrate
from lib.store.database.connections import database_file, parse_url
from lib.store.database.kept_backups import Backup, BackupKind

LATEST: Final = "latest"
MANY: Final = 100  # records: whatever takes so many away at once comes after a backup
_SERVER: Final = (
    "A PostgreSQL database is backed up by its server: use pg_dump, or `legwork export` for everything in one file."
)


def back_up(url: str, now: datetime, *, kind: BackupKind = BackupKind.BY_HAND, to: Path | None = None) -> Backup:
    """Copy the database at the URL. StoreError: on a server, or where no whole copy can be made."""
    return backups.back_up(_existing(url), kind, now, to)


def back_up_before(account: Account, kind: BackupKind, now: datetime) -> None:
    """A backup before something that takes much away; nothing on a server, whose own backups are asked for there."""
    url = account.engine.url
    if url.get_backend_name() == "sqlite":
        backups.back_up(database_file(url), kind, now)


def list_backups(url: str) -> list[Backup]:
    """The backups of the database, newest first; none on a server."""
    file = file_of(url)
    return kept_backups.list_backups(file) if file else []


def how_to_make_one(url: str) -> str:
    """What to say where there is no backup."""
    return "No backup yet; legwork backup makes one." if file_of(url) else _SERVER


def restore(url: str, name: str, now: datetime) -> tuple[Path, Backup | None]:
    """Bring back a backup by its path, its name or `latest`; which, and what was kept of the database before. StoreError."""
    file = file_of(url)
    if file is None:
        raise StoreError(_SERVER)
    copy = _named(file, name)
    kept = backups.bring_back(file, copy, now, migrate.upgrade_file)
    return copy, kept


def file_of(url: str) -> Path | None:
    """The file of an SQLite URL; None of a server."""
    parsed = parse_url(url)
    return database_file(parsed) if parsed.get_backend_name() == "sqlite" else None


def _existing(url: str) -> Path:
    file = file_of(url)
    if file is None:
        raise StoreError(_SERVER)
    if not file.exists():
        raise StoreError(f"There is no database at {file}, so there is nothing to back up.")
    return file


def _named(database: Path, name: str) -> Path:
    known = kept_backups.list_backups(database)
    if name == LATEST:
        if not known:
            raise StoreError(f"There is no backup of {database} yet.")
        return next((each for each in known if each.kind is not BackupKind.DAMAGED), known[0]).path
    return next((each.path for each in known if each.path.name == name), Path(name))
