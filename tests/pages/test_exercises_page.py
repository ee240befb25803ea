"""What a person says about an exercise holds for all of the past at once, and can be taken back."""

import shutil
from datetime import date
from types import SimpleNamespace

import pytest
from page_files import ROOT
from streamlit.elements.lib import policies

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.services.queries.numbers import balance_json, coverage_json
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.ui.exercises import words

EXERCISES = "log/exercises.py"
TWENTY_YEARS = pytest.param("twenty years", marks=pytest.mark.long)
VIEWS = [words.TO_MAP, words.NAMES, words.EXERCISES, words.TAKE_ALONG]


@pytest.fixture
def own_url(sample_url, tmp_path):
    """A copy of the sample athlete that a test may change."""
    shutil.copy(sample_url.removeprefix("sqlite:///"), tmp_path / "own.db")
    return f"sqlite:///{tmp_path / 'own.db'}"


def training(url):
    account = open_account(url)
    found = read_training(account, date(2026, 11, 18))
    account.engine.dispose()
    return found


def figures(url):
    found = training(url)
    return coverage_json(found), balance_json(found)


def show(app, view, **state):
    app.query_params[words.VIEW] = view
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def labels(app):
    return {each.label for each in app.button}


def field(app, key_ends):
    return next(each for each in app.selectbox if str(each.key).endswith(key_ends))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("data", ["sample", TWENTY_YEARS])
def test_every_part_of_the_page_opens(view, data, open_page, url_of):
    app = show(open_page(url_of(data), EXERCISES), view)
    assert app.session_state[words.VIEW] == view
    assert app.dataframe or app.get("download_button") or app.selectbox
    assert not app.error
    assert not app.warning


def test_an_empty_log_can_still_load_a_saved_mapping(open_page, tmp_path):
    app = open_page(f"sqlite:///{tmp_path / 'empty.db'}", EXERCISES)
    assert app.get("file_uploader")


def test_with_only_runs_the_page_asks_for_a_lifting_log_and_calls_nothing_empty(open_page, sqlite_url):
    account = open_account(sqlite_url)
    upload = Upload("activities.csv", ROOT / "sample_data" / "strava_activities.csv")
    assert import_files(account, [upload], Answers(time_zone="Europe/Berlin")).ok
    account.engine.dispose()
    app = open_page(sqlite_url, EXERCISES)
    assert any(each.value.startswith("Only runs so far") for each in app.markdown)
    assert not [each.value for each in app.subheader if each.value == "Nothing logged yet"]
    assert app.get("file_uploader")


def test_accepting_a_suggestion_maps_every_set_of_the_name(own_url, open_page):
    before, _ = figures(own_url)
    name = before["unmapped"][0]["name"]
    app = open_page(own_url, EXERCISES)
    next(each for each in app.button if str(each.key).startswith(f"map_{name}")).click().run()
    assert not app.exception
    after, _ = figures(own_url)
    assert name not in {entry["name"] for entry in after["unmapped"]}
    assert after["share"] > before["share"]


def test_something_else_opens_the_name_among_all_exercises(own_url, open_page):
    name = figures(own_url)[0]["unmapped"][0]["name"]
    app = open_page(own_url, EXERCISES)
    app.button(key=f"else_{name}").click().run()
    assert app.selectbox(key=words.CHOSEN_NAME).value == name
    field(app, f"_{name}").set_value("plank").run()
    press(app, "Save")
    assert name not in {entry["name"] for entry in figures(own_url)[0]["unmapped"]}


def test_something_else_warns_of_nothing(own_url, open_page, monkeypatch, caplog):
    # Streamlit looks for a default beside a value that was set in a server only, and warns once a process.
    monkeypatch.setattr(policies, "runtime", SimpleNamespace(exists=lambda: True))
    monkeypatch.setattr(policies, "_shown_default_value_warning", False)
    monkeypatch.setattr(policies._LOGGER, "propagate", True)
    name = figures(own_url)[0]["unmapped"][0]["name"]
    app = open_page(own_url, EXERCISES)
    app.button(key=f"else_{name}").click().run()
    assert app.selectbox(key=words.CHOSEN_NAME).value == name
    assert "Session State" not in caplog.text


def test_own_credits_change_the_past_and_reset_brings_the_old_figures_back(own_url, open_page):
    _, before = figures(own_url)
    app = show(open_page(own_url, EXERCISES), words.EXERCISES, **{words.SELECTED_EXERCISE: "squat_barbell"})
    field(app, "squat_barbell_hamstrings").set_value(1.0)
    press(app, "Save muscles")
    _, changed = figures(own_url)
    assert changed["hamstrings"] > before["hamstrings"]
    assert changed["log2"] < before["log2"]
    press(app, "Reset to the table")
    assert figures(own_url)[1] == before


def test_a_drill_can_be_counted_as_training_and_back(own_url, open_page):
    before, _ = figures(own_url)
    drill = next(
        name.exercise for name in training(own_url).names.itertuples() if name.count_as == "contacts" and name.exercise
    )
    app = show(open_page(own_url, EXERCISES), words.EXERCISES, **{words.SELECTED_EXERCISE: drill})
    field(app, f"_{drill}").set_value("hard_set")
    press(app, "Save counting")
    assert figures(own_url)[0]["sets"] > before["sets"]
    press(app, "Count as the table says")
    assert figures(own_url)[0] == before
    assert training(own_url).own.count_as == {}


def test_a_name_can_be_given_another_meaning_and_released(own_url, open_page):
    _, before = figures(own_url)
    app = show(open_page(own_url, EXERCISES), words.NAMES, **{words.CHOSEN_NAME: "Squat (Barbell)"})
    assert "Leave it to the table again" not in labels(app)
    field(app, "_Squat (Barbell)").set_value("lying_leg_curl_machine").run()
    press(app, "Save")
    assert figures(own_url)[1]["hamstrings"] > before["hamstrings"]
    press(app, "Leave it to the table again")
    assert figures(own_url)[1] == before


def test_an_exercise_of_ones_own_is_made_changed_and_deleted(own_url, open_page):
    before, _ = figures(own_url)
    name = before["unmapped"][0]["name"]
    app = show(open_page(own_url, EXERCISES), words.EXERCISES, **{words.NEW_FOR: name})
    next(each for each in app.multiselect if each.label.startswith("Main")).set_value(["abductors"])
    press(app, "Make it")
    own = training(own_url).own
    (made,) = own.exercises.values()
    assert own.names == {name: made.exercise}
    assert own.credits[made.exercise]["abductors"] == 1
    assert name not in {entry["name"] for entry in figures(own_url)[0]["unmapped"]}

    assert app.selectbox(key=words.SELECTED_EXERCISE).value == made.exercise
    next(each for each in app.text_input if str(each.key).endswith(made.exercise)).set_value("Foot work")
    press(app, "Save exercise")
    assert training(own_url).own.exercises[made.exercise].name == "Foot work"
    press(app, "Delete it")
    assert figures(own_url)[0] == before


def test_a_name_that_is_taken_is_refused_in_words(own_url, open_page):
    app = show(open_page(own_url, EXERCISES), words.EXERCISES, **{words.NEW_FOR: "Plank"})
    press(app, "Make it")
    assert "already" in app.error[0].value
    assert training(own_url).own.exercises == {}
