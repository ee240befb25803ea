"""Looking at an SQLite file without changing it: is it ours, of which schema, and whole?"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lib.model.errors import StoreError
from lib.store.database.connections import connect_file
from lib.store.database.schema import APPLICATION_ID, SCHEMA_VERSION
from lib.store.database.temporary import temporary_folder

MAGIC = b"SQLite format 3\x00"
EMPTY: Final = (
    "{path} is empty (zero bytes). It was left as it is: if it held data before, restore a backup; if not, remove it and start "
    "Legwork anew."
)

_OF_ANOTHER: Final = (
    "{path} belongs to another program. It was left as it is: move it away, then restore again, or name another file in "
    "LEGWORK_DATABASE_URL."
)
_OF_A_NEWER: Final = (
    "{path} was written by a newer Legwork (schema {version}, this one knows {known}). It was left as it is: install the newer "
    "release, or move the file away, then restore again."
)
_STRUCTURE = "PRAGMA quick_check(20)"
_INTEGRITY = "PRAGMA integrity_check(20)"


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What the first 100 bytes say."""

    application_id: int
    schema_version: int
    wal: bool
    write_version: int  # 1 or 2; SQLite writes no file with another one


def read_header(path: Path, instead: str = "") -> FileHeader:
    """The header of a database of ours. StoreError: not SQLite, another program's, or of a newer release.

    instead: what to do where the file is not the database in use.
    """
    with path.open("rb") as stream:
        start = stream.read(100)
    if len(start) < 100 or not start.startswith(MAGIC):
        raise StoreError(
            f"{path} is not an SQLite database. It was left as it is: "
            f"{instead or 'restore a backup, or name another file in LEGWORK_DATABASE_URL.'}"
        )
    header = FileHeader(int.from_bytes(start[68:72]), int.from_bytes(start[60:64]), start[18] == 2, start[18])
    if header.application_id != APPLICATION_ID:
        raise StoreError(
            f"{path} belongs to another program. It was left as it is: "
            f"{instead or 'move it away, or name another file in LEGWORK_DATABASE_URL.'}"
        )
    if header.schema_version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a newer Legwork (schema {header.schema_version}, this one knows {SCHEMA_VERSION}). "
            "It was left as it is; install the newer release."
        )
    return header


def require_ours(path: Path) -> None:
    """StoreError of a file that is empty, no SQLite database, another program's or of a newer release."""
    if path.stat().st_size == 0:
        raise StoreError(EMPTY.format(path=path))
    read_header(path)


def refuse_others(path: Path) -> None:
    """StoreError of a file that is another program's or of a newer release; one that is damaged beyond telling is neither."""
    with path.open("rb") as stream:
        start = stream.read(100)
    if len(start) < 100 or not start.startswith(MAGIC):
        return
    if int.from_bytes(start[68:72]) != APPLICATION_ID:
        if not _may_be_ours(path):
            raise StoreError(_OF_ANOTHER.format(path=path))
    elif (version := int.from_bytes(start[60:64])) > SCHEMA_VERSION:
        raise StoreError(_OF_A_NEWER.format(path=path, version=version, known=SCHEMA_VERSION))


def _may_be_ours(path: Path) -> bool:
    """Whether it has our tables, or is damaged so that nobody can tell."""
    try:
        with closing(connect_file(path, "ro&immutable=1")) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except (sqlite3.Error, UnicodeDecodeError):
        return True
    return {"athlete", "alembic_version"} <= names


def damage(connection: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What SQLite finds wrong with the open file; empty when it is whole. thorough: indexes and foreign keys, too.

    StoreError when another process keeps the file locked.
    """
    try:
        rows = connection.execute(_INTEGRITY if thorough else _STRUCTURE)
        found = [line for row in rows for line in str(row[0]).splitlines() if not line.startswith("***")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(20) if thorough else []
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreError("Something else is writing to the database. Try again in a moment.") from error
        return [str(error)]
    except UnicodeDecodeError:  # SQLite quotes a name of the damaged schema
        return ["the list of tables is no text"]
    broken = [f"a row of {table} belongs to a row of {parent} that does not exist" for table, _, parent, _ in orphans]
    return [line for line in found if line != "ok"] + broken


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that leaves file and folder as they are.

    An interrupted write that still lies beside the file (a hot journal, a WAL) is completed in a private copy.
    """
    wal = read_header(path).wal
    if wal and not _beside(path, "-wal").exists():
        with closing(connect_file(path, "ro&immutable=1")) as connection:
            yield connection
        return
    with closing(connect_file(path, "ro")) as connection:
        if not (wal and not _beside(path, "-shm").exists()) and _answers(connection):
            yield connection
            return
    with private_copy(path) as copy, closing(connect_file(copy)) as connection:
        yield connection


def _answers(connection: sqlite3.Connection) -> bool:
    """False when SQLite would have to finish an interrupted write first."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    except UnicodeDecodeError:
        return True  # it has an answer, which quotes damaged text
    return True


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """A copy of a file as it lies there, with what lies beside it of an interrupted write. OSError."""
    with temporary_folder("check") as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-journal", "-wal"):
            if _beside(path, ending).exists():
                shutil.copyfile(_beside(path, ending), _beside(copy, ending))
        yield copy
