"""Files that a person asked for: whole or not there, and nobody else's to read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from lib.services.upkeep.backups import file_of
from lib.store.database.engine import default_url
from lib.store.database.on_disk import sync_folder
from lib.store.database.targets import real_path, refuse_databases


@contextmanager
def written_aside(path: Path) -> Iterator[IO[Any]]:
    """A stream of bytes that takes the place of the file when all of it is on the disk; an earlier file stays until then.

    The file is 0600; a link leads to it as before, a pipe that somebody reads or a device is written to as it is. OSError with
    the name of the file where it cannot be written; nothing is left beside it then. StoreError where it is a database of ours.
    """
    refuse_as_target(path)
    as_it_is = path.exists() and not path.is_file()  # where /dev/stdout leads is no path if it is a pipe
    path = path if as_it_is else real_path(path)
    try:
        with _as_it_is(path) if as_it_is else _replaced(path) as stream:
            yield stream
    except OSError as error:
        error.filename = str(path)
        raise


def refuse_as_target(path: Path) -> None:
    """StoreError where a file would be written over the database in use, over another one of ours, or over what belongs to one."""
    refuse_databases(path, file_of(default_url()))


def _as_it_is(path: Path) -> IO[Any]:
    """A pipe or a device. OSError at once where nobody reads the pipe: else its opening waits for ever."""
    if not path.is_fifo():
        return path.open("wb")
    pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "wb")


@contextmanager
def _replaced(path: Path) -> Iterator[IO[Any]]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    aside = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
        sync_folder(path.parent)
    finally:
        aside.unlink(missing_ok=True)
