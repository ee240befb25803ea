"""On a phone: nothing lies over the button of a table's file, and Back takes one choice back."""

import re

import pytest
from driving import IN_A_BROWSER, open_address, settled
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER

# Whether a touch in the middle of a button meets it.
MET = "button => { const {x, y, width, height} = button.getBoundingClientRect(); return button.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"


@pytest.mark.whole
def test_a_thumb_meets_the_csv_button_and_back_takes_one_choice_back(page: Page, sample: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_address(page, f"{sample}/balance")
    window = page.get_by_role("radio", name="12 weeks").last
    window.click()
    expect(window).to_be_checked()
    expect(page).to_have_url(re.compile("drivers_window"))
    settled(page)
    page.go_back()
    expect(window).not_to_be_checked()
    expect(page).to_have_url(f"{sample}/balance")
    table, button = page.get_by_test_id("stDataFrame").first, page.get_by_role("button", name="CSV").first
    button.scroll_into_view_if_needed()
    table.hover()  # brings the toolbar of the table
    expect(table.get_by_test_id("stElementToolbar")).to_be_visible()
    assert button.evaluate(MET)
