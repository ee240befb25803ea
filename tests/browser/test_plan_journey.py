"""On a phone: the hard runs of next week are Tuesday and Saturday, so a leg day is planned, put into the calendar, and logged from the plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from driving import IN_A_BROWSER, open_address, settled
from playwright.sync_api import Page, expect

from lib.services.planning.weeks import read_plan
from lib.services.preferences.settings import change_home_zone
from lib.store.account import open_account
from lib.store.own import plan as stored

pytestmark = IN_A_BROWSER

HOME = ZoneInfo("Europe/Berlin")
PHONE = {"width": 390, "height": 844}


def tap(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()
    settled(page)


def live_in_berlin(database: Path) -> None:
    account = open_account(f"sqlite:///{database}")
    change_home_zone(account, HOME.key)
    account.engine.dispose()


def let_its_day_come(database: Path) -> None:
    """The planned session is today's: the browser cannot wait for the day."""
    account = open_account(f"sqlite:///{database}")
    today = datetime.now(HOME).date()
    (session,) = read_plan(account, today + timedelta(weeks=1)).sessions
    with account.write_unseen() as conn:
        stored.drop_session(conn, account.athlete_id, session.start)
        stored.put_session(conn, account.athlete_id, replace(session, start=datetime.combine(today, time(7))))
    account.engine.dispose()


@pytest.mark.whole
def test_a_leg_day_is_planned_put_into_the_calendar_and_logged(
    page: Page, serve: Callable[..., str], shoot: Callable[[Page, str], None], tmp_path: Path
) -> None:
    page.set_viewport_size(PHONE)
    live_in_berlin(tmp_path / "mine.db")
    address = serve("mine.db")
    open_address(page, f"{address}/plan")
    days = page.locator(".st-key-hard_run_days")
    for name in ("Tue", "Sat"):
        days.get_by_text(name, exact=True).click()
    page.get_by_role("group", name="Start").get_by_role("spinbutton").first.click()
    page.keyboard.type("1800")
    tap(page, "add_hard_runs")
    expect(page.get_by_text("Not this one")).to_have_count(2)
    shoot(page, "best")
    tap(page, "accept_0")
    expect(page.get_by_text("Log it from here")).to_be_visible()
    shoot(page, "planned")
    with page.expect_download() as download:
        page.locator(".st-key-plan_ics button").click()
    download.value.save_as(tmp_path / "legs.ics")
    calendar = (tmp_path / "legs.ics").read_text(encoding="utf-8")
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Lower-body session" in calendar

    let_its_day_come(tmp_path / "mine.db")
    open_address(page, f"{address}/plan")
    expect(page.get_by_text("This week")).to_be_visible()
    tap(page, "log_planned_0")
    page.wait_for_url("**/log_session")
    tap(page, "log_set")
    expect(page.get_by_text("1 of 12 sets done")).to_be_visible()
    for number in range(2, 7):
        tap(page, "log_set")
        expect(page.get_by_text(f"{number} of 12 sets done")).to_be_visible()
    tap(page, "finish")
    expect(page.get_by_text("6 sets.").first).to_be_visible()
    open_address(page, f"{address}/plan?which_week=This+week")
    expect(page.get_by_text("Done: a leg session is logged on that day.")).to_be_visible()
    shoot(page, "done")
