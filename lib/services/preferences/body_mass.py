"""What the athlete weighed: entries of their own, in place of what the lifting logs say of the same day."""

from datetime import date

import pandas as pd

from lib.store.database.engine import Engine, read, write
from lib.store.own import body_mass
from lib.store.records.frames import read_body_mass


def entries(engine: Engine, athlete_id: int) -> pd.DataFrame:
    """BODY_MASS of the person's own entries, oldest first."""
    with read(engine) as conn:
        return read_body_mass(conn, athlete_id)


def set_entry(engine: Engine, athlete_id: int, on_date: date, body_mass_kg: float) -> None:
    """Keep the value of a day, in place of an earlier one."""
    with write(engine, athlete_id) as conn:
        body_mass.set_body_mass(conn, athlete_id, on_date, body_mass_kg)


def remove_entry(engine: Engine, athlete_id: int, on_date: date) -> None:
    """Take out the value of a day."""
    with write(engine, athlete_id) as conn:
        body_mass.remove_body_mass(conn, athlete_id, on_date)
