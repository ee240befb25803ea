"""What failed stands once on the page, can be tried again, and is gone when the cause is."""

from datetime import UTC, datetime

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.services.importing import history as imports
from lib.services.importing.import_files import import_files
from lib.store.account import open_account
from lib.ui.imports import flow, history
from lib.ui.kit import writing
from lib.ui.shell import boundary
from lib.ui.shell.jobs import Job

BUSY = "Something else is writing to the database. Nothing was stored; try again in a moment."
RUN = b'"Activity ID","Activity Date","Activity Type","Elapsed Time","Distance","Moving Time"\n1,"Feb 3, 2026, 7:00:00 AM",Run,1800,5.0,1700\n'


@pytest.fixture
def url(sqlite_url):
    account = open_account(sqlite_url)
    assert import_files(account, [Upload("activities.csv", RUN)], Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    return sqlite_url


@pytest.fixture
def _at_work(monkeypatch):
    """As in a server: there the boundary shows errors itself."""
    monkeypatch.setattr(boundary._State, "at_work", True)


def said(app):
    return [each.value.replace("\\", "") for each in [*app.error, *app.warning]]


@pytest.mark.usefixtures("_at_work")
def test_an_import_that_fails_on_a_busy_database_is_told_once_until_it_can_be_tried_again(open_page, url, monkeypatch):
    def work(_tick):
        raise StoreError(BUSY)

    app = open_page(url, "data/import_files.py")
    job = Job(work, 1).start()
    job.wait(60)
    app.session_state[flow.JOB] = job
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: BUSY)
    app.run()
    assert said(app) == [BUSY]
    [again] = [button for button in app.button if button.label == "Try again"]
    again.click().run()
    assert said(app) == [f"Nothing can be stored at the moment. {BUSY}"]
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: "")
    app.button(key="write_again").click().run()
    assert said(app) == []
    assert not app.success


@pytest.mark.usefixtures("_at_work")
def test_an_import_that_crashed_says_so_with_its_error_id_and_is_no_receipt(open_page, url):
    app = open_page(url, "data/import_files.py")
    job = Job(lambda _tick: 1 // 0, 1).start()
    job.wait(60)
    app.session_state[flow.JOB] = job
    app.run()
    [sentence] = said(app)
    assert "nobody foresaw" in sentence
    assert not app.success
    assert any(job.ended.error_id in text.value for text in app.markdown)


def test_an_import_that_another_tab_took_back_is_told_with_the_day_as_the_region_writes_it(url):
    account = open_account(url)
    assert history._taken_back_elsewhere(account, 1, "activities.csv") == ""
    imports.undo(account, 1, datetime(2026, 3, 1, 23, 30, tzinfo=UTC))  # in Berlin it is the next day already
    sentence = history._taken_back_elsewhere(account, 1, "activities.csv")
    account.engine.dispose()
    assert sentence == "activities.csv was taken back before, on 2 Mar 2026. Nothing more was changed."
