"""Writing a database anew without what was deleted from it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, text

from lib.model.errors import StoreError
from lib.store.database.connections import connect_file, database_file
from lib.store.database.sentences import sentence
from lib.store.database.transactions import plain_words


def compact(engine: Engine) -> None:
    """Leave no page of deleted rows behind. On PostgreSQL the server may reuse their room. StoreError where it is in use."""
    if engine.dialect.name == "sqlite":
        _compact_file(database_file(engine.url))
        return
    with plain_words(engine), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))


def _compact_file(path: Path) -> None:
    try:
        with closing(connect_file(path)) as connection:
            connection.isolation_level = None
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise StoreError(sentence(str(path), error)) from error
