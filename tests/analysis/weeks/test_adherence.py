"""Weeks against goals: dated targets, breaks, and what is not counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.weeks.adherence import adherence, goal_weeks, met_together
from lib.model.frames.own import BREAKS, GOALS
from lib.model.frames.weeks import GOAL_WEEKS, WEEKLY_RUNNING, WEEKLY_STRENGTH
from lib.model.vocabulary import GoalKind
from tests.analysis.frames import breaks_of, goal_weeks_of, goals_of, running_weeks, strength_weeks

NO_STRENGTH = WEEKLY_STRENGTH.empty()
NO_RUNNING = WEEKLY_RUNNING.empty()
NO_BREAKS = BREAKS.empty()
THIRTY_KM = goals_of(("distance_m", "2026-01-01", 30_000.0))


def distance_weeks(distances_km, goals=THIRTY_KM, breaks=NO_BREAKS, unfinished=0):
    weeks = running_weeks(distances_km, unfinished=unfinished)
    return GOAL_WEEKS.check(goal_weeks(weeks, NO_STRENGTH, goals, breaks, GoalKind.DISTANCE))


def test_a_week_meets_its_goal_from_the_target_on():
    assert distance_weeks([29.9, 30, 31])["met"].tolist() == [False, True, True]


def test_a_new_target_does_not_change_the_weeks_before_it():
    goals = goals_of(("distance_m", "2026-06-10", 40_000.0), ("distance_m", "2026-01-01", 30_000.0))
    weeks = distance_weeks([35, 35, 35], goals)  # weeks of 1, 8 and 15 June
    assert weeks["target"].tolist() == [30_000.0, 40_000.0, 40_000.0]
    assert weeks["met"].tolist() == [True, False, False]


def test_weeks_before_the_first_goal_and_goals_of_other_kinds_do_not_count():
    goals = goals_of(("runs", "2026-01-01", 1.0), ("distance_m", "2026-06-08", 30_000.0))
    assert distance_weeks([35, 35], goals)["counted"].tolist() == [False, True]


def test_a_target_of_zero_ends_a_goal():
    goals = goals_of(("distance_m", "2026-01-01", 30_000.0), ("distance_m", "2026-06-08", 0.0))
    assert distance_weeks([35, 35], goals)["counted"].tolist() == [True, False]


@pytest.mark.parametrize(
    ("from_date", "to_date", "counted"),
    [
        ("2026-06-08", "2026-06-14", [True, False, True]),
        ("2026-06-07", "2026-06-08", [False, False, True]),
        ("2026-06-10", "2026-06-10", [True, False, True]),
    ],
)
def test_a_week_with_a_day_of_a_planned_break_does_not_count(from_date, to_date, counted):
    breaks = breaks_of((from_date, to_date, "holiday"))
    assert distance_weeks([35, 0, 35], breaks=breaks)["counted"].tolist() == counted


def test_an_unfinished_week_does_not_count_but_may_be_met():
    weeks = distance_weeks([35, 31], unfinished=1)
    assert weeks["counted"].tolist() == [True, False]
    assert weeks["met"].tolist() == [True, True]


def test_a_week_that_no_log_covers_does_not_count():
    assert distance_weeks([35, None])["counted"].tolist() == [True, False]


def test_sessions_without_sets_count_as_sessions_done():
    weeks = strength_weeks([1.0, 0.0, None], sessions_without_sets=[1.0, 0.0, 2.0])
    found = goal_weeks(NO_RUNNING, weeks, goals_of(("sessions", "2026-01-01", 2.0)), NO_BREAKS, GoalKind.SESSIONS)
    assert found["done"].tolist() == [2.0, 0.0, 2.0]


@pytest.mark.parametrize(("kind", "done"), [(GoalKind.RUNS, 3.0), (GoalKind.LOWER_SESSIONS, 2.0)])
def test_each_goal_looks_at_its_own_column(kind, done):
    goals = goals_of((str(kind), "2026-01-01", 1.0))
    found = goal_weeks(running_weeks([10]), strength_weeks([2.0]), goals, NO_BREAKS, kind)
    assert (found["done"].tolist(), found["kind"].tolist()) == ([done], [str(kind)])


def test_adherence_is_weeks_met_of_weeks_counted_and_more_is_not_better_than_all():
    found = adherence(distance_weeks([0, 15, 30, 60, None]), last=4)
    assert (found.met, found.counted, found.excluded) == (2, 3, 1)
    assert found.mean == pytest.approx((0.5 + 1 + 1) / 3)


def test_adherence_of_nothing_has_no_mean():
    found = adherence(GOAL_WEEKS.empty())
    assert (found.met, found.counted, found.mean, found.excluded) == (0, 0, None, 0)


@pytest.mark.parametrize("kind", GoalKind)
def test_nothing_in_nothing_out(kind):
    assert GOAL_WEEKS.check(goal_weeks(NO_RUNNING, NO_STRENGTH, GOALS.empty(), NO_BREAKS, kind)).empty


@given(st.text("mx-", max_size=30), st.integers(1, 15))
@settings(max_examples=examples(40), deadline=None)
def test_adherence_never_leaves_its_bounds(pattern, last):
    found = adherence(goal_weeks_of(pattern), last)
    assert 0 <= found.met <= found.counted <= last
    assert found.counted + found.excluded == min(len(pattern), last)


def test_weeks_met_together_are_met_and_counted_only_where_both_are():
    both = met_together(goal_weeks_of("mmx-m"), goal_weeks_of("mxxmM"))
    GOAL_WEEKS.check(both)
    assert both["met"].tolist() == [True, False, False, False, True]
    assert both["counted"].tolist() == [True, True, True, False, False]
    assert both["complete"].tolist() == [True, True, True, True, False]


def test_adherence_is_of_the_last_twelve_complete_weeks():
    found = adherence(goal_weeks_of("x" + "m" * 12 + "M"))
    assert (found.met, found.counted, found.excluded) == (12, 12, 0)


@pytest.mark.parametrize(
    ("from_date", "to_date", "counted"), [("2026-06-14", "2026-06-14", False), ("2026-06-15", "2026-06-20", True),
                                          ("2026-06-01", "2026-06-08", False), ("2026-06-01", "2026-06-07", True)],
)  # fmt: skip
def test_a_break_up_to_the_first_or_from_the_last_day_of_a_week_is_in_it(from_date, to_date, counted):
    weeks = distance_weeks([35, 35], breaks=breaks_of((from_date, to_date, "holiday")))
    assert weeks["counted"].tolist()[1] is counted


@pytest.mark.parametrize(("day", "target"), [("2026-06-14", 40_000.0), ("2026-06-15", 30_000.0)])
def test_a_goal_holds_for_the_week_of_its_first_day(day, target):
    goals = goals_of(("distance_m", "2026-01-01", 30_000.0), ("distance_m", day, 40_000.0))
    assert distance_weeks([35, 35], goals)["target"].tolist() == [30_000.0, target]
