"""Templates as sets to log, and templates made of what was done."""

import pytest
from hypothesis import given, settings

from lib.catalog.template import TemplateError, TemplateItem
from lib.catalog.template_sets import sets_of_template, template_of_sets
from lib.catalog.templates import templates
from lib.model.records import LiftingSet
from lib.model.shorthand.parse import parse
from lib.model.shorthand.print_sets import says_all
from lib.model.vocabulary import LoadMode, SetKind, Side
from tests.model.shorthand.shorthand_sets import sessions


def made_of(text, title="Mine"):
    return template_of_sets(title, parse(text).sets)


def test_a_template_is_logged_at_the_lower_end_of_its_ranges_with_unknown_loads_and_supersets_in_turn():
    sets = sets_of_template(templates()["lower-body"])
    assert [(each.exercise_name, each.reps, each.superset) for each in sets[:4]] == [
        ("Goblet Squat", 8, "1"),
        ("Single Leg Hip Thrust", 8, "1"),
        ("Half Kneeling Pallof Press", 12, "1"),
        ("Goblet Squat", 8, "1"),
    ]
    assert len(sets) == 12
    assert all(each.load_kg is None and each.side is Side.BOTH for each in sets)
    assert sets[-1] == LiftingSet(
        "Stability Ball Front Plank", reps=5, load_mode=LoadMode.BODYWEIGHT, superset="2", note="5 deep breaths"
    )


def test_reps_of_each_side_are_logged_as_the_athlete_types_them():
    warm_up = templates()["warm-up"]
    assert [each.reps for each in sets_of_template(warm_up)] == [6, 10, 10, 6, 6]
    assert [each.reps for each in sets_of_template(warm_up, reps_are_per_side=False)] == [12, 20, 10, 12, 6]


def test_the_sets_of_the_templates_can_be_said_in_shorthand():
    assert all(says_all(sets_of_template(each)) for each in templates().values())


def test_an_own_template_has_the_exercises_of_a_session_in_their_order():
    template = made_of("squat 8,8,6 @60kg; plank 2x30s, 45s; carry 2x20m @24kg")
    assert (template.key, template.title) == ("mine", "Mine")
    assert template.items == (
        TemplateItem("1", "squat_barbell", "squat", (3, 3), (6, 8), load_mode=LoadMode.EXTERNAL),
        TemplateItem("2", "plank", "plank", (3, 3), seconds=30.0),
        TemplateItem("3", template.items[2].exercise, "carry", (2, 2), distance_m=20.0, load_mode=LoadMode.EXTERNAL),
    )


def test_a_superset_keeps_its_turns_and_its_warm_up_sets_stand_before_it():
    template = made_of("A1: squat 5@40 w, 5@60; A2: row 8@40; A1: squat 5@60; A2: row 8@40; plank 30s")
    assert [(item.place, item.name, item.kind) for item in template.items] == [
        ("1", "squat", SetKind.WARM_UP),
        ("2A", "squat", SetKind.WORKING),
        ("2B", "row", SetKind.WORKING),
        ("3", "plank", SetKind.WORKING),
    ]
    names = [each.exercise_name for each in sets_of_template(template)]
    assert names == ["squat", "squat", "row", "squat", "row", "plank"]


def test_left_and_right_rows_make_one_set_together_unless_one_side_did_more():
    (item,) = made_of("curl 8 l, 8 r, 8 l, 8 r").items
    assert (item.sets, item.sides) == ((2, 2), (Side.LEFT, Side.RIGHT))
    assert [each.side for each in sets_of_template(made_of("curl 8 l, 8 r"))] == [Side.LEFT, Side.RIGHT]
    uneven = made_of("curl 8 l, 8 l, 8 r").items
    assert [(each.sets, each.sides) for each in uneven] == [((2, 2), (Side.LEFT,)), ((1, 1), (Side.RIGHT,))]


def test_a_hold_in_breaths_stays_one_and_a_failed_set_is_no_plan():
    (plank,) = made_of("plank 2x5 breaths").items
    assert (plank.breaths, plank.reps) == (5, None)
    assert {each.note for each in sets_of_template(made_of("plank 2x5 breaths"))} == {"5 deep breaths"}
    (squat,) = made_of("squat 5@100, 0@110").items
    assert (squat.sets, squat.reps) == ((2, 2), (5, 5))


def test_the_loads_of_a_session_are_forgotten_but_not_how_they_acted():
    assert [each.load_mode for each in sets_of_template(made_of("dip 2x8 -20kg; row 2x8 band"))] == [
        *[LoadMode.ASSISTED] * 2,
        *[LoadMode.BAND] * 2,
    ]
    assert made_of("pull-up 8, 2x5 +10kg").items[0].load_mode is LoadMode.ADDED


def test_a_superset_of_more_than_twenty_six_exercises_has_places_for_all():
    template = made_of("; ".join(f"A{number}: lift{number} 8" for number in range(1, 30)))
    assert [item.place for item in template.items][24:] == ["1Y", "1Z", "1ZA", "1ZB", "1ZC"]
    assert {item.superset for item in template.items} == {"1"}


@pytest.mark.parametrize(
    ("title", "key"), [("Leg Day!", "leg-day"), ("Lower body", "lower-body-own"), ("脚の日", "own")]
)
def test_a_title_becomes_a_key_that_none_of_the_projects_templates_has(title, key):
    assert made_of("squat 8", title).key == key


def test_without_sets_or_title_there_is_no_template():
    with pytest.raises(TemplateError, match="no sets"):
        template_of_sets("Mine", ())
    with pytest.raises(TemplateError, match="a title of at most 200"):
        made_of("squat 8", " ")
    with pytest.raises(TemplateError, match="a title of at most 200"):
        made_of("squat 8", "a" * 201)


@settings(deadline=None)
@given(sessions().filter(bool))
def test_logging_an_own_template_and_making_one_of_that_gives_the_same_sets_again(done):
    once = sets_of_template(template_of_sets("Mine", done))
    assert sets_of_template(template_of_sets("Mine", once)) == once
    assert {each.exercise_name for each in once} == {each.exercise_name for each in done}
    assert len(once) == len(done)
