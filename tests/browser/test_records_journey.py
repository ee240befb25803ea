"""A wrong run is found, opened by a click, left out and brought back; one set is mended; a record is linked by its address."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, go, open_address, settled
from playwright.sync_api import Page, expect
from serving import servers

from lib.model.record_id import parse_id
from lib.services.editing.edit import edit
from lib.services.editing.sets import sets_of
from lib.services.editing.view import view_record
from lib.services.queries.records import list_activities, list_sessions
from lib.store.account import Account, open_account

pytestmark = IN_A_BROWSER

ROW, HEADER = 35, 35  # pixels of a row of a table, and of its header


@pytest.fixture
def account(tmp_path: Path, filled: Path) -> Iterator[Account]:
    found = open_account(f"sqlite:///{shutil.copy(filled, tmp_path)}")
    yield found
    found.engine.dispose()


@pytest.fixture
def address(tmp_path: Path, account: Account) -> Iterator[str]:
    with servers(tmp_path) as start:
        yield start()


def click_row(page: Page, row: int, inside: str = "", across: int = 28) -> None:
    """Open the record of a row, the first one being 0, of the first table."""
    table = page.locator(f"{inside} [data-testid=stDataFrame]").first
    expect(table.locator("canvas").first).to_be_visible()
    place = {"x": across, "y": HEADER + ROW * row + ROW // 2}
    table.hover(position=place | {"x": across + 90})  # a table that was below a dialog wants to see the pointer come
    table.hover(position=place)
    table.click(position=place)


def find(page: Page, words: str) -> None:
    box = page.get_by_placeholder(re.compile("A title"))
    box.fill(words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("_search="))
    settled(page)


def close(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("record="))
    settled(page)


def test_a_wrong_run_is_found_left_out_and_brought_back(
    page: Page, address: str, account: Account, shoot: Callable[[Page, str], None]
) -> None:
    wrong = parse_id(list_activities(account).iloc[3]["id"])
    edit(account, wrong, {"title": "Bus ride home", "distance": "35 km", "moving": "3:10:00"})
    open_address(page, f"{address}/runs")
    find(page, "bus ride")
    expect(page.get_by_text("1 run, 35.0 km")).to_be_visible()
    click_row(page, 0)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Bus ride home").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"record={wrong}"))
    shoot(page, "1-record")
    dialog.get_by_role("button", name="Leave out").click()
    expect(dialog.get_by_text("It does not count")).to_be_visible()
    expect(page.get_by_text("None of these counts as running")).to_be_visible()
    close(page)
    click_row(page, 0)
    expect(dialog.get_by_text("It does not count")).to_be_visible()
    dialog.get_by_role("button", name="Count it again").click()
    expect(dialog.get_by_text("It counts")).to_be_visible()
    assert list_activities(account).set_index("id").loc[str(wrong), "counted"]


@pytest.mark.whole
def test_one_set_is_mended_and_the_others_stay_as_their_source_has_them(
    page: Page, address: str, account: Account, shoot: Callable[[Page, str], None]
) -> None:
    session = parse_id(list_sessions(account).iloc[0]["id"])
    before = [each.set for each in sets_of(account, session).placed]
    open_address(page, f"{address}/strength?record={session}")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Sets").click()
    table = dialog.get_by_role("tabpanel", name="Sets").get_by_test_id("stDataFrame")
    expect(table.locator("canvas").first).to_be_visible()
    table.dblclick(position={"x": 300, "y": HEADER + ROW + ROW // 2})  # the reps of the second set
    editor = page.locator("#portal input")
    editor.fill("19")
    editor.press("Enter")
    save, saved = dialog.get_by_role("button", name="Save the sets"), page.get_by_text("The sets are saved")
    too_soon = dialog.get_by_text("Nothing is different")  # the table tells its form a moment after the key
    save.click()
    expect(saved.or_(too_soon).first).to_be_visible()
    if too_soon.is_visible():
        save.click()
    expect(saved).to_be_visible()
    after = [each.set for each in sets_of(account, session).placed]
    assert after == [before[0], before[1]._replace(reps=19), *before[2:]]
    assert len([field for field in view_record(account, session).words if field.startswith("set ")]) == 1
    shoot(page, "1-sets")


@pytest.mark.whole
def test_what_was_searched_is_there_after_back_and_after_a_reload(page: Page, address: str) -> None:
    open_address(page, f"{address}/runs")
    find(page, "tempo")
    page.get_by_text("looks wrong", exact=True).click()
    expect(page).to_have_url(re.compile("runs_only="))
    go(page, "Strength")
    page.go_back()
    expect(page).to_have_url(re.compile("runs_search=tempo"))
    expect(page).to_have_url(re.compile("runs_only="))
    settled(page)
    page.reload()
    settled(page)
    search = page.get_by_placeholder("A title, a note, shoes")
    expect(search).to_have_value("tempo")

    go(page, "Strength")
    go(page, "Runs")  # the menu leads back to what was looked for
    expect(search).to_have_value("tempo")
    both, one = f"{address}/runs?runs_search=tempo&runs_only=looks+wrong", f"{address}/runs?runs_search=tempo"
    for url in (f"{address}/strength", both, one, f"{address}/runs"):  # each filter is one step
        page.go_back()
        expect(page).to_have_url(url)
        expect(search).to_have_count(0 if url.endswith("strength") else 1)
        settled(page)
    expect(search).to_have_value("")


@pytest.mark.whole
def test_a_row_below_the_main_figure_opens_its_run(page: Page, address: str, account: Account) -> None:
    listed = list_activities(account)
    run = listed[listed["counted"]].iloc[0]
    monday = run["local_start"].to_period("W").start_time.date()
    open_address(page, f"{address}/overview?days={monday}_{monday + timedelta(days=6)}")
    click_row(page, 0, inside="[data-testid=stMain]")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page).to_have_url(re.compile(r"record=run-\d+"))


@pytest.mark.whole
def test_a_record_of_a_list_is_opened_and_closed_by_keyboard(page: Page, address: str) -> None:
    open_address(page, f"{address}/runs")
    page.get_by_role("combobox", name="Open a record").focus()
    page.keyboard.type("Hills")
    expect(page.get_by_role("option").first).to_contain_text("Hills")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Hills")
    expect(page).to_have_url(re.compile(r"record=run-\d+"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("record="))


@pytest.mark.whole
def test_two_tabs_the_second_is_told_and_keeps_what_it_typed(page: Page, address: str, account: Account) -> None:
    run = parse_id(list_activities(account).iloc[0]["id"])
    open_address(page, f"{address}/runs?record={run}")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Change").click()
    title = dialog.get_by_role("textbox", name="Title")
    title.fill("From this tab")
    edit(account, run, {"title": "From the other tab"})
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog.get_by_text("This record was changed elsewhere")).to_be_visible()
    expect(title).to_have_value("From this tab")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert view_record(account, run).fields["title"] == "From this tab"
    dialog.get_by_role("tab", name="History").click()
    dialog.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_text("Taken back.", exact=True)).to_be_visible()
    assert view_record(account, run).fields["title"] == "From the other tab"
