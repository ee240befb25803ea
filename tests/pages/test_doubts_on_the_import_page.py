"""Half a file is no success on the page either, and the past can be read again with one button."""

import pytest
from look_alikes import BERLIN, strava, strava_run
from test_duplicates_on_the_import_page import press

from lib.services.importing.history import history
from lib.services.importing.import_files import import_files
from lib.store.account import open_account

IMPORT = "data/import_files.py"
GOOD = [strava_run(day) for day in range(1, 6)]
BAD = [strava_run(day, date=f"{day}. toukokuuta 2026 klo 6") for day in range(10, 20)]


@pytest.fixture
def url(sqlite_url):
    account = open_account(sqlite_url)
    import_files(account, [strava(*GOOD[:2])], BERLIN)
    account.engine.dispose()
    return sqlite_url


@pytest.fixture
def app(url, open_page):
    return open_page(url, IMPORT)


def batches(url):
    account = open_account(url)
    found = history(account)
    account.engine.dispose()
    return found


def wait(app):
    while "import_job" in app.session_state:
        app.run()
    assert not app.exception


def drop(app, *uploads):
    app.file_uploader[0].set_value([(each.name, each.source, "text/csv") for each in uploads]).run()
    assert not app.exception


def button(app, label):
    return next(each for each in app.button if each.label == label)


def test_one_question_with_a_button_stands_before_the_import_of_half_a_file(app, url):
    drop(app, strava(*GOOD, *BAD))
    assert "10 of the 15 rows of activities" in app.warning[0].value
    assert button(app, "Import").disabled
    press(app, "Go on with the other rows")
    assert not button(app, "Import").disabled
    assert not app.warning
    press(app, "Import")
    wait(app)
    assert [(file.added_activities, file.rejected) for file in batches(url)[1].files] == [(3, 10)]


def test_of_a_file_without_a_row_that_can_be_read_nothing_is_gone_on_with(app, url):
    drop(app, strava(*BAD))
    assert "None of the 10 rows" in app.warning[0].value
    press(app, "Go on without this file")
    assert "none of its rows can be read" in app.error[0].value
    assert len(batches(url)) == 1


def test_of_several_failed_files_every_sentence_is_shown_before_anything_goes_on(app):
    half = strava(*(strava_run(day) for day in range(20, 26)), *BAD)
    drop(app, half, strava(*BAD), strava(*GOOD))
    told = [each.value for each in app.warning]
    assert len(told) == 2
    assert any("10 of the 16 rows" in each for each in told)
    assert any("None of the 10 rows" in each for each in told)
    assert [each.label for each in app.button if each.label.startswith("Go on")] == ["Go on with the other rows"]


def test_problems_of_one_kind_are_one_line_with_a_count(app):
    drop(app, strava(*GOOD, *BAD))
    press(app, "Go on with the other rows")
    [told] = [each.value for each in app.markdown if each.value.startswith("* **Rejected")]
    assert told.startswith("* **Rejected, 10 times** · first in line 7, ")


def test_going_on_with_one_file_says_nothing_of_the_next(app):
    drop(app, strava(*GOOD, *BAD))
    press(app, "Go on with the other rows")
    drop(app, strava(*GOOD[:4], *BAD))
    assert app.warning
    assert button(app, "Import").disabled


def test_reading_again_what_says_nothing_new_makes_no_import(app, url):
    press(app, "Read again")
    wait(app)
    assert [entry.replaced_by for entry in batches(url)] == [None]
    assert any(
        each.value == "Nothing was changed."
        for kind in ("markdown", "caption", "info", "success")
        for each in app.get(kind)
    )
