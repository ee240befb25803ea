"""Templates as JSON and back."""

import json

import pytest
from hypothesis import given, settings

from lib.catalog.template import TemplateError
from lib.catalog.template_json import template_of_json, template_to_json, templates_json
from lib.catalog.template_sets import template_of_sets
from lib.catalog.templates import templates
from tests.model.shorthand.shorthand_sets import sessions


@pytest.mark.parametrize("template", templates().values(), ids=lambda each: each.key)
def test_the_templates_of_the_project_survive_json(template):
    assert template_of_json(json.loads(json.dumps(template_to_json(template)))) == template


@settings(deadline=None)
@given(sessions().filter(bool))
def test_any_own_template_survives_json(done):
    template = template_of_sets("Mine", done)
    assert template_of_json(json.loads(json.dumps(template_to_json(template)))) == template


def test_the_published_templates_have_exactly_these_names_and_values():
    published = templates_json()["templates"]
    assert [(each["key"], len(each["items"])) for each in published] == [("warm-up", 5), ("lower-body", 6)]
    assert json.loads(json.dumps(published[1]["items"][3])) == {
        "place": "2A",
        "exercise": "sprinter_step_up",
        "name": "Sprinter Step-Up",
        "sets": [2, 3],
        "reps": [8, 12],
        "seconds": None,
        "breaths": None,
        "per_side": True,
        "how": templates()["lower-body"].items[3].how,
        "trains": {"quadriceps": 1.0, "glutes": 1.0, "hip_flexors": 0.5, "calves": 0.5},
        "easier": "Step Up",
        "harder": "Dumbbell Step Up",
    }
    plank = published[1]["items"][5]
    assert (plank["reps"], plank["breaths"]) == (None, 5)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sets": None}, "needs sets"),
        ({"sets": [0, 1]}, "sets is no pair of whole numbers from 1 to 1,000"),
        ({"sets": [3, 2]}, "the lower one first"),
        ({"sets": [2.5, 3]}, "sets is no pair"),
        ({"sets": [2]}, "sets is no pair"),
        ({"reps": [True, 3]}, "reps is no pair"),
        ({"reps": [1, 10_001]}, "reps is no pair of whole numbers from 0 to 10,000"),
        ({"place": "A1"}, "a place such as 1 or 1A"),
        ({"name": ""}, "name is no text"),
        ({"name": "a" * 201}, "name is no text of at most 200"),
        ({"how": 7}, "how is no text"),
        ({"seconds": -1}, "seconds is no number from 0 to 864,000"),
        ({"seconds": float("nan")}, "seconds is no number"),
        ({"breaths": 1.5}, "breaths is no whole number"),
        ({"sides": ["middle"]}, "sides: 'middle' is none of '', 'left', 'right'"),
        ({"sides": "left"}, "sides is no list"),
        ({"kind": []}, "kind: '[]' is none of"),
        ({"load_mode": "heavy"}, "load_mode: 'heavy' is none of"),
    ],
)
def test_a_value_that_cannot_be_is_named(change, message):
    data = template_to_json(templates()["lower-body"])
    data["items"][0] |= change
    with pytest.raises(TemplateError) as caught:
        template_of_json(data)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "the template is no object"),
        ({"key": "a", "title": "A", "items": []}, "has one at least"),
        ({"key": "a", "title": "A", "items": [3]}, "an item is no object"),
        ({"key": "a", "title": "A", "items": {}}, "items is no list"),
    ],
)
def test_what_is_no_template_is_refused(data, message):
    with pytest.raises(TemplateError) as caught:
        template_of_json(data)
    assert message in str(caught.value)
