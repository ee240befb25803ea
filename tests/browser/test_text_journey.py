"""A session of five exercises as text, with the keyboard alone: it is read while it is typed, and a reload keeps it."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from driving import IN_A_BROWSER, open_address, settled
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER

LINES = [
    "squat 3x8 @60kg rpe 8",
    "romanian deadlift 3x10 @50kg",
    "step up 3x10/side",
    "plank 2x30s",
    "calf raise 15,15,12 +20kg",
]
MOST_STOPS = 80


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate("(document.activeElement?.ariaLabel || document.activeElement?.innerText || '').trim()")
        if here == name:
            return
    pytest.fail(f"{name} cannot be reached by Tab")


@pytest.mark.whole
def test_five_exercises_are_typed_read_corrected_and_kept_without_a_mouse(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size({"width": 390, "height": 2400})
    open_address(page, f"{serve()}/log_session?log_view=As+text")
    tab_to(page, "Session")
    page.keyboard.type("\n".join(LINES[:4]).replace("30s", "30") + "\ncalf raise 15,15,12 20 hard")
    lines = page.locator(".lw-line")
    expect(lines).to_have_count(5)
    expect(lines.nth(0)).to_contain_text("8 × 60 kg, RPE 8; 8 × 60 kg, RPE 8")
    expect(lines.nth(1)).to_contain_text("Trains Hamstrings")
    expect(lines.nth(3)).to_contain_text("This is a hold, and reads as 30 reps. Write 30s for seconds.")
    expect(lines.nth(4).locator("mark").first).to_be_visible()
    shoot(page, "mistakes")
    assert [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")] == []

    page.reload()
    settled(page)
    field = page.get_by_label("Session", exact=True)
    expect(field).to_have_value("\n".join(LINES[:4]).replace("30s", "30") + "\ncalf raise 15,15,12 20 hard")
    tab_to(page, "Session")
    page.keyboard.press("Control+a")
    page.keyboard.type("\n".join(LINES))
    expect(page.locator(".lw-line mark")).to_have_count(0)
    expect(lines.nth(3)).to_contain_text("30 s; 30 s")
    tab_to(page, "Keep this session")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept as session-1: 14 sets.").first).to_be_visible()
    settled(page)
    expect(field).to_have_value("")
    shoot(page, "kept")
