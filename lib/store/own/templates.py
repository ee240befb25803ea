"""Sessions of the person's own to be done again."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from lib.store.database import own_schema
from lib.store.own import keyed


class StoredTemplate(NamedTuple):
    """items: JSON, as lib.catalog.templates writes it."""

    key: str
    title: str
    items: str


def put(conn: Connection, athlete_id: int, template: StoredTemplate) -> None:
    """Keep a template in place of the earlier one of its key."""
    values = {"title": template.title, "items": template.items}
    keyed.put(conn, own_schema.template, athlete_id, {"template": template.key}, **values)


def drop(conn: Connection, athlete_id: int, key: str) -> None:
    """Forget a template; none is fine."""
    keyed.drop(conn, own_schema.template, athlete_id, {"template": key})


def read_all(conn: Connection, athlete_id: int) -> list[StoredTemplate]:
    """Every template of the person's own, by title."""
    table = own_schema.template
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.title, table.c.template))
    return [StoredTemplate(row.template, row.title, row.items) for row in rows]
