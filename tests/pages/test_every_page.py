"""No exception, error or warning on any page, whatever is or is not there."""

import pytest
from page_files import PAGES


@pytest.mark.parametrize("view", PAGES)
@pytest.mark.parametrize("data", ["empty", "sample", "twenty years"])
def test_a_page_shows_no_exception_error_or_warning(view, data, open_page, request, tmp_path):
    urls = {"sample": "sample_url", "twenty years": "twenty_years_url"}
    url = request.getfixturevalue(urls[data]) if data in urls else f"sqlite:///{tmp_path / 'empty.db'}"
    app = open_page(url, view)
    assert not app.error
    assert not app.warning
    assert app.title


@pytest.mark.parametrize("view", [view for view in PAGES if view.startswith("dashboard/")])
def test_a_dashboard_without_data_says_what_to_do(view, open_page, tmp_path):
    app = open_page(f"sqlite:///{tmp_path / 'empty.db'}", view)
    labels = {button.label for button in app.button}
    assert "Look around with a sample athlete" in labels
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("view", [view for view in PAGES if view.startswith("dashboard/")])
def test_a_dashboard_draws_at_most_four_figures(view, open_page, sample_url):
    assert 1 <= len(open_page(sample_url, view).get("plotly_chart")) <= 4


def test_every_figure_has_a_text_alternative(open_page, sample_url):
    alternatives = {
        view: [each.proto.alt for each in open_page(sample_url, view).get("plotly_chart")] for view in PAGES
    }
    assert sum(map(len, alternatives.values())) >= 9
    assert [view for view, texts in alternatives.items() if not all(texts)] == []
