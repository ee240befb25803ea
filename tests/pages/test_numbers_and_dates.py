"""No page writes a number or a day in another style than the person's, whichever view of it is open."""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from long_runs import amount
from page_files import PAGES
from pressing import words_of
from words_on_page import figure_texts, options_and_labels, shown_words, styled_cells

from lib.model.region import STYLES, Region, used
from lib.services.preferences import dated, settings
from lib.services.preferences.regions import of_locale
from lib.store.account import open_account
from lib.store.own.dated import WeighIn

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# A point is between thousands only where exactly three digits follow.
ENGLISH_NUMBER = re.compile(r"\d\.(?!\d{3}(?!\d))\d|\d,\d{3}(?!\d)")
DAY_FIRST = re.compile(rf"\d (?:{MONTHS})[a-z]*\b(?! \d{{1,2}}[,–])|%-d %b")
STYLE_TO_CHOOSE = re.compile(r"1.?234.5 · .*(12|03).* · (16:50|4:50)")  # each is its own example
# No region writes so; with it one look at a page finds both what keeps English numbers and what keeps British days.
MIXED = Region(",", ".", order="mdy", typed="MM/DD/YYYY", twelve_hours=True)
VIEWS = {
    "dashboard/overview.py": [("show", "Lines"), ("measure", "Tonnage"), ("range", "All")],
    "dashboard/muscles.py": [("more_muscles", True)],
    "dashboard/progress.py": [("load_range", "2 years")],
    "log/how_we_count.py": [
        ("counting_view", view) for view in ("Conventions", "Warm-ups", "Loads and other work", "Runs")
    ],
    "log/exercises.py": [("exercises_view", "All names"), ("exercises_view", "Exercises")],
}


@pytest.fixture
def url_in(sample_url, tmp_path):
    """url_in(style): the sample athlete, who wants numbers and dates in a style."""

    def made(style):
        path = tmp_path / f"{style}.db"
        shutil.copy(sample_url.removeprefix("sqlite:///"), path)
        account = open_account(f"sqlite:///{path}")
        settings.save(account, replace(settings.athlete_of(account), region=style))
        dated.keep(account, WeighIn(date(2026, 3, 1), 70.5))
        account.engine.dispose()
        return f"sqlite:///{path}"

    return made


def everything_on(app):
    options = [option for option in options_and_labels(app) if not STYLE_TO_CHOOSE.match(option)]
    return [*shown_words(app).splitlines(), *options, *styled_cells(app), *figure_texts(app)]


@pytest.mark.long
@pytest.mark.parametrize("path", amount(whole=PAGES, small=PAGES[::3]))
def test_no_view_of_a_page_has_an_english_number_or_a_day_before_its_month(path, open_page, url_in, monkeypatch):
    monkeypatch.setitem(STYLES, "comma", MIXED)
    # AppTest asks a list what its options are called in the thread of the test, so that one is in the region, too.
    with used(MIXED):
        app = open_page(url_in("comma"), path)
        found = everything_on(app)
        for key, value in VIEWS.get(path, []):
            if isinstance(value, str):
                app.query_params[key] = value
            else:
                app.session_state[key] = value
            app.run()
            assert not app.exception
            found += everything_on(app)
    assert [line for line in found if ENGLISH_NUMBER.search(line)] == []
    assert [line for line in found if DAY_FIRST.search(line)] == []


def test_figures_hand_the_separators_to_the_browser(open_page, url_in):
    with used(STYLES["comma"]):
        charts = open_page(url_in("comma"), "dashboard/overview.py").get("plotly_chart")
    for chart in charts:
        assert '"separators":",."' in chart.proto.spec.replace(" ", "")


def test_a_day_is_typed_as_the_region_types_it(open_page, url_in):
    for style in ("comma", "american", "international"):
        with used(STYLES[style]):
            app = open_page(url_in(style), "data/settings.py")
        assert {field.proto.format for field in app.date_input} == {STYLES[style].typed}


def test_the_style_is_chosen_by_its_example_and_kept(open_page, url_in):
    url = url_in(None)
    app = open_page(url, "data/settings.py")
    (choice,) = [box for box in app.selectbox if box.label == "Numbers and dates"]
    assert choice.options[0] == "1,234.5 · 12 Mar 2026 · 16:50 (as my browser)"
    assert "1.234,5 · 12 Mar 2026 · 16:50" in choice.options
    choice.set_value("american")
    next(button for button in app.button if button.form_id == choice.form_id).click().run()
    assert not app.exception
    account = open_account(url)
    assert settings.athlete_of(account).region == "american"
    account.engine.dispose()


@pytest.mark.parametrize(("locale", "distance"), [("de-DE", r"\d,\d\skm"), ("en-US", r"\d\.\d\skm")])
def test_without_a_choice_the_browser_decides(locale, distance, open_page, sample_url, monkeypatch):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.locale", locale)
    with used(of_locale(locale)):
        app = open_page(sample_url, "dashboard/overview.py")
    headline = next(each for each in words_of(app).splitlines() if " usually ha" in each)
    assert re.search(distance, headline)
    title = app.title[0].value
    assert re.search(r"\d{4}$", title)
    assert bool(DAY_FIRST.search(title)) == (locale == "de-DE")


def test_two_readers_of_one_log_do_not_get_each_others_figures(open_page, sample_url, monkeypatch):
    """The cache is shared: what was drawn for one region is not shown in another."""
    seen = {}
    for locale in ("de-DE", "en-US"):
        monkeypatch.setattr("streamlit.runtime.context.ContextProxy.locale", locale)
        with used(of_locale(locale)):
            seen[locale] = figure_texts(open_page(sample_url, "dashboard/balance.py"))
    assert any(re.search(r"\d,\d : 1|1 : \d,\d", text) for text in seen["de-DE"])
    assert not any(re.search(r"\d,\d : 1|1 : \d,\d", text) for text in seen["en-US"])
