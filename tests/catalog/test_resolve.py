"""From names as written to exercises: fixed rules only, suggestions only on request."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.catalog.exercises import exercises
from lib.catalog.resolve import own_exercise_key, resolve, resolve_names
from lib.catalog.suggestions import suggest
from lib.model.exercise_mapping import OwnExercise
from lib.model.frames.logs import NAMES
from lib.model.frames.own import ALIASES
from lib.model.vocabulary import CountAs

HERE = Path(__file__).parent
# The first list was written before the rules were; the others after them and before they were first tried.
LISTS = ("hard_names.csv", "hard_names_second.csv", "hard_names_third.csv", "hard_names_fourth.csv")


def hard_names(file):
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return [(row["name"], row["expected"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(
    ("name", "exercise", "how"),
    [
        ("Squat (Barbell)", "squat_barbell", "exact"),
        ("squats - barbell", "squat_barbell", "exact"),
        ("Back Squat", "squat_barbell", "alias"),
        ("Kniebeugen", "squat_barbell", "alias"),
        ("RDL", "romanian_deadlift_barbell", "alias"),
        ("Bent Over Row (Dumbbell)", "bent_over_row_dumbbell", "exact"),
        ("Treadmill", "running", "alias"),
        ("Split Squat - Left", "split_squat", "exact"),
        ("Left Leg Extension", "leg_extension_machine", "alias"),
        ("Bicep Curl (Dumbbell) (R)", "bicep_curl_dumbbell", "exact"),
        ("Dumbbells, hip thrust with", "hip_thrust_dumbbell", "words"),
        ("Deadlift (Single Leg)", "single_leg_romanian_deadlift_dumbbell", "words"),
        ("KB RDL", "romanian_deadlift_kettlebell", "words"),
        ("BARBELL_HACK_SQUAT_WEIGHTED", "hack_squat_barbell", "words"),
        ("Bankdrucken mit Kurzhanteln", "bench_press_dumbbell", "translated"),
        ("Goblet Sqaut", "goblet_squat", "spelling"),
        ("Dumbell Rows", "dumbbell_row", "spelling"),
        ("Hyppothetical Glutte Bridge", "", "unmapped"),
        ("Tempo Back Squat", "squat_barbell", "without_details"),
        ("Single Arm Upright Row", "upright_row_barbell", "without_details"),
        ("Seated Wide Grip Barbell Curl", "bicep_curl_barbell", "without_details"),
        ("Squat 5x5 @ 60 kg", "squat_barbell", "words"),
        ("Goblet Squat (Landmine)", "squat_landmine", "words"),
        ("Face Pull [Machine]", "face_pull", "without_equipment"),
        ("Trap Bar Deads", "deadlift_trap_bar", "words"),
    ],
)
def test_a_name_is_found_by_the_first_rule_that_knows_it(name, exercise, how):
    found = resolve(name)
    assert (found.exercise, found.how) == (exercise, how)


@pytest.mark.parametrize(
    "name",
    [
        "Hip Extension",  # bridge, quadruped or prone: must be asked
        "Hip Extension (Dumbbell)",
        "Toe Raises",  # shins for some, calves for others
        "Toe Touches",
        "Row",
        "Press",
        "Machine Press",
        "Kickbacks",  # triceps or glutes
        "Raises",
        "Extensions",
        "Jump",
        "Bicycle",  # a crunch or a ride
        "Barbell",
        "Legs",
        "Standing Leg Raise",  # not the one that is done lying
        "Seated Squat",
        "Single Arm Squat",
        "Machine",
        "Lower Back",
        "Warm Up Squat",
        "Squat Bench Superset",
        "Elbow Knee To",  # words of two exercises
        "Rope Pulldown",  # triceps or back
        "My Tuesday thing",
        "",
        "()",
    ],
)
def test_what_no_rule_knows_is_not_guessed(name):
    assert (resolve(name).exercise, resolve(name).how) == ("", "unmapped")


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Unilateral Seated Row Machine", "seated_row_machine"),
        ("Unilateral Chest Press", "chest_press_machine"),
        ("Unilateral Cable Chest Press", "chest_press_cable"),
        ("Unilateral Hip Thrust Machine", "hip_thrust_machine"),
        ("Unilateral Bent Over Row", "dumbbell_row"),
        ("Unilateral Single Arm Cable Curl", "single_arm_cable_curl"),
        ("Unilateral Hack Squat", "single_leg_hack_squat_machine"),
        ("Unilateral Leg Extension", "single_leg_extension"),
    ],
)
def test_what_one_side_does_is_done_where_the_name_says_or_the_movement_is_known_for(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize("name", ["Unilateral Pendulum Squat", "Unilateral Goblet Squat", "Unilateral Rack Pull"])
def test_a_squat_or_a_hinge_on_one_leg_is_not_taken_for_that_on_two(name):
    assert resolve(name).exercise == ""


@pytest.mark.parametrize(
    "movement", ["Preacher Curl", "Reverse Curl", "Incline Bench Press", "Skullcrusher", "Push Press"]
)
def test_one_arm_holds_a_dumbbell_unless_the_name_says_a_barbell(movement):
    for side in ("Unilateral", "Single Arm", "One-Arm"):
        assert exercises()[resolve(f"{side} {movement}").exercise].equipment == "dumbbell"
        assert exercises()[resolve(f"{side} Barbell {movement}").exercise].equipment == "barbell"


@pytest.mark.parametrize("written", ["Iso-Lateral", "Isolateral", "ISO LATERAL", "Converging", "Diverging"])
def test_what_moves_each_side_by_itself_is_a_machine_unless_the_name_says_what_is_held(written):
    found = [resolve(f"{written} {rest}").exercise for rest in ("Decline Press", "Front Lat Pulldown", "Leg Press")]
    assert found == ["decline_chest_press_machine", "lat_pulldown_machine", "leg_press_machine"]
    assert resolve(f"{written} Rowing").exercise == "seated_row_machine"
    assert resolve(f"{written} Dumbbell Bench Press").exercise == "bench_press_dumbbell"


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Tuck Planche Hold", "planche"),
        ("Advanced Tuck Front Lever Hold", "front_lever_hold"),
        ("Isometric Plank", "plank"),
        ("Squat Hold", "squat_hold"),
        ("Row Hold", ""),  # no exercise that is held
    ],
)
def test_that_it_is_held_may_be_said_of_what_is_held_anyway(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Rowing Sprint 500m", "rowing_ergometer"),
        ("Rowing Warm Up", "rowing_ergometer"),
        ("Rowing Intervals 8 x 250m", "rowing_ergometer"),
        ("Bike Cool Down", "cycling"),
        ("Barbell Rowing Warm Up", ""),
        ("Squat Cool Down", ""),
    ],
)
def test_how_hard_it_was_may_be_said_of_endurance_work_only(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Pronated Curl", "reverse_curl_barbell"),
        ("Pronated EZ Bar Curl", "reverse_curl_ez_bar"),
        ("Butt Blaster", "glute_kickback_machine"),
        ("Standing Glute Machine", "glute_kickback_machine"),
        ("Clamshell Bridge", "clam_bridge"),
        ("Multi Hip Machine Abduction", "hip_abduction_machine"),
        ("Multi Hip Extension", "hip_extension_machine"),
        ("Французский жим", "skullcrusher_barbell"),
        ("Французский жим стоя", "triceps_extension_barbell"),
        ("Французский жим из-за головы", "triceps_extension_barbell"),
        ("Ягодичный мост", "glute_bridge"),
        ("Ягодичный мост со штангой", "hip_thrust_barbell"),
        ("Rematore Inclinato Manubrio", "bent_over_row_dumbbell"),
        ("Rematore inclinato con bilanciere", "bent_over_row_barbell"),
        ("Rematore inclinato", ""),  # bent over, or on an inclined bench
    ],
)
def test_machines_and_names_of_other_languages_that_a_person_asked_for_are_known(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize("file", LISTS)
def test_no_hard_name_leads_to_a_wrong_exercise(file):
    wrong = {name: resolve(name).exercise for name, key in hard_names(file) if resolve(name).exercise not in ("", key)}
    assert wrong == {}


@pytest.mark.parametrize("file", LISTS)
def test_hard_names_are_found_or_the_right_exercise_is_suggested(file):
    names = hard_names(file)
    helped = [
        name for name, key in names if key in {resolve(name).exercise, *(each.exercise for each in suggest(name))}
    ]
    assert len(helped) >= 0.95 * len(names)


def test_every_name_and_alias_of_the_table_leads_to_its_own_exercise():
    for exercise in exercises().values():
        assert {resolve(spelling).exercise for spelling in exercise.spellings} == {exercise.key}


def test_a_one_sided_name_is_one_sided_whatever_its_exercise():
    names = resolve_names(["Single Arm Lat Pulldown", "Lat Pulldown"])
    assert names["exercise"].tolist() == ["lat_pulldown_single_arm", "lat_pulldown_cable"]
    assert names["unilateral"].tolist() == [True, False]


def test_names_come_once_each_in_order_of_appearance_with_the_facts_of_the_table():
    names = NAMES.check(resolve_names(["Plank", "Who Knows", "Plank"]))
    assert names["exercise_name"].tolist() == ["Plank", "Who Knows"]
    assert names["count_as"].tolist() == ["hold", "hard_set"]
    assert names["isometric"].tolist() == [True, False]
    assert names["bodyweight_fraction"].isna().tolist() == [False, True]


def test_the_persons_own_mapping_wins():
    aliases = ALIASES.make([("Squat", "front_squat_barbell"), ("Tuesday Thing", "own:tuesday_thing")])
    own = {
        "own:tuesday_thing": OwnExercise("own:tuesday_thing", "Tuesday Thing", "squat", CountAs.HOLD, unilateral=True)
    }
    names = resolve_names(["Squat", "tuesday things"], aliases, own_exercises=own)
    assert names["exercise"].tolist() == ["front_squat_barbell", "own:tuesday_thing"]
    assert names["how"].tolist() == ["own", "own"]
    assert names.loc[1, ["pattern", "count_as", "unilateral", "isometric"]].tolist() == ["squat", "hold", True, True]


def test_an_alias_to_an_exercise_that_is_gone_is_passed_over():
    names = resolve_names(["Squat", "Thing"], ALIASES.make([("Squat", "no_such_key"), ("Thing", "")]))
    assert names["how"].tolist() == ["alias", "unmapped"]


def test_own_keys_never_meet_keys_of_the_table():
    assert own_exercise_key("Squat (Barbell)") not in exercises()
    assert own_exercise_key("My Thing!") == own_exercise_key("my things")


def test_no_names_make_an_empty_frame():
    assert NAMES.check(resolve_names([])).empty


@given(st.text(max_size=60))
@settings(max_examples=examples(60), deadline=None)
def test_resolving_is_total(name):
    assert resolve(name).exercise in {"", *exercises()}
