"""Transactions: one consistent picture for reading, one writer at a time, and plain words when the database fails."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, select, text
from sqlalchemy.exc import DBAPIError

from lib.model.errors import StoreError
from lib.store.database import schema
from lib.store.database.commits import note_commit
from lib.store.database.seals import seal
from lib.store.database.sentences import damaged_value, sentence, shown_url

BEGIN = "legwork_begin"  # execution option: how a transaction on SQLite begins

_STORE = str(Path(__file__).parents[1])
_OURS = str(Path(__file__).parents[2])
_MODEL = str(Path(_OURS, "model"))  # what frames are made with, for whoever makes them
_SIGNATURE = ("application_id", "user_version")
_SERVER_VERSION = "SELECT version_num FROM alembic_version"
_READING: dict[str, dict[str, Any]] = {
    "sqlite": {BEGIN: "BEGIN"},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@contextmanager
def read(engine: Engine, athlete_id: int) -> Iterator[Connection]:
    """One moment of an athlete's data; nothing can be written. StoreError, also when there is no such athlete."""
    with _damage_told(engine), read_any(engine) as connection:
        _find(connection, _row_of(athlete_id), athlete_id)
        yield connection


@contextmanager
def read_any(engine: Engine) -> Iterator[Connection]:
    """A reading transaction that belongs to no athlete: for the state of the schema and for finding the first one."""
    with plain_words(engine), engine.connect() as plain:
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
    with write_unseen(engine, athlete_id) as connection:
        yield connection
        note_commit(connection, athlete_id)


@contextmanager
def write_unseen(engine: Engine, athlete_id: int) -> Iterator[Connection]:
    """Likewise, but the revision stays: for drafts, which nothing that is cached depends on."""
    with _damage_told(engine), write_any(engine) as connection:
        _refuse_another_schema(connection)
        # Held to the end of the transaction; on SQLite the transaction already holds the file.
        _find(connection, _row_of(athlete_id).with_for_update(), athlete_id)
        yield connection
        seal(connection, athlete_id)


@contextmanager
def write_any(engine: Engine) -> Iterator[Connection]:
    """A writing transaction that belongs to no athlete yet; only for making the first one."""
    with plain_words(engine), engine.connect() as plain:
        connection = plain.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection


@contextmanager
def _damage_told(engine: Engine) -> Iterator[None]:
    """Values that cannot be what this program wrote, in a sentence: what is kept as a day, as JSON, as packed bytes."""
    try:
        yield
    except zlib.error as error:  # whatever an importer unpacks has a sentence of its own
        raise StoreError(damaged_value(shown_url(engine.url))) from error
    except ValueError as error:
        if not _is_of_the_store(error):
            raise
        raise StoreError(damaged_value(shown_url(engine.url))) from error


def _is_of_the_store(error: ValueError) -> bool:
    """Whether the store could not make sense of what it read: the innermost step of ours, but for this file, is its own."""
    places, step = "", error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        places = name if name.startswith(_OURS) and not name.startswith((_MODEL, __file__)) else places
        step = step.tb_next
    return places.startswith(_STORE)


def _refuse_another_schema(connection: Connection) -> None:
    """A newer release, or another program, may have got hold of the database while this one was running."""
    if connection.dialect.name == "sqlite":
        found = tuple(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _SIGNATURE)
        ours = found == (schema.APPLICATION_ID, schema.SCHEMA_VERSION)
    else:
        ours = int(connection.exec_driver_sql(_SERVER_VERSION).scalar_one()) == schema.SCHEMA_VERSION
    if not ours:
        raise StoreError(
            "The database is no longer that of this release: a newer Legwork or another program wrote it meanwhile. "
            "Nothing was stored; end this Legwork and start the one that you use now."
        )


def _row_of(athlete_id: int) -> Select[tuple[int]]:
    return select(schema.athlete.c.id).where(schema.athlete.c.id == athlete_id)


def _find(connection: Connection, row: Select[tuple[int]], athlete_id: int) -> None:
    if connection.execute(row).first() is None:
        raise StoreError(f"There is no athlete {athlete_id} in this database any more.")


@contextmanager
def plain_words(engine: Engine) -> Iterator[None]:
    """Turn what SQLAlchemy or the driver raises into a StoreError; everything else passes."""
    dbapi: Any = engine.dialect.dbapi
    try:
        yield
    except JSONDecodeError as error:  # what is kept as JSON was written by this program, or is damaged
        raise StoreError(damaged_value(shown_url(engine.url))) from error
    except (DBAPIError, dbapi.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        refused = isinstance(original, (dbapi.IntegrityError, dbapi.DataError))
        raise StoreError(sentence(shown_url(engine.url), original, refused=refused)) from error
