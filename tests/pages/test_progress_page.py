"""Progress: its numbers are those of the command line, and every one opens to its rows."""

import re
from dataclasses import replace
from datetime import date

import pytest
from words_on_page import figure_texts, shown_words

from lib.model.vocabulary import WeightUnit
from lib.services.preferences.settings import athlete_of, save
from lib.services.queries import progress_json
from lib.services.queries.session_load import load_json
from lib.services.queries.training import read_training
from lib.store.account import open_account

PAGE = "dashboard/progress.py"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def training(sample_url):
    account = open_account(sample_url)
    yield read_training(account, TODAY)
    account.engine.dispose()


def tables(app):
    return {tuple(table.value.columns)[:2]: table.value for table in app.dataframe}


def test_the_table_of_lifts_says_what_the_command_says(open_page, sample_url, training):
    lifts = tables(open_page(sample_url, PAGE))["Exercise", "Sessions"]
    told = [each for each in progress_json.told_progress(training).exercises if each["sessions"]]
    assert lifts["Exercise"].tolist() == [each["title"] for each in told]
    assert lifts["Sessions"].tolist() == [each["sessions"] for each in told]
    assert [words.split(" ")[0] for words in lifts["Change"]] == [each["change"].split(" ")[0] for each in told]


def test_a_lift_is_chosen_in_the_address_and_its_sets_open_their_records(open_page, sample_url):
    app = open_page(sample_url, PAGE, {"lift": "leg_press_machine"})
    assert app.selectbox(key="lift").value == "leg_press_machine"
    assert any("Every set of Leg Press" in each.label for each in app.expander)
    app.session_state["lift_sets"] = True
    app.run()
    sets = next(table.value for table in app.dataframe if "Reps to failure" in table.value)
    assert sets["Exercise"].str.contains("Leg Press").all()
    assert "Open" in sets
    app.selectbox(key="lift").set_value("squat_barbell").run()
    assert not app.exception


def test_an_address_that_names_no_lift_shows_the_one_with_most_sessions(open_page, sample_url):
    assert open_page(sample_url, PAGE, {"lift": "nonsense"}).selectbox(key="lift").value == "squat_barbell"


def test_the_weeks_of_load_are_those_of_the_command(open_page, sample_url, training):
    app = open_page(sample_url, PAGE, {"load_range": "2 years"})
    app.session_state["load_rows"] = True
    app.run()
    shown = next(table.value for table in app.dataframe if "Usual for both" in table.value)
    told = load_json(training)["weeks"][::-1]
    runs = [float("nan") if week["running"] is None else week["running"] for week in told]
    assert shown["Runs"].tolist() == pytest.approx(runs, abs=0.6, nan_ok=True)
    assert shown["Missing"].tolist() == [week["missing"] for week in told]


def test_pounds_are_pounds_everywhere(open_page, sample_copy, tmp_path):
    save(sample_copy, replace(athlete_of(sample_copy), weight_unit=WeightUnit.POUND))
    app = open_page(f"sqlite:///{tmp_path / 'own.db'}", PAGE)
    words = shown_words(app) + "\n".join(figure_texts(app))
    assert " lb" in words
    assert not re.search(r"\d kg|\(kg\)", words)


def test_who_never_said_how_hard_a_bout_was_is_told_how_to(open_page, url_of):
    app = open_page(url_of("lifting"), PAGE)
    assert any(each.value.startswith("No session RPE yet") for each in app.markdown)
    assert len(app.get("plotly_chart")) == 1
