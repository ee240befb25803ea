"""What the person weighed, by day."""

from datetime import date

from sqlalchemy import Connection

from lib.store.database import own_schema
from lib.store.database.moments import day_to_text
from lib.store.own import keyed


def set_body_mass(conn: Connection, athlete_id: int, on_date: date, body_mass_kg: float) -> None:
    """Keep the value of a day, in place of an earlier one."""
    key = {"on_date": day_to_text(on_date)}
    keyed.put(conn, own_schema.body_mass, athlete_id, key, body_mass_kg=body_mass_kg)


def remove_body_mass(conn: Connection, athlete_id: int, on_date: date) -> None:
    """Take out the value of a day."""
    keyed.drop(conn, own_schema.body_mass, athlete_id, {"on_date": day_to_text(on_date)})
