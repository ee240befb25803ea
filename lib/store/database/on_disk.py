"""Waiting until something is on the disk, and not only on its way there."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """The bytes of a file. OSError."""
    _sync(os.open(path, os.O_RDWR))  # Windows lets nobody wait who may only read


def sync_folder(folder: Path) -> None:
    """The names in a folder; where folders cannot be opened (Windows) the system sees to it. OSError."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    _sync(handle)


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
