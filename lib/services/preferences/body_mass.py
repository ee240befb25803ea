"""What the athlete weighed: entries of their own, in place of what the lifting logs say of the same day."""

from datetime import date

import pandas as pd

from lib.store.account import Account
from lib.store.own import body_mass
from lib.store.records.frames import read_body_mass


def entries(account: Account) -> pd.DataFrame:
    """BODY_MASS of the person's own entries, oldest first."""
    with account.read() as conn:
        return read_body_mass(conn, account.athlete_id)


def set_entry(account: Account, on_date: date, body_mass_kg: float) -> None:
    """Keep the value of a day, in place of an earlier one."""
    with account.write() as conn:
        body_mass.set_body_mass(conn, account.athlete_id, on_date, body_mass_kg)


def remove_entry(account: Account, on_date: date) -> None:
    """Take out the value of a day."""
    with account.write() as conn:
        body_mass.remove_body_mass(conn, account.athlete_id, on_date)
