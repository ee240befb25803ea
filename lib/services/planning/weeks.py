"""From what the log knows and what the person wants to a week to plan."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

import pandas as pd

from lib.analysis.planning import habits
from lib.analysis.planning.runs import hard_runs, logged_runs, to_come, usual_runs
from lib.analysis.planning.week import DAYS, HardRun, LegDay, Slot, WeekToPlan
from lib.analysis.spacing.clocks import has_clock
from lib.analysis.spacing.gaps import DAY_MARK_H, WITHIN_DAYS
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.model.plan import GymTime, PlannedRun, PlannedSession
from lib.model.vocabulary import HalfDay
from lib.model.weeks import week_start
from lib.services.planning.typed import refuse_other_weeks
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.store.own import plan as stored

AROUND: Final = timedelta(days=WITHIN_DAYS)
_DAY: Final = timedelta(days=1)


class RunsFrom(StrEnum):
    """Where the hard runs to come are known from."""

    SAID = "said"
    PLANNED = "planned"
    USUAL = "usual"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants of a week.

    runs: the hard runs to come, None: those that are planned, else what is usual. sessions: pins among them.
    """

    day: date
    runs: Sequence[HardRun] | None = None
    pins: Sequence[Slot] = ()
    sessions: int = 1
    mark_h: float = DAY_MARK_H


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """What is stored around a week. gym_times: of every week."""

    sessions: tuple[PlannedSession, ...] = ()
    runs: tuple[PlannedRun, ...] = ()
    gym_times: tuple[GymTime, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedWeek:
    """A week to plan, and where its hard runs are known from.

    to_come:     the runs that are not logged; those of days that no log of runs covers are among them.
    not_counted: usual runs of other weeks that are left out, as the runs that count were named.
    unlogged:    first and last of the past days that no log of runs covers any more; None where all are covered.
    """

    week: WeekToPlan
    runs_from: RunsFrom
    to_come: tuple[HardRun, ...]
    not_counted: tuple[HardRun, ...] = ()
    unlogged: tuple[date, date] | None = None


class _Runs(NamedTuple):
    """The runs around a week. to_come, not_counted: as of an AskedWeek."""

    logged: tuple[HardRun, ...]
    to_come: tuple[HardRun, ...]
    source: RunsFrom
    not_counted: tuple[HardRun, ...] = ()


def read_plan(account: Account, day: date) -> StoredPlan:
    """What is planned around the week of a day."""
    first, last = day - AROUND - timedelta(days=DAYS), day + AROUND + timedelta(days=DAYS)
    with account.read() as conn:
        return StoredPlan(
            tuple(stored.read_sessions(conn, account.athlete_id, first, last)),
            tuple(stored.read_runs(conn, account.athlete_id, first, last)),
            stored.read_gym_times(conn, account.athlete_id),
        )


def asked_week(training: Training, plan: StoredPlan, wish: Wish) -> AskedWeek:
    """The week of a day with all that is around it. PlanError for a pin of another week."""
    start = week_start(wish.day, training.athlete.first_weekday)
    sessions = training.lifting.strength_sessions
    unlogged_from = _unlogged_from(training, start - AROUND)
    runs = _runs(training, plan, wish, start, unlogged_from)
    bare = WeekToPlan(start)
    refuse_other_weeks(bare, list(wish.pins))
    pins = _pins(bare, plan, wish)
    done = without_days(_logged_leg_days(training, start), {slot.day for slot in pins})
    week = WeekToPlan(
        start,
        (*runs.logged, *runs.to_come),
        pins,
        (*done, *_planned_leg_days(plan, start)),
        habits.lift_hours(sessions, training.today),
        habits.usual_days(sessions, _until(training, start)),
        sessions=wish.sessions,
        mark_h=wish.mark_h,
    )
    unlogged = (unlogged_from, training.today - _DAY) if unlogged_from < training.today else None
    return AskedWeek(week, runs.source, runs.to_come, runs.not_counted, unlogged)


def _until(training: Training, start: date) -> date:
    """What is usual is told by the weeks before this one, whole ones only."""
    return min(start, week_start(training.today, training.athlete.first_weekday))


def _unlogged_from(training: Training, earliest: date) -> date:
    """The first day that no log of runs covers any more, not before the earliest; today, or later, where all past days are covered."""
    covered = training.runs_logged["last_day"].max()
    after = earliest if pd.isna(covered) else covered.date() + _DAY
    return max(min(after, training.today), earliest)


def _runs(training: Training, plan: StoredPlan, wish: Wish, start: date, unlogged_from: date) -> _Runs:
    """The logged runs around the week, and for days without a log those to come: named, else planned, else usual.

    What is named stands for all that is to come but for what is planned for other weeks; a week with a planned run has no
    usual ones, whether that run is hard or not.
    """
    known = hard_runs(only_runs(training.activities), training.verdicts)
    last = start + timedelta(days=DAYS - 1)
    logged = logged_runs(known, start - AROUND, last + AROUND)
    planned = to_come(each for each in plan.runs if each.day >= unlogged_from)
    habit = habits.usual_hard_runs(known, _until(training, start))
    expected = usual_runs(habit, max(start - AROUND, unlogged_from), last + AROUND)
    usual = _without_planned_weeks(training, plan, logged, expected)
    elsewhere = tuple(run for run in usual if not start <= run.day <= last)
    if wish.runs is not None:
        around = (run for run in planned if not start <= run.day <= last)
        return _Runs(logged, (*around, *wish.runs), RunsFrom.SAID, elsewhere)
    if any(start <= each.day <= last for each in plan.runs):  # none of them hard is an answer, too
        return _Runs(logged, (*planned, *elsewhere), RunsFrom.PLANNED)
    here = len(usual) > len(elsewhere)
    return _Runs(logged, (*planned, *usual), RunsFrom.USUAL if here else RunsFrom.NOWHERE)


def _without_planned_weeks(
    training: Training, plan: StoredPlan, logged: Iterable[HardRun], usual: Iterable[HardRun]
) -> tuple[HardRun, ...]:
    """The usual runs but for those of weeks with a planned run, and of a today that has its run."""
    first = training.athlete.first_weekday
    planned = {week_start(each.day, first) for each in plan.runs}
    done = {run.day for run in logged} & {training.today}
    return tuple(run for run in usual if run.day not in done and week_start(run.day, first) not in planned)


def _pins(week: WeekToPlan, plan: StoredPlan, wish: Wish) -> dict[Slot, time | None]:
    """What was named, the gym times of every week, and the sessions of the week that are planned and pinned."""
    taken = {(each.weekday, each.half) for each in plan.gym_times}
    found: dict[Slot, time | None] = {slot: None for slot in week.slots if (slot.day.weekday(), slot.half) in taken}
    found |= dict.fromkeys(wish.pins)
    found |= {slot_of(each): each.start.time() for each in plan.sessions if each.pinned and slot_of(each) in week.slots}
    return found


def slot_of(session: PlannedSession) -> Slot:
    """The half-day in which a planned session begins."""
    return Slot(session.start.date(), HalfDay.AM if session.start.hour < 12 else HalfDay.PM)


def without_days(leg_days: Iterable[LegDay], days: Collection[date]) -> tuple[LegDay, ...]:
    """Without those of some days: what is logged on the day of a session that stays is that session."""
    return tuple(each for each in leg_days if each.earliest.date() not in days)


def _logged_leg_days(training: Training, start: date) -> list[LegDay]:
    sessions = training.lifting.strength_sessions
    first, last = start - AROUND, start + AROUND + timedelta(days=DAYS)
    near = on_days(sessions.assign(timed=has_clock(sessions)), first, last)
    return [
        _leg_day((row["local_start"] if row["timed"] else row["local_date"]).to_pydatetime(), timed=row["timed"])
        for row in near[near["lower"]].to_dict("records")
    ]


def _leg_day(earliest: datetime, *, timed: bool) -> LegDay:
    return LegDay(earliest, earliest if timed else earliest + timedelta(days=1))


def _planned_leg_days(plan: StoredPlan, start: date) -> list[LegDay]:
    """Those of the weeks around: in the week itself only a pinned one stays."""
    last = start + timedelta(days=DAYS - 1)
    return [LegDay(each.start, each.start) for each in plan.sessions if not start <= each.start.date() <= last]
