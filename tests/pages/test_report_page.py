"""The page that makes a report."""

from datetime import date

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import open_account

PAGE = "data/report.py"
HEADER = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time"


def test_one_click_makes_a_file_to_download(open_page, sample_url):
    app = open_page(sample_url, PAGE)
    assert not app.get("download_button")
    app.button[-1].click().run(timeout=60)
    assert not app.exception
    (offered,) = app.get("download_button")
    assert offered.proto.label.startswith("Download ")
    assert any("MB, for any browser" in caption.value for caption in app.caption)


def test_a_range_without_days_is_said_in_a_sentence(open_page, sample_url):
    app = open_page(sample_url, PAGE)
    start, end = app.date_input
    start.set_value(end.value)
    end.set_value(start.min)
    app.button[-1].click().run(timeout=60)
    assert not app.exception
    assert "has no days" in app.info[0].value


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-22"])
def test_a_log_that_reaches_ahead_of_today_opens_the_page(open_page, tmp_path, day, monkeypatch):
    monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: date(2026, 11, 22))
    url = f"sqlite:///{tmp_path / 'ahead.db'}"
    account = open_account(url)
    row = f'1,"{day} 06:00:00",Run,Run,1800,5.0,1800'
    upload = Upload("activities.csv", f"{HEADER}\n{row}\n".encode())
    report = import_files(account, [upload], Answers(time_zone="Europe/Berlin"))
    assert report.ok
    account.engine.dispose()
    assert not open_page(url, PAGE).exception
