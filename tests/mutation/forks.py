"""Work in a fork of this process that may hang, fill the memory or leave files: nothing of it stays."""

import contextlib
import os
import resource
import select
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

PASSED, ENDLESS = "passed", "endless"
ENDLESS_CPU_S = 60  # beyond what its tests may take
ENDLESS_TIMES = 10  # as long by the clock
MOST_MEMORY = 6 * 2**30


def in_a_fork(work: Callable[[], str], scratch: Path, enough_cpu_s: float) -> str:
    """What the work says; ENDLESS where it does not end. Temporary files of it lie in `scratch`, which is emptied."""
    endless_cpu_s = int(enough_cpu_s) + ENDLESS_CPU_S
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            _settle_in(scratch, endless_cpu_s)
            os.write(writing, work().encode())
        finally:
            os._exit(0)  # whatever happened: a second parent would go on with the other faults
    os.close(writing)
    said = _answer(child, reading, endless_cpu_s * ENDLESS_TIMES)
    for each in scratch.iterdir():
        if each.name != "base":
            shutil.rmtree(each, ignore_errors=True) if each.is_dir() else each.unlink(missing_ok=True)
    for each in (scratch / "base").glob("*"):
        shutil.rmtree(each, ignore_errors=True)
    return said


def _settle_in(scratch: Path, endless_cpu_s: int) -> None:
    os.setsid()
    os.environ["TMPDIR"] = str(scratch)
    tempfile.tempdir = None
    resource.setrlimit(resource.RLIMIT_CPU, (endless_cpu_s, endless_cpu_s + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def _answer(child: int, reading: int, endless_s: int) -> str:
    ready, _, _ = select.select([reading], [], [], endless_s)
    said = os.read(reading, 60_000).decode() if ready else ""
    os.close(reading)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # and whatever its tests have started
    os.waitpid(child, 0)
    return said or ENDLESS
