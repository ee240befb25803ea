"""When two records say the same."""

from dataclasses import fields
from datetime import datetime

import pytest

from lib.model.content_hashes import session_hash
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import LoadMode, Precision, SetKind, Side, TimeBasis, WeightUnit
from lib.services.importing.identity import ACTIVITY_TITLES, SESSION_TITLES, same_set


def hash_of(*sets: LiftingSet) -> str:
    start = Start("2026-03-10 17:30", TimeBasis.WALL_CLOCK, datetime(2026, 3, 10, 17, 30), precision=Precision.MINUTE)
    return session_hash(Session("1", start, sets, line=2))


def test_a_load_says_the_same_as_a_whole_number_and_with_its_decimals():
    assert hash_of(LiftingSet("Squat", reps=5, load_kg=60)) == hash_of(LiftingSet("Squat", reps=5, load_kg=60.0))


def test_the_line_of_a_set_is_no_part_of_what_it_says():
    assert hash_of(LiftingSet("Squat", reps=5, line=2)) == hash_of(LiftingSet("Squat", reps=5, line=9))


def test_another_note_is_another_set():
    assert hash_of(LiftingSet("Squat", reps=5, note="deep")) != hash_of(LiftingSet("Squat", reps=5))


def test_every_field_of_a_record_is_compared_or_left_out_on_purpose():
    names = {each.name for each in fields(Activity)} - {"source_key", "start", "line", "sport_raw"}
    assert set(ACTIVITY_TITLES) == names
    assert set(SESSION_TITLES) == {each.name for each in fields(Session)} - {
        "source_key",
        "start",
        "line",
        "sets",
        "source_rows",
    }


SQUAT = LiftingSet("Squat", SetKind.WORKING, 5, 60.0, 60.0, WeightUnit.KG, LoadMode.EXTERNAL, 30.0, 20.0, 8.0, line=2)
OTHER = {
    "exercise_name": "Deadlift",
    "kind": SetKind.WARM_UP,
    "reps": 6,
    "load_kg": 60.1,
    "load_mode": LoadMode.ASSISTED,
    "duration_s": 31.0,
    "distance_m": 31.0,
    "set_rpe": 8.5,
    "side": Side.LEFT,
    "superset": "A",
    "note": "deep",
}


@pytest.mark.parametrize("name", LiftingSet._fields)
def test_another_value_of_a_field_makes_another_set_but_for_how_and_where_it_was_written(name):
    written = {"load_value": 132.3, "load_unit": WeightUnit.POUND, "line": 9}
    changed = SQUAT._replace(**{name: {**OTHER, **written}[name]})
    assert same_set(SQUAT, changed) == (name in written)


@pytest.mark.parametrize(("name", "value"), [("load_kg", 60.04), ("duration_s", 30.4), ("distance_m", 29.0)])
def test_what_another_unit_rounds_away_makes_no_other_set(name, value):
    assert same_set(SQUAT, SQUAT._replace(**{name: value}))
    assert not same_set(SQUAT, SQUAT._replace(**{name: None}))
