"""The app as a process of its own on a free port: forked from a warm one, or started as a person starts it."""

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
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from lib.services.queries.training import Training
from lib.ui.shell import queries

ROOT = Path(__file__).parents[2]
READY_WITHIN_S = 120
ENDS_WITHIN_S = 20

_warm = get_context("forkserver")
_warm.set_forkserver_preload(["tests.browser.warm"])
# Taken again when they are free: at an address that it knows, the browser need not read Streamlit's own files anew.
_ports: list[int] = []


@contextmanager
def servers(folder: Path) -> Iterator[Callable[..., str]]:
    """start(database, "--demo") starts the app with a database in the folder and gives its address; all end with this."""
    started: list[ForkServerProcess] = []

    def start(database: str = "mine.db", *arguments: str) -> str:
        port = _known_port()
        process = _warm.Process(target=_run, args=(_environment(folder, database), folder, port, arguments))
        process.start()
        started.append(process)
        wait_until_healthy(port, process.is_alive, process.kill)
        return f"http://localhost:{port}"

    try:
        yield start
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join(ENDS_WITHIN_S)
            assert process.exitcode is not None, "the server did not end in time"


@contextmanager
def cold_server(folder: Path) -> Iterator[str]:
    """The address of the app, started as a person starts it: a new process that has loaded nothing yet."""
    process, address = start_server(_environment(folder, "mine.db"), folder)
    try:
        yield address
    finally:
        process.terminate()
        process.wait(timeout=ENDS_WITHIN_S)


def start_server(environment: Mapping[str, str], folder: Path, *arguments: str) -> tuple[subprocess.Popen, str]:
    """The process and its address, once it answers; its log lies in `folder`. AssertionError if it does not start."""
    port = free_port()
    command = [sys.executable, "-m", "lib.cli", *_command(port, arguments)]
    with _log(folder, port).open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    wait_until_healthy(port, lambda: process.poll() is None, process.kill)
    return process, f"http://localhost:{port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _known_port() -> int:
    for port in _ports:
        if _is_free(port):
            return port
    _ports.append(free_port())
    return _ports[-1]


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def wait_until_healthy(
    port: int, is_alive: Callable[[], bool], kill: Callable[[], None], path: str = "/_stcore/health"
) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        assert is_alive(), "the server stopped; see its log"
        try:
            with urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            select.select([], [], [], 0.05)
    kill()
    raise AssertionError("the server did not answer in time")


def _fail_while_told(broken: Path) -> None:
    """Fail as nobody foresaw wherever the training is asked for, while a file of that name is there."""
    asked = queries.training

    def training() -> Training:
        if broken.exists():
            raise ZeroDivisionError(broken.read_text("utf-8"))
        return asked()

    queries.training = training


def _run(environment: Mapping[str, str], folder: Path, port: int, arguments: tuple[str, ...]) -> None:
    _fail_while_told(folder / "broken")
    """What a forked process does: the command `legwork run`, in the environment and with the log of one test."""
    from lib.cli import main

    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    with _log(folder, port).open("wb") as log:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(log.fileno(), stream.fileno())
    main(_command(port, arguments))


def _command(port: int, arguments: tuple[str, ...]) -> list[str]:
    return ["run", "--port", str(port), *arguments]


def _log(folder: Path, port: int) -> Path:
    return folder / f"server-{port}.log"


def _environment(folder: Path, database: str) -> dict[str, str]:
    return {
        **os.environ,
        "LEGWORK_DATABASE_URL": f"sqlite:///{folder / database}",
        "XDG_DATA_HOME": str(folder / "data"),
    }
