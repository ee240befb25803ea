"""Goals, breaks and events can be set on the pages where they are seen."""

import shutil
from datetime import date

import pytest

from lib.services.queries.training import read_training
from lib.store.account import open_account


@pytest.fixture
def own_url(url_of, tmp_path):
    shutil.copy(url_of("both").removeprefix("sqlite:///"), tmp_path / "own.db")
    return f"sqlite:///{tmp_path / 'own.db'}"


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def unfold(app, key):
    """Open the fold with the forms, as a person does."""
    assert ":material/flag:" in [each.icon for each in app.expander]
    app.session_state[f"{key}_fold"] = True
    return app.run()


def stored(url):
    account = open_account(url)
    found = read_training(account, date(2026, 11, 22))
    account.engine.dispose()
    return found


def test_the_first_goal_holds_for_all_of_the_past_and_the_next_one_from_today(open_page, own_url):
    app = unfold(open_page(own_url, "dashboard/consistency.py"), "goal_or_break")
    press(app, "Set goal")
    assert stored(own_url).goals["from_date"].dt.date.tolist() == [date(1970, 1, 1)]
    (kept,) = [table.value for table in app.dataframe if "Goal" in table.value]
    assert kept["Goal"].tolist() == ["Runs, at least 2"]
    press(app, "Set goal")  # the same once more is no second goal
    assert stored(own_url).goals["from_date"].dt.date.tolist() == [date(1970, 1, 1)]
    next(field for field in app.number_input if str(field.key).startswith("goal_target")).set_value(3.0)
    press(app, "Set goal")
    assert stored(own_url).goals["from_date"].dt.date.tolist() == [date(1970, 1, 1), date(2026, 11, 22)]


def test_a_race_is_marked_at_the_cell_of_the_main_figure_with_its_week_filled_in(open_page, own_url):
    app = unfold(open_page(own_url, "dashboard/overview.py", {"days": "2026-10-05_2026-10-11"}), "mark")
    field = app.date_input(key="event_from_2026-10-05")
    assert field.value == date(2026, 10, 5)
    app.text_input(key="event_title_2026-10-05").set_value("Sandholm Marathon")
    press(app, "Add event")
    (row,) = stored(own_url).events.to_dict("records")
    assert (row["from_date"].date(), row["title"]) == (date(2026, 10, 5), "Sandholm Marathon")


def test_a_break_of_the_week_has_all_its_days_filled_in(open_page, own_url):
    app = unfold(open_page(own_url, "dashboard/overview.py", {"week": "2026-10-05"}), "mark")
    app.button_group(key="mark").set_value("Breaks").run()
    press(app, "Add break")
    (row,) = stored(own_url).breaks.to_dict("records")
    assert (row["from_date"].date(), row["to_date"].date()) == (date(2026, 10, 5), date(2026, 10, 11))
