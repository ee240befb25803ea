"""When two records say the same."""

from dataclasses import fields, replace
from datetime import datetime

import pytest

from lib.model.content_hashes import session_hash
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import LoadMode, Precision, SetKind, Side, Sport, TimeBasis, WeightUnit
from lib.services.importing.identity import (
    ACTIVITY_TITLES,
    SESSION_TITLES,
    activity_changes,
    describe_set,
    same_head,
    same_set,
    session_changes,
)


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


START = Start("2026-03-10 17:30", TimeBasis.WALL_CLOCK, datetime(2026, 3, 10, 17, 30), precision=Precision.MINUTE)
RUN = Activity("1", Sport.RUN, START, 2, title="Easy", distance_m=8000.0)


def session(*reps, **more):
    return Session("1", START, tuple(LiftingSet("Squat", reps=each, load_kg=60.0) for each in reps), 2, "Legs", **more)


@pytest.mark.parametrize(("distance", "differs"), [(8000.04, False), (8000.06, True), (8000, False), (None, True)])
def test_a_tenth_of_a_metre_is_another_distance_and_less_is_rounding(distance, differs):
    assert bool(activity_changes(RUN, replace(RUN, distance_m=distance))) is differs


def test_what_changes_is_told_with_what_it_was():
    new = replace(RUN, title="Long", distance_m=12345.67, notes="hot", start=replace(START, precision=Precision.DATE))
    assert [(each.title, each.field, each.before, each.after) for each in activity_changes(RUN, new)] == [
        ("Long", "start", "2026-03-10 17:30:00 minute", "2026-03-10 17:30:00 date"),
        ("Long", "title", "Easy", "Long"),
        ("Long", "notes", "–", "hot"),
        ("Long", "distance (m)", "8000", "12345.7"),
    ]
    assert activity_changes(RUN, replace(RUN, distance_m=None))[0].after == "–"
    assert activity_changes(RUN, replace(RUN, heart_rate_bpm=150.0))[0].before == "–"
    assert activity_changes(RUN, RUN) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((5, 5), (5, 5), []),
        ((5, 5), (5, 4), [("set 2", "Squat 5 × 60 kg", "Squat 4 × 60 kg")]),
        ((5,), (5, 4, 3), [("set 2", "", "Squat 4 × 60 kg"), ("set 3", "", "Squat 3 × 60 kg")]),
        ((5, 4, 3), (5,), [("set 2", "Squat 4 × 60 kg", ""), ("set 3", "Squat 3 × 60 kg", "")]),
        ((), (5,), [("set 1", "", "Squat 5 × 60 kg")]),
    ],
)
def test_sets_that_change_come_or_go_are_told_by_their_number(before, after, told):
    changes = session_changes(session(*before), session(*after))
    assert [(each.field, each.before, each.after) for each in changes] == told
    assert {each.title for each in changes} <= {"Legs"}


def test_fields_of_a_session_come_before_its_sets():
    changes = session_changes(session(5), session(4, session_rpe=7.0))
    assert [(each.field, each.after) for each in changes] == [("session RPE", "7"), ("set 1", "Squat 4 × 60 kg")]


def test_two_sessions_have_one_head_whatever_their_sets():
    assert same_head(session(5), session(4, 3))
    assert not same_head(session(5), session(5, notes="hot"))


@pytest.mark.parametrize(
    ("each", "line"),
    [
        (LiftingSet("Squat", reps=5, load_kg=62.5), "Squat 5 × 62.5 kg"),
        (LiftingSet("Squat", reps=0, load_kg=0.0), "Squat 0 × 0 kg"),
        (LiftingSet("Plank", duration_s=40.0), "Plank  40 s"),
        (LiftingSet("Squat"), "Squat"),
    ],
)
def test_a_set_is_described_in_a_short_line(each, line):
    assert describe_set(each) == line
