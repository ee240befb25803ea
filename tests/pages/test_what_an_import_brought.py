"""After an import: what is new in up to three findings with the way to each, and "nothing new" for a known file."""

from collections.abc import Callable

import pytest
from page_files import ROOT
from streamlit.testing.v1 import AppTest

from lib.ui.imports.flow import RECEIPT

HEVY = ROOT / "sample_data" / "hevy.csv"
STRAVA = ROOT / "sample_data" / "strava_activities.csv"


@pytest.fixture(name="bring")
def _bring(open_page, tmp_path):
    """bring(file, …): import the files on the page and wait until its receipt is drawn. One page for all calls."""
    opened: list[AppTest] = []

    def bring(*files) -> AppTest:
        if not opened:
            opened.append(open_page(f"sqlite:///{tmp_path / 'mine.db'}", "data/import_files.py"))
        (app,) = opened
        app.file_uploader[0].set_value([(file.name, file.read_bytes(), "text/csv") for file in files]).run()
        for box in app.selectbox:
            if box.label == "Home time zone":
                box.set_value("Europe/Berlin").run()
        next(button for button in app.button if button.label == "Import").click().run()
        until(app, lambda: RECEIPT in app.session_state and "import_job" not in app.session_state)
        return app

    return bring


def until(app: AppTest, there: Callable[[], bool]) -> None:
    """Draw the page again, as its fragment does, until something is so."""
    for _ in range(2000):
        if there():
            app.run()
            return
        app.run()
    pytest.fail("the import did not end")


def said(app: AppTest) -> str:
    return "\n".join(str(each.value) for kind in ("success", "markdown") for each in app.get(kind))


def test_an_import_tells_the_newest_week_and_what_waits_and_a_known_file_nothing(bring):
    app = bring(HEVY)
    words = said(app)
    assert "Imported: " in words
    assert "**The week 16–22 Nov 2026:** " in words
    assert "lower-body sets" in words
    assert "not mapped to muscles yet" in words
    assert "Quadriceps against hamstrings, 28 days:" in words

    words = said(bring(HEVY))
    assert "Nothing new" in words
    assert "The week " not in words
