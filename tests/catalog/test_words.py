"""Names as bags of words."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.spellings import all_spellings
from lib.catalog.word_index import read_words, with_equipment, without_equipment
from lib.catalog.words import WordKind, Words, tokens, without_details, words_of


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
        ("Sentadilla con mancuernas", {"sentadilla"}, {"dumbbell"}),
        ("Développé couché à la barre", {"developpe", "couche", "a"}, {"bar"}),
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


DETAILS = (WordKind.DETAIL, WordKind.UPPER_BODY_DETAIL)


def test_details_are_left_out_only_on_request_and_by_kind():
    words = words_of(tokens("Seated Tempo Single Arm Press")[0])
    assert words.movement == {"seated", "tempo", "single", "arm", "press"}
    assert without_details(words, WordKind.DETAIL).movement == {"seated", "single", "arm", "press"}
    assert without_details(words, *DETAILS).movement == {"press"}


def test_a_single_leg_is_no_detail():
    words = words_of(tokens("Single Leg Squat")[0])
    assert without_details(words, *DETAILS) == words


def test_less_equipment_is_tried_before_none():
    words = read_words("Deadlift (weighted trap bar)")[0]
    assert with_equipment(words) == ""
    assert without_equipment(words) == "deadlift_trap_bar"


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
    frozenset({"extension", "tricep"}),
    frozenset({"french", "press"}),
    frozenset({"remo"}),
}


def test_no_other_words_lead_to_two_exercises():
    owners = defaultdict(set)
    for spelling, key in all_spellings():
        owners[read_words(spelling)[0]].add(key)
    assert {words.movement for words, keys in owners.items() if len(keys) > 1} == TOLD_APART_BY_ORDER


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
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
