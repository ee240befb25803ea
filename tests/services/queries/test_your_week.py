"""The week of the first screen, for logs that are old, young, in part or odd."""

import json
from datetime import date, timedelta
from math import isnan
from statistics import median

import athletes
import pandas as pd
import pytest
from athletes import TODAY

from lib.model.errors import TrainingDataError
from lib.model.vocabulary import DistanceUnit, GoalKind
from lib.services.preferences.dated import keep
from lib.services.queries.training import read_training
from lib.services.queries.weekly import weekly
from lib.services.queries.your_week import newest_day, your_week
from lib.services.queries.your_week_json import told_week, week_json
from lib.store.account import open_account
from lib.store.own.dated import Goal
from lib.wording.your_week import as_text, lower_sets, mileage, streak

EMPTY = ("distance_m", "usual_distance_m", "usual_distance_by_now_m", "lower_sets", "ratio", "low", "high", "word")


@pytest.fixture(name="training_of")
def _training_of(athlete_named):
    return lambda name, today=TODAY: read_training(athlete_named(name), today)


@pytest.fixture(name="week_of")
def _week_of(training_of):
    """week_of(athlete, day): their week as it stood at the end of the day, by default the newest."""

    def week_of(name, day=None):
        training = training_of(name)
        return your_week(training, weekly(training), day or newest_day(training))

    return week_of


def test_on_a_monday_the_last_week_is_told_to_its_end_until_a_log_reaches_into_the_new_one(training_of, week_of):
    """ "only runs" ran and exported on Sunday, the 22nd: of Monday nothing is known, and an empty week says nothing."""
    monday = training_of("only runs", date(2026, 11, 23))
    assert newest_day(monday) == TODAY
    week = your_week(monday, weekly(monday), newest_day(monday))
    assert (week.start, week.is_over, week.distance.done) == (date(2026, 11, 16), True, 30_000)
    assert newest_day(training_of("only runs", TODAY)) == TODAY  # on the Sunday itself it is that week, up to that day


def test_who_stopped_lifting_and_exported_later_did_no_sets_and_that_is_usual_by_now(week_of):
    week = week_of("quit")
    assert week.as_of == TODAY
    assert (week.lower_sets.done, week.lower_sets.usual, week.lower_sets.usual_by_now) == (0, 0, 0)
    assert (week.distance.done, week.distance.usual) == (30_000, 30_000)
    assert week.consistency.streak.current == 0
    assert (week.balance.first, week.balance.second) == (0, 0)
    assert week.open.empty


def test_a_log_that_ended_shows_its_last_week_up_to_its_last_day(week_of):
    week = week_of("stale")
    assert (week.start, week.as_of) == (date(2026, 4, 13), date(2026, 4, 15))
    assert week.distance.usual == pytest.approx(32_000, rel=1e-4)
    assert week.distance.usual_by_now == pytest.approx(32_000 / 3, rel=1e-4)
    assert [reach.last_day for reach in week.reaches] == [date(2026, 4, 15)] * 2
    assert week.days["runs"].fillna(-1).tolist() == [0, 0, 1, -1, -1, -1, -1]


def test_the_week_of_today_of_a_log_that_ended_is_not_known(week_of):
    week = week_of("stale", TODAY)
    assert isnan(week.distance.done)
    assert isnan(week.lower_sets.done)
    assert week.consistency.streak.current is None


def test_the_last_week_of_a_log_that_ended_says_so_and_no_streak_runs_on(training_of, week_of):
    week = week_of("stale")
    assert (week.log_ended, week.ended_weeks) == (True, 31)
    assert streak(week) == "Leg day streak was 210 weeks when the log ended"
    assert week_json(training_of("stale"))["leg_streak_weeks"] is None
    lines = as_text(week, (0.67, 1.5), DistanceUnit.KM)
    assert lines[0].startswith("Last known week: 13")
    assert lines[1] == "Your logs end there, 31 weeks ago."


def test_a_log_has_ended_once_a_whole_week_without_it_is_over(training_of):
    for today, weeks in ((date(2026, 4, 19), 0), (date(2026, 4, 26), 0), (date(2026, 4, 27), 2)):
        training = training_of("stale", today)
        assert your_week(training, weekly(training), newest_day(training)).ended_weeks == weeks
    earlier = training_of("stale", TODAY)
    assert not your_week(earlier, weekly(earlier), date(2026, 3, 1)).log_ended


def test_of_three_weeks_nothing_is_usual(week_of):
    week = week_of("new")
    assert week.distance.done == 12_000
    assert isnan(week.distance.usual_by_now)
    assert week.open.empty


def test_jumps_are_leg_days_without_sets(week_of):
    week = week_of("jumps")
    assert week.consistency.streak.current == 12
    assert week.lower_sets.done == 0
    assert lower_sets(week).startswith("0 lower-body sets, usual 0")
    assert lower_sets(week).endswith("; jumps: 110 ground contacts")
    assert week.days["contacts"].fillna(0).max() == 55


def test_contacts_of_jumps_are_told_and_unknown_without_a_strength_log(training_of):
    assert week_json(training_of("jumps"))["contacts"] == 110
    assert week_json(training_of("quit"))["contacts"] == 0
    assert week_json(training_of("only runs"))["contacts"] is None


def test_a_run_that_nobody_ran_makes_no_week(week_of, training_of):
    aside = training_of("doubtful").set_aside["local_date"]
    assert len(aside) == 2
    for day in aside.dt.date:
        week = week_of("doubtful", day)
        assert week.distance.done < 30_000


def test_what_was_usual_before_a_gap_of_two_years_is_not_usual_after_it(week_of):
    assert week_of("two-year gap", date(2026, 3, 8)).distance.usual == 0
    assert week_of("two-year gap", date(2026, 4, 12)).distance.usual > 0
    assert week_of("two-year gap").consistency.streak.current < 52


def test_one_log_of_two_leaves_the_other_half_unknown(week_of):
    runs, lifting = week_of("only runs"), week_of("only lifting")
    assert isnan(runs.lower_sets.done)
    assert (runs.consistency.legs, lifting.consistency.legs) == (False, True)
    assert isnan(lifting.distance.done)
    assert not lifting.days["distance_m"].notna().any()


@pytest.mark.parametrize("day", ["2026-11-18", "2026-10-04", "2026-08-14", "2026-07-06"])
def test_by_now_is_the_median_of_the_same_days_of_eight_weeks(training_of, day):
    training, on = training_of("quit"), date.fromisoformat(day)
    week = your_week(training, weekly(training), on)
    runs = training.activities
    into = (on - week.start).days

    def ran(start):
        inside = runs["local_date"].between(pd.Timestamp(start), pd.Timestamp(start + timedelta(days=into)))
        return runs.loc[inside, "distance_m"].sum()

    before = [week.start - timedelta(weeks=number) for number in range(1, 9)]
    assert week.distance.done == ran(week.start)
    assert week.distance.usual_by_now == median(ran(start) for start in before)


def test_an_empty_database_knows_nothing_and_says_so(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'empty.db'}")
    found = week_json(read_training(account, TODAY))
    account.engine.dispose()
    assert {found[name] for name in EMPTY} == {None}
    assert (found["goals"], found["sources"], found["open"]) == ([], [], [])
    assert found["leg_streak_weeks"] is None


@pytest.mark.parametrize(
    "name", ["quit", "stale", "new", "jumps", "doubtful", "two-year gap", "only runs", "only lifting"]
)
def test_what_is_printed_is_plain_data(training_of, name):
    found = json.loads(json.dumps(week_json(training_of(name)), allow_nan=False))
    assert set(found) >= {
        "week_start",
        "as_of",
        "usual_lower_sets_by_now",
        "quadriceps",
        "hamstrings",
        "leg_streak_weeks",
    }
    assert all(set(each) == {"muscle", "done", "usual", "exercise"} for each in found["open"])


def test_a_log_that_ends_within_the_week_is_compared_up_to_its_end(training_of):
    """Six days that nobody knows are not six days of rest."""
    training = training_of("stale", TODAY)
    week = your_week(training, weekly(training), date(2026, 4, 19))
    assert week.distance.until == date(2026, 4, 15)
    assert week.distance.usual_by_now == pytest.approx(32_000 / 3, rel=1e-4)
    assert week.is_over
    assert "by a Wednesday you usually have" in mileage(week, DistanceUnit.KM)


def test_a_week_is_over_when_its_last_day_has_passed(week_of):
    assert not week_of("quit", TODAY).is_over  # a Sunday, and today
    assert week_of("quit", date(2026, 11, 15)).is_over


def test_unasked_nothing_is_left_open_of_a_week_that_is_over_and_asked_for_a_day_it_is_as_it_stood(training_of):
    """Who quit on 9 September had one session of two by the Tuesday before."""
    day = date(2026, 9, 8)
    for name in ("quit", "stale"):
        assert (name, week_json(training_of(name))["open"]) == (name, [])
        lines = as_text(told_week(training_of(name)), (0.67, 1.5), DistanceUnit.KM)
        assert not any("would fill it" in line for line in lines)
    then = week_json(training_of("quit", day), day)
    assert then["open"]
    asked = week_json(training_of("quit"), day)
    assert (asked["open"], asked["leg_streak_weeks"]) == (then["open"], then["leg_streak_weeks"])


def test_by_now_names_its_day_for_each_amount(training_of):
    """Who quit lifting exported on the Friday, the 20th, and the runs on the Sunday."""
    found = week_json(training_of("quit"), TODAY)
    assert (found["distance_until"], found["lower_sets_until"]) == ("2026-11-22", "2026-11-20")
    lines = as_text(told_week(training_of("quit"), TODAY), (0.67, 1.5), DistanceUnit.KM)
    assert "0 lower-body sets, usual 0 by a Friday." in lines
    found = week_json(training_of("only runs"), TODAY)
    assert (found["distance_until"], found["lower_sets_until"]) == ("2026-11-22", None)


def test_a_week_to_come_is_not_told(training_of):
    with pytest.raises(TrainingDataError, match="still to come"):
        week_json(training_of("quit"), date(2026, 11, 23))


def test_the_goals_of_the_week_stand_with_what_was_done_and_those_that_ended_do_not(tmp_path):
    account = athletes.build("only runs", tmp_path)
    for goal in (
        Goal(GoalKind.RUNS, date(2026, 3, 2), 4.0),
        Goal(GoalKind.DISTANCE, date(2026, 3, 2), 20_000.0),
        Goal(GoalKind.SESSIONS, date(2026, 3, 2), 2.0),
        Goal(GoalKind.SESSIONS, date(2026, 11, 2), 0.0),
    ):
        keep(account, goal)
    training = read_training(account, TODAY)
    week = your_week(training, weekly(training), TODAY)
    found = {goal.kind: (goal.target, goal.done) for goal in week.goals}
    assert found == {
        GoalKind.RUNS: (4.0, float(week.days["runs"].sum())),
        GoalKind.DISTANCE: (20_000.0, week.distance.done),
    }
    account.engine.dispose()
