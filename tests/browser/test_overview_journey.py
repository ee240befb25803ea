"""The overview as a person uses it: open a cell, see the rows that add up to it, keep the view as a bookmark."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import IN_A_BROWSER, open_address, settled
from playwright.sync_api import BrowserContext, Page, expect
from serving import servers

pytestmark = IN_A_BROWSER

# Where on the screen the newest finished cell of a muscle stands, and its customdata.
CELL = """
name => {
  const figure = document.querySelector(".st-key-overview .js-plotly-plot");
  const cells = figure._fullData.find(each => each.name === "sets");
  const index = cells.customdata.findLastIndex(row => row[2] === name && row[3] > 5 && !row[5].endsWith("so far"));
  const {xaxis, yaxis} = figure._fullLayout;
  const box = figure.getBoundingClientRect();
  return {
    x: box.x + xaxis._offset + xaxis.d2p(cells.x[index]),
    y: box.y + yaxis._offset + yaxis.d2p(cells.base[index] + cells.y[index] / 2),
    row: cells.customdata[index],
  };
}
"""

# What is outlined over the figure: left, top, right and bottom of each frame on the screen.
OPENED = """
() => [...document.querySelectorAll(".st-key-main_figure .highlight span")].map(frame => {
  const {left, top, right, bottom} = frame.getBoundingClientRect();
  return [left, top, right, bottom];
})
"""


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory, filled: Path) -> Iterator[str]:
    """A server whose database has runs and lifting; nothing here changes them."""
    folder = tmp_path_factory.mktemp("overview")
    shutil.copy(filled, folder)
    with servers(folder) as start:
        yield start()


def saved_rows(page: Page) -> list[dict[str, str]]:
    """The rows of the first CSV of the page."""
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").first.click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def clicked(shared_context: BrowserContext, address: str) -> Iterator[tuple[Page, dict[str, Any]]]:
    """A tab with half a year, in which the newest finished cell of the glutes was clicked, and what CELL says of it.

    Nothing here chooses anything else in it.
    """
    page = shared_context.new_page()
    page.set_viewport_size({"width": 1280, "height": 2000})
    open_address(page, f"{address}/overview?range=6+months")
    expect(page.locator(".st-key-overview .js-plotly-plot")).to_be_visible()
    cell: dict[str, Any] = page.evaluate(CELL, "Glutes")
    page.mouse.click(cell["x"], cell["y"])
    expect(page.get_by_text(f"Glutes: {cell['row'][4]}")).to_be_visible()
    settled(page)
    yield page, cell
    page.close()


def test_a_cell_opens_the_rows_that_add_up_to_it_and_the_view_with_its_mark_can_be_bookmarked(
    clicked: tuple[Page, dict[str, Any]], page: Page, shoot: Callable[[Page, str], None]
) -> None:
    (opened, cell), fresh = clicked, page
    marked = opened.evaluate(OPENED)
    (left, top, right, bottom), bar = marked
    assert left < cell["x"] < right
    assert top < cell["y"] < bottom < bar[1]
    assert (left, right) == (bar[0], bar[2])
    rows = saved_rows(opened)
    assert sum(float(row["Credit"]) for row in rows) == pytest.approx(cell["row"][3])
    assert {row["Role"] for row in rows} <= {"main muscle", "helper"}
    shoot(opened, "1-cell")

    bookmark = opened.url
    assert f"days={cell['row'][0]}_{cell['row'][1]}" in bookmark
    assert "muscle=glutes" in bookmark
    open_address(fresh, bookmark)
    expect(fresh.get_by_text(f"Glutes: {cell['row'][4]}")).to_be_visible()
    open_view(fresh)
    expect(fresh.get_by_role("radio", name="6 months")).to_be_checked()
    fresh.keyboard.press("Escape")
    assert fresh.url == bookmark
    expect(fresh.locator(".st-key-overview .main-svg").first).to_be_visible()
    assert fresh.evaluate(OPENED) == marked


def open_view(page: Page) -> None:
    """Open the choices of the main figure."""
    page.get_by_role("button", name="View").click()


def choose(page: Page, label: str, words: str) -> None:
    """Type into a select box and take what it finds, without the mouse."""
    page.get_by_role("combobox", name=label).focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    settled(page)


@pytest.mark.whole
def test_a_cell_chosen_by_keyboard_is_marked_as_a_clicked_one_and_has_its_bookmark(
    clicked: tuple[Page, dict[str, Any]], page: Page, address: str
) -> None:
    (opened, cell), fresh = clicked, page
    bookmark, marked = opened.url, opened.evaluate(OPENED)
    days = opened.get_by_role("combobox", name="Rows of").input_value()

    fresh.set_viewport_size({"width": 1280, "height": 2000})
    open_address(fresh, f"{address}/overview?range=6+months")
    expect(fresh.locator(".st-key-overview .main-svg").first).to_be_visible()
    choose(fresh, "Muscle", "Glutes")
    choose(fresh, "Rows of", days)
    expect(fresh.get_by_text(f"Glutes: {cell['row'][4]}")).to_be_visible()
    assert fresh.evaluate(OPENED) == marked
    assert sorted(fresh.url.split("?")[1].split("&")) == sorted(bookmark.split("?")[1].split("&"))


@pytest.mark.whole
def test_months_tonnage_and_lines_are_kept_in_the_address(page: Page, address: str) -> None:
    open_address(page, f"{address}/?range=2+years&show=Lines&measure=Sessions&muscles=All+muscles&helpers=strictly")
    open_view(page)
    for name in ("2 years", "Lines", "Sessions", "All muscles", "strictly"):
        expect(page.get_by_role("radio", name=name)).to_be_checked()
    expect(page.get_by_role("heading", name="Sessions per muscle")).to_be_visible()


def test_tables_have_no_download_without_the_guard_and_figures_one_quiet_button(
    clicked: tuple[Page, dict[str, Any]],
) -> None:
    page, _ = clicked  # the week of today has rows only until the sample ends
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    expect(page.get_by_label("Search").first).to_be_visible()
    expect(page.get_by_label("Download as CSV").first).to_be_hidden()
    page.locator(".st-key-overview .js-plotly-plot").hover()
    expect(page.locator(".st-key-overview .modebar-btn")).to_have_count(1)


@pytest.mark.whole
def test_back_takes_each_selection_back_in_one_step_and_a_reload_keeps_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 2000})
    open_address(page, f"{address}/?week=2026-11-09")
    expect(page.locator(".st-key-overview .main-svg").first).to_be_visible()
    start = page.url

    def opened_and_back(open_it: Callable[[], None], said: str) -> None:
        open_it()
        expect(page.get_by_text(said).first).to_be_visible()
        settled(page)
        page.reload()
        expect(page.get_by_text(said).first).to_be_visible()
        settled(page)
        page.go_back()
        expect(page).to_have_url(start)
        expect(page.get_by_text(said)).to_have_count(0)
        settled(page)

    button = page.get_by_role("button", name="Tue 10")
    opened_and_back(button.click, "Tuesday, 10 Nov 2026")
    opened_and_back(page.locator("[data-press=balance]").click, "How it moved, and what drives it")
    opened_and_back(lambda: page.get_by_role("button", name="Earlier").click(), "Your week, 2–8 Nov 2026")

    cell = page.evaluate(CELL, "Glutes")
    opened_and_back(lambda: page.mouse.click(cell["x"], cell["y"]), f"Glutes: {cell['row'][4]}")
    opened_and_back(lambda: choose(page, "Muscle", "Hamstrings"), "Hamstrings: ")

    # The figure stands still, so what it knows of a click outlives the click: it may not swallow the next one.
    said = page.get_by_text(f"Glutes: {cell['row'][4]}")
    page.mouse.click(cell["x"], cell["y"])
    expect(said).to_be_visible()
    settled(page)
    page.locator(".st-key-close_rows button").click()
    expect(said).to_have_count(0)
    settled(page)
    page.mouse.click(cell["x"], cell["y"])
    expect(said).to_be_visible()


@pytest.mark.whole
def test_a_day_of_the_calendar_opens_below_it_and_back_closes_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 2400})
    open_address(page, f"{address}/consistency")
    cell = page.locator(".st-key-calendar .points path").nth(200)
    expect(cell).to_be_visible()
    settled(page)
    start, rows = page.url, page.locator(".st-key-day_rows")
    place = cell.bounding_box()
    assert place
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(rows).to_be_visible()
    settled(page)
    page.reload()
    expect(rows).to_be_visible()
    settled(page)
    page.go_back()
    expect(page).to_have_url(start)
    expect(rows).to_have_count(0)


@pytest.mark.whole
def test_an_old_bookmark_of_the_page_of_one_week_opens_that_week(page: Page, address: str) -> None:
    open_address(page, f"{address}/week?week=2026-11-03")
    expect(page.get_by_role("heading", name="Your week, 2–8 Nov 2026")).to_be_visible()
