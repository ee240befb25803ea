"""The main journeys, as a person walks them. Look at the pictures in tests/browser/shots."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, SAMPLES, drop, go, open_address, settled
from long_runs import amount
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER

COUNT_CLICKS = """() => {
  window.clicked = 0;
  document.addEventListener("click", event => { if (event.isTrusted) window.clicked += 1; }, true);
}"""


def test_from_an_empty_start_to_the_three_answers_and_back(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None]
) -> None:
    open_address(page, serve())
    expect(page.get_by_text("Nothing logged yet")).to_be_visible()
    page.evaluate(COUNT_CLICKS)
    shoot(page, "1-empty")
    page.get_by_role("button", name="Bring my files").click()
    settled(page)

    drop(page, SAMPLES / "strava_activities.csv", SAMPLES / "hevy.csv")
    zone = page.get_by_role("combobox", name="Home time zone")
    expect(zone).to_be_visible()
    expect(zone).to_have_value("Europe/Berlin")
    expect(page.get_by_text("new runs").first).to_be_visible()
    shoot(page, "2-preview")
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("You can undo it below")).to_be_visible()
    shoot(page, "3-receipt")

    # Dropping the files is one more act.
    expect(page.get_by_text("lower-body sets, usual")).to_contain_text("km")
    page.get_by_role("link", name="See your week").click()
    expect(page.locator(".st-key-cards h5").first).to_contain_text("km")
    assert page.evaluate("window.clicked") + 1 <= 5
    expect(page.locator("[data-testid=stPlotlyChart]").first).to_be_visible()
    shoot(page, "4-overview")
    go(page, "Balance")
    expect(page.get_by_text("This counts training, it does not measure your strength").first).to_be_visible()
    shoot(page, "5-balance")
    go(page, "Consistency")
    shoot(page, "6-consistency")

    go(page, "Import files")
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("was taken back")).to_be_visible()
    shoot(page, "7-undone")
    go(page, "Your week")
    expect(page.get_by_text("Nothing logged yet")).to_be_visible()


def test_the_sample_athlete_is_one_click_away_and_one_click_to_leave(
    page: Page, empty: str, shoot: Callable[[Page, str], None]
) -> None:
    open_address(page, empty)
    page.get_by_role("button", name="Look around with a sample athlete").click()
    expect(page.get_by_text("invented sample athlete")).to_be_visible()
    expect(page.locator("[data-testid=stPlotlyChart]").first).to_be_visible()
    shoot(page, "overview")
    page.get_by_role("button", name="Leave the sample").click()
    expect(page.get_by_text("Nothing logged yet")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("path", amount(whole=["overview", "how_we_count"], small=["how_we_count"]))
def test_a_cold_deep_link_runs_the_app_around_the_page(path: str, page: Page, cold: str) -> None:
    open_address(page, f"{cold}/{path}")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(page.get_by_text("Not medical advice")).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)


@pytest.mark.whole
def test_a_file_that_is_no_export_gets_a_plain_sentence(page: Page, empty: str, tmp_path: Path) -> None:
    contents = {
        b"": "The file is empty",
        b"dear diary,\nran today\n": "none of the exports",
        b"\x89PNG\r\n\x1a\n" + bytes(64): "PNG",
        b"Date,Workout Name\n2026-01-01 10:00:00,Legs\n": "is not known yet",
    }
    open_address(page, empty)
    for content, sentence in contents.items():
        path = tmp_path / "something.csv"
        path.write_bytes(content)
        go(page, "Settings")
        go(page, "Import files")
        drop(page, path)
        expect(page.get_by_text(sentence).first).to_be_visible()
        expect(page.get_by_role("button", name="Import", exact=True)).to_be_disabled()


@pytest.mark.whole
def test_a_strava_zip_a_strong_file_and_an_own_table_in_one_go(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None], tmp_path: Path
) -> None:
    archive, diary = tmp_path / "export_123.zip", tmp_path / "diary.csv"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(SAMPLES / "strava_activities.csv", "activities.csv")
        packed.writestr("profile.csv", "Athlete ID,Email Address\n1,ann@example.org\n")
    diary.write_text("Date;Distance (km);Duration\n2025-06-03;8,2;00:45:10\n2025-06-05;12,0;01:05:00\n")

    open_address(page, f"{serve()}/import_files")
    drop(page, archive, SAMPLES / "strong.csv", diary)
    page.get_by_role("button", name="Map the columns of diary.csv").click()
    expect(page.get_by_role("heading", name="What is in the columns of diary.csv?")).to_be_visible()
    shoot(page, "1-mapping")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="What is in the columns of diary.csv?")).to_have_count(0)
    shoot(page, "2-preview")
    page.get_by_role("button", name="Import", exact=True).click()
    receipt = page.get_by_text("You can undo it below")
    expect(receipt).to_contain_text("154 new runs, 51 new strength sessions")
    shoot(page, "3-receipt")
