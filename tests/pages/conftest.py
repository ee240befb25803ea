"""Every page through AppTest: with the sample athlete, with an empty database, with twenty years of data."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import pytest
import streamlit as st
from page_files import ROOT
from streamlit.testing.v1 import AppTest

from benchmarks.twenty_years import write_twenty_years
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.demo import open_demo
from lib.services.importing.import_files import import_files
from lib.store.account import open_account

TODAY: Final = date(2026, 11, 22)  # just after the last day of the sample files


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}"
    open_demo(url).engine.dispose()
    return url


@pytest.fixture(scope="session")
def twenty_years_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("twenty")
    url = f"sqlite:///{folder / 'twenty.db'}"
    account = open_account(url)
    files = write_twenty_years(folder)
    uploads = [Upload(path.name, path) for path in (files.strava, files.hevy)]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    return url


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], AppTest]:
    """open_page(url, page) runs app.py and then the page on the day TODAY, and checks that neither failed."""

    def run(url: str, page: str) -> AppTest:
        monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: TODAY)
        monkeypatch.setenv("LEGWORK_DATABASE_URL", url)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        assert not app.exception
        app.switch_page(f"pages/{page}").run()
        assert not app.exception
        return app

    return run
