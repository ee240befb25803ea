"""What a person sets: settings, home zone, mapping, goals, breaks, body mass, answers."""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from test_records import insert
from training_records import run, session, utc, wall_clock

from lib.model.athlete import Athlete
from lib.model.errors import StoreError
from lib.model.vocabulary import CountAs, DistanceUnit, GoalKind, Muscle, Question, Weekday, WeightUnit
from lib.store.database.engine import read, write
from lib.store.own import answers, athletes, body_mass, breaks, exercise_mappings, goals
from lib.store.own.exercise_mappings import OwnExercise
from lib.store.records import frames, records


def test_the_first_athlete_is_made_once(engine):
    assert athletes.ensure_athlete(engine) == athletes.ensure_athlete(engine) == Athlete(id=1)
    with read(engine) as conn:
        assert athletes.athlete_ids(conn) == [1]


def test_settings_are_kept_but_the_home_zone_only_by_its_own_way(engine, athlete):
    changed = replace(
        athlete,
        name="Ida",
        distance_unit=DistanceUnit.MILE,
        weight_unit=WeightUnit.POUND,
        first_weekday=Weekday.SUNDAY,
        one_sided_reps_are_per_side=False,
        region="comma",
        time_zone="Asia/Tokyo",
    )
    with write(engine, athlete.id) as conn:
        athletes.save_settings(conn, changed)
    with read(engine) as conn:
        assert athletes.load_athlete(conn, athlete.id) == replace(changed, time_zone=None, revision=1)


def test_an_unknown_athlete_is_told_in_words(engine):
    with read(engine) as conn, pytest.raises(StoreError, match="no athlete 5"):
        athletes.load_athlete(conn, 5)


def test_another_home_zone_moves_only_what_came_in_utc(engine, athlete):
    late = datetime(2026, 3, 1, 21, 30)
    insert(engine, athlete, run("utc late", start=utc(late)), run("utc noon", start=utc(datetime(2026, 3, 1, 12))))
    insert(engine, athlete, run("clock", start=wall_clock(0, 23)), session("utc", start=utc(late)))
    with write(engine, athlete.id) as conn:
        moved = athletes.change_home_zone(conn, athlete.id, "Asia/Tokyo")
    assert moved == 2
    with read(engine) as conn:
        assert athletes.load_athlete(conn, athlete.id).time_zone == "Asia/Tokyo"
        assert records.read_activity_record(conn, athlete.id, 1).start.local == datetime(2026, 3, 2, 6, 30)
        assert records.read_activity_record(conn, athlete.id, 2).start.local == datetime(2026, 3, 1, 21)
        assert records.read_activity_record(conn, athlete.id, 3).start == wall_clock(0, 23)
        assert list(frames.read_sessions(conn, athlete.id)["local_date"]) == [pd.Timestamp("2026-03-02")]


def test_a_mapping_can_be_set_changed_and_reset(engine, athlete):
    with write(engine, athlete.id) as conn:
        exercise_mappings.set_alias(conn, athlete.id, "Kniebeuge", "leg_press")
        exercise_mappings.set_alias(conn, athlete.id, "Kniebeuge", "squat_barbell")
        assert frames.read_aliases(conn, athlete.id).to_dict("records") == [
            {"exercise_name": "Kniebeuge", "exercise": "squat_barbell"}
        ]
        exercise_mappings.reset_alias(conn, athlete.id, "Kniebeuge")
        assert frames.read_aliases(conn, athlete.id).empty


def test_credits_replace_all_that_was_said_before(engine, athlete):
    with write(engine, athlete.id) as conn:
        exercise_mappings.set_credits(conn, athlete.id, "sled", {Muscle.GLUTES: 1.0, Muscle.CALVES: 0.5})
        exercise_mappings.set_credits(conn, athlete.id, "sled", {Muscle.QUADRICEPS: 1.0})
        credit = frames.read_own_credits(conn, athlete.id)
        assert credit.to_dict("records") == [{"exercise": "sled", "muscle": "quadriceps", "credit": 1.0}]
        exercise_mappings.reset_credits(conn, athlete.id, "sled")
        assert frames.read_own_credits(conn, athlete.id).empty


def test_a_credit_above_one_is_refused(engine, athlete):
    with pytest.raises(StoreError, match="refused"), write(engine, athlete.id) as conn:
        exercise_mappings.set_credits(conn, athlete.id, "sled", {Muscle.GLUTES: 1.1})


def test_an_exercise_of_ones_own_goes_with_its_credits_and_names(engine, athlete):
    sled = OwnExercise("sled", "Sled push", "carry", CountAs.CARRY, unilateral=True, bodyweight_fraction=0.2)
    with write(engine, athlete.id) as conn:
        exercise_mappings.set_own_exercise(conn, athlete.id, replace(sled, name="Sled"))
        exercise_mappings.set_own_exercise(conn, athlete.id, sled)
        exercise_mappings.set_alias(conn, athlete.id, "Schlitten", "sled")
        exercise_mappings.set_credits(conn, athlete.id, "sled", {Muscle.GLUTES: 1.0})
        assert exercise_mappings.read_own_exercises(conn, athlete.id) == [sled]
        exercise_mappings.remove_own_exercise(conn, athlete.id, "sled")
        assert exercise_mappings.read_own_exercises(conn, athlete.id) == []
        assert frames.read_aliases(conn, athlete.id).empty
        assert frames.read_own_credits(conn, athlete.id).empty


def test_goals_breaks_and_body_mass_are_dated_and_can_be_replaced(engine, athlete):
    day = date(2026, 11, 2)
    with write(engine, athlete.id) as conn:
        goals.set_goal(conn, athlete.id, GoalKind.RUNS, day, 3)
        goals.set_goal(conn, athlete.id, GoalKind.RUNS, day, 4)
        goals.set_goal(conn, athlete.id, GoalKind.DISTANCE, day, 40_000)
        breaks.add_break(conn, athlete.id, day, day, "flu")
        breaks.add_break(conn, athlete.id, day, date(2026, 11, 9), "long flu")
        body_mass.set_body_mass(conn, athlete.id, day, 71.5)
    with write(engine, athlete.id) as conn:
        goal_rows = frames.read_goals(conn, athlete.id)
        assert list(goal_rows.itertuples(index=False, name=None)) == [
            ("distance_m", pd.Timestamp(day), 40_000.0),
            ("runs", pd.Timestamp(day), 4.0),
        ]
        assert list(frames.read_breaks(conn, athlete.id)["reason"]) == ["long flu"]
        assert list(frames.read_body_mass(conn, athlete.id)["body_mass_kg"]) == [71.5]
        goals.remove_goal(conn, athlete.id, GoalKind.RUNS, day)
        breaks.remove_break(conn, athlete.id, day)
        body_mass.remove_body_mass(conn, athlete.id, day)
        assert list(frames.read_goals(conn, athlete.id)["kind"]) == ["distance_m"]
        assert frames.read_breaks(conn, athlete.id).empty
        assert frames.read_body_mass(conn, athlete.id).empty


def test_a_break_that_ends_before_it_begins_is_refused(engine, athlete):
    with pytest.raises(StoreError, match="refused"), write(engine, athlete.id) as conn:
        breaks.add_break(conn, athlete.id, date(2026, 11, 9), date(2026, 11, 2))


def test_an_answer_is_remembered_for_its_source(engine, athlete):
    with write(engine, athlete.id) as conn:
        answers.remember(conn, athlete.id, "strong", Question.WEIGHT_UNIT, "kg")
        answers.remember(conn, athlete.id, "strong", Question.WEIGHT_UNIT, "lb")
        assert answers.recall(conn, athlete.id, "strong") == {Question.WEIGHT_UNIT: "lb"}
        assert answers.recall(conn, athlete.id, "hevy") == {}
        answers.forget(conn, athlete.id, "strong", Question.WEIGHT_UNIT)
        assert answers.recall(conn, athlete.id, "strong") == {}
