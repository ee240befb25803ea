"""Broken databases in a real browser, one of each kind: the sentence, nothing lost, and work goes on without a restart."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from driving import IN_A_BROWSER, go, open_address, settled
from playwright.sync_api import Page, expect

from lib.services.upkeep.backups import back_up
from lib.store.account import open_account
from lib.store.database.schema import SCHEMA_VERSION

pytestmark = IN_A_BROWSER


def failure(page: Page) -> str:
    """What the page says went wrong; it says it in no other way."""
    alert = page.get_by_test_id("stAlert").first
    expect(alert).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stAlert")).to_have_count(1)
    for word in ("Traceback", "redacted", "sqlalchemy"):
        expect(page.get_by_text(word)).to_have_count(0)
    return alert.inner_text()


def try_again(page: Page) -> None:
    page.get_by_role("button", name="Try again").first.click()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    settled(page)


@contextmanager
def held(database: Path, how: str) -> Iterator[None]:
    """Another program at work in the database."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        yield


def units_stored(database: Path) -> str:
    with closing(sqlite3.connect(database)) as other:
        return str(other.execute("SELECT distance_unit FROM athlete").fetchone()[0])


@pytest.mark.whole
def test_a_database_of_a_newer_release_at_start(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    database = tmp_path / "mine.db"
    open_account(f"sqlite:///{database}").engine.dispose()
    with closing(sqlite3.connect(database)) as other:
        other.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = database.read_bytes()
    page.goto(f"{serve()}/settings")
    assert "newer Legwork" in failure(page)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert database.read_bytes() == before
    with closing(sqlite3.connect(database)) as other:
        other.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    try_again(page)
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()


@pytest.mark.whole
def test_a_database_that_is_gone_is_not_made_anew(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    database = tmp_path / "mine.db"
    open_address(page, serve())
    database.rename(tmp_path / "aside.db")
    page.reload()
    assert "is gone" in failure(page)
    assert not database.exists()
    (tmp_path / "aside.db").rename(database)
    try_again(page)
    expect(page.get_by_text("Nothing logged yet")).to_be_visible()


@pytest.mark.whole
def test_a_page_while_nothing_can_be_read(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    open_address(page, f"{serve()}/settings")
    with held(tmp_path / "mine.db", "EXCLUSIVE"):
        page.reload()
        assert "Something else is writing" in failure(page)
    try_again(page)
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()


def test_saving_while_nothing_can_be_written(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    """The page is drawn whole, each control is off with the reason, and what was chosen is still chosen."""
    database = tmp_path / "mine.db"
    open_address(page, f"{serve()}/settings")
    page.get_by_text("Miles", exact=True).click()
    save = page.get_by_role("button", name="Save").first
    with held(database, "IMMEDIATE"):
        save.click()
        assert "Something else is writing" in failure(page)
        expect(page.get_by_role("heading", name="Body mass")).to_be_visible()
        expect(save).to_be_disabled()
        expect(page.get_by_role("button", name="Add event")).to_be_disabled()
        save.hover(force=True)
        expect(page.get_by_role("tooltip")).to_contain_text("Something else is writing")
    assert units_stored(database) == "km"
    try_again(page)
    expect(save).to_be_enabled()
    save.click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert units_stored(database) == "mi"


@pytest.mark.whole
def test_a_dialog_says_in_itself_what_went_wrong_and_another_tab_that_it_was_done_before(
    page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    database, log = tmp_path / "mine.db", tmp_path / "hevy.csv"
    log.write_bytes((Path(__file__).parents[2] / "sample_data" / "hevy.csv").read_bytes()[:4000].rpartition(b"\n")[0])
    open_address(page, f"{serve()}/import_files")
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(log)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("You can undo it below")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    database.rename(tmp_path / "aside.db")
    dialog.get_by_role("button", name="Take it back").click()
    expect(dialog.get_by_test_id("stAlert")).to_contain_text("cannot be opened")
    (tmp_path / "aside.db").rename(database)
    dialog.get_by_role("button", name="Try again").click()
    expect(dialog.get_by_test_id("stAlert")).to_have_count(0)
    late = page.context.new_page()
    open_address(late, page.url)
    late.get_by_role("button", name="Undo").click()
    dialog.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("was taken back")).to_be_visible()
    late.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    expect(late.get_by_text("was taken back before, on")).to_be_visible()
    late.close()


@pytest.mark.whole
def test_files_stay_chosen_when_their_import_fails(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    database, log = tmp_path / "mine.db", tmp_path / "hevy.csv"
    log.write_bytes((Path(__file__).parents[2] / "sample_data" / "hevy.csv").read_bytes()[:4000].rpartition(b"\n")[0])
    open_address(page, f"{serve()}/import_files")
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(log)
    start = page.get_by_role("button", name="Import", exact=True)
    expect(start).to_be_enabled()
    database.rename(tmp_path / "aside.db")
    start.click()
    assert "is gone" in failure(page)
    (tmp_path / "aside.db").rename(database)
    page.get_by_role("button", name="Try again").first.click()
    expect(page.get_by_text("Still chosen: hevy.csv")).to_be_visible()
    start.click()
    expect(page.get_by_text("You can undo it below")).to_be_visible()
    expect(page.get_by_text("Still chosen")).to_have_count(0)


def test_what_nobody_foresaw_has_an_error_id_that_stands_in_the_log(
    page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    address = serve()
    open_address(page, address)
    (tmp_path / "broken").write_text("furlong", "utf-8")
    page.reload()
    assert "nobody foresaw" in failure(page)
    (error_id,) = re.findall(r"error id ([0-9A-F]{8})", page.get_by_test_id("stMain").inner_text())
    lines = (tmp_path / "data" / "legwork" / "legwork.log").read_text("utf-8").splitlines()
    assert error_id in [json.loads(line)["error_id"] for line in lines]
    assert "furlong" not in "".join(lines)
    for server_log in tmp_path.glob("server-*.log"):
        assert "Traceback" not in server_log.read_text("utf-8")
    (tmp_path / "broken").unlink()
    try_again(page)
    go(page, "Settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()


@pytest.mark.whole
def test_a_damaged_database_is_brought_back_by_one_click(page: Page, serve: Callable[..., str], tmp_path: Path) -> None:
    database = tmp_path / "mine.db"
    open_account(f"sqlite:///{database}").engine.dispose()
    back_up(f"sqlite:///{database}", datetime.now(UTC))
    damaged = bytearray(database.read_bytes())
    damaged[4096 * 4 : 4096 * 40] = bytes(4096 * 36)
    database.write_bytes(damaged)
    page.goto(f"{serve()}/settings")
    assert "damaged" in failure(page)
    page.get_by_role("button", name="Restore the newest whole backup").click()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    settled(page)
    (kept,) = tmp_path.glob("mine.db.damaged-*")
    assert kept.read_bytes() == bytes(damaged)
    assert units_stored(database) == "km"
