"""The templates of the project: what they ask for, and that faults of the file are found and named."""

import csv
import io

import pytest

from lib.catalog.resolve import resolve
from lib.catalog.template import Template, TemplateError, TemplateItem
from lib.catalog.templates import COLUMNS, read_templates, templates
from lib.model.vocabulary import LoadMode, Muscle

GOOD_ROW = {
    "template": "legs",
    "title": "Legs",
    "place": "1A",
    "exercise": "goblet_squat",
    "sets": "2-3",
    "reps": "8-12",
    "seconds": "",
    "breaths": "",
    "per_side": "false",
    "pause_s": "",
    "how": "Sit down and stand up.",
    "easier": "Squat (Bodyweight)",
    "harder": "Front Squat (Barbell)",
}

ARTICLE = {
    "warm-up": [
        ("1A", "dead_bug", (1, 1), (6, 6), None, True),
        ("1B", "passive_leg_lowering", (1, 1), (10, 10), None, True),
        ("1C", "hip_extension_with_pause_3_s", (1, 1), (10, 10), None, False),
        ("1D", "spiderman_with_rotation", (1, 1), (6, 6), None, True),
        ("1E", "inchworm", (1, 1), (6, 6), None, False),
    ],
    "lower-body": [
        ("1A", "goblet_squat", (2, 3), (8, 12), None, False),
        ("1B", "single_leg_hip_thrust", (2, 3), (8, 8), None, True),
        ("1C", "half_kneeling_pallof_press", (2, 2), (12, 12), None, True),
        ("2A", "sprinter_step_up", (2, 3), (8, 12), None, True),
        ("2B", "stability_ball_hip_extension_hamstring_curl", (2, 3), (10, 16), None, False),
        ("2C", "stability_ball_front_plank", (2, 2), None, 5, False),
    ],
}


def table(*rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def test_the_two_templates_ask_for_what_the_article_asks_for():
    asked = {
        key: [(item.place, item.exercise, item.sets, item.reps, item.breaths, item.per_side) for item in template.items]
        for key, template in templates().items()
    }
    assert asked == ARTICLE
    assert [item.pause_s for item in templates()["warm-up"].items] == [None, None, 3.0, None, None]


@pytest.mark.parametrize("item", [item for each in templates().values() for item in each.items], ids=lambda it: it.name)
def test_every_item_says_how_in_two_to_four_sentences_and_names_exercises_of_the_catalog(item):
    assert 2 <= item.how.count(". ") + 1 <= 4
    assert item.how.endswith(".")
    assert resolve(item.name).exercise == item.exercise
    known = {resolve(name).exercise for name in (item.easier, item.harder)}
    assert len(known - {"", item.exercise}) == 2


def test_what_an_item_trains_is_what_the_catalog_credits():
    squat = templates()["lower-body"].items[0]
    assert squat.trains == {Muscle.QUADRICEPS: 1.0, Muscle.GLUTES: 1.0, Muscle.ADDUCTORS: 1.0}
    step_up = templates()["lower-body"].items[3]
    assert list(step_up.trains.values()) == [1.0, 1.0, 0.5, 0.5]
    assert TemplateItem("1", "", "Something of my own", (1, 1)).trains == {}


def test_what_is_lifted_with_equipment_has_a_load_that_is_not_known_yet():
    modes = [item.load_mode for item in templates()["lower-body"].items]
    body, load = LoadMode.BODYWEIGHT, LoadMode.EXTERNAL
    assert modes == [load, body, load, body, body, body]


def test_a_good_row_becomes_an_item_of_its_template():
    (template,) = read_templates(table(GOOD_ROW))
    assert template == Template("legs", "Legs", template.items)
    (item,) = template.items
    assert (item.name, item.sets, item.reps, item.superset) == ("Goblet Squat", (2, 3), (8, 12), "1")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"exercise": "goblet"}, "line 2 (legs 1A): 'goblet' is no exercise of the catalog"),
        ({"sets": ""}, "'' is no number or range up to 1000"),
        ({"sets": "3-2"}, "'3-2' is no number or range"),
        ({"sets": "2-1001"}, "'2-1001' is no number or range"),
        ({"reps": "eight"}, "'eight' is no number or range up to 10000"),
        ({"reps": "10001"}, "'10001' is no number or range"),
        ({"per_side": "yes"}, "'yes' is neither true nor false"),
        ({"breaths": "5"}, "legs 1A needs one of reps, seconds and breaths"),
        ({"reps": ""}, "needs one of reps, seconds and breaths"),
        ({"reps": "", "seconds": "0"}, "legs 1A counts nothing"),
        ({"pause_s": "-1"}, "counts nothing"),
        ({"pause_s": "long"}, "could not convert"),
        ({"place": "A1"}, "needs a place such as 1 or 1A"),
        ({"how": ""}, "does not say how"),
        ({"harder": ""}, "what is easier and harder"),
    ],
)
def test_a_fault_is_named_with_its_place(change, message):
    with pytest.raises(TemplateError, match=r"templates\.csv") as caught:
        read_templates(table(GOOD_ROW | change))
    assert message in str(caught.value)


def test_faults_between_rows_are_named_and_all_at_once():
    with pytest.raises(TemplateError) as caught:
        read_templates(
            table(GOOD_ROW, GOOD_ROW, GOOD_ROW | {"title": "Other"}, GOOD_ROW | {"template": "arms", "sets": "x"})
        )
    assert "legs has a place twice" in str(caught.value)
    assert "the rows of legs must stand together under one title" in str(caught.value)
    assert "line 5 (arms 1A)" in str(caught.value)


def test_other_columns_and_short_rows_are_refused():
    with pytest.raises(TemplateError, match="the columns must be template, title"):
        read_templates("template,title\nlegs,Legs\n")
    with pytest.raises(TemplateError, match="must have 13 cells"):
        read_templates(table() + "legs,Legs,1A\n")
