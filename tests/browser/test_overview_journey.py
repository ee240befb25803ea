"""The overview as a person uses it: open a cell, see the rows that add up to it, keep the view as a bookmark."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import SAMPLES, open_address, settled
from playwright.sync_api import Page, expect

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.import_files import import_files
from lib.store.athletes import ensure_athlete
from lib.store.engine import open_database

pytestmark = pytest.mark.browser

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


@pytest.fixture(name="address")
def _address(serve: Callable[..., str], tmp_path: Path) -> str:
    """A server whose database has runs and lifting."""
    engine = open_database(f"sqlite:///{tmp_path / 'mine.db'}")
    uploads = [Upload(path.name, path) for path in (SAMPLES / "strava_activities.csv", SAMPLES / "hevy.csv")]
    assert import_files(engine, ensure_athlete(engine).id, uploads, Answers(time_zone="Europe/Berlin")).ok
    engine.dispose()
    return serve()


def saved_rows(page: Page) -> list[dict[str, str]]:
    """The rows of the first CSV of the page."""
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").first.click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_cell_opens_the_rows_that_add_up_to_it_and_the_view_can_be_bookmarked(
    page: Page, address: str, shoot: Callable[[Page, str], None]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 2000})
    open_address(page, f"{address}/overview?range=6+months")
    expect(page.locator(".st-key-overview .js-plotly-plot")).to_be_visible()
    cell = page.evaluate(CELL, "Glutes")
    page.mouse.click(cell["x"], cell["y"])
    expect(page.get_by_text(f"Glutes: {cell['row'][4]}")).to_be_visible()
    settled(page)
    rows = saved_rows(page)
    assert sum(float(row["Credit"]) for row in rows) == pytest.approx(cell["row"][3])
    assert {row["Role"] for row in rows} <= {"main muscle", "helper"}
    shoot(page, "1-cell")

    bookmark = page.url
    assert f"days={cell['row'][0]}_{cell['row'][1]}" in bookmark
    assert "muscle=glutes" in bookmark
    fresh = page.context.browser.new_context(viewport={"width": 1280, "height": 2000}).new_page()
    open_address(fresh, bookmark)
    expect(fresh.get_by_text(f"Glutes: {cell['row'][4]}")).to_be_visible()
    expect(fresh.get_by_role("radio", name="6 months")).to_be_checked()
    assert fresh.url == bookmark
    fresh.context.close()


def test_months_tonnage_and_lines_are_kept_in_the_address(page: Page, address: str) -> None:
    open_address(page, f"{address}/?range=2+years&show=Lines&measure=Sessions&muscles=All+muscles&helpers=strictly")
    for name in ("2 years", "Lines", "Sessions", "All muscles", "strictly"):
        expect(page.get_by_role("radio", name=name)).to_be_checked()
    expect(page.get_by_role("heading", name="Sessions per muscle")).to_be_visible()


def test_tables_have_no_download_without_the_guard_and_figures_one_quiet_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 2600})
    open_address(page, address)
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    expect(page.get_by_label("Search").first).to_be_visible()
    expect(page.get_by_label("Download as CSV").first).to_be_hidden()
    page.locator(".st-key-overview .js-plotly-plot").hover()
    expect(page.locator(".st-key-overview .modebar-btn")).to_have_count(1)
