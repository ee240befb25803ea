"""Engines with the settings that keep data safe, on every connection."""

import sqlite3
from operator import attrgetter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from lib.model.errors import StoreError
from lib.model.file_errors import what_is_no_file
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit
from lib.store.database.copying import wait_before_statements
from lib.store.database.seals import watch_writes
from lib.store.database.transactions import BEGIN

__all__ = [
    "URL",
    "connect_file",
    "database_file",
    "journal_mode",
    "make_engine",
    "parse_url",
    "url_of",
]

# Older versions can corrupt a WAL database when one connection checkpoints while another commits.
FIRST_SAFE_WAL = (3, 51, 3)

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA synchronous=FULL",
)

# For one transaction only: a setting of the session would stay behind in a pooled connection.
_POSTGRES_LIMITS = (
    "SELECT set_config('statement_timeout', '30s', true), set_config('lock_timeout', '5s', true), "
    "set_config('idle_in_transaction_session_timeout', '60s', true)"
)


def parse_url(url: str | URL) -> URL:
    """The database a URL names. StoreError when it is neither an SQLite file nor a PostgreSQL database."""
    try:
        parsed = make_url(url)
    except (
        ArgumentError,
        ValueError,
    ):  # ValueError: a port that is no number. Neither may quote the URL: it has a password
        raise StoreError(
            "The database URL cannot be read; write sqlite:///file or postgresql://host:5432/name."
        ) from None
    if parsed.get_backend_name() == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise StoreError("The database URL names no file; write it like sqlite:////home/me/legwork.db.")
        return parsed.set(drivername="sqlite")
    if "@" in (parsed.host or ""):
        raise StoreError("The password in the database URL holds an @; write it there as %40.")
    if parsed.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    raise StoreError(f"The database kind {parsed.drivername!r} is not known; use an SQLite file or PostgreSQL.")


def database_file(url: URL) -> Path:
    """The file of an SQLite URL, whether it is there or not. StoreError where a folder, a pipe or a device has its place."""
    path = Path(str(url.database))
    other = what_is_no_file(path)
    if other:
        raise StoreError(
            f"{path} is {other} and no database. It was left as it is; name a file in the database URL, "
            "such as sqlite:////home/me/legwork.db."
        )
    return path


def url_of(file: Path) -> URL:
    """The URL of an SQLite file, whatever signs its name has."""
    return URL.create("sqlite", database=str(file))


def journal_mode() -> str:
    """WAL where this SQLite is free of the corruption bug, else the classic rollback journal."""
    return "wal" if sqlite3.sqlite_version_info >= FIRST_SAFE_WAL else "delete"


def connect_file(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to an existing file that never creates one. mode: rw, ro, or ro&immutable=1."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, check_same_thread=False)


def make_engine(url: URL) -> Engine:
    """An engine that sets every connection up; nothing is opened yet. StoreError without the PostgreSQL driver."""
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    watch_writes(engine)
    return engine


def _register_adapters() -> None:
    """Let the words of a set become plain text, and None stay None, for the driver: of values only, not of meaning.

    sqlite3 looks for an adapter of every value that is not exactly a str, int or float, and finding one is faster than not
    finding one. It has one list of them for the whole process, so only a process that opens an SQLite file gets them.
    """
    for words in (SetKind, WeightUnit, LoadMode, Side):
        sqlite3.register_adapter(words, attrgetter("_value_"))
    sqlite3.register_adapter(type(None), {None: None}.__getitem__)


def _sqlite(url: URL) -> Engine:
    _register_adapters()
    # No pool: a file that was deleted or restored under the running program is noticed at the next transaction.
    engine = create_engine(url, poolclass=NullPool, creator=lambda: connect_file(database_file(url)))

    @event.listens_for(engine, "connect")
    def _set_up(dbapi_connection: sqlite3.Connection, _record: Any) -> None:
        dbapi_connection.isolation_level = None  # sqlite3 must not begin transactions by itself
        for pragma in _PRAGMAS:
            dbapi_connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))

    return engine


def _postgresql(url: URL) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError("PostgreSQL needs the package psycopg: pip install 'legwork[postgres]'.") from error

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(_POSTGRES_LIMITS)

    wait_before_statements(engine)
    return engine
