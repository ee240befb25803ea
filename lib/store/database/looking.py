"""A database opened to be looked at: nothing of it, nor beside it, is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, StaticPool, create_engine

from lib.store.database import sqlite_file
from lib.store.database.connections import connect_file, database_file, make_engine
from lib.store.database.migrate import upgrade_file
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.temporary import temporary_folder
from lib.store.database.transactions import read_any


@contextmanager
def looking_at(url: URL) -> Iterator[Connection]:
    """A connection to the database at a parsed URL, with the tables of this release: of an older file to a copy that is
    brought up to date. StoreError, sqlite3.Error, OSError.
    """
    if url.get_backend_name() != "sqlite":
        engine = make_engine(url)
        try:
            with read_any(engine) as connection:
                yield connection
        finally:
            engine.dispose()
        return
    path = database_file(url)
    if sqlite_file.read_header(path).schema_version == SCHEMA_VERSION:
        with sqlite_file.reading(path) as raw, _wrapped(raw) as connection:
            yield connection
        return
    with _brought_up_to_date(path) as copy, _wrapped(connect_file(copy, "ro")) as connection:
        yield connection


@contextmanager
def _wrapped(raw: sqlite3.Connection) -> Iterator[Connection]:
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _brought_up_to_date(path: Path) -> Iterator[Path]:
    with temporary_folder("check") as folder, sqlite_file.reading(path) as raw:
        copy = Path(folder) / path.name
        copy.touch(mode=0o600)
        with closing(connect_file(copy)) as target:
            raw.backup(target)
        upgrade_file(copy)
        yield copy
