"""A bout that two sources have is shown on the import page and decided there with one click."""

from datetime import date

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit
from lib.services.bouts.choices import list_duplicates
from lib.services.importing.import_files import import_files
from lib.services.preferences.settings import homes
from lib.store.account import open_account
from lib.store.records.frames import read_activities

IMPORT = "data/import_files.py"
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Elapsed Time,Moving Time,Distance\n"
    '9000000001,"May 1, 2026, 6:00:00 AM",[Easy](http://x.example),Run,,2400,8.00,2400.0,2380.0,8000.0\n'
)
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time\n"
    "Running,2026-05-01 08:00:03,false,Berlin Running,8.02,447,00:39:40,150,00:39:40,00:40:00\n"
)


@pytest.fixture
def duplicates_url(tmp_path):
    url = f"sqlite:///{tmp_path / 'duplicates.db'}"
    account = open_account(url)
    answers = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM)
    uploads = [Upload("activities.csv", STRAVA.encode()), Upload("Activities.csv", GARMIN.encode())]
    assert import_files(account, uploads, answers).ok
    account.engine.dispose()
    return url


def state(url):
    account = open_account(url)
    with account.read() as conn:
        sources = list(read_activities(conn, 1)["source"])
    pairs = [(pair.primary.source, pair.why) for pair in list_duplicates(account)]
    account.engine.dispose()
    return sources, pairs


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def test_the_other_record_counts_at_a_click(duplicates_url, open_page):
    assert state(duplicates_url)[0] == ["garmin"]
    app = open_page(duplicates_url, IMPORT)
    assert any("3 s earlier, 0.02 km shorter" in each.value.replace("\\", "") for each in app.markdown)
    press(app, "Count the other")
    assert state(duplicates_url) == (["strava"], [("strava", "you chose it")])


def test_both_count_at_a_click_and_the_decision_can_be_taken_back(duplicates_url, open_page):
    app = open_page(duplicates_url, IMPORT)
    press(app, "Count both")
    assert sorted(state(duplicates_url)[0]) == ["garmin", "strava"]
    press(app, "Take back")
    assert state(duplicates_url)[0] == ["garmin"]


def test_a_title_from_a_file_stays_text(duplicates_url, open_page):
    app = open_page(duplicates_url, IMPORT)
    press(app, "Count the other")
    assert not [each for each in app.markdown if "[Easy](" in each.value]


def test_a_move_abroad_is_added_and_taken_back(duplicates_url, open_page):
    app = open_page(duplicates_url, "data/settings.py")
    next(box for box in app.selectbox if box.label == "New home time zone").set_value("America/Los_Angeles")
    next(box for box in app.date_input if box.label == "Home since").set_value(date(2026, 4, 1))
    press(app, "Add move")
    assert homes_in(duplicates_url) == {"Europe/Berlin", "America/Los_Angeles"}
    assert [each.value for each in app.toast] == [
        "Home is America/Los_Angeles from 1 Apr 2026 on. 1 record counts on another day than before."
    ]
    press(app, "Remove")
    assert homes_in(duplicates_url) == {"Europe/Berlin"}


def homes_in(url):
    account = open_account(url)
    found = homes(account)
    account.engine.dispose()
    return found.names
