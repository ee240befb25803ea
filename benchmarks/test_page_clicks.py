"""What a person waits for: from a click until the figure is drawn anew, measured inside the browser.

Wall time, so look at the machine's load (`uptime`) beside it. Caches are warm; median of five clicks on a control and
three in the menu, in one tab. A table at the end says for each the milliseconds and how many figures the click drew.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.athletes import fill
from benchmarks.conftest import Row
from benchmarks.twenty_years import write_twenty_years
from tests.browser.serving import start_server

PROJECT: Final = Path(__file__).parents[1]
CLICKS: Final = 5
MENU_CLICKS: Final = 3  # each needs another one to leave the page
# Whether the script has run and the figure of this key stands.
DRAWN: Final = """
key => {
  const app = document.querySelector("[data-testid=stApp]");
  return app?.dataset.testScriptState === "notRunning"
    && Boolean(document.querySelector(`.st-key-${key} .js-plotly-plot .main-svg`));
}
"""
# From the click until the script has run and Plotly has drawn the figure of this key once more: the milliseconds, and how
# many figures were drawn, those included that follow within the next frames.
CLICK: Final = """
([label, key]) => new Promise(done => {
  const app = document.querySelector("[data-testid=stApp]");
  const named = each => each.innerText.trim().split("\\n").at(-1) === label && !each.disabled;
  const control = [...document.querySelectorAll("button, [data-testid=stSidebar] a")].find(named);
  const figures = () => [...document.querySelectorAll(".js-plotly-plot")].filter(each => each.on);
  const seen = new Set(), drawn = new Set();
  let ran = false, quiet = 0, took = null;
  const draw = figure => { if (ran) { drawn.add(figure); quiet = 0; } };
  const watch = fresh => figures().filter(each => !seen.has(each)).forEach(each => {
    seen.add(each);
    each.on("plotly_afterplot", () => draw(each));
    if (fresh) draw(each);
  });
  const state = new MutationObserver(() => { ran = ran || app.dataset.testScriptState === "running"; });
  state.observe(app, { attributes: true });
  watch(false);
  const started = performance.now();
  const look = () => {
    watch(true);
    const main = [...drawn].some(each => each.isConnected && each.closest(`.st-key-${key}`));
    if (took === null && main && app.dataset.testScriptState === "notRunning") took = performance.now() - started;
    quiet += 1;
    if (took === null || quiet < 8) return requestAnimationFrame(look);
    state.disconnect();
    done([took, [...drawn].filter(each => each.isConnected).length]);
  };
  requestAnimationFrame(look);
  control.click();
})
"""


class Step(NamedTuple):
    """A page by its title in the menu, and two of its controls that are clicked in turn and draw its first figure anew."""

    title: str
    controls: tuple[str, str]


class PageClock:
    """The browser's own clock, for pytest-benchmark: it moves only by what a click took."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.figures = 0

    def __call__(self) -> float:
        return self.seconds

    def click(self, page: Page, label: str, figure: str) -> None:
        took, self.figures = page.evaluate(CLICK, [label, figure])
        self.seconds += took / 1000


CLOCK: Final = PageClock()
FIGURES: Final = {
    "Your week": "overview",
    "Balance": "balance_trend",
    "Consistency": "calendar",
    "Muscles": "muscle_map",
}
STEPS: Final = (
    Step("Your week", ("‹ Earlier", "Later ›")),
    Step("Balance", ("12 weeks", "28 days")),
    Step("Muscles", ("1 week", "4 weeks")),
)


@pytest.fixture(scope="module", name="chromium")
def _chromium() -> Iterator[Browser]:
    """The system's Chromium, without pytest-playwright: its fixtures belong to the tests."""
    with sync_playwright() as started:
        yield started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )


@pytest.fixture(scope="module", params=["sample athlete", "twenty years"], name="athlete")
def _athlete(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", name="tab")
def _tab(athlete: str, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One tab for all clicks of an athlete, with the overview drawn."""
    folder = tmp_path_factory.mktemp("clicks")
    sample = sorted((PROJECT / "sample_data").glob("*.csv"))
    fill(folder / "legwork.db", sample if athlete == "sample athlete" else write_twenty_years(folder))
    environment = {**os.environ, "LEGWORK_DATABASE_URL": f"sqlite:///{folder / 'legwork.db'}"}
    process, address = start_server(environment, folder)
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(120_000)
    page.goto(address)
    page.wait_for_function(DRAWN, arg="overview")
    yield page
    page.close()
    process.terminate()
    process.wait(timeout=20)


def measure(
    benchmark: BenchmarkFixture, rows: list[Row], athlete: str, what: str, click: Callable[[], None], **how: Any
) -> None:
    benchmark.pedantic(click, warmup_rounds=1, **how)
    benchmark.extra_info["figures"] = CLOCK.figures
    rows.append((athlete, what, benchmark.stats.stats.median * 1000, CLOCK.figures))


def go(page: Page, title: str) -> None:
    """To a page by the menu, unless the tab is there already."""
    if not page.locator(f".st-key-{FIGURES[title]}").count():
        page.evaluate(CLICK, [title, FIGURES[title]])


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_from_a_click_on_a_control_to_the_figure(
    benchmark: BenchmarkFixture, step: Step, tab: Page, rows: list[Row], athlete: str
) -> None:
    go(tab, step.title)
    controls = cycle(step.controls)
    what = f"{step.title}: {' / '.join(step.controls)}"
    measure(
        benchmark, rows, athlete, what, lambda: CLOCK.click(tab, next(controls), FIGURES[step.title]), rounds=CLICKS
    )


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("title", FIGURES)
def test_from_a_click_in_the_menu_to_the_first_figure(
    benchmark: BenchmarkFixture, title: str, tab: Page, rows: list[Row], athlete: str
) -> None:
    away = "Balance" if title == "Your week" else "Your week"
    to_page = partial(CLOCK.click, tab, title, FIGURES[title])
    measure(benchmark, rows, athlete, f"Menu → {title}", to_page, rounds=MENU_CLICKS, setup=lambda: go(tab, away))
