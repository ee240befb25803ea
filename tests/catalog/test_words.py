"""Names as bags of words."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.catalog.details import reductions
from lib.catalog.exercises import exercises
from lib.catalog.spellings import all_spellings
from lib.catalog.word_index import read_words, with_equipment, without_equipment
from lib.catalog.words import Words, plain, tokens, words_of


def movement_and_equipment(name):
    words, _ = read_words(name)
    return set(words.movement), set(words.equipment)


@pytest.mark.parametrize(
    ("name", "movement", "equipment"),
    [
        ("DB RDL", {"romanian", "deadlift"}, {"dumbbell"}),
        ("Romanian Deadlift w/ Dumbbells", {"romanian", "deadlift"}, {"dumbbell"}),
        ("SMITH_MACHINE_PUSHUP", {"push", "up"}, {"smith"}),
        ("Push-Up on Swiss Ball", {"push", "up"}, {"stabilityball"}),
        ("W Raise", {"w", "raise"}, set()),
        ("Squat 3 x 12, 60 kg", {"squat"}, set()),
        ("Plank 30''", {"plank"}, set()),
        ("Dead Bug", {"dead", "bug"}, set()),
        ("Deads", {"deadlift"}, set()),
    ],
)
def test_order_abbreviations_fillers_and_amounts_do_not_matter(name, movement, equipment):
    assert movement_and_equipment(name) == (movement, equipment)


@pytest.mark.parametrize("name", ["Sqaut", "Squatt", "Deadlfit", "Dumbell Squat", "Kettlebel Squat", "Tibialis Riase"])
def test_a_slip_of_the_keys_is_put_right_and_said(name):
    words, misspelt = read_words(name)
    assert misspelt
    assert words.movement <= {"squat", "deadlift", "tibiali", "raise"}


@pytest.mark.parametrize("name", ["Abduction", "Adduction", "Incline", "Flexion", "Extension", "Press", "Zqqual Lift"])
def test_a_word_that_is_known_or_like_none_is_left_alone(name):
    assert not read_words(name)[1]


def reduced(name):
    """Every way to leave details out, as texts, cheapest first."""
    tiers = reductions(words_of(tokens(name)[0]))
    return [" ".join(sorted(way.words.movement)) for tier in tiers for way in tier]


def test_details_are_left_out_one_after_the_other_those_that_change_least_first():
    ways = reduced("Seated Tempo Press")
    assert ways == ["press seated tempo", "press seated", "press tempo", "press"]


def test_a_single_leg_is_no_detail():
    assert reduced("Single Leg Squat") == ["leg single squat"]


def test_a_muscle_may_go_where_it_is_trained_anyway():
    without = next(way for tier in reductions(words_of(("bicep", "preacher", "curl"))) for way in tier if way.left_out)
    assert without.words.movement == {"preacher", "curl"}
    assert without.leaves(exercises()["preacher_curl_barbell"])
    assert not without.leaves(exercises()["reverse_curl_barbell"])


@pytest.mark.parametrize(
    ("name", "pattern", "same"),
    [
        ("Tempo Squat", "squat", True),
        ("Seated Curl", "elbow_flexion", True),
        ("Seated Squat", "squat", False),
        ("Supinated Row", "horizontal_pull", True),
        ("Pronated Curl", "elbow_flexion", False),  # the forearm's work
        ("Supinated Pull", "vertical_pull", False),  # the biceps' work
        ("Close Press", "horizontal_push", False),  # the triceps' work
        ("Incline Press", "horizontal_push", False),  # the shoulder's work
        ("Incline Raise", "shoulder_isolation", True),
        ("Press Feet Together", "squat", True),
    ],
)
def test_a_detail_may_go_where_the_muscles_stay_the_same(name, pattern, same):
    *_, last = [way for tier in reductions(words_of(tokens(name)[0])) for way in tier]
    exercise = next(each for each in exercises().values() if each.pattern == pattern)
    assert last.left_out
    assert last.leaves(exercise) is same


def test_less_equipment_is_tried_before_none():
    words = read_words("Romanian Deadlift (chain trap bar rope)")[0]
    words = Words(words.movement - {"chain"}, words.equipment | {"plate"})
    assert with_equipment(words) == ""
    assert without_equipment(words) == "romanian_deadlift_trap_bar"


def test_what_changes_nothing_is_not_asked_for():
    assert with_equipment(read_words("Deadlift (weighted trap bar)")[0]) == "deadlift_trap_bar"
    assert with_equipment(read_words("Bicep Curl (Bar)")[0]) == "bicep_curl_barbell"
    assert (
        with_equipment(read_words("Incline Bench Press (Barbell, Smith Machine)")[0])
        == "incline_bench_press_smith_machine"
    )


@pytest.mark.parametrize("name", ["Cable Running", "Kettlebell Treadmill Run", "Dumbbell Elliptical"])
def test_endurance_work_keeps_its_equipment(name):
    assert without_equipment(read_words(name)[0]) == ""


@pytest.mark.parametrize("name", ["Leg Press (Band)", "Seated Dip Machine (Dumbbell)"])
def test_a_free_weight_is_not_dropped_into_a_machine(name):
    assert without_equipment(read_words(name)[0]) == ""


def test_no_words_lead_nowhere():
    nothing = Words(frozenset(), frozenset())
    assert (with_equipment(nothing), without_equipment(nothing)) == ("", "")


# The order tells these apart, or the language does; written as in the table they are found, in other orders asked.
TOLD_APART_BY_ORDER = {
    frozenset({"elbow", "knee", "to"}),
    frozenset({"plank", "push", "up"}),
    frozenset({"push", "up"}),
    frozenset({"fly", "high", "low", "to"}),
    frozenset({"fly", "high", "low"}),
}


def test_no_other_words_lead_to_two_exercises():
    owners = defaultdict(set)
    for spelling, key in all_spellings():
        owners[read_words(spelling)[0]].add(key)
    assert {words.movement for words, keys in owners.items() if len(keys) > 1} == TOLD_APART_BY_ORDER


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Élévation", "elevation"),
        ("DAMBIL", "dambil"),
        ("dambıl", "dambil"),
        ("İp", "ip"),
        ("Ławka", "lawka"),
        ("Подъём", "подъем"),
        ("ブリッジ", "ブリッジ"),
        ("밀리터리", "밀리터리"),
        ("ﾍﾞﾝﾁ", "ベンチ"),
    ],
)
def test_accents_are_no_part_of_a_word_but_marks_of_kana_and_hangul_are(text, written):
    assert plain(text) == written


@given(st.text(max_size=40))
@settings(max_examples=examples(60), deadline=None)
def test_words_are_total_and_hold_no_blank(name):
    words, _ = read_words(name)
    assert all(word and " " not in word for word in words.movement | words.equipment)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("A1: Front Squat", ("front", "squat")),
        ("[B2] Front Squat", ("front", "squat")),
        ("Back Squat 3-1-0", ("back", "squat")),
        ("Back Squat 4/0/1/0", ("back", "squat")),
        ("RDL L/R", ("romanian", "deadlift")),
        ("C2 Row", ("c2", "row")),
        ("90/90 Hip Switch", ("90", "90", "hip", "switch")),
    ],
)
def test_the_place_in_a_plan_and_the_tempo_are_no_part_of_the_name(name, words):
    assert tokens(name)[0] == words
