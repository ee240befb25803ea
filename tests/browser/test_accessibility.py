"""axe-core finds nothing serious on any page: light, dark, on a phone, and before anything is logged."""

from collections.abc import Iterable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from driving import DASHBOARDS, IN_A_BROWSER, PATHS, heard_on, show, visit
from long_runs import amount
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER

WIDE, PHONE = (1280, 4000), (390, 6000)  # tall: axe measures contrast only of what can be seen


# A page that was gone to by the menu has what was put into the one before it.
LOOK = """async () => {
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.map(each => [each.id, each.impact, each.nodes.length, each.nodes[0].html.slice(0, 200)]);
}"""


def serious(page: Page) -> list[str]:
    """What axe holds to be serious or critical, with the first place of each."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(LOOK)
    return [
        f"{name} ({impact}, {count} times): {first}"
        for name, impact, count, first in found
        if impact in ("serious", "critical")
    ]


def serious_on(
    paths: Iterable[str], page: Page, address: str, *, figures: bool, anew: bool = False
) -> dict[str, list[str]]:
    """What axe finds on each page. figures: whether the dashboards have something to draw. anew: each is loaded by itself."""
    found = {}
    show(page, address)
    for path in paths:
        if anew:
            show(page, f"{address}/{path}")
        elif path:
            visit(page, path)
        drawn = page.get_by_test_id("stPlotlyChart").count()
        assert (drawn > 0) == (figures and path in DASHBOARDS), path
        if violations := serious(page):
            found[path or "overview"] = violations
    return found


@pytest.mark.long
@pytest.mark.parametrize(
    ("scheme", "size", "paths"),
    [
        ("light", WIDE, amount(whole=PATHS, small=[path for path in PATHS if path not in DASHBOARDS])),
        ("dark", PHONE, amount(whole=PATHS, small=[path for path in PATHS if path in DASHBOARDS])),
    ],
    ids=["light", "dark phone"],
)
def test_nothing_serious_and_no_warning_in_the_console_on_any_page_of_the_sample_athlete(
    scheme: Any, size: tuple[int, int], paths: list[str], page: Page, sample: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    heard = heard_on(page)
    assert serious_on(paths, page, sample, figures=True) == {}
    assert heard == []


@pytest.mark.whole
def test_nothing_serious_and_no_warning_on_any_page_before_anything_is_logged(page: Page, empty: str) -> None:
    page.emulate_media(color_scheme="dark")
    heard = heard_on(page)
    assert serious_on(PATHS, page, empty, figures=False, anew=amount(whole=True, small=False)) == {}
    assert heard == []


def test_nothing_serious_in_the_open_menu_of_a_phone(page: Page, empty: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, f"{empty}/settings")
    page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebar")
    expect(menu.get_by_role("link", name="Balance", exact=True)).to_be_in_viewport()
    assert serious(page) == []
    menu.get_by_role("link", name="Balance", exact=True).click()
    expect(page.get_by_role("heading", name="Quadriceps against hamstrings")).to_be_in_viewport()
    expect(menu).not_to_be_in_viewport()
