"""Where nothing can be stored: the pages show what is there, and each control that stores something is off and says why."""

from datetime import UTC, datetime

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import open_account
from lib.ui.kit import writing

REASON = "The disk is full. Make room, then try again."
STAYS_ON = {"write_again", "leave_demo", "enter_demo"}  # these store nothing


PAGES = [
    "data/settings.py",
    "log/how_we_count.py?Conventions",
    "data/import_files.py",
    "log/log_session.py",
    "log/log_run.py",
]


@pytest.mark.parametrize("page", PAGES)
def test_each_control_is_off_with_the_reason_and_the_page_is_whole(open_page, sample_url, page, monkeypatch):
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: REASON)
    path, _, view = page.partition("?")
    app = open_page(sample_url, path)
    if view:
        app.segmented_control(key="counting_view").set_value(view).run()
    assert any(REASON.split(".", maxsplit=1)[0] in warning.value for warning in app.warning)
    buttons = [
        button for button in app.button if button.key not in STAYS_ON and not str(button.key).startswith("more_")
    ]
    storing = buttons + list(app.toggle) * bool(view) + list(app.number_input) * bool(view)
    assert storing
    assert {each.label: each.help for each in storing if not (each.disabled and REASON in each.help)} == {}
    assert app.caption[-1].value


def test_it_is_on_again_as_soon_as_it_can_be(open_page, sample_url, monkeypatch):
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: REASON)
    app = open_page(sample_url, "data/settings.py")
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: "")
    app.button(key="write_again").click().run()
    assert not app.warning
    assert not [button.label for button in app.button if button.disabled]


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Auckland", "2 Mar 2026"), ("America/Adak", "1 Mar 2026")])
def test_the_day_of_an_import_is_that_of_the_athlete(open_page, tmp_path, monkeypatch, zone, day):
    """Noon in UTC on 1 March: the next day already, or still the same, by the athlete's own clock."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 3, 1, 12, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("lib.services.importing.import_files.datetime", Clock)
    url = f"sqlite:///{tmp_path / 'x.db'}"
    account = open_account(url)
    rows = b'"Activity ID","Activity Date","Activity Type","Elapsed Time","Distance","Moving Time"\n1,"Feb 3, 2026, 7:00:00 AM",Run,1800,5.0,1700\n'
    assert import_files(account, [Upload("activities.csv", rows)], Answers(time_zone=zone)).ok
    app = open_page(url, "data/import_files.py")
    assert any(day in text.value for text in app.markdown)
