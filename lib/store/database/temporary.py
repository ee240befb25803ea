"""Temporary folders that hold something of a person: named so that what a killed program left of them can be told and removed."""

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

_LEFT: Final = re.compile(r"legwork-(?:archive|check|rescue)-(\d+)-.*")


def temporary_folder(what: str) -> TemporaryDirectory[str]:
    """A folder that is gone afterwards. what: archive, check or rescue."""
    return TemporaryDirectory(prefix=f"legwork-{what}-{os.getpid()}-")


def remove_left() -> None:
    """Remove the folders of programs that run no more: whoever was killed left a copy of the database in them."""
    for path in Path(gettempdir()).glob("legwork-*"):
        named = _LEFT.fullmatch(path.name)
        if named and path.is_dir() and not _runs(int(named[1])):
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name == "nt":  # where asking a process like this ends it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True
