"""What the dashboard pages say and draw in the states of a database."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pytest
import streamlit as st
from pressing import words_of
from streamlit.testing.v1 import AppTest

from lib.model.vocabulary import GoalKind
from lib.services.preferences import dated
from lib.store.account import open_account
from lib.store.own.dated import Goal, PlannedBreak

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="visit")
def _visit(open_page, url_of, monkeypatch, tmp_path):
    """visit(state, page, address) opens a page of the dashboard; address: what stands behind the ?."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def visit(state: str, page: str, address: Mapping[str, str] = MappingProxyType({})) -> AppTest:
        return open_page(url_of(state), f"dashboard/{page}.py", address)

    return visit


def words(app: AppTest) -> str:
    kinds = ("title", "subheader", "caption", "markdown")
    return "\n".join([*(str(element.value) for kind in kinds for element in app.get(kind)), words_of(app)])


def figures(app: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def test_only_runs_say_what_is_missing_and_still_draw_them(visit):
    app = visit("runs", "overview")
    assert words(app).count("No strength log yet") == 2
    assert [trace["name"] for trace in figures(app)[0]["data"]] == ["distance", "4-week mean"]
    assert "of 0 sets" not in words(app)
    assert "Only runs so far" in words(visit("runs", "balance"))
    consistency = visit("runs", "consistency")
    assert "No sets so far" in words(consistency)
    assert [metric.label for metric in consistency.metric] == ["Running weeks"]


def test_only_lifting_says_what_is_missing_and_still_draws_it(visit):
    app = visit("lifting", "overview")
    assert "No run log yet" in words(app)
    names = [trace["name"] for trace in figures(app)[0]["data"]]
    assert "sets" in names
    assert not {"distance", "runs not covered"} & set(names)


def test_the_figure_has_a_text_alternative_with_numbers(visit):
    charts = visit("both", "overview").get("plotly_chart")
    assert "km a week on average" in charts[0].proto.alt


def test_choosing_lines_and_a_range_changes_the_figure(visit):
    app = visit("both", "overview")
    wide = figures(app)[0]
    app.button_group(key="range").set_value("3 months")
    app.button_group(key="show").set_value("Lines").run()
    narrow = figures(app)[0]
    assert not app.exception
    assert "sets" in [trace["name"] for trace in wide["data"]]
    assert "Quadriceps" in [trace["name"] for trace in narrow["data"]]


def test_the_rows_behind_a_week_add_up_to_its_bar(visit):
    app = visit("both", "overview")
    app.selectbox(key="rows_of_days").set_value("2026-11-09_2026-11-15").run()
    runs = app.dataframe[0].value
    (bars,) = [trace for trace in figures(app)[0]["data"] if trace["name"] == "distance"]
    position = [row[0] for row in bars["customdata"]].index("2026-11-09")
    assert bars["customdata"][position][4] == f"{runs['Distance (km)'].sum():,.1f} km, {len(runs)} runs"
    assert f"{runs['Distance (km)'].sum():,.1f} km" in words(app)


def test_the_credits_behind_a_cell_add_up_to_it(visit):
    app = visit("both", "overview")
    app.selectbox(key="rows_of_days").set_value("2026-11-09_2026-11-15")
    app.selectbox(key="rows_of_muscle").set_value("glutes").run()
    (cells,) = [trace for trace in figures(app)[0]["data"] if trace["name"] == "sets"]
    (cell,) = [row for row in cells["customdata"] if row[:3] == ["2026-11-09", "2026-11-15", "Glutes"]]
    assert app.dataframe[0].value["Credit"].sum() == pytest.approx(cell[3])
    assert f"**Glutes: {cell[4]}**" in words(app)


def test_a_note_opens_the_rows_behind_it(visit, monkeypatch):
    monkeypatch.setattr("lib.analysis.notes.longest_run.YEAR_DAYS", 14)  # the sample athlete took longer steps before
    monkeypatch.setattr("lib.analysis.notes.longest_run.RECENT_DAYS", 14)
    st.cache_resource.clear()
    app = visit("both", "overview")
    before = len(app.dataframe)
    app.button(key="note_longest_run").click().run()
    assert app.query_params["note"] == "longest_run"
    days = app.dataframe[0].value["Date"]
    assert len(app.dataframe) == before + 2
    assert (days.min(), days.max()) >= (date(2026, 10, 16), date(2026, 11, 1))
    assert days.max() <= date(2026, 11, 15)
    app.button(key="note_longest_run").click().run()
    assert len(app.dataframe) == before


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"days": "2026-11-09_2026-11-15", "muscle": "glutes"}, "**Glutes: "),
        ({"days": "2026-11-15_2026-11-09", "muscle": "heart", "rows": "week"}, " that count, "),
        ({"days": "1970-01-01_1970-01-07"}, " that count, "),
        ({"days": "<script>", "range": "forever", "helpers": "?", "rows": "week"}, " that count, "),
    ],
    ids=["a cell", "backwards", "before the log", "nonsense"],
)
def test_an_address_opens_its_view_and_nonsense_the_newest_week(visit, address, said):
    app = visit("both", "overview", address)
    assert said in words(app)
    assert (app.session_state["rows_of_days"] == address["days"]) == ("Glutes" in said)


def test_tonnage_is_no_choice_and_says_why_while_no_body_mass_is_known(visit):
    app = visit("lifting", "overview")
    assert "needs your body mass" in words(app)
    assert "Tonnage" not in app.button_group(key="measure").options


def test_the_balance_says_its_sentence_and_that_it_measures_no_strength(visit):
    app = visit("both", "balance")
    assert "In 28 days: " in words(app)
    assert "does not measure your strength" in words(app)
    assert [metric.label.split(" ·")[0] for metric in app.metric] == ["28 days", "12 weeks"]


def test_a_day_of_the_calendar_is_opened_by_the_address_with_its_rows_and_the_way_to_its_week(open_page, url_of):
    app = open_page(url_of("both"), "dashboard/consistency.py", address={"day": "2026-05-04"})
    assert "Monday, 4 May 2026" in words(app)
    assert [link.proto.query_string for link in app.get("page_link") if link.proto.label == "Its week"] == [
        "week=2026-05-04"
    ]
    closed = open_page(url_of("both"), "dashboard/consistency.py", address={"day": "soon"})
    assert "Its week" not in [link.proto.label for link in closed.get("page_link")]


def test_consistency_without_goals_offers_to_set_one_and_shows_the_articles_dose(visit):
    app = visit("both", "consistency")
    assert "No weekly goals yet" in words(app)
    assert "Set a goal or a break" in [fold.label for fold in app.expander]
    assert "lower_sessions" in [trace["name"] for figure in figures(app) for trace in figure["data"]]


def test_own_goals_are_kept_in_weeks_and_planned_breaks_are_listed_as_text(open_page, url_of, tmp_path):
    shutil.copy(url_of("both").removeprefix("sqlite:///"), tmp_path / "goals.db")
    url = f"sqlite:///{tmp_path / 'goals.db'}"
    account = open_account(url)
    dated.keep(account, Goal(GoalKind.RUNS, date(2025, 1, 1), 4))
    dated.keep(account, PlannedBreak(date(2026, 10, 5), date(2026, 10, 11), "![flu](http://host/x.png)"))
    account.engine.dispose()
    app = open_page(url, "dashboard/consistency.py")
    (kept,) = [table.value for table in app.dataframe if "Goal" in table.value]
    assert kept["Goal"].tolist() == ["Runs, at least 4"]
    assert kept["Last 12 weeks"].iloc[0].endswith("of 11 weeks")
    assert kept["Left out"].tolist() == [1]
    assert "5–11 Oct 2026" in words(app)
    assert "![flu]" not in words(app)


def test_the_sample_athlete_is_one_click_away_and_one_click_back(visit):
    app = visit("empty", "overview")
    app.button(key="enter_demo").click().run(timeout=120)
    assert not app.exception
    assert "invented sample athlete" in words(app)
    assert figures(app)
    app.button(key="leave_demo").click().run()
    assert "Nothing logged yet" in words(app)


def test_the_sample_athlete_lives_on_their_last_logged_day(visit):
    app = visit("empty", "overview")
    app.button(key="enter_demo").click().run(timeout=120)
    last = (
        pd.read_csv(ROOT / "sample_data" / "hevy.csv")["start_time"]
        .pipe(pd.to_datetime, format="%d %b %Y, %H:%M")
        .max()
    )
    first, _, _ = app.session_state["rows_of_days"].partition("_")
    assert 0 <= (last.date() - date.fromisoformat(first)).days < 7


def test_there_is_no_streak_of_what_was_never_logged(visit):
    found = {metric.label: (metric.value, metric.delta) for metric in visit("lifting", "consistency").metric}
    assert list(found) == ["Lifting weeks", "Lower-body work"]
    assert found["Lifting weeks"][0].endswith("in a row")


def test_a_figure_of_runs_alone_has_no_colours_to_explain(visit):
    (main, *_) = figures(visit("runs", "overview"))
    assert "coloraxis" not in main["layout"]
    assert "coloraxis" in figures(visit("lifting", "overview"))[0]["layout"]
