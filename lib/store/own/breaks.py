"""Planned breaks: weeks in which no goal counts."""

from datetime import date

from sqlalchemy import Connection

from lib.store.database import own_schema
from lib.store.database.moments import day_to_text
from lib.store.own import keyed


def add_break(conn: Connection, athlete_id: int, from_date: date, to_date: date, reason: str = "") -> None:
    """A pause, both days included, in place of one with the same first day."""
    key = {"from_date": day_to_text(from_date)}
    keyed.put(conn, own_schema.planned_break, athlete_id, key, to_date=day_to_text(to_date), reason=reason)


def remove_break(conn: Connection, athlete_id: int, from_date: date) -> None:
    """Take out the pause that starts on this day."""
    keyed.drop(conn, own_schema.planned_break, athlete_id, {"from_date": day_to_text(from_date)})
