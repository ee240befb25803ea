"""Settings are kept, and every page obeys them."""

import shutil
from datetime import date

import pytest

from lib.model.vocabulary import DistanceUnit, Effort, EventKind, Weekday, WeightUnit
from lib.services.preferences import dated
from lib.services.preferences.settings import athlete_of
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.store.own.dated import Event
from lib.ui.settings.dated_form import AT_ONCE

SETTINGS = "data/settings.py"


@pytest.fixture
def own_url(sample_url, tmp_path):
    shutil.copy(sample_url.removeprefix("sqlite:///"), tmp_path / "own.db")
    return f"sqlite:///{tmp_path / 'own.db'}"


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def press_key(app, key):
    app.button(key=key).click().run()
    assert not app.exception


def stored(url):
    account = open_account(url)
    athlete, training = athlete_of(account), read_training(account, date(2026, 11, 18))
    account.engine.dispose()
    return athlete, training


def test_units_and_first_weekday_are_kept(own_url, open_page):
    app = open_page(own_url, SETTINGS)
    for label, value in (("Distances", "mi"), ("Weights", "lb"), ("A week starts on", "sunday")):
        next(radio for radio in app.radio if radio.label == label).set_value(value)
    press(app, "Save")
    athlete, _ = stored(own_url)
    assert (athlete.distance_unit, athlete.weight_unit) == (DistanceUnit.MILE, WeightUnit.POUND)
    assert athlete.first_weekday is Weekday.SUNDAY


def test_moving_home_moves_runs_of_utc_sources_to_other_days_and_back(own_url, open_page):
    _, before = stored(own_url)
    app = open_page(own_url, SETTINGS)
    zone = next(box for box in app.selectbox if box.label == "Home time zone")
    zone.set_value("America/Los_Angeles")
    next(each for each in app.button if each.form_id == zone.form_id).click().run()
    assert not app.exception
    athlete, moved = stored(own_url)
    assert athlete.time_zone == "America/Los_Angeles"
    assert not moved.activities["local_start"].equals(before.activities["local_start"])
    assert moved.sessions["local_start"].equals(before.sessions["local_start"])


def test_a_goal_and_a_break_are_set_with_their_dates(own_url, open_page):
    app = open_page(own_url, SETTINGS)
    next(box for box in app.number_input if box.label == "At least").set_value(5.0)
    press(app, "Set goal")
    press(app, "Add break")
    _, training = stored(own_url)
    assert 5.0 in set(training.goals["target"])
    assert len(training.breaks) == 2
    press_key(app, "remove_break_2026-11-22")
    assert len(stored(own_url)[1].breaks) == 1


def test_a_goal_that_is_removed_was_never_set(own_url, open_page):
    app = open_page(own_url, SETTINGS)
    before = stored(own_url)[1].goals
    press(app, "Set goal")
    assert len(stored(own_url)[1].goals) == len(before) + 1
    (new,) = [
        each.key for each in app.button if (each.key or "").startswith("remove_goal") and "2026-11-22" in each.key
    ]
    press_key(app, new)
    assert stored(own_url)[1].goals.equals(before)


def test_a_long_list_of_events_is_folded_after_the_newest_few(own_url, open_page):
    account = open_account(own_url)
    for day in range(1, 11):
        dated.keep(account, Event(EventKind.RACE, date(2026, 3, day), "parkrun"))
    account.engine.dispose()
    app = open_page(own_url, SETTINGS)
    folded = {button.key for fold in app.expander if fold.label.endswith("more") for button in fold.button}
    every = {button.key for button in app.button if (button.key or "").startswith("remove_event")}
    assert len(every - folded) == AT_ONCE
    assert "remove_event_race_2026-03-01" in folded


def test_the_highest_heart_rate_and_title_words_are_kept_and_taken_back(own_url, open_page):
    app = open_page(own_url, SETTINGS)
    next(each for each in app.number_input if each.label.startswith("Highest heart rate")).set_value(190)
    press(app, "Save heart rate")
    next(each for each in app.text_input if each.label == "Words in a title").set_value("Hill Loop")
    next(each for each in app.selectbox if each.label == "It means").set_value("hard")
    press(app, "Add word")
    athlete, training = stored(own_url)
    assert athlete.max_heart_rate_bpm == 190
    assert training.title_words == {"hill loop": Effort.HARD}
    press_key(app, "forget_title_hill loop")
    press(app, "Take it from my runs")
    athlete, training = stored(own_url)
    assert athlete.max_heart_rate_bpm is None
    assert training.title_words == {}


def test_a_title_word_without_a_word_is_refused_with_what_to_do(own_url, open_page):
    app = open_page(own_url, SETTINGS)
    next(each for each in app.text_input if each.label == "Words in a title").set_value("!!")
    press(app, "Add word")
    assert "A title word has letters" in app.error[0].value
