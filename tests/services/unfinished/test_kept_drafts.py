"""Sessions under way in the database: filled in from last time, changed by two tabs, kept once."""

from datetime import UTC, datetime, timedelta

import pytest

from lib.catalog.templates import templates
from lib.model.errors import StoreError, TrainingDataError
from lib.model.units import kilograms
from lib.model.vocabulary import LoadMode, WeightUnit
from lib.services.editing.log import LoggedSession
from lib.services.editing.sets import sets_of
from lib.services.editing.typed import sets_of_text
from lib.services.preferences.settings import athlete_of
from lib.services.queries.training import read_training
from lib.services.unfinished import acts, keep, plan
from lib.store.account import open_account

NOW = datetime(2026, 11, 28, 18, tzinfo=UTC)
LOWER_BODY = templates()["lower-body"]


@pytest.fixture
def account(tmp_path):
    opened = open_account(f"sqlite:///{tmp_path / 'mine.db'}")
    yield opened
    opened.engine.dispose()


def training(account):
    return read_training(account, NOW.date())


def begin(account, now=NOW):
    logged = training(account)
    return keep.begin(account, LOWER_BODY, plan.last_time_of(logged.sets, logged.names), "Europe/Berlin", now)


def log_all(account, change=lambda each: each.set, now=NOW):
    number = 0
    while opened := keep.read_session(account).open_sets:
        number += 1
        at = (now + timedelta(minutes=number)).replace(tzinfo=None)
        keep.change(account, acts.log_set(opened[0], change(opened[0]), at), now)


def test_the_second_session_is_filled_in_with_the_first_one(account):
    begin(account)
    log_all(account, lambda each: plan.with_load(plan.with_reps(each.set, 10), 16.0, WeightUnit.KG))
    first = keep.finish(account, NOW)
    assert first.sets == 12
    assert keep.read_session(account) is None
    second = begin(account, NOW + timedelta(days=2))
    squats = [each.set for each in second.at("1A")]
    assert [(each.reps, each.load_kg, each.load_value) for each in squats] == [(10, 16.0, 16.0)] * 2
    planks = [each.set for each in second.at("2C")]
    assert [(each.reps, each.note) for each in planks] == [(10, "10 deep breaths")] * 2


def test_sets_are_kept_in_the_order_done_with_their_superset_and_all_that_was_said(account):
    begin(account)
    log_all(account)
    for act in (acts.say_notes("warm"), acts.say_minutes(45.0), acts.say_effort(7)):
        keep.change(account, act)
    kept = keep.finish(account, NOW)
    sets = [each.set for each in sets_of(account, kept.id).placed]
    assert [each.superset for each in sets] == ["1"] * 6 + ["2"] * 6
    assert [each.exercise_name for each in sets[:4]] == [*(item.name for item in LOWER_BODY.items[:3]), "Goblet Squat"]
    row = training(account).sessions.iloc[0]
    assert (row["title"], row["elapsed_s"], row["session_rpe"]) == ("Lower-body session", 2700.0, 7.0)
    assert row["local_start"] == datetime(2026, 11, 28, 19)  # the browser's zone, as home is not known


def test_only_what_is_done_is_kept_and_nothing_is_no_session(account):
    begin(account)
    with pytest.raises(TrainingDataError, match="at least one set"):
        keep.finish(account, NOW)
    each = keep.read_session(account).open_sets[0]
    keep.change(account, acts.log_set(each, each.set, NOW.replace(tzinfo=None)))
    assert keep.finish(account, NOW).sets == 1


def test_a_load_on_a_body_weight_exercise_acts_as_the_exercise_says(account):
    begin(account)
    each = keep.read_session(account).at("1B")[0]
    done = plan.with_load(each.set, kilograms(10, WeightUnit.KG), WeightUnit.KG, LoadMode.EXTERNAL)
    keep.change(account, acts.log_set(each, done, NOW.replace(tzinfo=None)))
    kept = keep.finish(account, NOW)
    assert sets_of(account, kept.id).placed[0].set.load_kg == 10


def test_keeping_a_draft_leaves_the_revision_and_finishing_raises_it(account):
    before = athlete_of(account).revision
    begin(account)
    each = keep.read_session(account).open_sets[0]
    keep.change(account, acts.log_set(each, each.set, NOW.replace(tzinfo=None)))
    keep.keep_text(account, "squat 3x8")
    assert athlete_of(account).revision == before
    keep.finish(account, NOW)
    assert athlete_of(account).revision == before + 1


def test_a_session_is_begun_once_and_finished_once(account):
    begin(account)
    with pytest.raises(StoreError, match="under way already"):
        begin(account)
    each = keep.read_session(account).open_sets[0]
    log = acts.log_set(each, each.set, NOW.replace(tzinfo=None))
    keep.change(account, log)
    keep.finish(account, NOW)
    for late in (lambda: keep.finish(account, NOW), lambda: keep.change(account, log)):
        with pytest.raises(keep.NotUnderWay):
            late()
    assert len(training(account).sessions) == 1


def test_a_text_is_not_written_over_by_another_tab(account):
    keep.keep_text(account, "squat 3x8", seen="")
    with pytest.raises(keep.TextChangedElsewhere) as raised:
        keep.keep_text(account, "plank 60s", seen="")
    assert raised.value.kept == "squat 3x8"
    keep.keep_text(account, "plank 60s", seen=raised.value.kept)
    assert keep.read_text(account) == "plank 60s"


def test_a_finished_text_is_forgotten(account):
    keep.keep_text(account, "squat 3x8 @60kg")
    sets = sets_of_text(athlete_of(account), "squat 3x8 @60kg")
    keep.finish_text(account, LoggedSession("2026-11-28", sets), NOW)
    assert keep.read_text(account) == ""


def test_last_time_is_the_newest_session_with_the_exercise_whatever_it_was_called(account):
    athlete = athlete_of(account)
    for day, text in (
        ("2026-11-20", "goblet squats 3x9 @14kg"),
        ("2026-11-24", "plank 60s"),
        ("2026-11-10", "goblet squat 3x12 @12kg"),
    ):
        keep.finish_text(account, LoggedSession(day, sets_of_text(athlete, text)), NOW)
    begun = begin(account)
    assert [(each.set.reps, each.set.load_kg) for each in begun.at("1A")] == [(9, 14.0)] * 3
