"""A table of one's own on the import page: explained once, imported, recognised the next time."""

from datetime import date

import pytest
from own_tables import text, workbook

from lib.services.importing.column_mappings import saved_mappings
from lib.services.queries.training import read_training
from lib.store.account import open_account

IMPORT = "data/import_files.py"
HEADER = ("Datum", "Strecke", "Dauer", "Schuhe")
ROWS = (
    ("04.03.2026", "8,5", "45:10", "rot"),
    ("06.03.2026", "10,0", "55:00", "blau"),
    ("irgendwann", "7,0", "50:00", ""),
)
OWN = text(HEADER, *ROWS, sep=";")


def drop(app, upload):
    app.file_uploader[0].set_value((upload.name, upload.source, "text/csv")).run()
    assert not app.exception


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def box(app, label):
    return next(each for each in app.selectbox if each.label == label)


def stored(url):
    account = open_account(url)
    mappings, training = saved_mappings(account), read_training(account, date(2026, 3, 9))
    account.engine.dispose()
    return mappings, training


@pytest.fixture
def app(sqlite_url, open_page):
    app = open_page(sqlite_url, IMPORT)
    drop(app, OWN)
    return app


def test_an_unknown_table_is_offered_to_be_mapped_with_a_guess_and_a_live_preview(app):
    press(app, "Map the columns of own\\.csv")
    assert (box(app, "Date").value, box(app, "Distance").value, box(app, "Duration").value) == (0, 1, 2)
    assert app.dataframe[0].value.columns.tolist() == list(HEADER)
    assert app.dataframe[1].value["Distance"].tolist() == ["8.50 km", "10.00 km"]
    assert app.dataframe[2].value["Line"].tolist() == [4]
    assert not any(button.label == "Import" for button in app.button)


def test_the_preview_follows_the_choices(app):
    press(app, "Map the columns of own\\.csv")
    box(app, "Distances are in").set_value("mi").run()
    assert app.dataframe[1].value["Distance"].tolist() == ["13.68 km", "16.09 km"]
    box(app, "Distance").set_value(-1).run()
    assert "Distance" not in app.dataframe[1].value
    box(app, "Duration").set_value(-1).run()
    assert "distance or the duration" in app.info[0].value
    assert next(each for each in app.button if each.label == "Save and continue").disabled


def test_saved_imported_and_recognised_the_next_time(app, sqlite_url):
    press(app, "Map the columns of own\\.csv")
    next(each for each in app.text_input if each.label == "Name of this table").set_value("Mein Tagebuch").run()
    press(app, "Save and continue")
    mappings, training = stored(sqlite_url)
    assert [(each.name, dict(each.columns)) for each in mappings] == [
        ("Mein Tagebuch", {"date": 0, "distance": 1, "duration": 2})
    ]
    assert training.activities.empty
    assert any("Own table · Mein Tagebuch" in each.value for each in app.markdown)
    press(app, "Import")
    while not app.success:
        app.run()
    assert stored(sqlite_url)[1].activities["distance_m"].tolist() == [8500.0, 10000.0]
    drop(app, text(HEADER, *ROWS, ("08.03.2026", "5", "25:00", ""), sep=";"))
    assert any("**1 new run**" in each.value for each in app.markdown)


def test_a_workbook_offers_its_sheets(sqlite_url, open_page):
    app = open_page(sqlite_url, IMPORT)
    drop(app, workbook(("Shoe", "Colour"), ("A", "red"), title="Shoes", others=("Log",)))
    press(app, "Map the columns of own\\.xlsx")
    box(app, "Sheet").set_value("Log").run()
    assert (box(app, "Date").value, box(app, "Distance").value) == (0, 1)
    press(app, "Save and continue")
    assert [each.sheet for each in stored(sqlite_url)[0]] == ["Log"]


def test_dates_that_can_be_read_in_two_ways_are_asked_before_the_preview(sqlite_url, open_page):
    app = open_page(sqlite_url, IMPORT)
    drop(app, text(("Date", "km"), ("03/04/2026", "8")))
    press(app, "Map the columns of own\\.csv")
    assert "day or the month" in app.info[0].value
    next(each for each in app.radio if "03/04" in each.label).set_value("mdy").run()
    assert app.dataframe[1].value["Start"].tolist() == ["4 Mar 2026"]


def test_a_row_can_be_a_set(sqlite_url, open_page):
    app = open_page(sqlite_url, IMPORT)
    drop(app, text(("Date", "Exercise", "Sets", "Reps", "kg"), ("2026-03-04", "Squat", "3", "8", "60")))
    press(app, "Map the columns of own\\.csv")
    shown = app.dataframe[1].value
    assert shown["Exercise"].tolist() == ["Squat"] * 3
    assert shown["Load"].tolist() == ["60 kg"] * 3


def test_back_leaves_everything_as_it_was(app, sqlite_url):
    press(app, "Map the columns of own\\.csv")
    press(app, "Back")
    assert any(button.label == "Import" for button in app.button)
    assert stored(sqlite_url)[0] == []


def test_a_mapping_can_be_forgotten(app, sqlite_url):
    press(app, "Map the columns of own\\.csv")
    press(app, "Save and continue")
    press(app, "Forget own")
    assert stored(sqlite_url)[0] == []
    assert any(button.label.startswith("Map the columns") for button in app.button)
