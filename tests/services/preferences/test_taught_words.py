"""A word that is explained once changes all of the past, and can be taken back."""

from datetime import date

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.services.importing.import_files import import_files
from lib.services.preferences.exercises import map_name
from lib.services.preferences.taught_words import take_back_word, teach_word
from lib.services.queries.training import read_training
from lib.store.account import open_account

LOG = """\
"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"
"Sali","3 Mar 2026, 18:00","3 Mar 2026, 19:00","Curl (Käsikaal)",0,"normal",12,10
"Sali","3 Mar 2026, 18:00","3 Mar 2026, 19:00","Row (Käsikaal)",0,"normal",22,10
"""


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    assert import_files(account, [Upload("log.csv", LOG.encode())], Answers(time_zone="Europe/Helsinki")).ok
    yield account
    account.engine.dispose()


def training(account):
    return read_training(account, date(2026, 4, 1))


def exercises(account):
    return dict(training(account).names[["exercise_name", "exercise"]].itertuples(index=False))


UNKNOWN = {"Curl (Käsikaal)": "", "Row (Käsikaal)": ""}
KNOWN = {"Curl (Käsikaal)": "bicep_curl_dumbbell", "Row (Käsikaal)": "dumbbell_row"}


def test_the_past_follows_a_word_at_once_and_goes_back_with_it(account):
    assert exercises(account) == UNKNOWN
    teach_word(account, "Käsikaal", "dumbbell")
    assert exercises(account) == KNOWN
    take_back_word(account, "Käsikaal")
    assert exercises(account) == UNKNOWN


def test_another_spelling_of_a_word_takes_the_place_of_the_first(account):
    teach_word(account, "käsikaal", "barbell")
    teach_word(account, " Käsikaal ", "dumbbell")
    assert training(account).own.taught == {"Käsikaal": "dumbbell"}


def test_what_was_said_of_a_whole_name_wins_over_its_words(account):
    teach_word(account, "käsikaal", "dumbbell")
    map_name(account, "Curl (Käsikaal)", "plank")
    assert exercises(account) == KNOWN | {"Curl (Käsikaal)": "plank"}


@pytest.mark.parametrize(("word", "means"), [("", "dumbbell"), ("--", "dumbbell"), ("x", " "), ("x" * 201, "y")])
def test_a_word_without_letters_or_too_long_is_refused_and_nothing_is_kept(word, means, account):
    with pytest.raises(TrainingDataError, match="write"):
        teach_word(account, word, means)
    assert training(account).own.taught == {}


def test_a_word_may_be_as_long_as_a_name_and_no_longer(account):
    teach_word(account, "k" * 200, "dumbbell")
    with pytest.raises(TrainingDataError, match="longer than 200 characters"):
        teach_word(account, "k" * 201, "dumbbell")
