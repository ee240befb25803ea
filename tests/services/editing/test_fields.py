"""What a person types for a field of a record, and the sentence where it cannot be read."""

from datetime import datetime

import pytest

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import DistanceUnit, RecordKind
from lib.services.editing.fields import FIELDS, read_field

NOW = datetime(2026, 11, 28, 12)
KM, MILES = Athlete(1), Athlete(1, distance_unit=DistanceUnit.MILE)
RUN, SESSION = RecordKind.ACTIVITY, RecordKind.SESSION


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("distance", "12km", ("distance_m", 12_000.0)),
        ("distance", "12,5 km", ("distance_m", 12_500.0)),
        ("distance", "5000m", ("distance_m", 5000.0)),
        ("distance", "7.5 mi", ("distance_m", 12_070.08)),
        ("distance", "10", ("distance_m", 10_000.0)),
        ("distance", "", ("distance_m", None)),
        ("moving", "45:00", ("moving_s", 2700)),
        ("moving", "1:02:03", ("moving_s", 3723)),
        ("moving", "45min", ("moving_s", 2700.0)),
        ("elapsed", "90s", ("elapsed_s", 90.0)),
        ("ascent", "400ft", ("ascent_m", 121.92)),
        ("rpe", "7,5", ("session_rpe", 7.5)),
        ("rpe", "0", ("session_rpe", 0.0)),
        ("effort", "Hard", ("effort", "hard")),
        ("sport", "walk", ("sport", "walk")),
        ("shoes", "Blue ones", ("gear", "Blue ones")),
        ("title", "", ("title", None)),
        ("start", "2026-11-28 18:00", ("start", "2026-11-28 18:00:00")),
        ("start", "2026-11-28", ("start", "2026-11-28")),
    ],
)
def test_what_is_typed_is_kept_in_metres_and_seconds(name, text, kept):
    assert read_field(RUN, name, text, KM, NOW) == (
        kept[0],
        pytest.approx(kept[1]) if name == "distance" and kept[1] else kept[1],
    )


def test_a_bare_distance_is_in_the_unit_of_the_person():
    assert read_field(RUN, "distance", "10", MILES, NOW)[1] == pytest.approx(16_093.44)


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        (RUN, "distance", "12kmm", "12km, 7.5 mi or 5000m"),
        (RUN, "distance", "2000km", "at most 1,000 km"),
        (RUN, "moving", "45", "45:00, 1:02:03 or 45min"),
        (RUN, "moving", "1:99", "45:00"),
        (RUN, "rpe", "11", "at most 10"),
        (RUN, "effort", "brutal", "easy, moderate, hard, long, race"),
        (RUN, "sport", "", "sport cannot be empty"),
        (RUN, "start", "tomorrow", "2026-11-28 18:00"),
        (RUN, "start", "2026-12-24 18:00", "the day after tomorrow"),
        (RUN, "colour", "red", "no field colour"),
        (SESSION, "distance", "5km", "A session has no field distance"),
        (RUN, "title", "x" * 201, "at most 200 characters"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(kind, name, text, said):
    with pytest.raises(TrainingDataError, match=said):
        read_field(kind, name, text, KM, NOW)


def test_a_session_has_no_field_that_a_run_has_not():
    assert set(FIELDS[SESSION]) < set(FIELDS[RUN])
