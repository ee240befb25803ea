"""A leg session filled in by what was lacking, with what is at hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.planning.filling import HELD_S, FamiliarExercise, fill, is_at_hand, left_of
from lib.analysis.planning.lacking import lacking
from lib.catalog.exercises import exercises
from lib.catalog.template import Template, TemplateItem
from lib.catalog.templates import templates
from lib.model.frames.weeks import WEEKLY_SETS
from lib.model.vocabulary import Muscle

ARTICLE = templates()["lower-body"]
SQUATS = Template("squats", "Squats", (TemplateItem("1", "squat_barbell", "Squat", (3, 3), (8, 8)),))
CURLS = Template("curls", "Curls", (TemplateItem("1", "lying_leg_curl_machine", "Leg curl", (3, 3), (8, 8)),))
EQUIPMENT = sorted({each.equipment for each in exercises().values()})


def names(filled):
    return [item.name for item in filled.template.items]


def test_the_template_that_fills_most_of_what_was_lacking_is_taken():
    assert fill([SQUATS, CURLS], {Muscle.HAMSTRINGS: 3.0}, {}, None).template.key == "curls"
    assert fill([SQUATS, CURLS], {Muscle.QUADRICEPS: 3.0, Muscle.HAMSTRINGS: 1.0}, {}, None).template.key == "squats"


def test_where_nothing_was_lacking_the_one_for_most_muscles_and_of_equals_the_first():
    assert fill([CURLS, ARTICLE], {}, {}, None).template.key == "lower-body"
    assert fill([ARTICLE, ARTICLE], {}, {}, None).template is not None


def test_a_second_session_is_filled_by_what_the_first_one_leaves():
    lack = {Muscle.QUADRICEPS: 4.0, Muscle.HAMSTRINGS: 2.0}
    first = fill([SQUATS, CURLS], lack, {}, None)
    assert first.template.key == "squats"
    left = left_of(lack, first.template.items)
    assert list(left) == [Muscle.HAMSTRINGS, Muscle.QUADRICEPS]
    assert left[Muscle.QUADRICEPS] == 1.0
    assert fill([SQUATS, CURLS], left, {}, None).template.key == "curls"
    assert left_of({Muscle.QUADRICEPS: 3.0}, SQUATS.items) == {}


def test_a_warm_up_alone_is_no_leg_session():
    assert fill([templates()["warm-up"]], {}, {}, None) is None
    assert fill([], {}, {}, None) is None


def test_the_persons_own_exercise_is_added_for_a_muscle_that_no_item_trains():
    own = {Muscle.CALVES: FamiliarExercise("My calf raises", "seated_calf_raise")}
    filled = fill([SQUATS], {Muscle.CALVES: 4.0, Muscle.QUADRICEPS: 1.0}, own, None)
    assert names(filled) == ["Squat", "My calf raises"]
    assert filled.added == (("My calf raises", Muscle.CALVES),)
    assert filled.template.items[1].place == "2"


def test_what_is_not_at_hand_is_done_in_an_easier_or_harder_form_or_left_out():
    bare = fill([ARTICLE], {}, {}, ())
    assert all(is_at_hand(item.exercise, ()) for item in bare.template.items)
    assert len(bare.instead) + len(bare.left_out) == sum(not is_at_hand(each.exercise, ()) for each in ARTICLE.items)
    held = [item for item in bare.template.items if exercises()[item.exercise].isometric and item.seconds]
    assert all(item.seconds == HELD_S and item.reps is None for item in held)
    assert fill([ARTICLE], {}, {}, None).template == ARTICLE


def test_a_template_of_which_little_can_be_done_gives_way_to_another():
    assert fill([SQUATS, ARTICLE], {Muscle.QUADRICEPS: 6.0}, {}, ()).template.key == "lower-body"


@settings(max_examples=examples(100))
@given(st.sets(st.sampled_from(EQUIPMENT)), st.dictionaries(st.sampled_from(list(Muscle)), st.floats(0.1, 20)))
def test_whatever_is_at_hand_nothing_else_is_needed_and_no_place_comes_twice(at_hand, lack):
    own = {
        Muscle.CALVES: FamiliarExercise("Calves", "seated_calf_raise"),
        Muscle.GLUTES: FamiliarExercise("Bridge", "glute_bridge"),
    }
    filled = fill([ARTICLE, SQUATS, CURLS], lack, own, at_hand)
    if filled:
        places = [item.place for item in filled.template.items]
        assert len(set(places)) == len(places)
        assert all(is_at_hand(item.exercise, at_hand) for item in filled.template.items)


def weeks(values, muscle=Muscle.QUADRICEPS):
    """WEEKLY_SETS of one muscle, the last week that of the plan."""
    starts = pd.date_range("2026-08-31", periods=len(values), freq="7D", unit="us")
    rows = [
        {"week_start": start, "muscle": str(muscle), "hard_sets": value, "strict": value, "permissive": value, "complete": True}
        for start, value in zip(starts, values, strict=True)
    ]  # fmt: skip
    return WEEKLY_SETS.make(rows), starts[-1] + pd.Timedelta(weeks=1)


def test_what_is_lacking_is_the_usual_of_eight_weeks_less_the_mean_of_the_last_four():
    sets, week = weeks([10.0] * 8 + [6.0, 4.0, 6.0, 8.0])
    assert lacking(sets, week) == {Muscle.QUADRICEPS: 4.0}
    as_much, week = weeks([10.0] * 12)
    assert lacking(as_much, week) == {}


def test_of_too_few_weeks_nothing_is_lacking():
    sets, week = weeks([10.0] * 2 + [0.0] * 4)
    assert lacking(sets, week) == {}
    assert lacking(WEEKLY_SETS.empty(), week) == {}


def test_without_an_easier_or_harder_form_the_persons_own_exercise_for_the_first_muscle_stands_in():
    own = {
        Muscle.QUADRICEPS: FamiliarExercise("My lunges", "lunge"),
        Muscle.GLUTES: FamiliarExercise("My bridges", "glute_bridge"),
    }
    filled = fill([SQUATS], {}, own, frozenset({"none"}))
    assert names(filled) == ["My lunges"]
    assert filled.instead == (("Squat", "My lunges"),)


def test_in_the_place_of_what_is_not_at_hand_stands_the_own_exercise_for_its_first_muscle_alone():
    own = {muscle: FamiliarExercise(f"My {muscle}", "squat_bodyweight") for muscle in Muscle}
    first = next(iter(SQUATS.items[0].trains))
    assert fill([SQUATS], {first: 1.0}, own, ()).instead == (("Squat", f"My {first}"),)
    assert (
        fill([SQUATS], {first: 1.0}, {muscle: each for muscle, each in own.items() if muscle is not first}, ()) is None
    )


@pytest.mark.parametrize(
    ("exercise", "seconds", "reps"), [("wall_sit", HELD_S, None), ("squat_bodyweight", None, (8, 8))]
)
def test_what_is_held_in_the_place_of_reps_is_held_for_its_time_and_else_keeps_its_reps(exercise, seconds, reps):
    own = {Muscle.QUADRICEPS: FamiliarExercise("Mine", exercise)}
    [item] = fill([SQUATS], {Muscle.QUADRICEPS: 1.0}, own, ()).template.items
    assert (item.name, item.seconds, item.reps) == ("Mine", seconds, reps)


@pytest.mark.parametrize(
    ("exercise", "at_hand", "there"),
    [
        ("squat_barbell", None, True),
        ("squat_barbell", {"barbell"}, True),
        ("squat_barbell", {"dumbbell"}, False),
        ("squat_barbell", set(), False),
        ("nobody_knows_it", set(), True),
        ("pull_up", set(), True),
    ],
)
def test_an_exercise_can_be_done_with_what_is_at_hand_or_with_nothing(exercise, at_hand, there):
    assert is_at_hand(exercise, at_hand) == there


def test_two_exercises_are_added_at_most_with_two_to_three_sets_of_eight_to_twelve():
    own = {
        Muscle.CALVES: FamiliarExercise("Raises", "seated_calf_raise"),
        Muscle.HAMSTRINGS: FamiliarExercise("Curls", "lying_leg_curl_machine"),
        Muscle.HIP_FLEXORS: FamiliarExercise("Knee raises", "hanging_knee_raise"),
    }
    lack = {Muscle.CALVES: 4.0, Muscle.HAMSTRINGS: 3.0, Muscle.HIP_FLEXORS: 2.0, Muscle.QUADRICEPS: 1.0}
    filled = fill([SQUATS], lack, own, None)
    assert filled.added == (("Raises", Muscle.CALVES), ("Curls", Muscle.HAMSTRINGS))
    assert [item.place for item in filled.template.items] == ["1", "2", "3"]
    assert {(item.sets, item.reps) for item in filled.template.items[1:]} == {((2, 3), (8, 12))}


def test_what_is_left_is_what_the_fewer_of_the_sets_do_not_give():
    range_of_sets = Template("s", "S", (TemplateItem("1", "lying_leg_curl_machine", "Curl", (2, 4), (8, 8)),))
    left = left_of({Muscle.HAMSTRINGS: 3.0, Muscle.CALVES: 0.0}, range_of_sets.items)
    assert left == {Muscle.HAMSTRINGS: 1.0}
