"""The dashboard as a process of its own, as `legwork run` starts it, and what the process has used so far."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import clock_gettime, monotonic, sleep
from typing import Final

PROJECT: Final = Path(__file__).parents[1]
_STARTS_WITHIN_S: Final = 120
_QUIET_S: Final = 0.03


class Dashboard:
    """A running server. address: where it answers."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.address = f"http://localhost:{port}"

    def processor_s(self) -> float:
        """Processor time of the whole process since its start, in seconds. Other work on the machine does not count."""
        # The clock that clock_getcpuclockid(3) names for a process: unlike /proc/…/stat it does not count in 10 ms.
        return clock_gettime((~self.process.pid << 3) | 2)

    def memory_mib(self) -> float:
        """Memory that belongs to the process, resident, in MiB."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def settle(self) -> None:
        """Wait until it does nothing: what a run leaves behind is cleared away after its last message."""
        before, now = -1.0, self.processor_s()
        while now - before > 0.001:
            sleep(_QUIET_S)
            before, now = now, self.processor_s()


@contextmanager
def dashboard(database: str, folder: Path, command: Sequence[str] = ("-m", "lib.cli", "run")) -> Iterator[Dashboard]:
    """A server with a database of its own; it answers when this begins and is gone when this ends."""
    port = _free_port()
    environment = {**os.environ, "LEGWORK_DATABASE_URL": database, "XDG_DATA_HOME": str(folder / "data")}
    with (folder / f"server-{port}.log").open("wb") as log:
        arguments = [sys.executable, *command, "--port", str(port)]
        process = subprocess.Popen(arguments, cwd=PROJECT, env=environment, stdout=log, stderr=log)
    try:
        yield _answering(Dashboard(process, port))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answering(server: Dashboard) -> Dashboard:
    deadline = monotonic() + _STARTS_WITHIN_S
    while monotonic() < deadline:
        assert server.process.poll() is None, "the server stopped; see its log"
        try:
            with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=1):
                return server
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            sleep(0.05)
    raise AssertionError("the server did not answer in time")
