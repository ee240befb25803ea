"""One credit changed on the exercises page: past weeks, the ratio and the rows behind it follow, and reset takes it back."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, go, open_address, settled
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER

SQUAT = "Squat (Barbell)"


def choose(page: Page, label: str, option: str) -> None:
    """Type an option into a select box of the page and take it."""
    box = page.get_by_role("combobox", name=re.compile(re.escape(label))).first
    box.click()
    box.fill(option)
    page.keyboard.press("Enter")
    settled(page)


def open_exercise(page: Page) -> None:
    go(page, "Exercises")
    page.get_by_role("radio", name="Exercises").or_(
        page.get_by_role("button", name="Exercises", exact=True)
    ).first.click()
    settled(page)
    choose(page, "Exercise", SQUAT)


def drawn(page: Page) -> str:
    """The numbers of every figure of the page, once all are drawn."""
    expect(page.locator("[data-testid=stPlotlyChart]").first).to_be_visible()
    settled(page)
    page.wait_for_function("[...document.querySelectorAll('.js-plotly-plot')].every(figure => figure._fullData)")
    return page.evaluate(
        """() => {
            const plain = value => value && value.map ? Array.from(value, plain) : value;
            const figures = [...document.querySelectorAll('.js-plotly-plot')];
            return JSON.stringify(figures.map(f => f._fullData.map(t => [t.name, plain(t.x), plain(t.y), plain(t.customdata)])));
        }"""
    )


def seen(page: Page, shoot: Callable[[Page, str], None], name: str) -> dict[str, str]:
    """What the dashboard says: the weeks, the ratio, and the exercises behind it."""
    go(page, "Your week")
    weeks = drawn(page)
    shoot(page, f"{name}-overview")
    go(page, "Balance")
    behind = drawn(page)
    shoot(page, f"{name}-balance")
    return {"weeks": weeks, "ratio": " | ".join(page.get_by_test_id("stMetric").all_inner_texts()), "behind": behind}


@pytest.mark.whole
def test_one_changed_credit_changes_weeks_ratio_and_rows_together_and_reset_brings_them_back(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None], tmp_path: Path, filled: Path
) -> None:
    shutil.copy(filled, tmp_path)
    open_address(page, serve())
    before = seen(page, shoot, "1-before")

    open_exercise(page)
    choose(page, "Hamstrings", "main 1")
    page.get_by_role("button", name="Save muscles").click()
    expect(page.get_by_text("changed by you")).to_be_visible()
    shoot(page, "2-changed")
    changed = seen(page, shoot, "3-changed")
    assert {part for part in before if before[part] != changed[part]} == set(before)

    open_exercise(page)
    page.get_by_role("button", name="Reset to the table").click()
    expect(page.get_by_text("changed by you")).to_have_count(0)
    assert seen(page, shoot, "4-reset") == before
