"""What every journey does: wait until the page is settled, open an address, go to a page, drop files."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from lib.ui.shell.nav import HOME, PAGES, page_files

# A browser among ten busy programs on two cores takes half a minute to load the pieces of a first page.
PATIENCE_MS: Final = 90_000
# All of these tests run in one process, so that each server to look at, and the browser, are started once.
IN_A_BROWSER: Final = [pytest.mark.browser]
ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_data"
PATHS: Final = [
    "" if file.path == PAGES / HOME else file.path.stem for files in page_files().values() for file in files
]

DASHBOARDS: Final = {path for path in PATHS if not path or (PAGES / "dashboard" / f"{path}.py").exists()}


def settled(page: Page) -> None:
    """Wait until the script has run and every figure is drawn."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


def open_address(page: Page, address: str) -> None:
    page.set_default_timeout(PATIENCE_MS)  # of a page of another context, too
    page.goto(address)
    settled(page)


def show(page: Page, address: str) -> None:
    """Open a page and wait until it stands whole with its figures; the first visit fills the sample athlete's database."""
    page.goto(address)
    whole(page)


def visit(page: Page, path: str) -> None:
    """Go to a page by its link in the menu, open or not, and wait until it stands whole with its figures."""
    _follow(page, page.get_by_test_id("stSidebar").locator(f'a[href="{path}"]'))
    whole(page)


def go(page: Page, title: str) -> None:
    _follow(page, page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True))
    expect(page.locator("h1")).to_be_visible()


def _follow(page: Page, link: Locator) -> None:
    """The address changes when the other page begins to be drawn, so what is settled afterwards is that page."""
    path = urlsplit(link.evaluate("link => link.href")).path
    link.dispatch_event("click")
    page.wait_for_url(lambda url: urlsplit(url).path == path)
    settled(page)


def whole(page: Page) -> None:
    """Wait until a page is drawn from its title to its last line, with every figure."""
    settled(page)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("Not medical advice")).to_be_visible()
    page.wait_for_function(
        "[...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(each => each.querySelector('.main-svg'))"
    )


def drop(page: Page, *files: Path) -> None:
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(list(files))
    settled(page)


def heard_on(page: Page) -> list[str]:
    """What the page says from now on as a warning, an error or a trace, which is how Plotly warns."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # Streamlit looks for its server below the address of a page first, and does not find it there.
        of_streamlit = "/_stcore/" in message.location["url"]
        if message.type in ("warning", "error", "trace") and not of_streamlit:
            heard.append(f"{page.url} {message.type}: {message.text[:200]}")

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(f"{page.url} {error}"))
    return heard
