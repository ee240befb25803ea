"""The page of one week: its numbers are those of the command line, and the way from week to week."""

from datetime import date

import pytest

from lib.services.queries.numbers import weeks_json
from lib.services.queries.training import read_training
from lib.services.queries.weekly import last_day
from lib.store.account import open_account
from lib.ui.week.view import nearest_week

PAGE = "dashboard/week.py"


@pytest.fixture(scope="module")
def weeks(sample_url):
    account = open_account(sample_url)
    training = read_training(account, date(2026, 11, 22))
    account.engine.dispose()
    assert last_day(training)
    return {week["week_start"]: week for week in weeks_json(training)}


def values(app):
    return {metric.label: metric.value for metric in app.metric}


def at_week(open_page, url, week):
    app = open_page(url, PAGE)
    return app.selectbox(key="week").set_value(week).run()


@pytest.mark.parametrize("week", ["2026-03-02", "2026-07-06", "2026-11-02"])
def test_the_numbers_of_a_week_are_those_of_the_command_line(open_page, sample_url, weeks, week):
    said, counted = values(at_week(open_page, sample_url, week)), weeks[week]
    assert said["Distance"] == f"{counted['distance_m'] / 1000:,.1f} km"
    assert said["Runs"] == str(counted["runs"])
    assert said["Strength sessions"] == str(counted["sessions"])
    assert said["Lower-body sessions"] == str(counted["lower_sessions"])
    assert float(said["Sets that count"]) == counted["hard_sets"]


def test_the_muscles_of_a_week_are_those_of_the_command_line(open_page, sample_url, weeks):
    chart = at_week(open_page, sample_url, "2026-11-02").get("plotly_chart")[0].proto.alt
    assert f"quadriceps {weeks['2026-11-02']['muscles']['quadriceps']:g} " in chart
    assert f"glutes {weeks['2026-11-02']['muscles']['glutes']:g} " in chart


def test_the_rows_add_up_to_the_numbers(open_page, sample_url, weeks):
    app = at_week(open_page, sample_url, "2026-11-02")
    runs, sets = (table.value for table in app.dataframe)
    assert runs["Distance (km)"].sum() == pytest.approx(weeks["2026-11-02"]["distance_m"] / 1000, abs=0.05)
    assert sets["Counts"].sum() == weeks["2026-11-02"]["hard_sets"]


def test_a_week_leads_to_the_one_before_and_back(open_page, sample_url):
    app = open_page(sample_url, PAGE)
    newest = app.session_state["week"]
    assert app.button(key="week_step_Later").disabled
    app.button(key="week_step_Earlier").click().run()
    before = app.session_state["week"]
    assert (date.fromisoformat(newest) - date.fromisoformat(before)).days == 7
    app.button(key="week_step_Later").click().run()
    assert app.session_state["week"] == newest


@pytest.mark.parametrize(
    ("day", "week"),
    [("2026-03-05", "2026-03-02"), ("2026-03-02", "2026-03-02"), ("1999-01-01", "2026-03-09"), (None, "2026-03-09")],
)
def test_any_day_of_an_address_leads_to_its_week_and_a_day_before_the_logs_to_the_newest(day, week):
    assert nearest_week(day, ["2026-03-09", "2026-03-02"]) == week


def test_helpers_can_be_counted_otherwise_in_the_muscles_of_a_week(open_page, sample_url):
    app = at_week(open_page, sample_url, "2026-11-02")
    shown = app.get("plotly_chart")[0].proto.alt
    app.button_group(key="helpers").set_value("strictly").run()
    assert not app.exception
    assert app.get("plotly_chart")[0].proto.alt != shown
