"""Exercises as Garmin writes them."""

import pytest

from lib.catalog.garmin import readings
from lib.catalog.resolve import resolve


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("BARBELL_BACK_SQUAT", "squat_barbell"),
        ("Dumbbell Hammer Curl", "hammer_curl_dumbbell"),
        ("curl / dumbbell_hammer_curl", "hammer_curl_dumbbell"),
        ("SQUAT / GOBLET", "goblet_squat"),
        ("squat: goblet", "goblet_squat"),
        ("hip_raise / barbell_hip_thrust_on_floor", "glute_bridge_barbell"),
        ("CALF_RAISE / SINGLE_LEG_STANDING_CALF_RAISE", "single_leg_standing_calf_raise"),
        ("triceps_extension/rope_pressdown", "triceps_pushdown"),
        ("curl / something_new", ""),
    ],
)
def test_a_constant_of_garmin_leads_to_its_exercise(name, exercise):
    assert resolve(name).exercise == exercise


def test_the_category_is_added_only_after_the_name_alone():
    assert readings("squat / goblet") == ("goblet", "goblet squat")
    assert readings("Lunge / jump") == ("jump", "jump Lunge")
    assert readings("Push / Pull") == ("Push / Pull",)
    assert readings("Squat") == ("Squat",)
