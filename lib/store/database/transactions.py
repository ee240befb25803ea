"""Transactions: one consistent picture for reading, one writer at a time, and plain words when the database fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Select, select, text, update
from sqlalchemy.exc import DBAPIError

from lib.model.errors import StoreError
from lib.store.database import schema

BEGIN = "legwork_begin"  # execution option: how a transaction on SQLite begins

_READING: dict[str, dict[str, Any]] = {
    "sqlite": {BEGIN: "BEGIN"},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@contextmanager
def read(engine: Engine, athlete_id: int) -> Iterator[Connection]:
    """One moment of an athlete's data; nothing can be written. StoreError, also when there is no such athlete."""
    with read_any(engine) as connection:
        _find(connection, _row_of(athlete_id), athlete_id)
        yield connection


@contextmanager
def read_any(engine: Engine) -> Iterator[Connection]:
    """A reading transaction that belongs to no athlete: for the state of the schema and for finding the first one."""
    with _plain_words(engine), engine.connect() as plain:
        connection = plain.execution_options(**_READING[engine.dialect.name])
        with connection.begin():
            if engine.dialect.name == "sqlite":
                connection.execute(text("PRAGMA query_only=ON"))
            yield connection


@contextmanager
def write(engine: Engine, athlete_id: int) -> Iterator[Connection]:
    """The one writer of an athlete: everything or nothing, and the revision is raised with it.

    Any exception, BaseException included, rolls back: Streamlit stops scripts with one. StoreError when the database
    is busy for more than 5 s, full, unreachable or refuses a value.
    """
    with write_any(engine) as connection:
        # Held to the end of the transaction; on SQLite the transaction already holds the file.
        _find(connection, _row_of(athlete_id).with_for_update(), athlete_id)
        yield connection
        raised = schema.athlete.c.revision + 1
        connection.execute(update(schema.athlete).where(schema.athlete.c.id == athlete_id).values(revision=raised))


@contextmanager
def write_any(engine: Engine) -> Iterator[Connection]:
    """A writing transaction that belongs to no athlete yet; only for making the first one."""
    with _plain_words(engine), engine.connect() as plain:
        connection = plain.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection


def _row_of(athlete_id: int) -> Select[tuple[int]]:
    return select(schema.athlete.c.id).where(schema.athlete.c.id == athlete_id)


def _find(connection: Connection, row: Select[tuple[int]], athlete_id: int) -> None:
    if connection.execute(row).first() is None:
        raise StoreError(f"There is no athlete {athlete_id} in this database any more.")


@contextmanager
def _plain_words(engine: Engine) -> Iterator[None]:
    """Turn what SQLAlchemy or the driver raises into a StoreError; everything else passes."""
    dbapi: Any = engine.dialect.dbapi
    try:
        yield
    except (DBAPIError, dbapi.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        raise StoreError(_sentence(engine, original, refused=isinstance(original, dbapi.IntegrityError))) from error


def _sentence(engine: Engine, original: BaseException | None, *, refused: bool) -> str:
    detail, name = str(original).strip(), type(original).__name__
    where = engine.url.database if engine.dialect.name == "sqlite" else engine.url.render_as_string()
    words = detail.splitlines()[0] if detail else name
    if refused:
        return f"The database refused a value, nothing was stored ({words})."
    for signs, sentence in _SENTENCES:
        if name in signs or any(sign in detail for sign in signs):
            return sentence.format(where=where, words=words)
    return f"The database {where} could not be used: {words}."


_BUSY = "Something else is writing to the database {where}. Nothing was stored; try again in a moment."
_FULL = "Disk full: there is no room left for {where}. Nothing was stored; what was there before is untouched."
_READ_ONLY = "The database {where} cannot be written to (read-only). Nothing was stored; check the file's permissions."
_MISSING = "The database {where} cannot be opened: the file is missing or may not be read."
_DAMAGED = "The database {where} is damaged ({words}). Restore a backup; the file was left as it is."
_DOWN = "The database server {where} cannot be reached ({words}). Nothing was stored; start it and try again."

_SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("database is locked", "database table is locked", "lock timeout", "LockNotAvailable"), _BUSY),
    (("database or disk is full", "No space left", "DiskFull"), _FULL),
    (("readonly database", "read-only transaction"), _READ_ONLY),
    (("unable to open database file",), _MISSING),
    (("malformed", "not a database"), _DAMAGED),
    (("connection failed", "server closed the connection", "connection refused", "terminating connection"), _DOWN),
    (("the connection is closed", "the connection is lost", "AdminShutdown"), _DOWN),
)
