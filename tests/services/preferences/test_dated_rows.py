"""What can be kept of a goal, a break, an event and a weigh-in, at the bounds of each."""

from datetime import date

import pytest

from lib.model.limits import MAX_NAME
from lib.model.units import METRES_PER_MILE
from lib.model.vocabulary import EventKind, GoalKind
from lib.services.preferences.dated import ALWAYS, goal_from, wrong
from lib.store.own.dated import Event, Goal, PlannedBreak, WeighIn

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def goal(kind, target):
    return Goal(kind, MONDAY, target)


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (goal(GoalKind.RUNS, 0), True),
        (goal(GoalKind.RUNS, -0.5), False),
        (goal(GoalKind.RUNS, 1000), True),
        (goal(GoalKind.RUNS, 1000.5), False),
        (goal(GoalKind.DISTANCE, 1000 * METRES_PER_MILE), True),
        (goal(GoalKind.DISTANCE, 1000 * METRES_PER_MILE + 1), False),
        (PlannedBreak(MONDAY, MONDAY, "x" * MAX_NAME), True),
        (PlannedBreak(MONDAY, MONDAY, "x" * (MAX_NAME + 1)), False),
        (PlannedBreak(TUESDAY, MONDAY, ""), False),
        (Event(EventKind.RACE, MONDAY, "x" * MAX_NAME, MONDAY), True),
        (Event(EventKind.RACE, TUESDAY, "", MONDAY), False),
        (Event(EventKind.RACE, TUESDAY, "", TUESDAY), True),
        (WeighIn(MONDAY, 20.0), True),
        (WeighIn(MONDAY, 19.9), False),
        (WeighIn(MONDAY, 400.0), True),
        (WeighIn(MONDAY, 400.1), False),
    ],
)
def test_a_row_fits_or_a_sentence_says_why_not(row, fits):
    assert (wrong(row) == "") is fits


def test_the_first_goal_of_a_kind_holds_for_all_of_the_past_a_later_one_from_today_on():
    assert goal_from(None, TUESDAY, is_first=True) == ALWAYS
    assert goal_from(None, TUESDAY, is_first=False) == TUESDAY
    assert goal_from(MONDAY, TUESDAY, is_first=True) == MONDAY
