"""In which condition an open database is: still the one that was opened, and can it be written to."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from lib.model.errors import StoreError
from lib.store.database import sqlite_file
from lib.store.database.connections import connect_file, database_file, make_engine, parse_url
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.sentences import sentence, shown_url
from lib.store.database.transactions import read_any

_PATIENCE_MS: Final = 300
_ONLY_READ: Final = "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'"


def is_ours(engine: Engine) -> bool:
    """Whether the open database has the schema of this release: False when an older one was put in its place.

    StoreError when it is missing, damaged, foreign, newer or cannot be reached. Nothing is made anew here.
    """
    if engine.dialect.name != "sqlite":
        return _version_on_server(engine) == SCHEMA_VERSION
    path = database_file(engine.url)
    if not path.exists():
        raise StoreError(
            f"The database {path} is gone. Nothing was made in its place: put the file back, then try again."
        )
    return sqlite_file.read_header(path).schema_version == SCHEMA_VERSION


def is_reachable(url: str) -> bool:
    """Whether the database at the URL answers a question. Nothing is made or changed. StoreError."""
    engine = make_engine(parse_url(url))
    try:
        with read_any(engine) as connection:
            return bool(connection.execute(text("SELECT count(*) FROM athlete")).scalar_one())
    finally:
        engine.dispose()


def why_not_writable(engine: Engine) -> str:
    """Why nothing can be stored at the moment, in one sentence; "" where it can. Nothing is changed by asking."""
    if engine.dialect.name != "sqlite":
        return _why_server_is_not(engine)
    path = database_file(engine.url)
    try:
        with closing(connect_file(path)) as connection:
            _try_to_write(connection)
    except sqlite3.Error as error:
        return _as_reason(sentence(str(path), error))
    return ""


def file_identity(engine: Engine) -> tuple[int, int]:
    """What tells a database file from another one that was put in its place; the same for every server."""
    if engine.dialect.name != "sqlite":
        return 0, 0
    found = Path(database_file(engine.url)).stat()
    return found.st_dev, found.st_ino


def server_version(engine: Engine) -> str | None:
    """Which PostgreSQL the server is; None of a file."""
    if engine.dialect.name == "sqlite":
        return None
    with read_any(engine) as connection:
        return str(connection.execute(text("SHOW server_version")).scalar_one())


def _as_reason(words: str) -> str:
    """The sentence of a failure, of which nothing came yet: without "Nothing was stored"."""
    what, _, to_do = words.partition("Nothing was stored; ")
    return what + to_do[:1].upper() + to_do[1:]


def _try_to_write(connection: sqlite3.Connection) -> None:
    """Take the place of the writer, write the first page into the journal, give everything back.

    Only that finds a full disk: a lock alone needs no room.
    """
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS:d}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version={int(version):d}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version_on_server(engine: Engine) -> int:
    with read_any(engine) as connection:
        version = int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if version > SCHEMA_VERSION:
        raise StoreError("The database was brought up to date by a newer Legwork. Stop this one and start the newer.")
    return version


def _why_server_is_not(engine: Engine) -> str:
    try:
        with engine.connect() as connection:
            only_read = connection.execute(text(_ONLY_READ)).scalar_one()
    except DBAPIError as error:
        return _as_reason(sentence(shown_url(engine.url), error.orig))
    return "The database server lets nothing be written at the moment (read-only)." if only_read else ""
