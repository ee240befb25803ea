"""Spellings that must fall together, and those that must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.catalog.folding import fold


@pytest.mark.parametrize(
    "spelling",
    [
        "Step-Ups (Dumbbell)",
        "STEP UP  DUMBBELL",
        "step\u00a0up\tdumbbells",
        "\u200bStep\u2010Up (Dumb\u200dbell)\ufeff",
        "Ｓｔｅｐ Up – Dumbbell",
        "step_up_dumbbell",
    ],
)
def test_case_width_punctuation_plurals_and_invisible_marks_do_not_matter(spelling):
    assert fold(spelling) == "step up dumbbell"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("Crunches", "crunch"),
        ("Presses", "press"),
        ("Boxes", "box"),
        ("Farmer's Walks", "farmer walk"),
        ("Raises", "raise"),
    ],
)
def test_plurals_fall_together_with_singulars(plural, singular):
    assert fold(plural) == fold(singular)


@pytest.mark.parametrize("word", ["press", "cross", "as"])
def test_a_word_that_only_looks_like_a_plural_is_left_alone(word):
    assert fold(word) == word


def test_accents_are_kept_and_composed():
    assert fold("Développé Couché") == fold("De\u0301veloppe\u0301 couche\u0301") == "développé couché"


@given(st.text(max_size=40))
@settings(max_examples=examples(60), deadline=None)
def test_folding_is_total_and_ends_in_plain_blanks(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
