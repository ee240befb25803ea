"""The browser's console stays quiet on every page: Plotly warns there of what it draws otherwise than we asked for."""

from collections.abc import Callable

import pytest
from driving import PATHS, show
from playwright.sync_api import ConsoleMessage, Page

pytestmark = pytest.mark.browser


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_warns_or_fails_in_the_console(page: Page, serve: Callable[..., str], scheme: str) -> None:
    address = serve("mine.db", "--demo")
    page.emulate_media(color_scheme=scheme)
    heard = heard_on(page)
    for path in PATHS:
        show(page, f"{address}/{path}")
    show(page, f"{address}/?show=Lines&range=All&muscles=All+muscles")
    assert heard == []


def test_what_plotly_warns_of_would_be_heard(page: Page, serve: Callable[..., str]) -> None:
    show(page, serve("mine.db", "--demo"))
    heard = heard_on(page)
    page.evaluate("console.trace('WARN: Invalid color specifier: number 3.')")
    page.wait_for_function("true")
    assert len(heard) == 1
