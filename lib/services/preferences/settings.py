"""What a person sets once: units, zone, first weekday, how numbers and dates are written."""

from collections.abc import Callable
from datetime import date

from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.services.bouts.relink import relink
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, home_zones


def athlete_of(account: Account) -> Athlete:
    """The athlete as stored now, with the revision that keys every cache."""
    with account.read() as conn:
        return athletes.load_athlete(conn, account.athlete_id)


def save(account: Account, athlete: Athlete) -> None:
    """Keep name, units, first weekday and region; the home zone has a use-case of its own, since it moves days."""
    with account.write() as conn:
        athletes.save_settings(conn, athlete)


def homes(account: Account) -> HomeZones | None:
    """Where home was when; None until the first zone is known."""
    with account.read() as conn:
        return home_zones.read_home_zones(conn, account.athlete_id)


def change_home_zone(account: Account, zone: str) -> int:
    """Read every start that a source gave in UTC in another zone, up to the first move.

    How many records fall on another day by it.
    """
    return _moved(account, lambda conn: home_zones.set_first_zone(conn, account.athlete_id, zone))


def add_move(account: Account, from_date: date, zone: str) -> int:
    """Home is in this zone from a day on; how many records fall on another day by it."""
    return _moved(account, lambda conn: home_zones.add_move(conn, account.athlete_id, from_date, zone))


def remove_move(account: Account, from_date: date) -> int:
    """Take a move back; how many records fall on another day by it."""
    return _moved(account, lambda conn: home_zones.remove_move(conn, account.athlete_id, from_date))


def _moved(account: Account, change: Callable[[Connection], int]) -> int:
    """Change the home; what moved against the clock of another source may be its duplicate no longer."""
    with account.write() as conn:
        moved = change(conn)
        relink(conn, account.athlete_id)
        return moved
