"""Real servers and the system's Chromium: one server for all tests that only look, one for each that changes something.

With LEGWORK_SHOTS=1 screenshots land in tests/browser/shots, to be looked at.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import PATIENCE_MS, SAMPLES, settled
from playwright.sync_api import BrowserContext, BrowserType, Page, expect
from serving import cold_server, servers

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import open_account

SHOTS = Path(__file__).parent / "shots"

expect.set_options(timeout=PATIENCE_MS)


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
        "reduced_motion": "reduce",  # what moves while a page is waited for is drawn sixty times a second
    }


@pytest.fixture(scope="session")
def shared_context(
    browser_type: BrowserType,
    browser_type_launch_args: dict,
    browser_context_args: dict,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """One profile in a folder for all tests: Streamlit's own files are read and compiled once.

    Clicks and loads wait as long as `expect`.
    """
    profile = tmp_path_factory.mktemp("profile")
    context = browser_type.launch_persistent_context(profile, **browser_type_launch_args, **browser_context_args)
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def context(shared_context: BrowserContext) -> Iterator[BrowserContext]:
    """The profile without cookies and stored settings; tabs that a test opens are closed after it."""
    before = list(shared_context.pages)
    shared_context.clear_cookies()
    yield shared_context
    for page in [each for each in shared_context.pages if each not in before]:
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """serve(database, "--demo") starts the app on a free port and gives its address."""
    with servers(tmp_path) as start:
        yield start


@pytest.fixture
def cold(tmp_path: Path) -> Iterator[str]:
    """The address of a server with an empty database, started by its command as a person does it."""
    with cold_server(tmp_path) as address:
        yield address


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


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the runs and the lifting of the sample files, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "mine.db"
    account = open_account(f"sqlite:///{path}")
    uploads = [Upload(each.name, each) for each in (SAMPLES / "strava_activities.csv", SAMPLES / "hevy.csv")]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    return path


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
