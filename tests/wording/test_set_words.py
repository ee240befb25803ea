"""Sets and what a template asks for, in words."""

import pytest

from lib.catalog.template import TemplateItem
from lib.catalog.templates import templates
from lib.model.records import LiftingSet
from lib.model.units import kilograms
from lib.model.vocabulary import LoadMode, Muscle, SetKind, Side, WeightUnit
from lib.wording.set_words import asked, of_each_side, set_words, trains


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (LiftingSet("x", reps=8, load_kg=60), "8 × 60 kg"),
        (LiftingSet("x", reps=8, load_kg=12.25), "8 × 12.25 kg"),
        (LiftingSet("x", reps=8), "8 reps, load not known"),
        (LiftingSet("x", reps=8, load_mode=LoadMode.BODYWEIGHT), "8 reps"),
        (LiftingSet("x", reps=8, load_mode=LoadMode.BAND), "8 reps, band"),
        (LiftingSet("x", reps=8, load_kg=20, load_mode=LoadMode.ASSISTED), "8 × −20 kg"),
        (LiftingSet("x", duration_s=30, load_mode=LoadMode.BODYWEIGHT), "30 s"),
        (LiftingSet("x", reps=5, note="5 deep breaths", load_mode=LoadMode.BODYWEIGHT), "5 deep breaths"),
        (LiftingSet("x", load_mode=LoadMode.BODYWEIGHT), "?"),
        (
            LiftingSet("x", kind=SetKind.WARM_UP, reps=8, load_kg=60, side=Side.LEFT, set_rpe=7.5),
            "8 × 60 kg, left, warm-up, RPE 7.5",
        ),
    ],
)
def test_a_set_is_said_with_what_is_known_of_it(each, words):
    assert set_words(each, WeightUnit.KG) == words


@pytest.mark.parametrize(
    ("each", "per_side", "words"),
    [
        (LiftingSet("x", reps=10, load_kg=16), True, "10 × 16 kg, per side"),
        (LiftingSet("x", reps=20, load_kg=16), False, "20 × 16 kg, both sides together"),
        (LiftingSet("x", duration_s=30, load_mode=LoadMode.BODYWEIGHT), False, "30 s, per side"),
        (
            LiftingSet("x", reps=5, note="5 deep breaths", load_mode=LoadMode.BODYWEIGHT),
            False,
            "5 deep breaths, per side",
        ),
    ],
)
def test_a_set_of_both_sides_says_what_its_number_is_of(each, per_side, words):
    assert of_each_side(each, WeightUnit.KG, reps_are_per_side=per_side) == words


def test_a_load_is_said_in_the_persons_unit():
    assert (
        set_words(LiftingSet("x", reps=5, load_kg=kilograms(135, WeightUnit.POUND)), WeightUnit.POUND) == "5 × 135 lb"
    )


def test_a_template_says_what_it_asks_for():
    assert [asked(item) for item in templates()["lower-body"].items] == [
        "2–3 × 8–12",
        "2–3 × 8 per side",
        "2 × 12 per side",
        "2–3 × 8–12 per side",
        "2–3 × 10–16",
        "2 × 5 deep breaths",
    ]
    assert asked(TemplateItem("1", "", "x", (2, 2), seconds=30, pause_s=3)) == "2 × 30 s, held 3 s each"
    assert asked(TemplateItem("1", "", "x", (2, 2), distance_m=20)) == "2 × 20 m"
    assert asked(TemplateItem("1", "", "x", (2, 2))) == "2 × as you like"


def test_main_muscles_come_before_those_that_help():
    assert trains({Muscle.GLUTES: 1.0, Muscle.HAMSTRINGS: 1.0, Muscle.CORE: 0.5}) == "Glutes, hamstrings; helping: core"
    assert trains({Muscle.CORE: 0.5}) == "helping: core"
    assert trains({}) == ""
