"""What strength is for: three reasons, what trials found, and what a log can and cannot say."""

from datetime import date

import pytest
from words_on_page import shown_words

from lib.services.queries.progress import leg_days_of
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.wording import leg_day_words

PAGE = "dashboard/strength_for_running.py"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("data", ["sample", "runs", "lifting"])
def test_trials_are_told_with_their_intervals_and_nothing_is_claimed_of_injury(open_page, url_of, data):
    words = shown_words(open_page(url_of(data), PAGE))
    for said in ("−0.32 (95 % interval −0.55 to −0.10)", "−0.13 (95 % interval −0.47 to 0.21), which holds zero"):
        assert said in words
    assert "four of the five trials of one review what was called heavy was 40–70 %" in words
    assert "Legwork claims nothing about injury" in words
    for unmeasured in ("VO₂max", "Tightness", "Tendon strength"):
        assert f"**{unmeasured}**" in words


def test_the_answer_about_leg_days_is_that_of_the_log(open_page, sample_url):
    account = open_account(sample_url)
    training = read_training(account, TODAY)
    account.engine.dispose()
    found = leg_days_of(training)
    words = shown_words(open_page(sample_url, PAGE))
    for each in found.after:
        assert leg_day_words.sentence(found, each, training.athlete.distance_unit) in words


def test_the_runs_that_were_compared_open_their_records(open_page, sample_url):
    app = open_page(sample_url, PAGE)
    app.session_state["leg_day_rows"] = True
    app.run()
    [runs] = [table.value for table in app.dataframe if "Days after leg work" in table.value]
    assert "Open" in runs
    assert runs["Days after leg work"].between(1, 14).all()
    assert runs["Heart rate"].notna().all()


def test_only_lifting_says_nothing_of_runs_and_only_runs_nothing_of_sets(open_page, url_of):
    lifting = shown_words(open_page(url_of("lifting"), PAGE))
    assert "Do leg days slow my runs?" not in lifting
    assert "Only lifting so far" in lifting
    runs = shown_words(open_page(url_of("runs"), PAGE))
    assert "Sets of 1–6 reps" not in runs
    assert "What running costs you" in runs
