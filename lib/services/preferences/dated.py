"""What a person says of a day: goals, breaks, events, body mass."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from lib.model.errors import TrainingDataError
from lib.model.limits import FIRST_YEAR, MAX_NAME
from lib.model.units import METRES_PER_MILE
from lib.model.vocabulary import GoalKind
from lib.store.account import Account
from lib.store.own import dated
from lib.store.own.dated import DatedRow, Event, Goal, PlannedBreak, Row, WeighIn

ALWAYS: Final = date(FIRST_YEAR, 1, 1)  # from when a goal holds that holds for all of the past
LEAST_KG: Final = 20.0
MOST_KG: Final = 400.0
MOST_OF_A_GOAL: Final = 1000  # runs, sessions, or kilometres or miles


def keep(account: Account, row: DatedRow) -> None:
    """Keep it, in place of one of the same day and kind. Earlier weeks keep the goal they had, and one that
    holds already is not listed twice. TrainingDataError: wrong.
    """
    if why := wrong(row):
        raise TrainingDataError(why)
    if isinstance(row, Goal) and _holds_already(account, row):
        return
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, row)


def _holds_already(account: Account, goal: Goal) -> bool:
    """Whether the goal of its kind on that day has this target: said once more, it is no second goal."""
    before = [each for each in entries(account, Goal) if each.kind is goal.kind and each.from_date <= goal.from_date]
    return bool(before) and before[-1].target == goal.target


def take_back(account: Account, row: DatedRow) -> None:
    """As if it had never been said; an earlier goal of its kind goes on."""
    with account.write() as conn:
        dated.take_back(conn, account.athlete_id, row)


def entries(account: Account, kind: type[Row]) -> list[Row]:
    """Every row of a kind, oldest first (goals: within each kind)."""
    with account.read() as conn:
        return dated.read_all(conn, account.athlete_id, kind)


def goal_from(start: date | None, today: date, *, is_first: bool) -> date:
    """From when a goal holds: unless a day is named the first of its kind for all of the past, a later one from today on."""
    return start or (ALWAYS if is_first else today)


def wrong(row: DatedRow) -> str:
    """What cannot be kept of a row, in a sentence; "" where nothing is wrong."""
    return _CHECKS[type(row)](row)


def _goal(row: Goal) -> str:
    most = MOST_OF_A_GOAL * (METRES_PER_MILE if row.kind is GoalKind.DISTANCE else 1)
    return "" if 0 <= row.target <= most else f"A weekly goal is between 0 and {MOST_OF_A_GOAL:,}; 0 ends it."


def _break(row: PlannedBreak) -> str:
    if row.from_date > row.to_date:
        return "A break ends on or after the day on which it starts."
    return _too_long("reason", row.reason)


def _event(row: Event) -> str:
    if row.to_date and row.from_date > row.to_date:
        return "An event ends on or after the day on which it starts."
    return _too_long("title", row.title)


def _weigh_in(row: WeighIn) -> str:
    fits = LEAST_KG <= row.body_mass_kg <= MOST_KG
    return "" if fits else f"A body mass is between {LEAST_KG:g} and {MOST_KG:g} kg."


def _too_long(what: str, text: str) -> str:
    return f"A {what} has at most {MAX_NAME} characters; this one has {len(text):,}." if len(text) > MAX_NAME else ""


_CHECKS: Final[Mapping[type[DatedRow], Callable[[Any], str]]] = {
    Goal: _goal,
    PlannedBreak: _break,
    Event: _event,
    WeighIn: _weigh_in,
}
