"""Copies of an SQLite database that are known to be whole: made while it is in use, checked, and brought back.

They lie in a folder beside it, each with its SHA-256 beside it as `sha256sum -c` reads it. A copy gets its name when it is
checked and on the disk; what was interrupted before has a name that nobody trusts.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Final

from lib.model.errors import StoreError
from lib.model.file_errors import file_words, what_is_no_file
from lib.store.database import sqlite_file
from lib.store.database.connections import connect_file
from lib.store.database.kept_backups import STAMP, Backup, BackupKind, folder_of, prune, sum_of
from lib.store.database.on_disk import sync_file, sync_folder
from lib.store.database.sentences import first_of, sentence
from lib.store.database.targets import is_database, real_path, refuse_database_in_use, refuse_databases

_PART: Final = ".part"
_PATIENCE_S: Final = 30.0
_PAUSE_S: Final = 0.05
_OF_WRITING: Final = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")


def back_up(database: Path, kind: BackupKind, now: datetime, to: Path | None = None) -> Backup:
    """Copy an open database as of one moment, check the copy, and remove what is not kept any longer. StoreError.

    now: with its zone. to: another place than the folder beside it.
    """
    if to is not None:
        refuse_as_backup(to, database)
    sqlite_file.require_ours(database)
    moment = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    path = real_path(to) if to else _free(folder_of(database) / f"{database.stem}-{moment.strftime(STAMP)}-{kind}.db")
    try:
        _make_folder(path.parent)
        _copy_checked(database, path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"No backup of {database} could be made: {_words(database, error, path)}") from error
    if to is None:
        prune(database)
    return Backup(to or path, kind, moment, path.stat().st_size)


def refuse_as_backup(to: Path, database: Path) -> None:
    """StoreError where no backup of a database may be written: only in the place of a file, of ours only of an earlier backup."""
    refuse_database_in_use(to, database)
    for path in (to, sum_of(real_path(to))):
        other = what_is_no_file(path)
        if other:
            raise StoreError(f"{path} is {other}. Name a file for the backup{' in it' * (other == 'a folder')}.")
    if not (is_database(to) and sum_of(real_path(to)).exists()):
        refuse_databases(to, database)


def verify(copy: Path) -> None:
    """StoreError where a copy is not what it was when it was made, or no database of ours of this release or an earlier one."""
    if not copy.is_file():
        raise StoreError(f"There is no backup {copy}. Name one that `legwork backups` lists.")
    expected = sum_of(copy)
    if expected.exists() and _digest(copy) != expected.read_text(encoding="utf-8").split(" ")[0]:
        raise StoreError(f"The backup {copy} is not what it was when it was made. Choose another one.")
    sqlite_file.read_header(
        copy, "name a backup that `legwork backups` lists, or another file that `legwork backup` made."
    )
    with closing(connect_file(copy, "ro&immutable=1")) as connection:
        found = sqlite_file.damage(connection, thorough=True)
    if found:
        raise StoreError(f"The backup {copy} is damaged ({first_of(found)}). Choose another one.")


def bring_back(
    database: Path,
    copy: Path,
    now: datetime,
    upgrade: Callable[[Path], None],
    kind: BackupKind = BackupKind.RESTORE,
) -> Path | None:
    """Put a copy in the place of a database, also of one that is in use; what was there before is backed up first.

    The copy is checked and brought up to date in a file beside; then its pages take the place of those of the database in one
    transaction of SQLite: whoever is killed meanwhile finds the old or the new one. upgrade: migrates a file.
    kind: of the backup of what was there. Where that is kept: its backup, or the damaged file itself by another name; None
    where nothing was there. StoreError, also where it is not ours to replace.
    """
    verify(copy)
    if database.exists():
        sqlite_file.refuse_others(database)
    side = database.with_name(f".{database.name}.restore{_PART}")
    try:
        copy_pages(copy, side)
        upgrade(side)
        with closing(connect_file(side)) as connection:
            found = sqlite_file.damage(connection, thorough=True)
        if found:
            raise StoreError(f"The backup {copy} could not be brought up to date ({first_of(found)}).")
        before = _keep(database, now, kind)
        _swap(side, database, over=database.exists() and database.stat().st_size > 0)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"The backup could not be brought back: {_words(database, error)}") from error
    finally:
        for path in (side, side.with_name(f"{side.name}-journal")):
            path.unlink(missing_ok=True)
    return before


def copy_pages(source: Path, target: Path) -> None:
    """All pages as of one moment. Whoever writes meanwhile is waited for, and waits. sqlite3.Error."""
    target.touch(mode=0o600)
    waited = [0.0]

    def wait(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            waited[0] += _PAUSE_S
            if waited[0] > _PATIENCE_S:
                raise sqlite3.OperationalError("database is locked")

    with closing(connect_file(source)) as reading, closing(connect_file(target)) as writing:
        reading.backup(writing, pages=-1, progress=wait, sleep=_PAUSE_S)


def is_lost(database: Path) -> bool:
    """Whether a database is gone, empty or damaged; not where it is another program's or of a newer release."""
    if not database.is_file() or not database.stat().st_size:
        return True
    try:
        sqlite_file.refuse_others(database)
    except StoreError:
        return False
    return _is_damaged(database)


def _words(database: Path, error: OSError | sqlite3.Error, target: Path | None = None) -> str:
    """What is wrong and what to do. target: what alone is written to, so that room is wanting there."""
    if isinstance(error, OSError):
        aside = not error.filename or str(error.filename).endswith(_PART)  # a name that nobody has heard of
        return file_words(error, str(target or "") if aside else "") or str(error)
    written = target is not None and getattr(error, "sqlite_errorname", "") in _OF_WRITING
    return sentence(str(target if written else database), error)


def _keep(database: Path, now: datetime, kind: BackupKind) -> Path | None:
    """Where a copy of what is there lies; a damaged file is kept as it is, under another name. StoreError where a whole one
    cannot be.
    """
    if not database.exists() or not database.stat().st_size:
        return None
    try:
        return back_up(database, kind, now).path
    except StoreError:
        if not _is_damaged(database):
            raise
    aside = _free(database.with_name(f"{database.name}.damaged-{now.astimezone(UTC).strftime(STAMP)}"))
    for ending in ("-journal", "-wal", ""):  # what was not written into it yet goes along
        if database.with_name(database.name + ending).exists():
            database.with_name(database.name + ending).replace(aside.with_name(aside.name + ending))
    return aside


def _is_damaged(database: Path) -> bool:
    try:
        sqlite_file.read_header(database)
    except StoreError:  # it is not another program's nor of a newer release
        return True
    with closing(connect_file(database)) as connection:
        return bool(sqlite_file.damage(connection, thorough=True))


def _swap(side: Path, database: Path, *, over: bool) -> None:
    """over: what is there is whole and may be open: its pages are replaced in one transaction."""
    if not over:
        for ending in ("-journal", "-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
        side.chmod(0o600)
        side.replace(database)
        sync_folder(database.parent)
        return
    copy_pages(side, database)


def _copy_checked(database: Path, path: Path) -> None:
    """Under its name only when it is whole and on the disk, its sum before it."""
    part = path.with_name(f".{path.name}{_PART}")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        copy_pages(database, part)
        with closing(connect_file(part)) as connection:
            found = sqlite_file.damage(connection, thorough=True)
        if found:
            raise StoreError(f"{database} is damaged ({first_of(found)}), so no backup was made of it.")
        sync_file(part)
        _write_sum(path, _digest(part))
        _take_name(part, path)
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _take_name(part: Path, path: Path) -> None:
    """A sum without its copy is nothing, and is not left behind."""
    try:
        part.replace(path)
    except OSError:
        sum_of(path).unlink(missing_ok=True)
        raise


def _write_sum(copy: Path, digest: str) -> None:
    """Aside first: where an earlier copy of that name has one, it stays until this one is on the disk."""
    path = sum_of(copy)
    part = path.with_name(f".{path.name}{_PART}")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        part.write_text(f"{digest}  {copy.name}\n", encoding="utf-8")
        sync_file(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _free(path: Path) -> Path:
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)
