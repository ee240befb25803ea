"""What a person waits for: from a click until the figure is drawn anew, measured inside the browser.

Wall time, so look at the machine's load (`uptime`) beside it. Caches are warm; median of seven clicks.
"""

import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.athletes import fill
from benchmarks.twenty_years import write_twenty_years
from tests.browser.serving import start_server

PROJECT: Final = Path(__file__).parents[1]
CLICKS: Final = 7
# Whether the script has run and the figure of this key stands.
DRAWN: Final = """
key => {
  const app = document.querySelector("[data-testid=stApp]");
  return app?.dataset.testScriptState === "notRunning"
    && Boolean(document.querySelector(`.st-key-${key} .js-plotly-plot .main-svg`));
}
"""
# Milliseconds from the click until the script has run and Plotly has drawn the figure of this key once more.
CLICK: Final = """
([label, key]) => new Promise(done => {
  const app = document.querySelector("[data-testid=stApp]");
  const named = each => each.innerText.trim().split("\\n").at(-1) === label && !each.disabled;
  const control = [...document.querySelectorAll("button, [data-testid=stSidebar] a")].find(named);
  let ran = false, drawn = false, figure = null;
  const watch = () => {
    const now = document.querySelector(`.st-key-${key} .js-plotly-plot`);
    if (now === figure || !now?.on) return;
    drawn = ran;
    figure = now;
    figure.on("plotly_afterplot", () => { drawn = drawn || ran; });
  };
  const state = new MutationObserver(() => { ran = ran || app.dataset.testScriptState === "running"; });
  state.observe(app, { attributes: true });
  watch();
  const started = performance.now();
  const look = () => {
    watch();
    if (!drawn || app.dataset.testScriptState !== "notRunning") return requestAnimationFrame(look);
    state.disconnect();
    done(performance.now() - started);
  };
  requestAnimationFrame(look);
  control.click();
})
"""


class Step(NamedTuple):
    """A page, two of its controls that are clicked in turn, and the figure that both draw anew."""

    path: str
    controls: tuple[str, str]
    figure: str


class PageClock:
    """The browser's own clock, for pytest-benchmark: it moves only by what a click took."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def click(self, page: Page, label: str, figure: str) -> None:
        self.seconds += page.evaluate(CLICK, [label, figure]) / 1000


CLOCK: Final = PageClock()
STEPS: Final = (
    Step("", ("6 months", "1 year"), "overview"),
    Step("balance", ("12 weeks", "28 days"), "balance_trend"),
    Step("muscles", ("1 week", "4 weeks"), "muscle_map"),
    Step("week", ("Earlier", "Later"), "week_muscles_figure"),
)
FIRST_FIGURES: Final = {
    "Overview": "overview",
    "Balance": "balance_trend",
    "Consistency": "calendar",
    "Muscles": "muscle_map",
    "Week": "week_muscles_figure",
}


@pytest.fixture(scope="module", name="chromium")
def _chromium() -> Iterator[Browser]:
    """The system's Chromium, without pytest-playwright: its fixtures belong to the tests."""
    with sync_playwright() as started:
        yield started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )


@pytest.fixture(scope="module", params=["sample athlete", "twenty years"], name="address")
def _address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("clicks")
    sample = sorted((PROJECT / "sample_data").glob("*.csv"))
    files = sample if request.param == "sample athlete" else write_twenty_years(folder)
    fill(folder / "legwork.db", files)
    environment = {**os.environ, "LEGWORK_DATABASE_URL": f"sqlite:///{folder / 'legwork.db'}"}
    process, address = start_server(environment, folder)
    yield address
    process.terminate()
    process.wait(timeout=20)


def show(chromium: Browser, address: str, figure: str) -> Page:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(120_000)
    page.goto(address)
    page.wait_for_function(DRAWN, arg=figure)
    return page


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.path or "overview")
def test_from_a_click_on_a_control_to_the_figure(
    benchmark: BenchmarkFixture, step: Step, chromium: Browser, address: str
) -> None:
    page = show(chromium, f"{address}/{step.path}", step.figure)
    controls = cycle(step.controls)
    benchmark.pedantic(lambda: CLOCK.click(page, next(controls), step.figure), rounds=CLICKS, warmup_rounds=3)
    page.close()


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("title", FIRST_FIGURES)
def test_from_a_click_in_the_menu_to_the_first_figure(
    benchmark: BenchmarkFixture, title: str, chromium: Browser, address: str
) -> None:
    page = show(chromium, f"{address}/week", "week_muscles_figure")
    away = "Consistency" if title == "Overview" else "Overview"

    def leave() -> None:
        page.evaluate(CLICK, [away, FIRST_FIGURES[away]])

    benchmark.pedantic(
        lambda: CLOCK.click(page, title, FIRST_FIGURES[title]),
        setup=leave,
        rounds=CLICKS,
        warmup_rounds=1,
    )
    page.close()
