"""What a run costs the real server: its processor time for every page, over its socket, with caches warm.

AppTest (test_pages.py) sees the script alone; here is all of it: messages, the event loop, and the collection of garbage
after the last message. Goal: 80 ms a run with the sample athlete, 100 ms with twenty years. Processor time, which other
work on the machine changes little: on busy cores it grows by half.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.athletes import fill
from benchmarks.dashboard import PROJECT, Dashboard, dashboard
from benchmarks.twenty_years import write_twenty_years
from benchmarks.visitor import Visitor

PATHS: Final = ["", *(path.stem for path in sorted(PROJECT.glob("pages/*/*.py")) if path.stem != "overview")]
RUNS: Final = 3000


class ServerClock:
    """The processor time of the server, for pytest-benchmark: it moves only by what runs took."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def run(self, server: Dashboard, visitor: Visitor, path: str) -> None:
        before = server.processor_s()
        visitor.run(path)
        server.settle()
        self.seconds += server.processor_s() - before


CLOCK: Final = ServerClock()


@pytest.fixture(scope="module", params=["sample athlete", "twenty years"], name="server")
def _server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    folder = tmp_path_factory.mktemp("runs")
    sample = sorted((PROJECT / "sample_data").glob("*.csv"))
    fill(folder / "legwork.db", sample if request.param == "sample athlete" else write_twenty_years(folder))
    with dashboard(f"sqlite:///{folder / 'legwork.db'}", folder) as started:
        yield started


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path or "overview")
def test_processor_time_of_a_run(benchmark: BenchmarkFixture, path: str, server: Dashboard) -> None:
    with Visitor(server.address) as visitor:
        benchmark.pedantic(lambda: CLOCK.run(server, visitor, path), rounds=10, warmup_rounds=3)


def test_memory_over_many_runs(benchmark: BenchmarkFixture, server: Dashboard) -> None:
    """MiB after 300 runs and after RUNS of all pages; it should be flat."""
    with Visitor(server.address) as visitor:
        walk(visitor, 300)
        early = server.memory_mib()
        benchmark.pedantic(lambda: walk(visitor, RUNS - 300), rounds=1)
        benchmark.extra_info |= {"MiB after 300 runs": early, f"MiB after {RUNS} runs": server.memory_mib()}
    print(f"\n{early:.0f} MiB after 300 runs, {server.memory_mib():.0f} MiB after {RUNS}")  # noqa: T201


def walk(visitor: Visitor, runs: int) -> None:
    for number in range(runs):
        visitor.run(PATHS[number % len(PATHS)])


@pytest.mark.parametrize("athlete", ["sample athlete", "twenty years"])
def test_first_figure_of_a_fresh_process(benchmark: BenchmarkFixture, athlete: str, tmp_path: Path) -> None:
    """Seconds from the start of the process until its first visitor has the first figure. Goal: 4 s."""
    sample = sorted((PROJECT / "sample_data").glob("*.csv"))
    fill(tmp_path / "legwork.db", sample if athlete == "sample athlete" else write_twenty_years(tmp_path))
    processor: list[float] = []

    def first_figure() -> None:
        with dashboard(f"sqlite:///{tmp_path / 'legwork.db'}", tmp_path) as server, Visitor(server.address) as visitor:
            visitor.run()
            assert visitor.figures
            processor.append(server.processor_s())

    benchmark.pedantic(first_figure, rounds=5)
    benchmark.extra_info["processor s"] = sorted(processor)[len(processor) // 2]
