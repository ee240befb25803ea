"""What happened beside the training: races, illness, breaks, blocks."""

from datetime import date

from sqlalchemy import Connection

from lib.model.vocabulary import EventKind
from lib.store.database import own_schema
from lib.store.database.moments import day_to_text
from lib.store.own import keyed


def add_event(
    conn: Connection, athlete_id: int, kind: EventKind, from_date: date, title: str, to_date: date | None = None
) -> None:
    """Something of one day, or of all days up to to_date, in place of one of the same kind and first day."""
    key = {"from_date": day_to_text(from_date), "kind": kind}
    keyed.put(conn, own_schema.event, athlete_id, key, title=title, to_date=to_date and day_to_text(to_date))


def remove_event(conn: Connection, athlete_id: int, kind: EventKind, from_date: date) -> None:
    """Take out the event of this kind and first day."""
    keyed.drop(conn, own_schema.event, athlete_id, {"from_date": day_to_text(from_date), "kind": kind})
