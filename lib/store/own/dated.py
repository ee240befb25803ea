"""What a person says of a day: goals, breaks, events, body mass. All are kept, taken back and listed in one way.

A new kind is a class here, whose fields are the columns of its table, and a line in _KINDS.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Connection, Table, select

from lib.model.vocabulary import EventKind, GoalKind
from lib.store.database import own_schema
from lib.store.database.moments import day_to_text
from lib.store.own import keyed


@dataclass(frozen=True)
class DatedRow:
    """What the rows have in common: equal fields, equal rows."""


Row = TypeVar("Row", bound=DatedRow)


@dataclass(frozen=True)
class Goal(DatedRow):
    """A weekly target that holds until a later one of its kind, in the goal's own unit; 0 ends the goal."""

    kind: GoalKind
    from_date: date
    target: float


@dataclass(frozen=True)
class PlannedBreak(DatedRow):
    """Weeks that count neither for nor against a goal, both days included."""

    from_date: date
    to_date: date
    reason: str = ""


@dataclass(frozen=True)
class Event(DatedRow):
    """What happened beside the training: on one day, or on all days up to to_date."""

    kind: EventKind
    from_date: date
    title: str
    to_date: date | None = None


@dataclass(frozen=True)
class WeighIn(DatedRow):
    """What the person weighed on a day."""

    on_date: date
    body_mass_kg: float


class _Kind(NamedTuple):
    """The table of a kind of row, and how a stored text becomes its field where it is not that text itself."""

    table: Table
    reads: Mapping[str, Callable[[str], Any]]


_day: Final = date.fromisoformat
_KINDS: Final[Mapping[type[DatedRow], _Kind]] = {
    Goal: _Kind(own_schema.goal, {"kind": GoalKind, "from_date": _day}),
    PlannedBreak: _Kind(own_schema.planned_break, {"from_date": _day, "to_date": _day}),
    Event: _Kind(own_schema.event, {"kind": EventKind, "from_date": _day, "to_date": _day}),
    WeighIn: _Kind(own_schema.body_mass, {"on_date": _day}),
}


def keep(conn: Connection, athlete_id: int, row: DatedRow) -> None:
    """Keep it, in place of one with the same key (the day, and the kind where there are kinds)."""
    key = key_of(row)
    values = {name: _stored(getattr(row, name)) for name in _names(type(row)) if name not in key}
    keyed.put(conn, _KINDS[type(row)].table, athlete_id, key, **values)


def take_back(conn: Connection, athlete_id: int, row: DatedRow) -> None:
    """As if the row with this key had never been said."""
    keyed.drop(conn, _KINDS[type(row)].table, athlete_id, key_of(row))


def read_all(conn: Connection, athlete_id: int, kind: type[Row]) -> list[Row]:
    """Every row of a kind, in the order of its key: oldest first, within each kind of goal."""
    table, reads = _KINDS[kind]
    statement = select(*(table.c[name] for name in _names(kind))).where(table.c.athlete_id == athlete_id)
    found = conn.execute(statement.order_by(*table.primary_key.columns)).mappings()
    return [kind(**{name: _read(reads.get(name), value) for name, value in row.items()}) for row in found]


def key_of(row: DatedRow) -> dict[str, Any]:
    """The stored values that tell one row of its kind from the others, in the order of the fields."""
    table = _KINDS[type(row)].table
    return {name: _stored(getattr(row, name)) for name in _names(type(row)) if name in table.primary_key.columns}


def _names(kind: type[DatedRow]) -> list[str]:
    return [field.name for field in fields(kind)]


def _stored(value: Any) -> Any:
    return day_to_text(value) if isinstance(value, date) else value


def _read(read: Callable[[str], Any] | None, value: Any) -> Any:
    return read(value) if read and value is not None else value
