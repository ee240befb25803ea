"""What a person does with their plan: accept, move, pin, drop; say which runs are to come and when they lift every week.

No figure shows a plan and nothing that is kept in memory depends on it, so the revision of the athlete stays.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from lib.analysis.planning.week import HardRun
from lib.model.errors import TrainingDataError
from lib.model.plan import GymTime, PlannedRun, PlannedSession
from lib.model.vocabulary import Effort
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import plan as stored


class PlanChangedError(TrainingDataError):
    """A planned session that is not there any more."""


def accept(account: Account, sessions: Iterable[PlannedSession], first: date, last: date) -> None:
    """Plan these sessions in place of those of the days from first to last. What is there at the same time stays as it is."""
    with account.write_unseen() as conn:
        known = {each.start: each for each in stored.read_sessions(conn, account.athlete_id, first, last)}
        for start in known:
            stored.drop_session(conn, account.athlete_id, start)
        for each in sessions:
            stored.put_session(conn, account.athlete_id, known.get(each.start, each))


def move(account: Account, start: datetime, to: datetime) -> None:
    """Move a planned session to another time. PlanChangedError where it is gone, or where another one is there already."""
    with account.write_unseen() as conn:
        session = _known(conn, account.athlete_id, start)
        there = stored.read_sessions(conn, account.athlete_id, to.date(), to.date())
        if to != start and any(each.start == to for each in there):
            raise PlanChangedError("Another session is planned at that time. Move that one first.")
        stored.drop_session(conn, account.athlete_id, start)
        stored.put_session(conn, account.athlete_id, replace(session, start=to))


def pin(account: Account, start: datetime, *, pinned: bool) -> None:
    """Say that a planned session stays where it is, or not. PlanChangedError where it is gone."""
    with account.write_unseen() as conn:
        stored.put_session(conn, account.athlete_id, replace(_known(conn, account.athlete_id, start), pinned=pinned))


def fill(account: Account, start: datetime, title: str, items: str) -> None:
    """Put other exercises into a planned session. PlanChangedError where it is gone."""
    with account.write_unseen() as conn:
        session = replace(_known(conn, account.athlete_id, start), title=title, items=items)
        stored.put_session(conn, account.athlete_id, session)


def drop(account: Account, start: datetime) -> None:
    """Take a planned session out; one that is gone is fine."""
    with account.write_unseen() as conn:
        stored.drop_session(conn, account.athlete_id, start)


def expect(account: Account, runs: Iterable[HardRun]) -> None:
    """Expect runs, each in place of one at the same time."""
    with account.write_unseen() as conn:
        for run in runs:
            effort = Effort.LONG if run.long else Effort.HARD
            stored.put_run(conn, account.athlete_id, PlannedRun(run.day, run.at, run.minutes, run.title, effort))


def expect_no_longer(account: Account, run: HardRun, first: date, last: date) -> None:
    """Take a run out. The last one of the days from first to last leaves an easy one behind: none is hard, whatever is usual."""
    with account.write_unseen() as conn:
        stored.drop_run(conn, account.athlete_id, run.day, run.at)
        if not stored.read_runs(conn, account.athlete_id, first, last):
            stored.put_run(conn, account.athlete_id, PlannedRun(run.day, run.at, run.minutes, run.title, Effort.EASY))


def expect_the_usual(account: Account, first: date, last: date) -> None:
    """Forget the runs that were expected on these days, so that what is usual counts again."""
    with account.write_unseen() as conn:
        for run in stored.read_runs(conn, account.athlete_id, first, last):
            stored.drop_run(conn, account.athlete_id, run.day, run.at)


def lift_every_week(account: Account, times: Collection[GymTime]) -> None:
    """Keep the half-days of every week that are taken for leg sessions."""
    with account.write_unseen() as conn:
        stored.set_gym_times(conn, account.athlete_id, times)


def _known(conn: Connection, athlete_id: int, start: datetime) -> PlannedSession:
    for each in stored.read_sessions(conn, athlete_id, start.date(), start.date()):
        if each.start == start:
            return each
    raise PlanChangedError("This session is no longer planned: it was moved or dropped elsewhere.")
