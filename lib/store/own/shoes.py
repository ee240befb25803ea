"""The distance at which the person wants to be reminded of a pair of shoes, by the name of the shoes."""

from sqlalchemy import Connection, select

from lib.store.database import own_schema
from lib.store.own import keyed


def set_mark(conn: Connection, athlete_id: int, name: str, mark_m: float | None) -> None:
    """Keep the mark of a pair, in metres; None: known, without a mark."""
    keyed.put(conn, own_schema.shoe, athlete_id, {"name": name}, mark_m=mark_m)


def forget(conn: Connection, athlete_id: int, name: str) -> None:
    """Forget the mark of a pair; runs keep its name. None is fine."""
    keyed.drop(conn, own_schema.shoe, athlete_id, {"name": name})


def read_marks(conn: Connection, athlete_id: int) -> dict[str, float | None]:
    """The mark of each pair that the person named, in metres."""
    table = own_schema.shoe
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.name))
    return {row.name: row.mark_m for row in rows}
