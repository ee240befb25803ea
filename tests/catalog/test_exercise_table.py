"""The exercise table: faults are found and named, and the project's own table has none."""

import csv
import io

import pytest

from lib.catalog.exercises import COLUMNS, CatalogError, exercises, read_exercises
from lib.model.vocabulary import CountAs, Muscle

GOOD_ROW = {
    "key": "air_lift",
    "name": "Air Lift",
    "equipment": "none",
    "pattern": "hinge",
    "bodyweight_fraction": "0.5",
    "unilateral": "false",
    "isometric": "false",
    "primary": "glutes",
    "secondary": "hamstrings;core",
    "contested": "core",
    "stabiliser": "traps",
    "permissive_extra": "quadriceps",
    "count_as": "hard_set",
    "aliases": "Lift of Air;Airlift",
    "note": "",
}


def table(*rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def test_a_good_row_becomes_an_exercise():
    (exercise,) = read_exercises(table(GOOD_ROW))
    assert exercise.primary == (Muscle.GLUTES,)
    assert exercise.secondary == (Muscle.HAMSTRINGS, Muscle.CORE)
    assert exercise.count_as is CountAs.HARD_SET
    assert exercise.spellings == ("Air Lift", "Lift of Air", "Airlift")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"primary": ""}, "air_lift has neither a main muscle nor a note that says why"),
        ({"primary": "gluteus"}, "line 2 (air_lift): 'gluteus' is no Muscle"),
        ({"secondary": "hamstrings;"}, "the list 'hamstrings;' has an empty or padded part"),
        ({"secondary": "core; hamstrings"}, "has an empty or padded part"),
        ({"secondary": "core;core"}, "names something twice"),
        ({"aliases": "Airlift;Airlift"}, "names something twice"),
        ({"aliases": "Airlift;Air-Lifts"}, "air_lift has a spelling twice"),
        ({"aliases": "AIRLIFT;Airlift"}, "air_lift has a spelling twice"),
        ({"secondary": "glutes"}, "has a muscle as main and as helper"),
        ({"contested": "chest"}, "contests a credit that it does not give"),
        ({"permissive_extra": "glutes"}, "adds a credit that it gives already"),
        ({"stabiliser": "glutes"}, "has a muscle that works and only holds"),
        ({"count_as": "hardset"}, "'hardset' is no CountAs"),
        ({"unilateral": "yes"}, "'yes' is neither true nor false"),
        ({"bodyweight_fraction": "88"}, "moves less than nothing or more than the body"),
        ({"bodyweight_fraction": "most"}, "line 2 (air_lift): could not convert"),
        ({"key": "air lift"}, "needs a name and a plain key"),
    ],
)
def test_a_fault_is_named(change, message):
    with pytest.raises(CatalogError) as caught:
        read_exercises(table(GOOD_ROW | change))
    assert message in str(caught.value)


def test_all_faults_are_named_at_once():
    with pytest.raises(CatalogError) as caught:
        read_exercises(table(GOOD_ROW | {"primary": ""}, GOOD_ROW | {"key": "other", "count_as": "?"}))
    assert "main muscle" in str(caught.value)
    assert "line 3 (other)" in str(caught.value)


@pytest.mark.parametrize("alias", ["Airlift", "AIRLIFTS", "air-lift", "Lift of Air"])
def test_no_spelling_leads_to_two_exercises(alias):
    with pytest.raises(CatalogError, match="leads to air_lift and to other"):
        read_exercises(table(GOOD_ROW, GOOD_ROW | {"key": "other", "name": "Other", "aliases": alias}))


def test_no_key_is_used_twice():
    with pytest.raises(CatalogError, match="the key air_lift is used twice"):
        read_exercises(table(GOOD_ROW, GOOD_ROW | {"name": "Other", "aliases": ""}))


def test_a_row_with_a_missing_cell_is_refused():
    with pytest.raises(CatalogError, match="the row must have 15 cells"):
        read_exercises(table(GOOD_ROW).rstrip().rpartition(",")[0] + "\n")


def test_other_columns_are_refused():
    with pytest.raises(CatalogError, match="the columns must be key, name"):
        read_exercises("exercise,equipment\n")


def test_the_table_of_the_project_has_no_fault_and_reaches_every_group():
    table_of_the_project = exercises()
    assert len(table_of_the_project) >= 740
    assert {muscle for exercise in table_of_the_project.values() for muscle in exercise.primary} == set(Muscle)


def test_a_row_without_a_main_muscle_says_why_and_gives_at_most_half_a_set():
    without = [exercise for exercise in exercises().values() if not exercise.primary]
    assert without
    for exercise in without:
        assert exercise.permissive_extra == ()
        assert exercise.note
    assert [exercise.key for exercise in without if exercise.secondary] == ["neck_extension"]


def test_endurance_gives_no_muscle_a_set_even_where_it_has_a_main_muscle():
    endurance = {exercise.key for exercise in exercises().values() if exercise.pattern == "conditioning"}
    counted = {exercise.key for exercise in exercises().values() if exercise.count_as is CountAs.CONDITIONING}
    assert endurance <= counted


def credits_of(key):
    exercise = exercises()[key]
    halves = dict.fromkeys(exercise.secondary, 0.5)
    return dict.fromkeys(exercise.primary, 1.0) | halves, set(exercise.contested)


@pytest.mark.parametrize(
    ("exercise", "muscle", "credit", "contested"),
    [
        ("squat_barbell", "adductors", 1.0, True),
        ("goblet_squat", "adductors", 1.0, True),
        ("hack_squat_machine", "adductors", 0.5, False),
        ("thruster_barbell", "glutes", 1.0, True),
        ("wall_ball", "adductors", 0.5, False),
        ("deadlift_trap_bar", "adductors", 0.5, False),
        ("single_leg_romanian_deadlift_dumbbell", "adductors", 0.5, False),
        ("b_stance_romanian_deadlift", "adductors", 0.5, False),
        ("good_morning_barbell", "adductors", 0.5, False),
        ("cable_pull_through", "adductors", 0.5, False),
        ("deadlift_barbell", "quadriceps", 0.5, True),
        ("sumo_deadlift", "forearms", 0.5, False),
        ("slider_hamstring_curl", "calves", 0.5, True),
        ("push_press", "quadriceps", 0.5, True),
        ("stability_ball_knee_tuck", "hip_flexors", 1.0, False),
        ("knee_tuck_suspension", "hip_flexors", 1.0, False),
        ("seated_knee_tuck", "hip_flexors", 1.0, False),
        ("hip_abduction_machine", "glutes", 0.5, True),
        ("hip_abduction_band", "glutes", 0.5, True),
        ("neck_extension", "traps", 0.5, False),
        ("clam_bridge", "abductors", 1.0, False),
        ("push_up_to_row", "chest", 1.0, False),
        ("front_lever_raise", "upper_back_lats", 1.0, False),
        ("planche", "shoulders", 1.0, False),
        ("log_clean_and_press", "quadriceps", 1.0, False),
        ("inchworm_push_up", "chest", 1.0, False),
    ],
)
def test_the_rows_that_anatomy_and_trials_decide(exercise, muscle, credit, contested):
    given, doubted = credits_of(exercise)
    assert (given[muscle], muscle in doubted) == (credit, contested)


KNEE_DOMINANT = {"squat", "squat_single_leg", "lunge", "lunge_lateral", "split_squat", "step_up"}


def test_hamstrings_hold_in_squats_lunges_and_step_ups_and_only_the_permissive_scheme_credits_them():
    knee_dominant = [exercise for exercise in exercises().values() if exercise.pattern in KNEE_DOMINANT]
    assert {exercise.pattern for exercise in knee_dominant} == set(KNEE_DOMINANT)
    for exercise in knee_dominant:
        assert Muscle.HAMSTRINGS not in (*exercise.primary, *exercise.secondary), exercise.key
        assert Muscle.HAMSTRINGS in exercise.permissive_extra, exercise.key


@pytest.mark.parametrize(
    ("pattern", "muscle"),
    [("hip_thrust", Muscle.HAMSTRINGS), ("knee_flexion", Muscle.CALVES)],
)
def test_helpers_that_the_handbook_calls_contested_are_contested(pattern, muscle):
    helped = [each for each in exercises().values() if each.pattern == pattern and muscle in each.secondary]
    assert len(helped) >= 3
    for exercise in helped:
        assert muscle in exercise.contested, exercise.key


def test_contacts_are_jumps():
    for exercise in exercises().values():
        assert (exercise.count_as is CountAs.CONTACTS) == (exercise.pattern == "plyometric"), exercise.key


def test_every_hold_of_the_table_is_isometric():
    held = {exercise.key for exercise in exercises().values() if exercise.count_as is CountAs.HOLD}
    assert held == {exercise.key for exercise in exercises().values() if exercise.isometric}


def test_warm_up_patterns_and_no_others_count_as_warm_ups():
    for exercise in exercises().values():
        assert exercise.pattern.startswith("warmup_") == (exercise.count_as is CountAs.WARM_UP), exercise.key
