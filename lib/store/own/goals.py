"""Weekly goals: each holds from its date until a later one of its kind."""

from datetime import date

from sqlalchemy import Connection

from lib.model.vocabulary import GoalKind
from lib.store.database import own_schema
from lib.store.database.moments import day_to_text
from lib.store.own import keyed


def set_goal(conn: Connection, athlete_id: int, kind: GoalKind, from_date: date, target: float) -> None:
    """A weekly target that holds from the date on, in the goal's own unit; 0 ends the goal."""
    key = {"kind": kind, "from_date": day_to_text(from_date)}
    keyed.put(conn, own_schema.goal, athlete_id, key, target=target)


def remove_goal(conn: Connection, athlete_id: int, kind: GoalKind, from_date: date) -> None:
    """As if the target of that date had never been set."""
    keyed.drop(conn, own_schema.goal, athlete_id, {"kind": kind, "from_date": day_to_text(from_date)})
