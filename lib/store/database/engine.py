"""Opening a database: make it, bring it up to date, or refuse it untouched."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy import URL, Connection, Engine, text

from lib.model.errors import StoreError
from lib.model.file_errors import file_words
from lib.store.database import sqlite_file
from lib.store.database.connections import connect_file, database_file, journal_mode, make_engine, parse_url
from lib.store.database.migrate import revision_of, stored_version, upgrade
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.sentences import sentence, shown_url
from lib.store.database.transactions import read_any

__all__ = ["Connection", "Engine", "check_database", "data_folder", "default_url", "open_database"]

FILE_NAME = "legwork.db"


def data_folder() -> Path:
    """The person's own data folder for this program; not made here."""
    return Path(user_data_dir("legwork", appauthor=False))


def default_url() -> str:
    """LEGWORK_DATABASE_URL, or the SQLite file in the person's data folder."""
    return os.environ.get("LEGWORK_DATABASE_URL") or f"sqlite:///{data_folder() / FILE_NAME}"


def open_database(url: str) -> Engine:
    """The database at the URL, made if it is not there and migrated (after a safety copy) if it is older.

    A file of zero bytes counts as not there: that is what an interrupted first start leaves. StoreError with the path
    and what to do for a damaged, foreign or newer database, which stays as it is.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _open_file(parsed)
    else:
        _open_server(parsed)
    return make_engine(parsed)


def check_database(url: str) -> list[str]:
    """Everything that is wrong with a database, one sentence each; nothing is written. Empty when it is whole.

    Unlike for `open_database`, a missing file or one of zero bytes is a problem here: data was expected.
    """
    try:
        parsed = parse_url(url)
        return _check_file(database_file(parsed)) if parsed.get_backend_name() == "sqlite" else _check_server(parsed)
    except StoreError as error:
        return [str(error)]
    except (OSError, sqlite3.Error) as error:
        return [f"The database {database_file(parsed)} cannot be read: {error}."]


def _open_file(url: URL) -> None:
    path = database_file(url)
    try:
        if not path.exists() or path.stat().st_size == 0:
            _prepare(path)
            upgrade(url)
        else:
            _open_existing(url, path)
        _set_journal_mode(path)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be opened. {file_words(error) or error}") from error
    except sqlite3.Error as error:
        raise StoreError(sentence(str(path), error)) from error


def _prepare(path: Path) -> None:
    """An empty file that only its owner may read, in a folder of the same kind if it is made here."""
    if not path.parent.exists():
        path.parent.mkdir(parents=True, mode=0o700)
    with suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)


def _open_existing(url: URL, path: Path) -> None:
    version = sqlite_file.read_header(path).schema_version
    with closing(connect_file(path)) as connection:
        found = sqlite_file.damage(connection)
    if found:
        raise StoreError(f"{path} is damaged ({found[0]}). It was left as it is; restore a backup.")
    if version < SCHEMA_VERSION:
        sqlite_file.safety_copy(path, f"before-schema-{revision_of(SCHEMA_VERSION)}")
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
        return [f"{path} is empty (zero bytes). If it held data before, restore a backup."]
    with sqlite_file.reading(path) as connection:
        return [f"{path}: {line}" for line in sqlite_file.damage(connection, thorough=True)]


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
