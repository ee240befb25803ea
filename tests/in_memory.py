"""Temporary files of tests lie in memory, where the machine has room for them.

A database waits for its disk at every commit, and a PostgreSQL server for each of the thousand files of a new database.
What our tests prove needs none of that: power is never cut, and programs that are killed leave memory as they leave a disk.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

MEMORY: Final = Path("/dev/shm")  # noqa: S108
ROOM: Final = 4 * 2**30


def put_temporary_files_in_memory() -> None:
    """For this process and all that it starts; nothing changes where TMPDIR says where they shall lie."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # what was found before
