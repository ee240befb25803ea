"""From an empty start to the balance with the keyboard alone: every control can be reached, and shows that it has the focus."""

import re
from typing import Final

import pytest
from driving import IN_A_BROWSER, open_address, settled
from playwright.sync_api import Page, expect

from lib.ui.shell.nav import page_files

pytestmark = IN_A_BROWSER

MOST_STOPS: Final = 60
DOWN_THE_PAGE: Final = ["Leave the sample", "28 days", "CSV", "Push and pull, calves"]
# What has the focus: its name, where it stands, and whether losing the focus changes how it or its surroundings look.
FOCUSED: Final = """
async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const around = [element, ...element.children];
  for (let each = element.parentElement; each && around.length < 8; each = each.parentElement) around.push(each);
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const look = () => JSON.stringify(around.map(each => {
    const { outline, boxShadow, borderColor, backgroundColor, textDecoration, opacity } = getComputedStyle(each);
    return [outline, boxShadow, borderColor, backgroundColor, textDecoration, opacity];
  }));
  const focused = look();
  element.blur();
  await drawn();
  const blurred = look();
  element.focus({ preventScroll: true, focusVisible: true });
  await drawn();
  const words = element.getAttribute("aria-label") || element.innerText;
  return {
    name: words.trim().split("\\n").at(-1),
    in_menu: Boolean(element.closest("[data-testid=stSidebar]")),
    top: element.getBoundingClientRect().top, seen: focused !== blurred, tag: element.tagName,
  };
}
"""


def tab_to(page: Page, name: str) -> list[dict]:
    """Press Tab until a control of this name has the focus; every stop on the way."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if stop := page.evaluate(FOCUSED):
            stops.append(stop)
            if stop["name"] == name:
                return stops
    pytest.fail(f"{name!r} is not among {[stop['name'] for stop in stops]}")


def hold_still(page: Page) -> None:
    """Without transitions a lost focus shows at once."""
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; animation: none !important; }")


def unmarked(stops: list[dict]) -> list[str]:
    """Controls that have the focus and look as if they had not. MAIN is the scrolled page itself."""
    return [stop["name"] for stop in stops if not stop["seen"] and stop["tag"] not in ("MAIN", "CANVAS", "TD")]


def heights_in_the_menu(stops: list[dict]) -> list[int]:
    return [stop["top"] for stop in stops if stop["in_menu"]]


@pytest.mark.whole
def test_from_an_empty_start_to_the_balance_without_a_mouse(page: Page, empty: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 3000})
    open_address(page, empty)
    hold_still(page)
    to_sample = tab_to(page, "Look around with a sample athlete")
    assert to_sample[0]["name"] == "Skip to main content"
    assert [stop["name"] for stop in to_sample][-2] == "Bring my files"
    assert unmarked(to_sample) == []
    assert len(heights_in_the_menu(to_sample)) == sum(map(len, page_files().values()))
    assert heights_in_the_menu(to_sample) == sorted(heights_in_the_menu(to_sample))
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-overview .main-svg").first).to_be_visible()
    settled(page)

    to_balance = tab_to(page, "Balance")
    assert unmarked(to_balance) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Quadriceps against hamstrings")).to_be_visible()
    expect(page.locator(".st-key-balance_trend .main-svg").first).to_be_visible()
    settled(page)

    to_window = tab_to(page, "28 days")
    assert unmarked(to_window) == []
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"balance_window=12"))
    settled(page)

    to_fold = tab_to(page, "Push and pull, calves")
    assert unmarked(to_fold) == []
    order = list(dict.fromkeys(stop["name"] for stop in [*to_window, *to_fold] if stop["name"] in DOWN_THE_PAGE))
    assert order == DOWN_THE_PAGE
    page.keyboard.press("Enter")
    expect(page.locator("details[open]").filter(has_text="Push and pull, calves")).to_be_visible()
