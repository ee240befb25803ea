"""What every journey does: wait until the page is settled, open an address, go to a page, drop files."""

from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_data"


def settled(page: Page) -> None:
    """Wait until the script has run and every figure is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


def open_address(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def go(page: Page, title: str) -> None:
    menu = page.get_by_test_id("stSidebar")
    menu.get_by_role("link", name=title, exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    settled(page)


def drop(page: Page, *files: Path) -> None:
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(list(files))
    settled(page)
