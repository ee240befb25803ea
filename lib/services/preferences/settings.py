"""What a person sets once: units, zone, first weekday, how numbers and dates are written, goals and breaks."""

from collections.abc import Callable
from datetime import date

from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.model.vocabulary import EventKind, GoalKind
from lib.services.importing.duplicates import settle
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, breaks, events, goals, home_zones


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


def set_goal(account: Account, kind: GoalKind, from_date: date, target: float | None) -> None:
    """A weekly goal from a date on; None ends it there. Earlier weeks keep the goal they had."""
    with account.write() as conn:
        goals.set_goal(conn, account.athlete_id, kind, from_date, 0.0 if target is None else target)


def remove_goal(account: Account, kind: GoalKind, from_date: date) -> None:
    """As if the goal of that date had never been set; an earlier one of its kind goes on."""
    with account.write() as conn:
        goals.remove_goal(conn, account.athlete_id, kind, from_date)


def add_break(account: Account, from_date: date, to_date: date, reason: str) -> None:
    """A planned pause: its weeks count neither for nor against a goal."""
    with account.write() as conn:
        breaks.add_break(conn, account.athlete_id, from_date, to_date, reason)


def remove_break(account: Account, from_date: date) -> None:
    """Take a pause back."""
    with account.write() as conn:
        breaks.remove_break(conn, account.athlete_id, from_date)


def add_event(account: Account, kind: EventKind, from_date: date, to_date: date | None, title: str) -> None:
    """Mark a day, or all days up to to_date, on the figures; in place of one of the same kind and first day."""
    with account.write() as conn:
        events.add_event(conn, account.athlete_id, kind, from_date, title, to_date)


def remove_event(account: Account, kind: EventKind, from_date: date) -> None:
    """Take a mark back."""
    with account.write() as conn:
        events.remove_event(conn, account.athlete_id, kind, from_date)


def _moved(account: Account, change: Callable[[Connection], int]) -> int:
    """Change the home; what moved against the clock of another source may be its duplicate no longer."""
    with account.write() as conn:
        moved = change(conn)
        settle(conn, account.athlete_id)
        return moved
