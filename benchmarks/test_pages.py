"""Warm server time of every page: one script run in the server, caches filled, without the browser's part.

Processor time, which other work on the machine does not change: a page stays below 100 ms of it.
"""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from streamlit.testing.v1 import AppTest

from benchmarks.athletes import fill
from benchmarks.twenty_years import write_twenty_years

PROJECT = Path(__file__).parents[1]
# Not called "page": that name is a browser tab of pytest-playwright.
VIEWS = [str(path.relative_to(PROJECT)) for path in sorted(PROJECT.glob("pages/*/*.py"))]


@pytest.fixture(scope="module", params=["sample athlete", "twenty years"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("pages")
    sample = sorted((PROJECT / "sample_data").glob("*.csv"))
    files = sample if request.param == "sample athlete" else write_twenty_years(folder)
    fill(folder / "legwork.db", files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{folder / 'legwork.db'}")
        yield


@pytest.mark.usefixtures("database")
@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize("view", VIEWS)
def test_warm_server_time_of_a_page(benchmark: BenchmarkFixture, view: str):
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=120).run()
    assert not app.exception
    app.switch_page(view).run()
    assert not app.exception
    benchmark.pedantic(app.run, rounds=10, warmup_rounds=1)
    assert not app.exception
