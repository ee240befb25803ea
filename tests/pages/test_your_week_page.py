"""The first screen: its three answers, its seven days, and the week, day, card and rows that the address opens."""

import json
import re
from datetime import date

import pytest
from pressing import press, words_of

from lib.model.region import used
from lib.services.preferences.regions import of_locale
from lib.services.queries.numbers import weeks_json
from lib.services.queries.training import read_training
from lib.services.queries.weekly import last_day
from lib.services.queries.your_week_json import week_json
from lib.store.account import open_account
from lib.ui.shell.nav import HOME
from lib.ui.your_week.which_week import nearest_week


@pytest.fixture(scope="module", name="training")
def _training(sample_url):
    account = open_account(sample_url)
    training = read_training(account, date(2026, 11, 22))
    account.engine.dispose()
    assert last_day(training)
    return training


def said(app):
    written = [str(each.value) for kind in ("title", "subheader", "caption", "markdown") for each in app.get(kind)]
    return "\n".join([*written, words_of(app)])


@pytest.mark.parametrize("week", ["2026-03-02", "2026-07-06", "2026-11-02"])
def test_the_rows_of_a_week_are_those_of_the_command_line(open_page, sample_url, training, week):
    (counted,) = [each for each in weeks_json(training) if each["week_start"] == week]
    app = open_page(sample_url, HOME, {"week": week})
    assert not app.dataframe
    app.button(key="rows_week").click().run()
    assert app.query_params["rows"] == "week"
    tables = [table.value for table in app.dataframe]
    runs = [table for table in tables if "Distance (km)" in table]
    assert [len(table) for table in runs] == ([counted["runs"]] if counted["runs"] else [])
    assert sum(table["Distance (km)"].sum() for table in runs) == pytest.approx(counted["distance_m"] / 1000, abs=0.05)
    assert sum(table["Counts"].sum() for table in tables if "Counts" in table) == counted["hard_sets"]
    assert f"{counted['runs']} runs in " in said(app)


def test_the_screen_says_what_the_command_says(open_page, sample_url, training):
    printed = week_json(training, date(2026, 11, 8))
    words = said(open_page(sample_url, HOME, {"week": "2026-11-02"})).replace("\u00a0", " ")
    assert (
        f"{printed['distance_m'] / 1000:,.1f} km; a week usually has {printed['usual_distance_m'] / 1000:,.0f} km"
        in words
    )
    assert f"{printed['lower_sets']:g} lower-body sets, usual {printed['usual_lower_sets']:g}" in words
    assert f"{printed['quadriceps']:g} : {printed['hamstrings']:g} sets" in words
    assert f"Leg day {printed['leg_streak_weeks']} weeks in a row" in words


def test_the_muscles_of_a_week_are_those_of_the_command_line(open_page, sample_url, training):
    (counted,) = [each for each in weeks_json(training) if each["week_start"] == "2026-11-02"]
    app = open_page(sample_url, HOME, {"week": "2026-11-02"})
    (told,) = re.findall("Sets of the week by muscle: .*", words_of(app))
    assert f"quadriceps {counted['muscles']['quadriceps']:g} " in told
    assert f"glutes {counted['muscles']['glutes']:g} " in told
    app.button_group(key="helpers").set_value("strictly").run()
    (strict,) = re.findall("Sets of the week by muscle: .*", words_of(app))
    assert strict != told


def test_a_muscle_of_the_week_opens_its_rows(open_page, sample_url, training):
    (counted,) = [each for each in weeks_json(training) if each["week_start"] == "2026-11-02"]
    app = press(open_page(sample_url, HOME, {"week": "2026-11-02"}), "glutes")
    assert dict(app.query_params) == {"week": "2026-11-02", "days": "2026-11-02_2026-11-08", "muscle": "glutes"}
    (sets,) = [table.value for table in app.dataframe if "Credit" in table.value]
    assert sets["Credit"].sum() == counted["muscles"]["glutes"]


def test_a_week_leads_to_the_one_before_and_back(open_page, sample_url):
    app = open_page(sample_url, HOME)
    newest = app.title[0].value
    assert app.button(key="week_Later").disabled or app.session_state["chosen_week"] < date(2026, 11, 23)
    app.button(key="week_Earlier").click().run()
    before = app.query_params["week"]
    assert date.fromisoformat(before).weekday() == 0
    app.button(key="week_Later").click().run()
    assert app.title[0].value == newest


def test_going_to_another_week_closes_what_was_opened_of_this_one(open_page, sample_url):
    app = open_page(sample_url, HOME, {"week": "2026-11-02", "day": "2026-11-03", "rows": "balance", "range": "1 year"})
    app.button(key="week_Earlier").click().run()
    assert set(app.query_params) == {"week", "range"}


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-03-05", "2026-03-02"),
        ("2026-03-02", "2026-03-02"),
        ("1999-01-01", "2026-03-02"),
        ("2030-01-01", "2026-03-09"),
    ],
)
def test_any_day_leads_to_its_week_or_to_the_nearest_that_there_is(day, week):
    starts = [date(2026, 3, 9), date(2026, 3, 2)]
    assert nearest_week(date.fromisoformat(day), starts) == date.fromisoformat(week)


@pytest.mark.parametrize("locale", ["de-DE", "en-US", "ja-JP"])
def test_a_bookmark_of_a_week_opens_it_in_every_language(open_page, sample_url, monkeypatch, locale):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.locale", locale)
    with used(of_locale(locale)):
        app = open_page(sample_url, HOME, {"week": "2026-03-02"})
    assert app.session_state["chosen_week"] == date(2026, 3, 2)
    assert re.search(r"\b2\b|03-02", app.title[0].value)


@pytest.mark.parametrize("week", ["soon", "2026-02-30", "23 Nov 2026", ""])
def test_nonsense_opens_the_newest_week(open_page, sample_url, week):
    newest = open_page(sample_url, HOME).title[0].value
    assert open_page(sample_url, HOME, {"week": week}).title[0].value == newest


def test_a_day_opens_its_rows_and_closes_them_again(open_page, sample_url, training):
    app = open_page(sample_url, HOME, {"week": "2026-11-02"})
    press(app, "2026-11-03")
    assert app.query_params["day"] == "2026-11-03"
    assert "Tuesday, 3 Nov 2026" in said(app)
    day = training.activities[training.activities["local_date"] == "2026-11-03"]
    assert app.dataframe[0].value["Distance (km)"].sum() == pytest.approx(day["distance_m"].sum() / 1000, abs=0.05)
    press(app, "2026-11-03")
    assert "day" not in app.query_params


@pytest.mark.parametrize("card", ["mileage", "balance", "consistency"])
def test_a_card_opens_what_adds_up_to_it(open_page, sample_url, training, card):
    app = open_page(sample_url, HOME, {"week": "2026-11-02"})
    before = len(app.dataframe)
    press(app, card)
    assert app.query_params["rows"] == card
    opened = app.dataframe[0].value
    printed = week_json(training, date(2026, 11, 8))
    match card:
        case "mileage":
            assert opened["Distance (km)"].sum() == pytest.approx(printed["distance_m"] / 1000, abs=0.05)
            assert app.dataframe[1].value["Counts"].sum() == printed["lower_sets"]
        case "balance":
            assert opened["Credit"].sum() == printed["quadriceps"]
            assert app.dataframe[1].value["Credit"].sum() == printed["hamstrings"]
        case _:
            assert len(opened) == 12
    press(app, card)
    assert len(app.dataframe) == before


def test_the_sample_athletes_week_is_called_an_example(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    app = open_page(f"sqlite:///{tmp_path / 'mine.db'}", HOME)
    assert "three questions" in said(app)
    app.button(key="enter_demo").click().run(timeout=120)
    assert app.title[0].value.startswith("An example week, ")


def test_a_gap_is_named_below_the_figure_for_a_year_after_its_end(open_page, athlete_named):
    url = str(athlete_named("two-year gap").engine.url)
    words = said(open_page(url, HOME))
    assert "No activity from 3 Mar 2024 – 2 Mar 2026 (730 days) in Strava" in words
    assert "No session from 2 Mar 2024" in words
    assert "No activity from" not in said(open_page(url, HOME, {"week": "2023-06-05"}))


def test_a_week_of_years_ago_is_among_those_of_the_figure(open_page, athlete_named):
    app = open_page(str(athlete_named("two-year gap").engine.url), HOME, {"week": "2023-10-02"})
    (spec,) = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")][:1]
    (days,) = [[row[0] for row in trace["customdata"]] for trace in spec["data"] if trace["name"] == "distance"]
    assert "2023-10-02" in days
    assert len(days) == 26


def test_sets_of_unknown_names_are_no_sets_of_the_upper_body(open_page, sample_url, training):
    counted = training.lifting.counted
    unknown = counted[~counted["mapped"] & (counted["hard"] > 0)]
    day = unknown["local_date"].max()
    sets = unknown.loc[unknown["local_date"] == day, "hard"].sum()
    words = words_of(open_page(sample_url, HOME, {"week": str(day.date())}))
    assert f"Not mapped {sets:g}" in words


def test_a_log_that_ended_says_so_at_the_top_and_nothing_as_if_it_went_on(open_page, athlete_named):
    app = open_page(str(athlete_named("stale").engine.url), HOME)
    words = said(app)
    assert app.title[0].value.startswith("Last known week, 13")
    assert re.search(r"\*\*Your logs end there, \d+ weeks ago\*\*", words)
    assert "Leg day streak was 210 weeks when the log ended" in words
    for absent in ("Leg day 210 weeks in a row", "What stands out", "Dashed", "Still open", "Nothing by the rules"):
        assert absent not in words
    assert not [trace for trace in figure_of(app)["data"] if trace.get("name") == "unfinished week"]


def test_a_log_that_goes_on_has_its_unfinished_week_and_what_stands_out(open_page, sample_url):
    app = open_page(sample_url, HOME)
    assert "What stands out" in said(app)
    assert [trace for trace in figure_of(app)["data"] if trace.get("name") == "unfinished week"]


def test_who_only_lifts_is_promised_no_distance(open_page, athlete_named):
    words = said(open_page(str(athlete_named("only lifting").engine.url), HOME))
    assert "Sets per muscle, by week" in words
    assert "above the distance" not in words


def test_where_nothing_is_usual_yet_the_legend_says_from_when_on(open_page, athlete_named):
    assert "usual: from three whole weeks on" in said(open_page(str(athlete_named("new").engine.url), HOME))
    assert "usual: from" not in said(open_page(str(athlete_named("quit").engine.url), HOME))


def test_jumps_are_told_as_contacts(open_page, athlete_named):
    assert "jumps: 110 ground contacts" in said(open_page(str(athlete_named("jumps").engine.url), HOME))


def test_the_empty_start_draws_each_answer_below_its_question(open_page, tmp_path):
    app = open_page(f"sqlite:///{tmp_path / 'empty.db'}", HOME)
    (drawn,) = [each for each in map(str, (html.proto.body for html in app.get("html"))) if 'class="cards"' in each]
    assert re.findall("<h5>(.*?)</h5><div role", drawn) == [
        "Strength beside mileage",
        "Quadriceps against hamstrings",
        "Consistency",
    ]


def figure_of(app):
    (chart,) = [
        each for each in app.get("plotly_chart") if "km a week" in each.proto.spec or "cells" in each.proto.spec
    ]
    return json.loads(chart.proto.spec)
