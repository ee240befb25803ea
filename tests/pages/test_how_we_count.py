"""How we count, driven: conventions, warm-ups and body mass change the figures and can be taken back."""

from datetime import date

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, WeightUnit
from lib.services.importing.import_files import import_files
from lib.services.preferences import dated
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.store.own.dated import WeighIn

PAGE, SETTINGS = "log/how_we_count.py", "data/settings.py"
LOG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-05-04 18:00:00,"Legs",1h 5m,"Squat (Barbell)",1,40,8,0,0,"","",
2026-05-04 18:00:00,"Legs",1h 5m,"Squat (Barbell)",2,100,5,0,0,"","",
2026-05-04 18:00:00,"Legs",1h 5m,"Plank",1,0,0,0,18,"","",
"""
RUNS = """Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time
Running,2026-05-04 08:00:00,false,Run,8.02,447,00:39:40,150,00:39:40,00:40:00
Running,2026-05-05 08:00:00,false,Too fast,8.02,447,00:08:00,150,00:08:00,00:08:00
Walking,2026-05-06 08:00:00,false,Walk,3.02,247,00:39:40,110,00:39:40,00:40:00
"""


@pytest.fixture
def untyped_url(sqlite_url):
    """A log without set types: one ramp-up set, one heavy set, one hold of 18 s."""
    account = open_account(sqlite_url)
    answers = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG)
    assert import_files(account, [Upload("strong.csv", LOG.encode())], answers).ok
    account.engine.dispose()
    return sqlite_url


def hard(url):
    account = open_account(url)
    counted = read_training(account, date(2026, 11, 22)).lifting.counted
    account.engine.dispose()
    return counted["hard"].tolist()


def view(app, name):
    app.segmented_control(key="counting_view").set_value(name).run()
    assert not app.exception
    return app


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def test_a_longer_shortest_hold_takes_the_hold_away_and_reset_brings_it_back(untyped_url, open_page):
    app = view(open_page(untyped_url, PAGE), "Conventions")
    assert hard(untyped_url) == [0, 1, 1]
    next(each for each in app.number_input if each.label.startswith("Shortest hold")).set_value(20.0).run()
    assert hard(untyped_url) == [0, 1, 0]
    press(app, "Back to the default")
    assert hard(untyped_url) == [0, 1, 1]


def test_the_inference_can_be_switched_off(untyped_url, open_page):
    app = view(open_page(untyped_url, PAGE), "Conventions")
    next(each for each in app.toggle if each.label.startswith("Recognise")).set_value(False).run()
    assert hard(untyped_url) == [1, 1, 1]
    assert "switched this off" in " ".join(each.value for each in view(app, "Warm-ups").markdown)


def test_a_warm_up_that_was_none_is_said_and_taken_back(untyped_url, open_page):
    app = view(open_page(untyped_url, PAGE), "Warm-ups")
    press(app, "These were working sets")
    assert hard(untyped_url) == [1, 1, 1]
    press(app, "Take back")
    assert hard(untyped_url) == [0, 1, 1]


def test_the_rows_behind_a_rule_are_as_many_as_it_decided(untyped_url, open_page):
    app = open_page(untyped_url, PAGE)
    app.selectbox(key="counting_rule").set_value("inferred_warm_up").run()
    app.selectbox(key="counting_span").set_value("2026").run()
    assert not app.exception
    assert app.dataframe[0].value["Exercise"].tolist() == ["Squat (Barbell)"]


@pytest.mark.parametrize("name", ["Rules", "Conventions", "Warm-ups", "Loads and other work"])
def test_every_part_of_the_page_shows_the_sample_athlete(name, sample_url, open_page):
    app = view(open_page(sample_url, PAGE), name)
    assert not app.error
    assert len(app.metric) == 4


@pytest.fixture
def runs_url(sqlite_url):
    """One run of 8 km in 40 minutes, one of 8 km in 8 minutes, and a walk."""
    account = open_account(sqlite_url)
    answers = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM)
    assert import_files(account, [Upload("Activities.csv", RUNS.encode())], answers).ok
    account.engine.dispose()
    return sqlite_url


def test_with_only_runs_the_conventions_can_still_be_set(open_page, runs_url):
    app = view(open_page(runs_url, PAGE), "Conventions")
    assert not app.metric
    assert len(app.number_input) == 9


def test_a_run_that_nobody_ran_is_set_aside_and_listed_with_its_reason(open_page, runs_url):
    app = open_page(runs_url, PAGE)
    hard, table = app.dataframe
    assert hard.value[["Run", "How hard"]].to_numpy().tolist() == [["Run", "unknown"]]
    assert table.value[["Run", "Why"]].to_numpy().tolist() == [
        ["Too fast", "faster than the world record over its distance"]
    ]
    words = " ".join(each.value for each in app.markdown)
    assert "1 of your activities" in words


def test_a_log_without_runs_says_so(open_page, untyped_url):
    app = view(open_page(untyped_url, PAGE), "Runs")
    assert "No runs so far" in " ".join(each.value for each in app.markdown)


def test_a_body_mass_is_kept_in_the_persons_unit_and_removed(untyped_url, open_page):
    app = open_page(untyped_url, SETTINGS)
    next(each for each in app.number_input if each.label == "Body mass (kg)").set_value(70.5)
    press(app, "Add body mass")
    account = open_account(untyped_url)
    assert [each.body_mass_kg for each in dated.entries(account, WeighIn)] == [70.5]
    press(app, "Remove")
    assert dated.entries(account, WeighIn) == []
    account.engine.dispose()
