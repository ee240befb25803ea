"""A session that is being logged, kept while it is unfinished: it survives a reload, another tab and a dead battery."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from lib.store.database import own_schema
from lib.store.database.moments import from_text, to_text
from lib.store.own import keyed


class Draft(NamedTuple):
    """content: JSON of whoever keeps it. changed_at: naive UTC."""

    content: str
    changed_at: datetime


def put(conn: Connection, athlete_id: int, name: str, content: str, now: datetime) -> None:
    """Keep a draft in place of the earlier one of that name."""
    keyed.put(conn, own_schema.draft, athlete_id, {"draft": name}, content=content, changed_at=to_text(now))


def drop(conn: Connection, athlete_id: int, name: str) -> None:
    """Forget a draft; none is fine."""
    keyed.drop(conn, own_schema.draft, athlete_id, {"draft": name})


def read(conn: Connection, athlete_id: int, name: str) -> Draft | None:
    """The draft of that name, if there is one."""
    table = own_schema.draft
    chosen = select(table.c.content, table.c.changed_at).where(table.c.athlete_id == athlete_id, table.c.draft == name)
    row = conn.execute(chosen).first()
    return Draft(row.content, from_text(row.changed_at)) if row else None
