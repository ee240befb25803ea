"""Which record of a bout counts is chosen before the import, for single bouts or for two sources, and kept with it."""

import pytest
from test_duplicates_on_the_import_page import GARMIN, STRAVA, press, state

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit
from lib.services.bouts.choices import list_rules
from lib.services.importing.import_files import import_files
from lib.store.account import open_account

IMPORT = "data/import_files.py"


@pytest.fixture
def strava_url(tmp_path):
    url = f"sqlite:///{tmp_path / 'primary.db'}"
    account = open_account(url)
    answers = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM)
    assert import_files(account, [Upload("activities.csv", STRAVA.encode())], answers).ok
    account.engine.dispose()
    return url


@pytest.fixture
def app(strava_url, open_page):
    app = open_page(strava_url, IMPORT)
    app.file_uploader[0].set_value(("Activities.csv", GARMIN.encode(), "text/csv")).run()
    app.radio[0].set_value("km").run()
    assert not app.exception
    return app


def box(app, label):
    return next(each for each in app.selectbox if each.label == label)


def let_it_import(app):
    press(app, "Import")
    while "import_job" in app.session_state:
        app.run()


def test_the_preview_shows_both_records_and_writes_nothing_while_one_chooses(app, strava_url):
    assert box(app, "Counts").options == ["Garmin Connect", "Strava", "Both: two bouts"]
    shown = " ".join(each.value.replace("\\", "") for each in app.markdown)
    assert "Garmin Connect · 08:00:03 · 8.02 km · 40 min" in shown
    assert "Strava · 08:00:00 · 8.00 km · 40 min (3 s earlier, 0.02 km shorter)" in shown
    box(app, "Counts").set_value(1).run()
    assert not app.exception
    assert state(strava_url) == (["strava"], [])


@pytest.mark.parametrize(
    ("choice", "counts", "pairs"),
    [(0, ["garmin"], 1), (1, ["strava"], 1), (2, ["garmin", "strava"], 0)],
)
def test_what_was_chosen_for_a_bout_holds_after_the_import(app, strava_url, choice, counts, pairs):
    box(app, "Counts").set_value(choice).run()
    let_it_import(app)
    sources, found = state(strava_url)
    assert (sorted(sources), len(found)) == (counts, pairs)


def test_one_choice_for_two_sources_holds_for_all_their_bouts_and_can_be_taken_back(app, strava_url):
    both = "Garmin Connect and Strava: 1 bout in both"
    box(app, both).set_value("strava").run()
    assert box(app, "Counts").value == 1
    let_it_import(app)
    assert state(strava_url) == (["strava"], [("strava", "you let this source count")])
    assert box(app, both).value == "strava"
    box(app, both).set_value("").run()
    assert state(strava_url)[0] == ["garmin"]
    account = open_account(strava_url)
    assert list_rules(account) == []
    account.engine.dispose()


def test_bouts_that_may_be_one_are_listed_and_both_count(strava_url, open_page):
    app = open_page(strava_url, IMPORT)
    later = GARMIN.replace("08:00:03", "08:05:00").replace("8.02", "6.00")
    app.file_uploader[0].set_value(("Activities.csv", later.encode(), "text/csv")).run()
    app.radio[0].set_value("km").run()
    assert not app.exception
    assert "Bouts that may be one (1)" in [each.label for each in app.expander]
    let_it_import(app)
    assert any("1 pair of bouts that may be one" in each.value for each in app.success)
    assert sorted(state(strava_url)[0]) == ["garmin", "strava"]
