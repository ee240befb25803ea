"""Opening a database: make it, bring it up to date, or refuse it untouched."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from platformdirs import user_data_dir
from sqlalchemy import URL, Connection, Engine, text

from lib.model.errors import StoreError
from lib.model.file_errors import file_words
from lib.store.database import backups, sqlite_file
from lib.store.database.connections import connect_file, database_file, journal_mode, make_engine, parse_url
from lib.store.database.kept_backups import BackupKind
from lib.store.database.migrate import stored_version, upgrade
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.sentences import first_of, sentence, shown_url
from lib.store.database.transactions import read_any

__all__ = ["Connection", "Engine", "check_database", "data_folder", "default_url", "open_database", "stored_schema"]

FILE_NAME = "legwork.db"
_UNWRITABLE: Final = (
    "{path}: its header names the write version {version}, which SQLite only reads, so nothing can be stored."
)


def data_folder() -> Path:
    """The person's own data folder for this program; not made here."""
    return Path(user_data_dir("legwork", appauthor=False))


def default_url() -> str:
    """LEGWORK_DATABASE_URL, or the SQLite file in the person's data folder."""
    return os.environ.get("LEGWORK_DATABASE_URL") or f"sqlite:///{data_folder() / FILE_NAME}"


def open_database(url: str) -> Engine:
    """The database at the URL, made if it is not there and migrated (after a backup) if it is older.

    StoreError with the path and what to do for an empty, damaged, foreign or newer database, which stays as it is.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _open_file(parsed)
    else:
        _open_server(parsed)
    return make_engine(parsed)


def check_database(url: str | URL) -> list[str]:
    """Everything that is wrong with a database, one sentence each; nothing is written. Empty when it is whole.

    Unlike for `open_database`, a missing file is a problem here: data was expected.
    """
    try:
        parsed = parse_url(url)
        return _check_file(database_file(parsed)) if parsed.get_backend_name() == "sqlite" else _check_server(parsed)
    except StoreError as error:
        return [str(error)]
    except (OSError, sqlite3.Error) as error:
        return [f"The database {database_file(parsed)} cannot be read: {error}."]


def stored_schema(url: str) -> int:
    """The schema of the database at the URL, which is not opened for writing; 0 where there is none yet. StoreError."""
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = make_engine(parsed)
        try:
            return _server_version(engine)
        finally:
            engine.dispose()
    path = database_file(parsed)
    return sqlite_file.read_header(path).schema_version if path.exists() else 0


def _open_file(url: URL) -> None:
    path = database_file(url)
    try:
        if not path.exists():
            _make(url, path)
        else:
            _open_existing(url, path)
        _set_journal_mode(path)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be opened. {file_words(error) or error}") from error
    except sqlite3.Error as error:
        raise StoreError(sentence(str(path), error)) from error


def _make(url: URL, path: Path) -> None:
    """A new database that only its owner may read, in a folder of the same kind if it is made here.

    It is made under another name: who is interrupted leaves nothing that looks like a database, and of two that start at
    once the second finds that of the first.
    """
    if not path.parent.exists():
        path.parent.mkdir(parents=True, mode=0o700)
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    os.close(handle)
    aside = Path(name)
    try:
        upgrade(url.set(database=str(aside)))
        _take_name(aside, path)
    finally:
        for each in path.parent.glob(f"{escape(aside.name)}*"):
            each.unlink(missing_ok=True)


def _take_name(aside: Path, path: Path) -> None:
    """The name, unless another start has taken it meanwhile. Where a disk knows no second names, by renaming."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            aside.replace(path)


def _open_existing(url: URL, path: Path) -> None:
    if path.stat().st_size == 0:
        raise StoreError(sqlite_file.EMPTY.format(path=path))
    version = sqlite_file.read_header(path).schema_version
    with closing(connect_file(path)) as connection:
        found = sqlite_file.damage(connection)
    if found:
        raise StoreError(
            f"{path} is damaged ({first_of(found)}). It was left as it is: `legwork check` lists all of it; restore a backup."
        )
    if version < SCHEMA_VERSION:
        backups.back_up(path, BackupKind.UPGRADE, datetime.now(UTC))
        upgrade(url)


def _set_journal_mode(path: Path) -> None:
    """The mode is a property of the file: one written with a newer SQLite may have to come back from WAL."""
    with closing(connect_file(path)) as connection:
        (current,) = connection.execute("PRAGMA journal_mode").fetchone()
        if current != journal_mode():
            (current,) = connection.execute(f"PRAGMA journal_mode={journal_mode()}").fetchone()
        if current != journal_mode():
            raise StoreError(f"{path} is in use by a program with a newer SQLite. Close that one first.")


def _open_server(url: URL) -> None:
    engine = make_engine(url)
    try:
        version = _server_version(engine)
    finally:
        engine.dispose()
    if version < SCHEMA_VERSION:
        upgrade(url)


def _server_version(engine: Engine) -> int:
    with read_any(engine) as connection:
        version = stored_version(connection)
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"The database {shown_url(engine.url)} was written by a newer Legwork (schema {version}, this one "
            f"knows {SCHEMA_VERSION}). It was left as it is; install the newer release."
        )
    return version


def _check_file(path: Path) -> list[str]:
    if not path.exists():
        return [f"There is no database at {path}."]
    if path.stat().st_size == 0:
        return [sqlite_file.EMPTY.format(path=path)]
    written = sqlite_file.read_header(path).write_version
    unwritable = [] if written in (1, 2) else [_UNWRITABLE.format(path=path, version=written)]
    with sqlite_file.reading(path) as connection:
        return unwritable + [f"{path}: {line}" for line in sqlite_file.damage(connection, thorough=True)]


def _check_server(url: URL) -> list[str]:
    engine = make_engine(url)
    try:
        if _server_version(engine) == 0:
            return [f"The database {shown_url(url)} has no tables of Legwork."]
        with read_any(engine) as connection:
            connection.execute(text("SELECT count(*) FROM athlete"))
    finally:
        engine.dispose()
    return []
