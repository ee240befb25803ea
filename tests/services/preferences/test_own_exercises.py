"""The person's word on exercises: names, credits, and exercises of their own, in all of the past at once."""

from dataclasses import replace
from datetime import date

import pytest
from look_alikes import hevy, hevy_set

from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.model.exercise_mapping import OwnExercise
from lib.model.vocabulary import CountAs, Muscle
from lib.services.importing.import_files import import_files
from lib.services.preferences import counting, exercises
from lib.services.queries.exercise_list import counted_as, credits_by_exercise, exercise_of, name_rows, patterns
from lib.services.queries.training import read_training
from lib.store.account import open_account

SQUAT, ODD = "Squat (Barbell)", "Wobbly Thing"
OWN = OwnExercise("", "Wobbly Lunge", pattern="lunge", count_as=CountAs.HARD_SET, unilateral=True)
GIVEN = {Muscle.QUADRICEPS: 1.0, Muscle.CORE: 0.5}


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    rows = [hevy_set(1, index=each) for each in range(3)] + [hevy_set(2, exercise=ODD)]
    warm_up = hevy_set(3).replace('"normal"', '"warmup"')
    assert import_files(account, [hevy(*rows, warm_up)], Answers(time_zone="Europe/Berlin")).ok
    yield account
    account.engine.dispose()


def training(account):
    return read_training(account, date(2026, 6, 1))


def rows(account):
    return {row.name: row for row in name_rows(training(account))}


def test_names_are_listed_by_their_sets_without_warm_ups_and_say_what_they_were_found_by(account):
    squat, odd = name_rows(training(account))
    assert (squat.name, squat.exercise, squat.sets, squat.changed) == (SQUAT, "squat_barbell", 3, False)
    assert squat.credits[Muscle.QUADRICEPS] == 1.0
    assert 0.0 not in squat.credits.values()
    assert (odd.name, odd.exercise, odd.title, odd.how, odd.sets, odd.credits) == (ODD, "", "", "unmapped", 1, {})


def test_equally_many_sets_are_in_the_order_of_their_names(account):
    assert import_files(account, [hevy(hevy_set(9, exercise="Another Thing"))], Answers(time_zone="Europe/Berlin")).ok
    assert [row.name for row in name_rows(training(account))] == [SQUAT, "Another Thing", ODD]


def test_a_name_means_what_was_said_until_it_is_taken_back(account):
    exercises.map_name(account, ODD, "front_squat_barbell")
    assert (rows(account)[ODD].exercise, rows(account)[ODD].how, rows(account)[ODD].changed) == (
        "front_squat_barbell",
        "own",
        True,
    )
    exercises.unmap_name(account, ODD)
    assert (rows(account)[ODD].exercise, rows(account)[ODD].how, rows(account)[ODD].changed) == ("", "unmapped", False)


def test_credits_replace_all_of_an_exercise_until_they_are_reset(account):
    before = rows(account)[SQUAT].credits
    exercises.give_credits(account, "squat_barbell", GIVEN)
    assert rows(account)[SQUAT].credits == GIVEN
    assert rows(account)[SQUAT].changed
    exercises.reset_credits(account, "squat_barbell")
    assert rows(account)[SQUAT].credits == before
    assert not rows(account)[SQUAT].changed


def test_trains_nothing_is_an_answer(account):
    exercises.give_credits(account, "squat_barbell", {})
    assert rows(account)[SQUAT].credits == {}
    assert rows(account)[SQUAT].changed


def test_an_own_exercise_gets_its_key_its_credits_and_the_name_it_was_made_for(account):
    made = exercises.create_exercise(account, OWN, GIVEN, ODD)
    assert exercise_of(training(account), made.exercise) == made
    assert made == replace(OWN, exercise=made.exercise)
    odd = rows(account)[ODD]
    assert (odd.exercise, odd.title, odd.credits, odd.changed) == (made.exercise, "Wobbly Lunge (yours)", GIVEN, True)


def test_without_a_name_of_the_log_an_own_exercise_means_none(account):
    exercises.create_exercise(account, OWN, GIVEN)
    assert rows(account)[ODD].exercise == ""


@pytest.mark.parametrize("name", ["", " ", "—", "Wobbly Lunge", "Squat (Barbell)"])
def test_a_name_that_is_none_or_taken_is_refused_and_nothing_is_kept(account, name):
    exercises.create_exercise(account, OWN, GIVEN)
    before = training(account).own
    with pytest.raises(TrainingDataError, match="needs a name" if name.strip(" —") == "" else "already"):
        exercises.create_exercise(account, replace(OWN, name=name), GIVEN, ODD)
    assert training(account).own == before


def test_an_own_exercise_is_renamed_and_keeps_its_names_and_credits(account):
    made = exercises.create_exercise(account, OWN, GIVEN, ODD)
    exercises.change_exercise(account, replace(made, name="Steady Lunge"))
    assert (rows(account)[ODD].title, rows(account)[ODD].credits) == ("Steady Lunge (yours)", GIVEN)
    with pytest.raises(TrainingDataError, match="needs a name"):
        exercises.change_exercise(account, replace(made, name=" "))
    assert rows(account)[ODD].title == "Steady Lunge (yours)"


def test_a_deleted_exercise_leaves_its_names_to_the_catalog(account):
    made = exercises.create_exercise(account, OWN, GIVEN, ODD)
    exercises.delete_exercise(account, made.exercise)
    assert rows(account)[ODD].exercise == ""
    assert exercise_of(training(account), made.exercise) is None


def test_how_sets_are_counted_is_the_persons_word_then_the_catalogs(account):
    made = exercises.create_exercise(account, replace(OWN, count_as=CountAs.HOLD), GIVEN)
    assert counted_as(training(account), "squat_barbell") is CountAs.HARD_SET
    assert counted_as(training(account), made.exercise) is CountAs.HOLD
    assert counted_as(training(account), "no such exercise") is CountAs.HARD_SET
    counting.count_exercise_as(account, "squat_barbell", CountAs.WARM_UP)
    assert counted_as(training(account), "squat_barbell") is CountAs.WARM_UP
    assert rows(account)[SQUAT].changed


def test_credits_are_in_the_order_of_muscles_and_patterns_by_name(account):
    order = list(Muscle)
    for given in credits_by_exercise(training(account)).values():
        assert list(given) == sorted(given, key=order.index)
    assert patterns() == sorted(set(patterns()))
    assert {"squat", "lunge"} <= set(patterns())
