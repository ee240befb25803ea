"""A file that is newer than what is there, or that lacks what was there: the preview asks, and what is said holds."""

from datetime import date

import pytest
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run
from test_doubts_on_the_import_page import IMPORT, button, drop, wait

from lib.importers.base import Upload
from lib.model.record_id import parse_id
from lib.services.editing.edit import edit
from lib.services.editing.sets import sets_of
from lib.services.importing.history import history
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_activities, list_sessions
from lib.store.account import open_account
from lib.ui.imports.history import _take_back


@pytest.fixture
def account(tmp_path):
    found = open_account(f"sqlite:///{tmp_path / 'corrections.db'}")
    assert import_files(found, [hevy(hevy_set(2), hevy_set(5), hevy_set(20))], BERLIN).ok
    yield found
    found.engine.dispose()


@pytest.fixture
def app(account, open_page, monkeypatch):
    """The page on a day soon after the last record of the files."""
    found = open_page(str(account.engine.url), IMPORT)
    monkeypatch.setattr("lib.ui.shell.queries.local_today", lambda *_: SOON)
    return found


def said(app):
    return " ".join(str(each.value) for kind in ("markdown", "caption", "success") for each in app.get(kind))


def box(app, label):
    return next(each for each in app.checkbox if each.label.startswith(label))


def put_in(app):
    button(app, "Import").click().run()
    wait(app)


def loads(account):
    frame = list_sessions(account)
    return [each.set.load_kg for number in frame["id"] for each in sets_of(account, parse_id(number)).placed]


def reasons(account):
    return list(list_sessions(account)["why_not"])


SOON = date(2026, 5, 25)
MENDED = hevy(hevy_set(2, load="70"), hevy_set(20))
EARLIER = hevy(hevy_set(2, load="70"), hevy_set(5))


def test_the_day_of_a_whole_export_is_today_unless_the_person_says_otherwise(app, account):
    drop(app, MENDED)
    assert box(app, "workouts\\.csv is of today").value
    put_in(app)
    assert [str(file.exported) for batch in history(account) for file in batch.files] == ["None", str(SOON)]


def test_an_old_file_is_of_today_only_where_the_person_says_so(tmp_path, open_page):
    """Its last row is half a year old: that nothing was done since is not for us to say."""
    open_account(f"sqlite:///{tmp_path / 'new.db'}").engine.dispose()
    app = open_page(f"sqlite:///{tmp_path / 'new.db'}", IMPORT)
    drop(app, hevy(hevy_set(5), hevy_set(20)))
    assert not box(app, "workouts\\.csv is of today").value


def test_the_day_is_told_file_by_file(app, account):
    other = Upload("other.csv", hevy(hevy_set(21), hevy_set(22)).source)
    drop(app, MENDED, other)
    boxes = [each for each in app.checkbox if each.label.endswith("csv")]
    assert [each.value for each in boxes] == [True, True]
    boxes[0].set_value(False).run()
    put_in(app)
    assert [str(file.exported) for file in history(account)[-1].files] == ["None", str(SOON)]


def test_a_day_that_stays_open_is_not_kept(app, account):
    drop(app, MENDED)
    box(app, "workouts\\.csv is of today").set_value(False).run()
    put_in(app)
    assert [file.exported for batch in history(account) for file in batch.files] == [None, None]


def test_a_file_that_differs_from_one_that_reaches_further_is_the_newer_one_where_the_person_says_so(app, account):
    drop(app, EARLIER)
    box(app, "workouts\\.csv is of today").set_value(False).run()
    assert "1 record differs from an export that reaches further" in said(app)
    box(app, "This file is the newer one").set_value(True).run()
    assert not app.exception
    put_in(app)
    assert sorted(loads(account)) == [60, 60, 70]


def test_without_that_word_the_export_that_reaches_further_is_believed(app, account):
    drop(app, EARLIER)
    box(app, "workouts\\.csv is of today").set_value(False).run()
    put_in(app)
    assert loads(account) == [60, 60, 60]
    assert "which is believed" in said(app)


def test_what_an_export_lacks_is_listed_and_kept_by_default(app, account):
    drop(app, MENDED)
    assert "1 record that an earlier export had is not in workouts\\.csv" in said(app)
    put_in(app)
    assert reasons(account) == ["", "", ""]
    assert "1 record that the export lacks stay" in said(app)


def test_what_an_export_lacks_goes_into_the_bin_where_that_is_chosen(app, account):
    drop(app, MENDED)
    app.radio(key="import_gone").set_value("Move them to the bin").run()
    put_in(app)
    assert reasons(account) == ["", "in the bin", ""]
    assert "went to the bin" in said(app)


def test_what_was_said_of_one_file_is_not_said_of_the_next(app):
    drop(app, MENDED)
    app.radio(key="import_gone").set_value("Move them to the bin").run()
    drop(app, hevy(hevy_set(2, load="72"), hevy_set(20)))
    assert app.radio(key="import_gone").value == "Keep them"


def test_an_undo_says_how_many_of_its_records_the_person_spoke_of(account):
    session = parse_id(list_sessions(account).iloc[0]["id"])
    edit(account, session, {"title": "Mine"})
    told = _take_back(account, 1, "workouts.csv")
    assert "3 records removed" in told
    assert told.endswith("What you said of 1 of them is kept and holds when they come again.")


GARMIN = (
    b"Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time\n"
    b"Running,2026-05-03 08:05:00,false,Berlin Running,6.00,447,00:39:40,150,00:39:40,00:40:00\n"
)


@pytest.mark.parametrize(("choice", "counts"), [(None, 2), ("Join", 1)])
def test_two_runs_that_may_be_one_are_joined_in_the_preview_or_stay_two(account, open_page, choice, counts):
    assert import_files(account, [strava(strava_run(3))], BERLIN).ok
    app = open_page(str(account.engine.url), IMPORT)
    drop(app, Upload("Activities.csv", GARMIN))
    app.radio[0].set_value("km").run()
    [one_or_two] = [each for each in app.segmented_control if each.label == "One bout or two"]
    assert one_or_two.value == "Leave as two"
    if choice:
        one_or_two.set_value(choice).run()
    put_in(app)
    assert list(list_activities(account)["counted"]).count(True) == counts
