"""The article's lower-body session on a phone, tap by tap; a reload and a second tab in the middle lose nothing."""

import re
import select
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from driving import IN_A_BROWSER, PATIENCE_MS, open_address, settled
from long_runs import amount
from playwright.sync_api import BrowserContext, Locator, Page, expect

from lib.services.unfinished import keep
from lib.store.account import open_account

pytestmark = IN_A_BROWSER

PHONE = {"width": 390, "height": 844}
MOST_TAPS = 30
SETS = 12  # two of each of the six exercises
SETS_AGAIN = amount(whole=SETS, small=2)
IN_TURN = ["1A", "1B", "1C", "1A", "1B", "1C", "2A", "2B", "2C", "2A", "2B", "2C"]


class Taps:
    """Taps on a page, counted. Going into a field is one; what is typed there is none."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.number = 0

    def on(self, place: Locator) -> None:
        place.click()
        self.number += 1
        settled(self._page)

    def enter(self, label: str, value: str) -> None:
        field = self._page.get_by_label(label, exact=True)
        self.on(field)
        field.fill(value)
        field.press("Enter")
        settled(self._page)


def place_of_next(page: Page) -> str:
    heading = page.locator(".st-key-next_set h3").inner_text()
    return heading.split(" ")[0]


def log_next(page: Page, taps: Taps, number: int) -> None:
    """Log the set that is next, and wait until it is counted."""
    taps.on(page.locator(".st-key-log_set button"))
    expect(page.get_by_text(f"{number} of {SETS} sets done")).to_be_visible()
    settled(page)


def lower_body(page: Page, loads: dict[str, str]) -> tuple[int, list[str]]:
    """Begin, log every set, say how hard it was, keep it; loads: by place, entered the first time. Taps, and places in order."""
    taps, places = Taps(page), []
    taps.on(page.locator(".st-key-begin_lower-body button"))
    for number in range(1, SETS + 1):
        place = place_of_next(page)
        if place in loads and place not in places:
            taps.enter("Load (kg)", loads[place])
        places.append(place)
        log_next(page, taps, number)
    taps.on(page.get_by_test_id("stButtonGroup").get_by_text("7", exact=True))
    taps.enter("Minutes", "40")
    taps.on(page.locator(".st-key-finish button"))
    expect(page.get_by_text("12 sets.").first).to_be_visible()
    return taps.number, places


@pytest.mark.long
def test_the_articles_session_takes_at_most_thirty_taps_and_is_filled_in_the_second_time(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size(PHONE)
    open_address(page, f"{serve()}/log_session")
    shoot(page, "begin")
    taps, places = lower_body(page, {"1A": "16", "1C": "10"})
    assert taps <= MOST_TAPS
    assert places == IN_TURN
    shoot(page, "kept")

    taps = Taps(page)
    taps.on(page.locator(".st-key-begin_lower-body button"))
    expect(page.get_by_label("Load (kg)", exact=True)).to_have_value("16")
    expect(page.get_by_text(re.compile("last time, .*8 × 16 kg; 8 × 16 kg"))).to_be_visible()
    for number in range(1, SETS_AGAIN + 1):
        log_next(page, taps, number)
        if number in (1, 5):
            shoot(page, f"after-{number}")
    taps.on(page.locator(".st-key-finish button"))
    expect(page.get_by_text(f"Kept as session-2: {SETS_AGAIN} sets.").first).to_be_visible()
    assert taps.number <= MOST_TAPS
    settled(page)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("dialog")).to_contain_text("Lower-body session")
    shoot(page, "opened")


def wait_until_kept(folder: Path, notes: str, reps: int) -> None:
    """Until the server has stored what was typed: nothing on the page says so, as nothing has to be done for it."""
    account = open_account(f"sqlite:///{folder / 'mine.db'}")
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while True:
        found = keep.read_session(account)
        if found and (found.notes, found.open_sets[0].set.reps) == (notes, reps):
            break
        assert time.monotonic() < deadline, "what was typed was not kept"
        select.select([], [], [], 0.1)
    account.engine.dispose()


@pytest.mark.whole
def test_a_reload_in_the_middle_loses_nothing_and_the_rest_goes_on(
    page: Page, tmp_path: Path, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    open_address(page, f"{serve()}/log_session")
    taps = Taps(page)
    taps.on(page.locator(".st-key-begin_lower-body button"))
    log_next(page, taps, 1)
    page.get_by_label("Notes", exact=True).press_sequentially("left knee first")
    page.get_by_label("Reps per side", exact=True).fill("9")  # and neither Enter nor another field
    wait_until_kept(tmp_path, "left knee first", 9)
    page.reload()
    settled(page)
    expect(page.get_by_text(f"1 of {SETS} sets done")).to_be_visible()
    assert place_of_next(page) == "1B"
    expect(page.get_by_label("Reps per side", exact=True)).to_have_value("9")
    expect(page.get_by_label("Notes", exact=True)).to_have_value("left knee first")
    expect(page.get_by_text(re.compile(r"^Rest \d+:\d\d$"))).to_be_visible()
    shoot(page, "reloaded")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.whole
def test_of_two_tabs_the_second_is_told_what_changed_and_chooses_where_they_differ(
    page: Page, context: BrowserContext, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size(PHONE)
    address = f"{serve()}/log_session"
    open_address(page, address)
    Taps(page).on(page.locator(".st-key-begin_lower-body button"))
    other = context.new_page()
    open_address(other, address)
    Taps(other).enter("Load (kg)", "20")
    log_next(other, Taps(other), 1)

    page.get_by_label("Reps", exact=True).fill("12")
    page.get_by_label("Reps", exact=True).press("Enter")
    settled(page)
    expect(page.get_by_text("Which one holds?")).to_be_visible()
    shoot(page, "clash")
    page.get_by_role("button", name="Keep 12 reps").click()
    settled(page)
    expect(page.get_by_text("Which one holds?")).to_have_count(0)
    settled(page)

    log_next(page, Taps(page), 2)
    other.reload()
    settled(other)
    expect(other.get_by_text(f"2 of {SETS} sets done")).to_be_visible()
    expect(other.locator(".st-key-item_1A")).to_contain_text("✓ 12 reps")

    page.locator(".st-key-finish button").click()
    expect(page.get_by_text("Kept as session-1: 2 sets.").first).to_be_visible()
    other.locator(".st-key-log_set button").click()
    expect(other.get_by_text("Half Kneeling Pallof Press 12 reps, load not known")).to_be_visible()
    expect(other.get_by_role("heading", name="By a template")).to_be_visible()
    shoot(other, "over")


@pytest.mark.whole
@pytest.mark.parametrize("scheme", amount(whole=["light", "dark"], small=["dark"]))
def test_a_hold_is_timed_and_fills_in_its_seconds(
    scheme: str, page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    open_address(page, f"{serve()}/log_session?log_view=As+text")
    page.get_by_label("Session", exact=True).fill("plank 2x30s; wall sit 40s")
    expect(page.get_by_text("30 s; 30 s")).to_be_visible()
    page.get_by_role("button", name="Keep this session").click()
    expect(page.get_by_text("Kept as session-1: 3 sets.").first).to_be_visible()
    open_address(page, page.url.partition("?")[0])
    page.locator(".st-key-earlier").or_(page.get_by_test_id("stForm")).get_by_role("button", name="Begin").click()
    settled(page)
    page.get_by_role("button", name="Start 30 s").click()
    expect(page.get_by_text(re.compile(r"0:2\d left"))).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_label("Seconds", exact=True)).not_to_have_value("30")
    shoot(page, f"held-{scheme}")
