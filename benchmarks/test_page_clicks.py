"""What a person waits for: from a click until the page stands as it will, measured inside the browser.

Wall time, so look at the machine's load (`uptime`) beside it, and the processor time of the tab, which other work
does not change. Caches are warm; median of five clicks on a control and three in the menu, in one tab. A table at the end
says for each the milliseconds and how many figures the click drew. In parts: `-k "sample and control"`, `-k "twenty and menu"`.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

import pytest
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
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
# From the click until the script has run and every figure stands, that of this key among them: the milliseconds, and how
# many figures were drawn. A figure that the click leaves as it is need not be drawn.
CLICK: Final = """
([control, key]) => new Promise(done => {
  const app = document.querySelector("[data-testid=stApp]");
  const named = each => each.innerText.trim().split("\\n").at(-1) === control && !each.disabled;
  const found = document.querySelector(/^[.[]/.test(control) ? control : "none")
    ?? [...document.querySelectorAll("button, [data-testid=stSidebar] a")].find(named);
  const drawn = new Set(), seen = new Set();
  let ran = false, took = null, quiet = 0, late = 0;
  const watch = fresh => [...document.querySelectorAll(".js-plotly-plot")].filter(each => each.on && !seen.has(each))
    .forEach(each => { seen.add(each); if (fresh) drawn.add(each); each.on("plotly_afterplot", () => ran && drawn.add(each)); });
  const state = new MutationObserver(() => { ran = ran || app.dataset.testScriptState === "running"; });
  state.observe(app, { attributes: true });
  watch(false);
  const started = performance.now();
  // A quick run can begin and end between two frames: then the server has spoken, and is silent.
  const over = () => {
    const silent = window.heard > started ? performance.now() - window.heard : 0;
    if (!ran && silent > 60) { ran = true; late = silent; }
    return ran;
  };
  const stands = () => over() && app.dataset.testScriptState === "notRunning"
    && Boolean(document.querySelector(`.st-key-${key} .main-svg`))
    && [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(each => each.querySelector(".main-svg"));
  const look = () => {
    watch(true);
    if (took === null && stands()) took = performance.now() - started - late;
    quiet += took !== null || (performance.now() - started > 30_000 ? 8 : 0);
    if (quiet < 8) return requestAnimationFrame(look);
    state.disconnect();
    done([took, [...drawn].filter(each => each.isConnected).length]);
  };
  requestAnimationFrame(look);
  found.click();
})
"""


# When the server last sent something.
HEARD: Final = """
window.WebSocket = class extends WebSocket {
  constructor(...how) {
    super(...how);
    this.addEventListener("message", () => { window.heard = performance.now(); });
  }
};
"""


class Step(NamedTuple):
    """A page by its title in the menu, and two of its controls that are clicked in turn: their words, or a selector."""

    title: str
    controls: tuple[str, str]


class PageClock:
    """The browser's own clock, for pytest-benchmark: it moves only by what a click took."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.figures = 0
        self.processor: list[float] = []

    def __call__(self) -> float:
        return self.seconds

    def click(self, page: Page, label: str, figure: str) -> None:
        before = _processor_ms(page)
        took, self.figures = page.evaluate(CLICK, [label, figure])
        assert took is not None, f"{label}: the page did not settle within 30 s"
        self.processor.append(_processor_ms(page) - before)
        self.seconds += took / 1000


def _processor_ms(page: Page) -> float:
    """What the tab's main thread has used so far."""
    session = SESSIONS.get(page)
    if session is None:
        session = SESSIONS[page] = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


SESSIONS: Final[dict[Page, CDPSession]] = {}
CLOCK: Final = PageClock()
FIGURES: Final = {
    "Your week": "overview",
    "Balance": "balance_trend",
    "Consistency": "calendar",
    "Muscles": "muscle_map",
}
STEPS: Final = (
    Step("Your week", ("‹ Earlier", "Later ›")),
    Step("Your week", ("[data-press=mileage]", "[data-press=mileage]")),
    Step("Your week", (".st-key-week_days .press", ".st-key-week_days .press")),
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
    page.add_init_script(HEARD)
    page.goto(address)
    page.wait_for_function(DRAWN, arg="overview")
    yield page
    page.close()
    process.terminate()
    process.wait(timeout=20)


def measure(
    benchmark: BenchmarkFixture, rows: list[Row], athlete: str, what: str, click: Callable[[], None], **how: Any
) -> None:
    benchmark.pedantic(click, warmup_rounds=2, **how)
    used = median(CLOCK.processor[-how["rounds"] :])
    benchmark.extra_info |= {"figures": CLOCK.figures, "processor_ms": used}
    rows.append((athlete, what, benchmark.stats.stats.median * 1000, used, CLOCK.figures))


def go(page: Page, title: str) -> None:
    """To a page by the menu, unless the tab is there already."""
    if not page.locator(f".st-key-{FIGURES[title]}").count():
        page.evaluate(CLICK, [title, FIGURES[title]])


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.title} {step.controls[0]}")
def test_from_a_click_on_a_control_to_the_figure(
    benchmark: BenchmarkFixture, step: Step, tab: Page, rows: list[Row], athlete: str
) -> None:
    go(tab, step.title)
    controls = cycle(step.controls)
    what = f"{step.title}: {' / '.join(dict.fromkeys(step.controls))}"
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
