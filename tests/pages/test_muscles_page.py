"""The muscles page: its map, its table and its cards say the same, in each of the ways to look at them."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog.muscles import muscle_groups
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import MUSCLE_NAMES, RUNNERS_NINE, Muscle
from lib.services.importing.import_files import import_files
from lib.store.account import open_account
from tests.pages.page_files import ROOT

PAGE = "dashboard/muscles.py"


@pytest.fixture(name="app")
def _app(open_page, sample_url):
    return open_page(sample_url, PAGE)


def labels(app: AppTest) -> dict[str, str]:
    """The number beside each muscle of the map."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    found = {}
    for note in spec["layout"]["annotations"]:
        words = note["text"].replace("<b>", "").replace("</b>", "").split("  ")
        if len(words) == 2:
            name, number = words if words[0] in MUSCLE_NAMES.values() else reversed(words)
            found[name] = number
    return found


def table(app: AppTest):
    return app.dataframe[0].value.set_index("Muscle")


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.subheader])


def database_of(folder: Path, *names: str) -> str:
    """The URL of a database with these files of the sample athlete."""
    url = f"sqlite:///{folder / 'some.db'}"
    account = open_account(url)
    uploads = [Upload(name, ROOT / "sample_data" / name) for name in names]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    return url


def choose(app: AppTest, key: str, value: str) -> AppTest:
    app.segmented_control(key=key).set_value(value).run()
    assert not app.exception
    return app


def test_the_map_and_the_table_show_the_same_sets_for_all_muscles(app):
    rows, shown = table(app), labels(app)
    assert list(rows.index) == [MUSCLE_NAMES[muscle] for muscle in Muscle]
    assert {name: f"{value:.1f}".removesuffix(".0") for name, value in rows["Sets"].items()} == shown


def test_a_muscle_brings_the_sets_behind_it_and_they_add_up_to_its_weeks(app):
    app.selectbox(key="of_muscle").set_value("hamstrings").run()
    rows = app.dataframe[1].value
    assert rows["Credit"].sum() / 4 == pytest.approx(table(app).loc["Hamstrings", "Sets"], abs=0.05)


def test_what_is_chosen_stands_in_the_address_and_goes_with_it(app):
    app.selectbox(key="of_muscle").set_value("hamstrings").run()
    choose(app, "window", "1 week")
    assert (app.query_params["of_muscle"], app.query_params["window"]) == ("hamstrings", "1 week")
    del app.query_params["of_muscle"]
    app.run()
    assert app.selectbox(key="of_muscle").value is None
    assert "window" not in choose(app, "window", "4 weeks").query_params


@pytest.mark.parametrize(("counted", "end"), [("strictly", 0), ("permissively", 1)])
def test_helpers_counted_otherwise_move_the_sets_to_an_end_of_the_range(app, counted, end):
    low_high = table(app).loc["Hamstrings", "Range"].split("–")
    rows = table(choose(app, "helpers", counted))
    assert f"{rows.loc['Hamstrings', 'Sets']:.1f}".removesuffix(".0") == low_high[end]
    assert rows.loc["Hamstrings", "Range"].split("–") == low_high


def test_the_rows_behind_a_muscle_follow_how_helpers_are_counted(app):
    choose(app, "helpers", "permissively").selectbox(key="of_muscle").set_value("hamstrings").run()
    rows = app.dataframe[1].value
    assert rows["Credit"].sum() / 4 == pytest.approx(table(app).loc["Hamstrings", "Sets"], abs=0.05)


def test_shares_of_the_own_year_are_printed_and_explained(app):
    choose(app, "colours", "Share of own year")
    assert labels(app)["Glutes"].endswith("%")
    assert "share of its own highest four weeks" in said(app)
    assert table(app).loc["Glutes", "Of highest"] == labels(app)["Glutes"]


def test_the_unfinished_week_can_be_looked_at_and_says_so(app):
    choose(app, "window", "1 week")
    newest = app.selectbox(key="to_week").options[0]
    app.selectbox(key="to_week").select(newest).run()
    assert "so far" in said(app)


def test_a_time_before_the_strength_log_is_hatched_and_said_in_words(open_page, tmp_path):
    app = open_page(database_of(tmp_path, "strava_activities.csv", "hevy.csv"), PAGE)
    app.selectbox(key="to_week").select(app.selectbox(key="to_week").options[-1]).run()
    assert "no strength log covers these weeks" in said(app)
    assert set(labels(app).values()) == {"–"}


def test_each_of_the_nine_says_what_it_does_in_running_and_what_trains_it(app):
    text = said(app)
    groups = {group.muscle: group for group in muscle_groups()}
    for muscle in RUNNERS_NINE:
        assert groups[muscle].in_running in text
    assert text.count("Main muscle in:") == 9
    assert text.count("Yours, sets in 12 weeks:") == 9
    assert groups[Muscle.CHEST].in_running not in text


def test_the_bars_of_a_card_are_read_out(app):
    bars = [each.proto.body for each in app.get("html") if 'role="img"' in each.proto.body]
    assert len(bars) == 9
    assert all("Sets of the last 12 weeks, oldest first: " in each for each in bars)


def test_only_runs_say_what_the_page_needs(open_page, tmp_path):
    app = open_page(database_of(tmp_path, "strava_activities.csv"), PAGE)
    assert "Only runs so far" in said(app)
    assert not app.get("plotly_chart")
