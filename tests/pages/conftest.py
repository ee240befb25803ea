"""Every page through AppTest: with the sample athlete, with an empty database, with twenty years of data."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
import streamlit as st
from long_runs import TWENTY_YEARS
from page_files import ROOT
from streamlit.testing.v1 import AppTest

from benchmarks.twenty_years import write_twenty_years
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.demo import open_demo
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account
from lib.ui.shell.nav import HOME

RUNS_WITHIN_S: Final = 300  # a page of twenty years, beside ten busy programs on two cores
TODAY: Final = date(2026, 11, 22)  # just after the last day of the sample files
FILES: Final = {
    "empty": [],
    "runs": ["strava_activities.csv"],
    "lifting": ["hevy.csv"],
    "both": ["garmin_activities.csv", "hevy.csv", "strava_activities.csv", "strong.csv"],
}


@pytest.fixture(autouse=True, scope="module")
def fresh_caches() -> Iterator[None]:
    """What is kept goes by the address of a database, and every test that changes one has one of its own."""
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}"
    open_demo(url).engine.dispose()
    return url


@pytest.fixture
def sample_copy(sample_url: str, tmp_path: Path) -> Iterator[Account]:
    """The sample athlete in a database of the test's own."""
    shutil.copy(sample_url.removeprefix("sqlite:///"), tmp_path / "own.db")
    found = open_account(f"sqlite:///{tmp_path / 'own.db'}")
    yield found
    found.engine.dispose()


@pytest.fixture(scope="session")
def twenty_years_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Twenty years of runs and lifting; in a small run with a tenth of the bouts."""
    folder = tmp_path_factory.mktemp("twenty")
    url = f"sqlite:///{folder / 'twenty.db'}"
    account = open_account(url)
    files = write_twenty_years(folder, **TWENTY_YEARS)
    uploads = [Upload(path.name, path) for path in (files.strava, files.hevy)]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    return url


@pytest.fixture(scope="session")
def _known_urls() -> dict[str, str]:
    return {}


@pytest.fixture
def url_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _known_urls: dict[str, str]
) -> Callable[[str], str]:
    """url_of("runs"): the address of a database in this state, filled once, for tests that only look."""

    def find(state: str) -> str:
        if state in ("sample", "twenty years"):
            url: str = request.getfixturevalue(f"{state.replace(' ', '_')}_url")
            return url
        if state not in _known_urls:
            _known_urls[state] = _filled(f"sqlite:///{tmp_path_factory.mktemp(state) / 'legwork.db'}", FILES[state])
        return _known_urls[state]

    return find


def _filled(url: str, names: Sequence[str]) -> str:
    account = open_account(url)
    if names:
        uploads = [Upload(name, ROOT / "sample_data" / name) for name in names]
        assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    return url


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """open_page(url, page) opens a page of the app on the day TODAY, and checks that it did not fail.

    address: what stands behind the ? of the address.
    """

    def run(url: str, page: str, address: Mapping[str, str] = MappingProxyType({})) -> AppTest:
        monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: TODAY)
        monkeypatch.setenv("LEGWORK_DATABASE_URL", url)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=RUNS_WITHIN_S)
        for name, value in address.items():
            app.query_params[name] = value
        if page != HOME:
            app.switch_page(f"pages/{page}")
        app.run()
        assert not app.exception
        return app

    return run
