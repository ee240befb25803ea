"""Where no file may be written that a person asks for: in the place of a database, of what lies beside it, or of its backups."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lib.model.errors import StoreError
from lib.store.database.kept_backups import SUM, folder_of, is_left_beside, is_of_copies
from lib.store.database.schema import APPLICATION_ID
from lib.store.database.sqlite_file import MAGIC

_BESIDE: Final = ("-journal", "-wal", "-shm")


def refuse_databases(target: Path, in_use: Path | None) -> None:
    """StoreError where a file of this name would replace a database of ours or a part of one, however its path is written.

    in_use: the database that is open, which may be damaged or not there yet; None on a server.
    """
    refuse_database_in_use(target, in_use)
    real = real_path(target)
    if is_database(real):
        raise StoreError(f"{target} is a database of Legwork. Name another file.")
    for ending in (*_BESIDE, SUM):
        base = real.name.removesuffix(ending)
        if base not in ("", real.name) and is_database(real.with_name(base)):
            raise StoreError(f"{target} belongs to a database of Legwork. Name another file.")


def refuse_database_in_use(target: Path, in_use: Path | None) -> None:
    """StoreError where it is the open database, a part of it, or a backup of it."""
    if in_use is None:
        return
    real = real_path(target)
    for each in _spellings(in_use):
        if _are_one(real, each):
            raise StoreError(f"{target} is the database itself. Name another file.")
        if any(_are_one(real, each.with_name(each.name + ending)) for ending in _BESIDE):
            raise StoreError(f"{target} belongs to the database itself. Name another file.")
        if _holds_a_copy(each, real):
            raise StoreError(f"{target} is kept for the backups of the database. Name another file.")


def is_database(path: Path) -> bool:
    """Whether a file begins as a database of ours does. False of what cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            start = stream.read(72)
    except OSError:
        return False
    return start.startswith(MAGIC) and int.from_bytes(start[68:72]) == APPLICATION_ID


def real_path(path: Path) -> Path:
    """Where links lead; of links that lead to each other as it is written."""
    return Path(os.path.realpath(path))


def _holds_a_copy(database: Path, path: Path) -> bool:
    """By its name, whether it is there or not: what is named so is pruned, and removed with what a person deletes."""
    if is_left_beside(database, path.name):
        return _are_one(path.parent, database.parent)
    return is_of_copies(database, path.name) and _are_one(path.parent, folder_of(database))


def _spellings(database: Path) -> Iterator[Path]:
    """As it is named, and where links lead: SQLite writes beside the file itself, backups lie beside its name."""
    yield database.absolute()
    yield real_path(database)


def _are_one(path: Path, other: Path) -> bool:
    """Also of hard links, and of names that differ in capitals alone, which are one where the disk does not tell them apart."""
    here, there = _found(path), _found(other)
    if here and there:
        return os.path.samestat(here, there)
    here, there = _found(path.parent), _found(other.parent)
    return path.name.casefold() == other.name.casefold() and bool(here and there and os.path.samestat(here, there))


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
