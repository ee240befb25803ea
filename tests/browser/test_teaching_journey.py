"""A Turkish log from its import to muscles for 95 % of its sets, in at most 15 answers on the exercises page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, drop, go, open_address, settled
from long_runs import amount
from playwright.sync_api import Page, expect
from turkish_log import MEANS, turkish_log

pytestmark = [*IN_A_BROWSER, pytest.mark.long]

# All of them are given without a browser in tests/pages/test_teaching_a_word.py, too.
MOST_ANSWERS = amount(whole=15, small=3)
LABEL = re.compile(f"({'|'.join(MEANS)}) means")


def share(page: Page) -> float:
    """How many of the sets have muscles, as the page says."""
    said = page.get_by_text(re.compile(r"[\d,.]+ of [\d,.]+ sets have muscles")).inner_text()
    mapped, total = (int(re.sub(r"\D", "", number)) for number in re.findall(r"[\d,.]+", said)[:2])
    return mapped / total


def answer(page: Page, picture: Callable[[], None] | None = None) -> None:
    """Explain the first word that the person of this log knows."""
    label = page.get_by_role("combobox", name=LABEL).first.get_attribute("aria-label")
    [word] = LABEL.findall(str(label))
    box = page.get_by_role("combobox", name=re.compile(f"{word} means"))
    box.click()
    box.fill(MEANS[word])
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text(re.compile(r"^Resolves \d+ name")).first).to_be_visible()
    if picture:
        picture()
    page.get_by_role("button", name="Teach", exact=True).and_(page.locator(":enabled")).first.click()
    expect(page.get_by_text(f"{word} = {MEANS[word]}:")).to_be_visible()
    settled(page)


@pytest.mark.whole
def test_a_turkish_log_is_understood_after_at_most_15_answers(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None], tmp_path: Path
) -> None:
    log = tmp_path / "antrenman.csv"
    log.write_text(turkish_log(), encoding="utf-8")
    open_address(page, f"{serve()}/import_files")
    drop(page, log)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("You can undo it below")).to_be_visible()
    go(page, "Exercises")
    assert share(page) < 0.1
    shoot(page, "1-before")
    answers = 0
    while share(page) < 0.95 and answers < MOST_ANSWERS:
        answer(page, None if answers else lambda: shoot(page, "2-before-the-click"))
        answers += 1
    assert share(page) > amount(whole=0.95, small=0.3)
    shoot(page, "3-done")
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(answers - 1)
    page.set_viewport_size({"width": 390, "height": 2400})
    shoot(page, "4-phone")
