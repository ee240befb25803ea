"""What a record says, in words."""

import pytest

from lib.model.athlete import Athlete
from lib.model.records import LiftingSet
from lib.model.vocabulary import DistanceUnit, LoadMode, SetKind, Side, WeightUnit
from lib.wording.record_words import one_set, pace, value

KM, MILES = Athlete(1), Athlete(1, distance_unit=DistanceUnit.MILE)


@pytest.mark.parametrize(
    ("column", "said", "athlete", "words"),
    [
        ("distance_m", 8047.0, KM, "8.05 km"),
        ("distance", 8046.72, MILES, "5.00 mi"),
        ("moving_s", 2700.0, KM, "45:00"),
        ("elapsed_s", 3723.0, KM, "1:02:03"),
        ("ascent_m", 120.0, KM, "120 m"),
        ("ascent", 120.0, MILES, "394 ft"),
        ("start", "2026-11-28 18:00:05", KM, "28 Nov 2026, 18:00:05"),
        ("start", "2026-11-28", KM, "28 Nov 2026"),
        ("session_rpe", 7.5, KM, "7.5"),
        ("notes", "", KM, "–"),
        ("gear", None, KM, "–"),
        ("sport", "team", KM, "team sport"),
    ],
)
def test_a_value_is_said_in_the_persons_units(column, said, athlete, words):
    assert value(column, said, athlete) == words


def test_a_pace_needs_a_distance_and_a_time():
    assert pace(8000, 2496, DistanceUnit.KM) == "5:12 /km"
    assert pace(1609.344, 480, DistanceUnit.MILE) == "8:00 /mi"
    assert (
        pace(None, 2496, DistanceUnit.KM) == pace(0, 2496, DistanceUnit.KM) == pace(8000, None, DistanceUnit.KM) == "–"
    )


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (LiftingSet("Squat", reps=8, load_kg=60.0), "Squat 8 × 60 kg"),
        (LiftingSet("Push up", reps=12, load_mode=LoadMode.BODYWEIGHT), "Push up 12 reps"),
        (LiftingSet("Push up", reps=12), "Push up 12 reps, load not known"),
        (LiftingSet("Plank", duration_s=30.0, load_mode=LoadMode.BODYWEIGHT, side=Side.LEFT), "Plank 30 s, left"),
        (
            LiftingSet("Dip", SetKind.WARM_UP, 5, 10.0, load_mode=LoadMode.ADDED, set_rpe=8),
            "Dip 5 × +10 kg, warm-up, RPE 8",
        ),
    ],
)
def test_a_set_is_said_in_one_line(each, words):
    assert one_set(each, WeightUnit.KG) == words
