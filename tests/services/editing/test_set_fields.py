"""What a person types for the fields of a set."""

import pytest

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.records import LiftingSet
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit
from lib.services.editing.set_fields import SET_FIELDS, change_set

ME = Athlete(1)
SQUAT = LiftingSet("squat", reps=8, load_kg=60.0, load_value=60.0, load_unit=WeightUnit.KG, set_rpe=7.0, side=Side.LEFT)
DIP = LiftingSet("dip", reps=5, load_kg=10.0, load_mode=LoadMode.ADDED)


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("exercise=front squat", "exercise_name", "front squat"),
        ("reps=6", "reps", 6),
        ("reps=?", "reps", None),
        ("reps=", "reps", None),
        ("load=8", "load_kg", 8.0),
        ("load=62,5 kg", "load_kg", 62.5),
        ("load=100lb", "load_kg", 45.359237),
        ("load=", "load_kg", None),
        ("load=+10kg", "load_mode", LoadMode.ADDED),
        ("load=-10", "load_mode", LoadMode.ASSISTED),
        ("load=bw", "load_mode", LoadMode.BODYWEIGHT),
        ("load=band 10kg", "load_mode", LoadMode.BAND),
        ("hold=90", "duration_s", 90.0),
        ("hold=1min 30s", "duration_s", 90.0),
        ("hold=1:30", "duration_s", 90.0),
        ("distance=20", "distance_m", 20.0),
        ("distance=1km", "distance_m", 1000.0),
        ("side=right", "side", Side.RIGHT),
        ("side=", "side", Side.BOTH),
        ("side=both", "side", Side.BOTH),
        ("kind=warm-up", "kind", SetKind.WARM_UP),
        ("kind=working", "kind", SetKind.WORKING),
        ("rpe=8,5", "set_rpe", 8.5),
        ("rpe=", "set_rpe", None),
        ("note=felt heavy", "note", "felt heavy"),
    ],
)
def test_a_field_of_a_set_is_read_as_shorthand_reads_it(typed, field, value):
    name, _, text = typed.partition("=")
    changed = change_set(SQUAT, {name: text}, ME)
    assert getattr(changed, field) == (pytest.approx(value) if isinstance(value, float) else value)
    told = {field} | ({"load_kg", "load_value", "load_unit", "load_mode"} if name == "load" else set())
    assert all(getattr(changed, each) == getattr(SQUAT, each) for each in LiftingSet._fields if each not in told)


def test_a_load_without_a_sign_acts_as_the_one_before():
    assert change_set(DIP, {"load": "12kg"}, ME)[3:7] == (12.0, 12.0, WeightUnit.KG, LoadMode.ADDED)
    assert change_set(SQUAT, {"load": "70"}, Athlete(1, weight_unit=WeightUnit.POUND)).load_unit is WeightUnit.POUND


@pytest.mark.parametrize(
    "typed",
    [
        "exercise=", "reps=3x8", "reps=8 @60kg", "reps=8; squat 8", "reps=99999", "load=heavy", "load=5000kg", "load=60kg rpe 8",
        "load=0", "hold=8 reps", "hold=1:75", "distance=30s", "side=each", "side=up", "kind=@60kg", "rpe=12", "rpe=rir 2",
        f"note={'x' * 10_001}", "weight=3",
    ],
)  # fmt: skip
def test_what_is_no_value_of_a_field_is_told(typed):
    name, _, text = typed.partition("=")
    with pytest.raises(TrainingDataError) as told:
        change_set(SQUAT, {name: text}, ME)
    assert str(told.value).endswith(".")
    assert name in {*SET_FIELDS} or "It has: exercise" in str(told.value)
