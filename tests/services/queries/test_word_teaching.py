"""Which words are worth explaining, and what an explanation would change; nothing is written."""

from datetime import date

import pytest
from look_alikes import BERLIN, hevy, hevy_set

from lib.services.importing.import_files import import_files
from lib.services.preferences.exercises import map_name
from lib.services.preferences.taught_words import teach_word
from lib.services.queries.exercise_list import name_rows
from lib.services.queries.training import read_training
from lib.services.queries.word_teaching import ReadAnew, read_anew, words_to_teach
from lib.store.account import open_account

CURL, ROW = "Curl (Käsikaal)", "Row (Käsikaal)"


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    rows = [hevy_set(1, exercise=CURL), *(hevy_set(2, index=each, exercise=ROW) for each in range(2)), hevy_set(3)]
    assert import_files(account, [hevy(*rows)], BERLIN).ok
    yield account
    account.engine.dispose()


def asked(account, word="Käsikaal", means="dumbbell"):
    training = read_training(account, date(2026, 6, 1))
    return words_to_teach(training, name_rows(training)), read_anew(training, name_rows(training), word, means)


def test_an_explanation_says_what_it_would_lead_to_most_sets_first(account):
    (word,), anew = asked(account)
    assert word.word.casefold() == "käsikaal"
    assert anew == (
        ReadAnew(ROW, "Dumbbell Row", "", 2),
        ReadAnew(CURL, "Bicep Curl (Dumbbell)", "", 1),
    )


def test_a_word_that_was_explained_is_compared_with_the_log_without_it(account):
    teach_word(account, "käsikaal", "barbell")
    _, anew = asked(account)
    assert [(each.name, each.before) for each in anew] == [(ROW, ""), (CURL, "")]


def test_what_was_said_of_a_whole_name_stays(account):
    map_name(account, ROW, "pull_up")
    (word,), anew = asked(account)
    assert [each.name for each in anew] == [CURL]
    assert word.sets == 1
