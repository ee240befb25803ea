"""The plan of a person: leg sessions and runs to come, and the half-days of every week that are taken for lifting."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, CursorResult, Table, select

from lib.model.plan import GymTime, PlannedRun, PlannedSession
from lib.model.vocabulary import Effort, HalfDay
from lib.store.database import own_schema
from lib.store.own import keyed

_CLOCK = "%H:%M"


def put_session(conn: Connection, athlete_id: int, session: PlannedSession) -> None:
    """Plan a session, in place of one at the same time."""
    keyed.put(
        conn,
        own_schema.planned_session,
        athlete_id,
        _key(session.start.date(), session.start.time()),
        title=session.title,
        minutes=session.minutes,
        pinned=int(session.pinned),
        items=session.items,
    )


def drop_session(conn: Connection, athlete_id: int, start: datetime) -> None:
    """Take a planned session out. None is fine."""
    keyed.drop(conn, own_schema.planned_session, athlete_id, _key(start.date(), start.time()))


def read_sessions(conn: Connection, athlete_id: int, first: date, last: date) -> list[PlannedSession]:
    """The sessions planned for these days, both included, in their order."""
    return [
        PlannedSession(_moment(row.day, row.at), row.minutes, row.title, bool(row.pinned), row.items)
        for row in _rows(conn, own_schema.planned_session, athlete_id, first, last)
    ]


def put_run(conn: Connection, athlete_id: int, run: PlannedRun) -> None:
    """Expect a run, in place of one at the same time."""
    said = {"title": run.title, "minutes": run.minutes, "effort": run.effort}
    keyed.put(conn, own_schema.planned_run, athlete_id, _key(run.day, run.at), **said)


def drop_run(conn: Connection, athlete_id: int, day: date, at: time | None) -> None:
    """Take a run that was expected out. None is fine."""
    keyed.drop(conn, own_schema.planned_run, athlete_id, _key(day, at))


def read_runs(conn: Connection, athlete_id: int, first: date, last: date) -> list[PlannedRun]:
    """The runs expected on these days, both included, in their order."""
    return [
        PlannedRun(date.fromisoformat(row.day), _clock(row.at), row.minutes, row.title, Effort(row.effort))
        for row in _rows(conn, own_schema.planned_run, athlete_id, first, last)
    ]


def set_gym_times(conn: Connection, athlete_id: int, times: Collection[GymTime]) -> None:
    """Keep these half-days of every week as taken for lifting, and no others."""
    table = own_schema.gym_time
    keyed.drop(conn, table, athlete_id, {})
    for each in sorted(times):
        keyed.put(conn, table, athlete_id, {"weekday": each.weekday, "half": each.half})


def read_gym_times(conn: Connection, athlete_id: int) -> tuple[GymTime, ...]:
    """The half-days of every week that are taken for lifting."""
    table = own_schema.gym_time
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.weekday, table.c.half))
    return tuple(GymTime(row.weekday, HalfDay(row.half)) for row in rows)


def _key(day: date, at: time | None) -> dict[str, str]:
    return {"day": day.isoformat(), "at": at.strftime(_CLOCK) if at else ""}


def _clock(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _moment(day: str, at: str) -> datetime:
    return datetime.fromisoformat(f"{day} {at}")


def _rows(conn: Connection, table: Table, athlete_id: int, first: date, last: date) -> CursorResult[Any]:
    within = table.c.day.between(first.isoformat(), last.isoformat())
    return conn.execute(select(table).where(table.c.athlete_id == athlete_id, within).order_by(table.c.day, table.c.at))
