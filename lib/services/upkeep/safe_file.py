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

    The file is 0600; a link leads to it as before, a pipe or a device is written to as it is. OSError with the name of the
    file where it cannot be written; nothing is left beside it then.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    except OSError as error:
        error.filename = str(path)
        raise
    aside = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        aside.unlink(missing_ok=True)
