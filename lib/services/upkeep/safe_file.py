"""Files that a person asked for: whole or not there, and nobody else's to read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from lib.store.database.on_disk import sync_folder


@contextmanager
def written_aside(path: Path) -> Iterator[IO[Any]]:
    """A stream of bytes that takes the place of the file when all of it is on the disk; an earlier file stays until then.

    The file is 0600; a link leads to it as before, a pipe that somebody reads or a device is written to as it is. OSError with
    the name of the file where it cannot be written; nothing is left beside it then.
    """
    path = path.resolve()
    try:
        with _as_it_is(path) if path.exists() and not path.is_file() else _replaced(path) as stream:
            yield stream
    except OSError as error:
        error.filename = str(path)
        raise


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
