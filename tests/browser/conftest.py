"""A real server for each test and the system's Chromium; screenshots land in tests/browser/shots, to be looked at."""

import os
import select
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import ROOT, settled
from playwright.sync_api import Page, expect

SHOTS = Path(__file__).parent / "shots"
READY_WITHIN_S = 60

expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        if os.environ.get("LEGWORK_NO_SKIP"):
            pytest.fail("Chromium is missing and no test may be skipped")
        pytest.skip("needs Chromium")
    quiet = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": chromium, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 900},
        "timezone_id": "Europe/Berlin",
        "locale": "en-GB",
        "accept_downloads": True,
    }


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """serve(database, "--demo") starts the app on a free port and gives its address."""
    started: list[subprocess.Popen] = []

    def start(database: str = "mine.db", *arguments: str) -> str:
        port = _free_port()
        environment = {
            **os.environ,
            "LEGWORK_DATABASE_URL": f"sqlite:///{tmp_path / database}",
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
        options = ["--server.headless=true", "--server.fileWatcherType=none", "--", *arguments]
        with (tmp_path / f"server-{port}.log").open("wb") as log:
            started.append(subprocess.Popen([*command, *options], cwd=ROOT, env=environment, stdout=log, stderr=log))
        _wait_until_healthy(port, started[-1])
        return f"http://localhost:{port}"

    yield start
    for process in started:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """shoot(page, name) keeps a picture of the whole page."""
    SHOTS.mkdir(exist_ok=True)

    def keep(page: Page, name: str) -> None:
        settled(page)
        page.screenshot(path=SHOTS / f"{request.node.name.removeprefix('test_')[:60]}-{name}.png", full_page=True)

    return keep


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server stopped; see its log in the test's folder"
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            select.select([], [], [], 0.1)
    pytest.fail("the server did not answer in time")
