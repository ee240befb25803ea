"""Real servers and the system's Chromium: one server for all tests that only look, one for each that changes something.

With LEGWORK_SHOTS=1 screenshots land in tests/browser/shots, to be looked at.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import PATIENCE_MS, settled
from playwright.sync_api import BrowserContext, Page, expect
from serving import servers

SHOTS = Path(__file__).parent / "shots"

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(autouse=True)
def patient(request: pytest.FixtureRequest) -> None:
    """Clicks and loads wait as long as what is expected to be seen."""
    if "context" in request.fixturenames:
        context: BrowserContext = request.getfixturevalue("context")
        context.set_default_timeout(PATIENCE_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        if os.environ.get("LEGWORK_NO_SKIP"):
            pytest.fail("Chromium is missing and no test may be skipped")
        pytest.skip("needs Chromium")
    quiet = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
    quiet.append("--host-resolver-rules=MAP rebound.example 127.0.0.1")  # for test_doors_are_shut
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
    with servers(tmp_path) as start:
        yield start


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server with the sample athlete, for all tests that only look."""
    with servers(tmp_path_factory.mktemp("sample")) as start:
        yield start("mine.db", "--demo")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server with an empty database, for all tests that store nothing in it."""
    with servers(tmp_path_factory.mktemp("empty")) as start:
        yield start()


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """shoot(page, name) keeps a picture of the whole page, where LEGWORK_SHOTS=1 asks for pictures."""

    def keep(page: Page, name: str) -> None:
        settled(page)
        if os.environ.get("LEGWORK_SHOTS") != "1":
            return
        SHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SHOTS / f"{request.node.name.removeprefix('test_')[:60]}-{name}.png", full_page=True)

    return keep
