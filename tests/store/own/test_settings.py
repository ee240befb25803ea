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
from lib.store.own import answers, athletes, dated, exercise_mappings
from lib.store.own.dated import Goal, PlannedBreak, WeighIn
from lib.store.own.exercise_mappings import OwnExercise
from lib.store.records import frames, records


def test_the_first_athlete_is_made_once(account):
    engine = account.engine
    assert athletes.ensure_athlete(engine) == athletes.ensure_athlete(engine) == Athlete(id=1)
    with account.read() as conn:
        assert athletes.athlete_ids(conn) == [1]


def test_settings_are_kept_but_the_home_zone_only_by_its_own_way(account):
    changed = Athlete(
        id=account.athlete_id,
        name="Ida",
        distance_unit=DistanceUnit.MILE,
        weight_unit=WeightUnit.POUND,
        first_weekday=Weekday.SUNDAY,
        one_sided_reps_are_per_side=False,
        region="comma",
        time_zone="Asia/Tokyo",
    )
    with account.write() as conn:
        athletes.save_settings(conn, changed)
    with account.read() as conn:
        found = athletes.load_athlete(conn, account.athlete_id)
    assert found == replace(changed, time_zone=None, revision=1, commits=found.commits)
    assert len(found.commits) == 1


def test_an_unknown_athlete_is_told_in_words(account):
    with account.read() as conn, pytest.raises(StoreError, match="no athlete 5"):
        athletes.load_athlete(conn, 5)


def test_another_home_zone_moves_only_what_came_in_utc(account):
    late = datetime(2026, 3, 1, 21, 30)
    insert(account, run("utc late", start=utc(late)), run("utc noon", start=utc(datetime(2026, 3, 1, 12))))
    insert(account, run("clock", start=wall_clock(0, 23)), session("utc", start=utc(late)))
    with account.write() as conn:
        moved = athletes.change_home_zone(conn, account.athlete_id, "Asia/Tokyo")
    assert moved == 2
    with account.read() as conn:
        assert athletes.load_athlete(conn, account.athlete_id).time_zone == "Asia/Tokyo"
        assert records.read_activity_record(conn, account.athlete_id, 1).start.local == datetime(2026, 3, 2, 6, 30)
        assert records.read_activity_record(conn, account.athlete_id, 2).start.local == datetime(2026, 3, 1, 21)
        assert records.read_activity_record(conn, account.athlete_id, 3).start == wall_clock(0, 23)
        assert list(frames.read_sessions(conn, account.athlete_id)["local_date"]) == [pd.Timestamp("2026-03-02")]


def test_a_mapping_can_be_set_changed_and_reset(account):
    with account.write() as conn:
        exercise_mappings.set_alias(conn, account.athlete_id, "Kniebeuge", "leg_press")
        exercise_mappings.set_alias(conn, account.athlete_id, "Kniebeuge", "squat_barbell")
        assert frames.read_aliases(conn, account.athlete_id).to_dict("records") == [
            {"exercise_name": "Kniebeuge", "exercise": "squat_barbell"}
        ]
        exercise_mappings.reset_alias(conn, account.athlete_id, "Kniebeuge")
        assert frames.read_aliases(conn, account.athlete_id).empty


def test_credits_replace_all_that_was_said_before(account):
    with account.write() as conn:
        exercise_mappings.set_credits(conn, account.athlete_id, "sled", {Muscle.GLUTES: 1.0, Muscle.CALVES: 0.5})
        exercise_mappings.set_credits(conn, account.athlete_id, "sled", {Muscle.QUADRICEPS: 1.0})
        credit = frames.read_own_credits(conn, account.athlete_id)
        assert credit.to_dict("records") == [{"exercise": "sled", "muscle": "quadriceps", "credit": 1.0}]
        exercise_mappings.reset_credits(conn, account.athlete_id, "sled")
        assert frames.read_own_credits(conn, account.athlete_id).empty


def test_a_credit_above_one_is_refused(account):
    with pytest.raises(StoreError, match="refused"), account.write() as conn:
        exercise_mappings.set_credits(conn, account.athlete_id, "sled", {Muscle.GLUTES: 1.1})


def test_an_exercise_of_ones_own_goes_with_its_credits_and_names(account):
    sled = OwnExercise("sled", "Sled push", "carry", CountAs.CARRY, unilateral=True, bodyweight_fraction=0.2)
    with account.write() as conn:
        exercise_mappings.set_own_exercise(conn, account.athlete_id, replace(sled, name="Sled"))
        exercise_mappings.set_own_exercise(conn, account.athlete_id, sled)
        exercise_mappings.set_alias(conn, account.athlete_id, "Schlitten", "sled")
        exercise_mappings.set_credits(conn, account.athlete_id, "sled", {Muscle.GLUTES: 1.0})
        assert exercise_mappings.read_own_exercises(conn, account.athlete_id) == [sled]
        exercise_mappings.remove_own_exercise(conn, account.athlete_id, "sled")
        assert exercise_mappings.read_own_exercises(conn, account.athlete_id) == []
        assert frames.read_aliases(conn, account.athlete_id).empty
        assert frames.read_own_credits(conn, account.athlete_id).empty


def test_goals_breaks_and_body_mass_are_dated_and_can_be_replaced(account):
    day = date(2026, 11, 2)
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, Goal(GoalKind.RUNS, day, 3))
        dated.keep(conn, account.athlete_id, Goal(GoalKind.RUNS, day, 4))
        dated.keep(conn, account.athlete_id, Goal(GoalKind.DISTANCE, day, 40_000))
        dated.keep(conn, account.athlete_id, PlannedBreak(day, day, "flu"))
        dated.keep(conn, account.athlete_id, PlannedBreak(day, date(2026, 11, 9), "long flu"))
        dated.keep(conn, account.athlete_id, WeighIn(day, 71.5))
    with account.write() as conn:
        goal_rows = frames.read_goals(conn, account.athlete_id)
        assert list(goal_rows.itertuples(index=False, name=None)) == [
            ("distance_m", pd.Timestamp(day), 40_000.0),
            ("runs", pd.Timestamp(day), 4.0),
        ]
        assert list(frames.read_breaks(conn, account.athlete_id)["reason"]) == ["long flu"]
        assert list(frames.read_body_mass(conn, account.athlete_id)["body_mass_kg"]) == [71.5]
        dated.take_back(conn, account.athlete_id, Goal(GoalKind.RUNS, day, 4))
        dated.take_back(conn, account.athlete_id, PlannedBreak(day, day))
        dated.take_back(conn, account.athlete_id, WeighIn(day, 71.5))
        assert list(frames.read_goals(conn, account.athlete_id)["kind"]) == ["distance_m"]
        assert frames.read_breaks(conn, account.athlete_id).empty
        assert frames.read_body_mass(conn, account.athlete_id).empty


def test_a_break_that_ends_before_it_begins_is_refused(account):
    with pytest.raises(StoreError, match="refused"), account.write() as conn:
        dated.keep(conn, account.athlete_id, PlannedBreak(date(2026, 11, 9), date(2026, 11, 2)))


def test_an_answer_is_remembered_for_its_source(account):
    with account.write() as conn:
        answers.remember(conn, account.athlete_id, "strong", Question.WEIGHT_UNIT, "kg")
        answers.remember(conn, account.athlete_id, "strong", Question.WEIGHT_UNIT, "lb")
        assert answers.recall_all(conn, account.athlete_id) == {"strong": {Question.WEIGHT_UNIT: "lb"}}
        answers.forget(conn, account.athlete_id, "strong", Question.WEIGHT_UNIT)
        assert answers.recall_all(conn, account.athlete_id) == {}
