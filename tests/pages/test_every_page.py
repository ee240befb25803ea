"""One visit to every page, whatever is or is not there: nothing failed, and it shows what it is for."""

import pytest
from page_files import PAGES

# What stands between the title and the footer of a page.
SHOWN = ("metric", "plotly_chart", "dataframe", "form", "text_input", "file_uploader")
TWENTY_YEARS = pytest.param("twenty years", marks=pytest.mark.long)


def words(app):
    return [str(each.value) for kind in ("subheader", "markdown", "caption") for each in app.get(kind)]


def offers_a_beginning(app):
    both = {"Bring my files", "Look around with a sample athlete"}
    return "Nothing logged yet" in words(app) and both <= {button.label for button in app.button}


@pytest.mark.parametrize("view", PAGES)
@pytest.mark.parametrize("data", ["empty", "runs", "lifting", "sample", TWENTY_YEARS])
def test_a_page_shows_what_there_is_and_no_exception_error_or_warning(view, data, open_page, url_of):
    app = open_page(url_of(data), view)
    assert not app.error
    assert not app.warning
    assert len(app.title) == 1
    assert any("Not medical advice" in line for line in words(app))
    figures = app.get("plotly_chart")
    assert all(each.proto.alt for each in figures)
    is_dashboard = view.startswith("dashboard/")
    if data == "empty":
        assert offers_a_beginning(app) or (not is_dashboard and any(map(app.get, SHOWN)))
        assert not figures
    elif data in ("runs", "lifting"):
        assert any(map(app.get, SHOWN)) or any(line.startswith("Only ") for line in words(app))
        assert not offers_a_beginning(app)
    else:
        assert any(map(app.get, SHOWN))
        assert not is_dashboard or 1 <= len(figures) <= 4
