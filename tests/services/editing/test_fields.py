"""What a person types for a field of a record, and the sentence where it cannot be read."""

from datetime import datetime

import pytest

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import DistanceUnit, RecordKind, Sport, WeightUnit
from lib.services.editing.fields import (
    FIELDS,
    read_distance,
    read_duration,
    read_field,
    read_mass,
    read_rpe,
    read_sport,
    read_start,
)

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


@pytest.mark.parametrize(
    ("name", "most", "more"),
    [
        ("distance", "1000000m", "1000000.5m"),
        ("distance", "1000km", "1000,1 km"),
        ("moving", "240h", "241h"),
        ("elapsed", "240:00:00", "240:00:01"),
        ("ascent", "20000m", "20000.5m"),
        ("ascent", "20000", "20000.5"),
        ("rpe", "10", "10.1"),
        ("shoes", "x" * 200, "x" * 201),
        ("title", "x" * 200, "x" * 201),
        ("notes", "x" * 10_000, "x" * 10_001),
        ("start", "2026-11-30 12:00", "2026-11-30 12:01"),
    ],
)
def test_a_limit_is_just_allowed_and_nothing_beyond_it(name, most, more):
    read_field(RUN, name, most, KM, NOW)
    with pytest.raises(TrainingDataError, match=r"at most|is not between 1970 and the day after tomorrow"):
        read_field(RUN, name, more, KM, NOW)


@pytest.mark.parametrize("name", ["distance", "moving", "ascent", "rpe"])
def test_nothing_at_all_is_a_quantity(name):
    assert read_field(RUN, name, "0s" if name == "moving" else "0", KM, NOW)[1] == 0


def test_the_first_year_is_1970():
    assert read_field(RUN, "start", "1970-01-01", KM, NOW)[1] == "1970-01-01"
    with pytest.raises(TrainingDataError, match="not between 1970"):
        read_field(RUN, "start", "1969-12-31 23:59:59", KM, NOW)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-11-28 18:00:07", "2026-11-28 18:00:07"),
        ("2026-11-28T18:00:07", "2026-11-28 18:00:07"),
        ("2026-11-28T18:00", "2026-11-28 18:00:00"),
    ],
)
def test_a_start_is_kept_to_the_second(text, kept):
    assert read_start(text, NOW) == kept


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0:01", 1), ("1:00", 60), ("999:59", 59_999), ("1:00:00", 3600), ("2:03:04", 7384), ("2s", 2), ("2 SEC", 2), ("2min", 120), ("2h", 7200), ("1,5h", 5400)],
)  # fmt: skip
def test_a_duration_is_a_clock_or_a_number_with_its_unit(text, seconds):
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "metres"),
    [("2m", 2), ("2km", 2000), ("2 k", 2000), ("1mi", 1609.344), ("2 mile", 3218.688), ("2MILES", 3218.688)],
)
def test_a_distance_has_one_of_these_units(text, metres):
    assert read_distance(text, KM) == pytest.approx(metres)


@pytest.mark.parametrize(("text", "metres"), [("120", 120), ("120m", 120), ("1 ft", 0.3048)])
def test_a_bare_ascent_is_in_metres(text, metres):
    assert read_field(RUN, "ascent", text, MILES, NOW) == ("ascent_m", metres)


@pytest.mark.parametrize(
    ("text", "unit", "kilograms"),
    [("72,5", "kg", 72.5), ("72.5kg", "lb", 72.5), ("100", "lb", 45.359237), ("100 lb", "kg", 45.359237), ("2lbs", "kg", 0.90718474)],
)  # fmt: skip
def test_a_mass_is_in_its_unit_or_in_that_of_the_person(text, unit, kilograms):
    assert read_mass(text, Athlete(1, weight_unit=WeightUnit(unit))) == pytest.approx(kilograms)


def test_an_effort_knows_no_unit():
    with pytest.raises(TrainingDataError, match="a number from 0 to 10"):
        read_rpe("7kg")


def test_a_sport_is_read_in_letters_of_any_size():
    assert read_sport("RUN") is Sport.RUN
    assert read_field(RUN, "sport", " Ride ", KM, NOW) == ("sport", "ride")
    with pytest.raises(TrainingDataError, match=r"walking is no sport\. It is one of: run"):
        read_sport("walking")
