"""From names as written to exercises: fixed rules only, suggestions only on request."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.exercises import exercises
from lib.catalog.resolve import own_exercise_key, resolve, resolve_names, says_one_sided, side_in_name, suggest
from lib.model.columns import ALIASES, NAMES
from lib.model.vocabulary import Side


@pytest.mark.parametrize(
    ("name", "exercise", "how"),
    [
        ("Squat (Barbell)", "squat_barbell", "exact"),
        ("squats - barbell", "squat_barbell", "exact"),
        ("Back Squat", "squat_barbell", "alias"),
        ("RDL", "romanian_deadlift_barbell", "alias"),
        ("Squat (Kettlebell)", "squat_barbell", "without_equipment"),
        ("Face Pull [Cable]", "face_pull", "without_equipment"),
        ("Split Squat - Left", "split_squat", "exact"),
        ("Bicep Curl (Dumbbell) (R)", "bicep_curl_dumbbell", "exact"),
        ("Bent Over Row (Dumbbell)", "bent_over_row_dumbbell", "exact"),
        ("Treadmill", "running", "alias"),
    ],
)
def test_a_name_is_found_by_the_first_rule_that_knows_it(name, exercise, how):
    found = resolve(name)
    assert (found.exercise, found.how) == (exercise, how)


@pytest.mark.parametrize(
    "name",
    [
        "Deadlift (Single Leg)",  # what stands in brackets changes the exercise, so it is not left out
        "Squatt",
        "Hip Extension",  # bridge, quadruped or prone: must be asked
        "Toe Raises",  # shins for some, calves for others
        "My Tuesday thing",
        "",
        "()",
    ],
)
def test_what_no_rule_knows_is_not_guessed(name):
    assert (resolve(name).exercise, resolve(name).how) == ("", "unmapped")


def test_every_name_and_alias_of_the_table_leads_to_its_own_exercise():
    for exercise in exercises().values():
        assert {resolve(spelling).exercise for spelling in exercise.spellings} == {exercise.key}


def test_a_misspelling_is_suggested_never_used():
    assert suggest("Goblet Sqaut")[0].exercise == "goblet_squat"
    assert resolve("Goblet Sqaut").exercise == ""


def test_suggestions_are_distinct_exercises_best_first():
    found = suggest("Dumbbell Chest Flys", limit=3)
    assert len({suggestion.exercise for suggestion in found}) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Split Squat Left", Side.LEFT),
        ("Split Squat - right", Side.RIGHT),
        ("Curl (L)", Side.LEFT),
        ("Curl - R", Side.RIGHT),
        ("Hanging Leg Raise L", Side.BOTH),
        ("Y-T-W-L", Side.BOTH),
        ("Upright", Side.BOTH),
        ("Left", Side.BOTH),
    ],
)
def test_a_side_is_read_from_the_end_of_a_name(name, side):
    assert side_in_name(name) is side


@pytest.mark.parametrize("name", ["Single Arm Row", "single-leg press", "One Legged Bridge", "1 arm swing"])
def test_single_arm_and_single_leg_make_a_name_one_sided(name):
    assert says_one_sided(name)


def test_a_one_sided_name_is_one_sided_whatever_its_exercise():
    names = resolve_names(["Single Arm Lat Pulldown", "Lat Pulldown"])
    assert names["exercise"].tolist() == ["lat_pulldown_cable"] * 2
    assert names["unilateral"].tolist() == [True, False]


def test_names_come_once_each_in_order_of_appearance_with_the_facts_of_the_table():
    names = NAMES.check(resolve_names(["Plank", "Who Knows", "Plank"]))
    assert names["exercise_name"].tolist() == ["Plank", "Who Knows"]
    assert names["count_as"].tolist() == ["hold", "hard_set"]
    assert names["isometric"].tolist() == [True, False]
    assert names["bodyweight_fraction"].isna().tolist() == [False, True]


def test_the_persons_own_mapping_wins():
    aliases = ALIASES.make([("Squat", "front_squat_barbell"), ("Tuesday Thing", "own:tuesday_thing")])
    names = resolve_names(["Squat", "tuesday things"], aliases, own_exercises={"own:tuesday_thing"})
    assert names["exercise"].tolist() == ["front_squat_barbell", "own:tuesday_thing"]
    assert names["how"].tolist() == ["own", "own"]


def test_an_alias_to_an_exercise_that_is_gone_is_passed_over():
    names = resolve_names(["Squat", "Thing"], ALIASES.make([("Squat", "no_such_key"), ("Thing", "")]))
    assert names["how"].tolist() == ["alias", "unmapped"]


def test_own_keys_never_meet_keys_of_the_table():
    assert own_exercise_key("Squat (Barbell)") not in exercises()
    assert own_exercise_key("My Thing!") == own_exercise_key("my things")


def test_no_names_make_an_empty_frame():
    assert NAMES.check(resolve_names([])).empty


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_resolving_is_total(name):
    assert resolve(name).exercise in {"", *exercises()}
