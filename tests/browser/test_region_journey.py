"""Numbers and dates in a browser of another region: those that the server writes and those that the browser writes."""

import re
from collections.abc import Callable

import pytest
from driving import IN_A_BROWSER, go, open_address, settled
from long_runs import amount
from playwright.sync_api import Browser, Page, expect

pytestmark = [*IN_A_BROWSER, pytest.mark.long]

REGIONS = [
    ("de-DE", r"week of \d+ \w{3} 2026", r"\d+,\d km", r"18\D+11\D+2026", ",."),
    ("en-US", r"week of \w{3} \d+, 2026", r"\d+\.\d km", r"11\D+18\D+2026", ".,"),
]
BAR = """() => {
  const figure = document.querySelector(".st-key-overview .js-plotly-plot");
  const at = figure.data.findIndex(trace => trace.name === "distance");
  return [figure.data[at].customdata.at(-2)[4], figure.data[at].customdata.at(-2)[5], figure._fullLayout.separators];
}"""


@pytest.mark.whole
@pytest.mark.parametrize(
    ("locale", "week", "number", "typed", "separators"),
    amount(whole=REGIONS, small=REGIONS[:1]),
)
def test_a_browser_reads_numbers_and_days_as_it_writes_them(
    locale: str, week: str, number: str, typed: str, separators: str,
    browser: Browser, sample: str, shoot: Callable[[Page, str], None],
) -> None:  # fmt: skip
    context = browser.new_context(locale=locale, viewport={"width": 1280, "height": 2600})
    page = context.new_page()
    open_address(page, sample)
    expect(page.locator(".st-key-overview .js-plotly-plot")).to_be_visible()
    words, when, drawn = page.evaluate(BAR)
    assert re.match(number, words)
    assert re.match(week, when)
    assert drawn == separators
    expect(page.get_by_text(re.compile(r"usually have")).first).to_have_text(re.compile(number.replace(" ", r"\s")))
    shoot(page, f"{locale}-overview")
    go(page, "Settings")
    expect(page.get_by_test_id("stDateInput").filter(has_text=re.compile(typed)).first).to_be_visible()
    shoot(page, f"{locale}-settings")
    settled(page)
    context.close()
