"""The browser's console stays quiet: Plotly warns there of what it draws otherwise than we asked for.

Every page in light and in dark is listened to where axe looks at it, too.
"""

import pytest
from driving import IN_A_BROWSER, heard_on, show
from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


@pytest.mark.whole
def test_lines_of_all_muscles_and_years_are_drawn_without_a_warning(page: Page, sample: str) -> None:
    heard = heard_on(page)
    show(page, f"{sample}/?show=Lines&range=All&muscles=All+muscles")
    assert heard == []
    page.evaluate("console.trace('WARN: Invalid color specifier: number 3.')")
    page.wait_for_function("true")
    assert len(heard) == 1  # what Plotly warns of would have been heard
