"""What a person sets once: units, zone, first weekday, how numbers and dates are written, goals and breaks."""

from collections.abc import Callable
from datetime import date

from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.model.vocabulary import EventKind, GoalKind
from lib.services.importing.duplicates import settle
from lib.store.database.engine import Connection, Engine, read, write
from lib.store.own import athletes, breaks, events, goals, home_zones


def athlete_of(engine: Engine, athlete_id: int) -> Athlete:
    """The athlete as stored now, with the revision that keys every cache."""
    with read(engine) as conn:
        return athletes.load_athlete(conn, athlete_id)


def save(engine: Engine, athlete: Athlete) -> None:
    """Keep name, units, first weekday and region; the home zone has a use-case of its own, since it moves days."""
    with write(engine, athlete.id) as conn:
        athletes.save_settings(conn, athlete)


def homes(engine: Engine, athlete_id: int) -> HomeZones | None:
    """Where home was when; None until the first zone is known."""
    with read(engine) as conn:
        return home_zones.read_home_zones(conn, athlete_id)


def change_home_zone(engine: Engine, athlete_id: int, zone: str) -> int:
    """Read every start that a source gave in UTC in another zone, up to the first move.

    How many records fall on another day by it.
    """
    return _moved(engine, athlete_id, lambda conn: home_zones.set_first_zone(conn, athlete_id, zone))


def add_move(engine: Engine, athlete_id: int, from_date: date, zone: str) -> int:
    """Home is in this zone from a day on; how many records fall on another day by it."""
    return _moved(engine, athlete_id, lambda conn: home_zones.add_move(conn, athlete_id, from_date, zone))


def remove_move(engine: Engine, athlete_id: int, from_date: date) -> int:
    """Take a move back; how many records fall on another day by it."""
    return _moved(engine, athlete_id, lambda conn: home_zones.remove_move(conn, athlete_id, from_date))


def set_goal(engine: Engine, athlete_id: int, kind: GoalKind, from_date: date, target: float | None) -> None:
    """A weekly goal from a date on; None ends it there. Earlier weeks keep the goal they had."""
    with write(engine, athlete_id) as conn:
        goals.set_goal(conn, athlete_id, kind, from_date, 0.0 if target is None else target)


def remove_goal(engine: Engine, athlete_id: int, kind: GoalKind, from_date: date) -> None:
    """As if the goal of that date had never been set; an earlier one of its kind goes on."""
    with write(engine, athlete_id) as conn:
        goals.remove_goal(conn, athlete_id, kind, from_date)


def add_break(engine: Engine, athlete_id: int, from_date: date, to_date: date, reason: str) -> None:
    """A planned pause: its weeks count neither for nor against a goal."""
    with write(engine, athlete_id) as conn:
        breaks.add_break(conn, athlete_id, from_date, to_date, reason)


def remove_break(engine: Engine, athlete_id: int, from_date: date) -> None:
    """Take a pause back."""
    with write(engine, athlete_id) as conn:
        breaks.remove_break(conn, athlete_id, from_date)


def add_event(
    engine: Engine, athlete_id: int, kind: EventKind, from_date: date, to_date: date | None, title: str
) -> None:
    """Mark a day, or all days up to to_date, on the figures; in place of one of the same kind and first day."""
    with write(engine, athlete_id) as conn:
        events.add_event(conn, athlete_id, kind, from_date, title, to_date)


def remove_event(engine: Engine, athlete_id: int, kind: EventKind, from_date: date) -> None:
    """Take a mark back."""
    with write(engine, athlete_id) as conn:
        events.remove_event(conn, athlete_id, kind, from_date)


def _moved(engine: Engine, athlete_id: int, change: Callable[[Connection], int]) -> int:
    """Change the home; what moved against the clock of another source may be its duplicate no longer."""
    with write(engine, athlete_id) as conn:
        moved = change(conn)
        settle(conn, athlete_id)
        return moved
