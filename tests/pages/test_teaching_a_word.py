"""A word is taught on the exercises page: what it resolves is seen before the click, and it can be taken back."""

from datetime import date

import pytest
from turkish_log import MEANS, NAMES, turkish_log

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.services.queries.numbers import coverage_json
from lib.services.queries.training import read_training
from lib.store.account import open_account

TODAY = date(2026, 11, 22)
EXERCISES = "log/exercises.py"


@pytest.fixture
def turkish_url(sqlite_url):
    account = open_account(sqlite_url)
    assert import_files(account, [Upload("log.csv", turkish_log().encode())], Answers(time_zone="Europe/Istanbul")).ok
    account.engine.dispose()
    return sqlite_url


def training(url):
    account = open_account(url)
    found = read_training(account, TODAY)
    account.engine.dispose()
    return found


@pytest.fixture
def coverage(turkish_url):
    return lambda: coverage_json(training(turkish_url))["share"]


def asked(app):
    """The words that the page asks for, first the one that resolves most sets."""
    return [str(each.key).removeprefix("word_means_") for each in app.selectbox if _is_word(each)]


def _is_word(box):
    return str(box.key).startswith("word_means_") and box.label != "It means"


def teach(app, word):
    app.selectbox(key=f"word_means_{word}").set_value(MEANS[word]).run()
    app.button(key=f"teach_{word}").click().run()
    assert not app.exception


def captions(app):
    return "\n".join(each.value for each in app.caption)


@pytest.mark.whole
def test_a_turkish_log_reaches_95_percent_in_at_most_15_answers(turkish_url, open_page, coverage):
    assert coverage() < 0.1
    app = open_page(turkish_url, EXERCISES)
    answers = 0
    while coverage() < 0.95:
        teach(app, next(word for word in asked(app) if word in MEANS))
        answers += 1
        assert answers <= 15
    assert answers >= 5


def test_what_a_meaning_resolves_is_seen_before_anything_is_kept(turkish_url, open_page, coverage):
    app = open_page(turkish_url, EXERCISES)
    assert asked(app)[0] == "Tokmak"
    before = coverage()
    app.selectbox(key="word_means_Tokmak").set_value("dumbbell").run()
    assert "Resolves 15 names" in captions(app)
    assert "Arnold Pres" in captions(app)
    assert coverage() == before


def test_a_taught_word_is_listed_and_can_be_taken_back(turkish_url, open_page, coverage):
    app = open_page(turkish_url, EXERCISES)
    before = coverage()
    teach(app, "Tokmak")
    assert coverage() > before
    assert "Tokmak" not in asked(app)
    assert any("Tokmak = dumbbell" in each.value for each in app.success)
    app.button(key="take_back_Tokmak").click().run()
    assert coverage() == before
    assert "Tokmak" in asked(app)


def test_any_phrase_can_be_taught_and_what_was_understood_says_what_it_was(turkish_url, open_page, coverage):
    app = open_page(turkish_url, EXERCISES)
    next(each for each in app.text_input if each.label == "Word in your log").set_value("leg curl").run()
    next(each for each in app.selectbox if each.label == "It means").set_value("calf raise").run()
    assert "Changes 1 name" in captions(app)
    assert "before" in captions(app)
    [button] = [each for each in app.button if str(each.key).startswith("teach_ other")]
    button.click().run()
    assert any("leg curl = calf raise" in each.value for each in app.success)
    assert coverage() > 0


def test_the_names_to_map_are_all_there_and_can_be_searched(turkish_url, open_page):
    app = open_page(turkish_url, EXERCISES)
    assert "69 names of 69" in captions(app)
    app.text_input(key="unmapped_search").set_value("gülle").run()
    assert "8 names of 69" in captions(app)
    assert len(NAMES) == 74
