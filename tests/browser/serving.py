"""The app as a process of its own on a free port."""

import os
import select
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY_WITHIN_S = 120


@contextmanager
def servers(folder: Path) -> Iterator[Callable[..., str]]:
    """start(database, "--demo") starts the app with a database in the folder and gives its address; all end with this."""
    started: list[subprocess.Popen] = []

    def start(database: str = "mine.db", *arguments: str) -> str:
        environment = {
            **os.environ,
            "LEGWORK_DATABASE_URL": f"sqlite:///{folder / database}",
            "XDG_DATA_HOME": str(folder / "data"),
        }
        process, address = start_server(environment, folder, *arguments)
        started.append(process)
        return address

    try:
        yield start
    finally:
        for process in started:
            process.terminate()
            process.wait(timeout=20)


def start_server(environment: Mapping[str, str], folder: Path, *arguments: str) -> tuple[subprocess.Popen, str]:
    """The process and its address, once it answers; its log lies in `folder`. AssertionError if it does not start."""
    port = free_port()
    command = [sys.executable, "-m", "lib.cli", "run", "--port", str(port), *arguments]
    with (folder / f"server-{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    wait_until_healthy(port, process)
    return process, f"http://localhost:{port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server stopped; see its log"
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            select.select([], [], [], 0.1)
    process.kill()
    raise AssertionError("the server did not answer in time")
