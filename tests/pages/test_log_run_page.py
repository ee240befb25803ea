"""A run by hand."""

from datetime import date, time

import pytest

from lib.services.queries.training import read_training
from lib.store.account import open_account

PAGE = "log/log_run.py"


@pytest.fixture
def own_url(tmp_path):
    return f"sqlite:///{tmp_path / 'mine.db'}"


def keep(app):
    next(button for button in app.button if button.label == "Keep this run").click().run()
    assert not app.exception


def runs(url):
    account = open_account(url)
    found = read_training(account, date(2026, 11, 22)).activities
    account.engine.dispose()
    return found


def test_three_fields_are_a_run(open_page, own_url):
    app = open_page(own_url, PAGE)
    app.date_input(key="run_day").set_value(date(2026, 11, 20))
    app.number_input(key="run_far_km").set_value(8.2)
    app.text_input(key="run_long").set_value("45:30")
    keep(app)
    (row,) = runs(own_url).to_dict("records")
    assert (row["sport"], row["distance_m"], row["moving_s"], row["precision"]) == ("run", 8200.0, 2730.0, "date")
    assert [each.value for each in app.success] == ["Kept as run-1."]
    assert app.number_input(key="run_far_km").value is None


@pytest.mark.parametrize(("typed", "seconds"), [("45", 2700.0), ("1:02:03", 3723.0), ("50 min", 3000.0)])
def test_a_time_is_read_as_people_write_it_and_a_treadmill_is_noted(typed, seconds, open_page, own_url):
    app = open_page(own_url, PAGE)
    app.text_input(key="run_long").set_value(typed)
    app.checkbox(key="run_treadmill").set_value(True)
    app.date_input(key="run_day").set_value(date(2026, 11, 20))
    keep(app)
    (row,) = runs(own_url).to_dict("records")
    assert (row["moving_s"], row["sub_sport"]) == (seconds, "treadmill")


@pytest.mark.parametrize(("typed", "why"), [("", "needs a distance or a time"), ("soon", "is no time")])
def test_what_is_no_run_is_said_and_what_was_typed_stays(typed, why, open_page, own_url):
    app = open_page(own_url, PAGE)
    app.text_input(key="run_long").set_value(typed)
    keep(app)
    assert why in app.error[0].value
    assert app.text_input(key="run_long").value == typed
    assert runs(own_url).empty


def test_what_is_filled_in_survives_a_reload_and_is_gone_once_it_is_kept(open_page, own_url):
    app = open_page(own_url, PAGE)
    app.date_input(key="run_day").set_value(date(2026, 11, 20)).run()
    app.number_input(key="run_far_km").set_value(8.2).run()
    app.text_area(key="run_notes").set_value("windy").run()
    app.time_input(key="run_time").set_value(time(7, 30)).run()
    app.checkbox(key="run_treadmill").check().run()
    again = open_page(own_url, PAGE)
    assert (again.date_input(key="run_day").value, again.time_input(key="run_time").value) == (
        date(2026, 11, 20),
        time(7, 30),
    )
    assert (again.number_input(key="run_far_km").value, again.text_area(key="run_notes").value) == (8.2, "windy")
    assert again.checkbox(key="run_treadmill").value
    keep(again)
    assert runs(own_url)["distance_m"].tolist() == [8200.0]
    empty = open_page(own_url, PAGE)
    assert empty.number_input(key="run_far_km").value is None
    assert not empty.text_area(key="run_notes").value


def test_an_effort_of_0_is_there_after_a_reload_and_the_fields_beside_it_are_open(open_page, own_url):
    app = open_page(own_url, PAGE)
    assert not app.expander[0].proto.expanded
    app.button_group(key="run_effort").set_value(0).run()
    again = open_page(own_url, PAGE)
    assert again.session_state["run_effort"] == 0
    assert again.expander[0].proto.expanded
