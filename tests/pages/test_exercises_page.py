"""What a person says about an exercise holds for all of the past at once, and can be taken back."""

import shutil

import pytest

from lib.services.figures import balance_json, coverage_json
from lib.services.training import read_training
from lib.store.engine import open_database

EXERCISES = "log/exercises.py"


@pytest.fixture
def own_url(sample_url, tmp_path):
    """A copy of the sample athlete that a test may change."""
    shutil.copy(sample_url.removeprefix("sqlite:///"), tmp_path / "own.db")
    return f"sqlite:///{tmp_path / 'own.db'}"


def figures(url):
    from datetime import date

    engine = open_database(url)
    training = read_training(engine, 1, date(2026, 11, 18))
    engine.dispose()
    return coverage_json(training), balance_json(training)


def button(app, label, key_starts="", nth=0):
    return [each for each in app.button if each.label == label and str(each.key).startswith(key_starts)][nth]


def test_accepting_a_suggestion_maps_every_set_of_the_name(own_url, open_page):
    before, _ = figures(own_url)
    name = before["unmapped"][0]["name"]
    app = open_page(own_url, EXERCISES)
    next(each for each in app.button if str(each.key).startswith(f"map_{name}")).click().run()
    assert not app.exception
    after, _ = figures(own_url)
    assert name not in {entry["name"] for entry in after["unmapped"]}
    assert after["share"] > before["share"]


def test_own_credits_change_the_past_and_reset_brings_the_old_figures_back(own_url, open_page):
    _, before = figures(own_url)
    app = open_page(own_url, EXERCISES)
    app.selectbox(key="exercise_name").set_value("Squat (Barbell)").run()
    hamstrings = next(each for each in app.selectbox if str(each.key).endswith("Squat (Barbell)_hamstrings"))
    hamstrings.set_value(1.0)
    button(app, "Save muscles").click().run()
    assert not app.exception
    _, changed = figures(own_url)
    assert changed["hamstrings"] > before["hamstrings"]
    assert changed["log2"] < before["log2"]
    button(app, "Reset to the table").click().run()
    assert not app.exception
    assert figures(own_url)[1] == before


def test_a_name_of_ones_own_gets_muscles_of_its_own(own_url, open_page):
    before, _ = figures(own_url)
    name = before["unmapped"][0]["name"]
    app = open_page(own_url, EXERCISES)
    app.selectbox(key="exercise_name").set_value(name).run()
    next(each for each in app.selectbox if str(each.key).endswith(f"{name}_abductors")).set_value(1.0)
    button(app, "Save muscles").click().run()
    assert not app.exception
    after, _ = figures(own_url)
    assert name not in {entry["name"] for entry in after["unmapped"]}


def test_a_name_can_be_given_another_meaning_and_back(own_url, open_page):
    _, before = figures(own_url)
    app = open_page(own_url, EXERCISES)
    app.selectbox(key="exercise_name").set_value("Squat (Barbell)").run()
    next(each for each in app.selectbox if each.label == "It means").set_value("lying_leg_curl_machine")
    button(app, "Save").click().run()
    assert not app.exception
    assert figures(own_url)[1]["hamstrings"] > before["hamstrings"]
    button(app, "Back to the table's own reading").click().run()
    assert not app.exception
    assert figures(own_url)[1] == before
