"""What is known of a week before a leg session is placed in it: the half-days, the runs around it and what is fixed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import product
from types import MappingProxyType
from typing import Final

from lib.analysis.spacing.gaps import DAY_MARK_H, LONGEST_RUN_H
from lib.model.vocabulary import HalfDay

DAYS: Final = 7
DEFAULT_RUN_MINUTES: Final = 60.0  # of a run to come whose length nobody says


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A half-day of one date."""

    day: date
    half: HalfDay


@dataclass(frozen=True, slots=True)
class HardRun:
    """A run that counts for gaps: hard or long; or one that may be, of which nobody knows how hard it was.

    at:      its start on the wall clock; None where only the day is known. minutes: from start to end, None: not known.
    known:   whether it is known to be hard or long.
    """

    day: date
    at: time | None = None
    minutes: float | None = DEFAULT_RUN_MINUTES
    title: str = ""
    long: bool = False
    known: bool = True

    @property
    def first_start(self) -> datetime:
        """The earliest moment at which it may begin."""
        return datetime.combine(self.day, self.at or time())

    @property
    def last_start(self) -> datetime:
        """The latest moment at which it may begin."""
        return self.first_start if self.at else self.first_start + timedelta(days=1)

    @property
    def last_end(self) -> datetime:
        """The latest moment at which it may end."""
        return self.last_start + timedelta(minutes=60 * LONGEST_RUN_H if self.minutes is None else self.minutes)

    @property
    def starts_exactly(self) -> bool:
        """Whether the hours up to it can be told."""
        return self.known and self.at is not None

    @property
    def ends_exactly(self) -> bool:
        """Whether the hours since its end can be told."""
        return self.starts_exactly and self.minutes is not None


@dataclass(frozen=True, slots=True)
class LiftHours:
    """When the person lifts in each half of a day, and how long a leg session takes."""

    am: time = time(7)
    pm: time = time(18)
    minutes: float = 60.0

    def start(self, slot: Slot) -> datetime:
        """When a session of this half-day begins."""
        return datetime.combine(slot.day, self.am if slot.half is HalfDay.AM else self.pm)


@dataclass(frozen=True, slots=True)
class LegDay:
    """A leg session that is not to be placed: logged, or planned in another week. Both alike where its clock is known."""

    earliest: datetime
    latest: datetime


@dataclass(frozen=True, slots=True)
class WeekToPlan:
    """A week, what is around it, and what is wanted of it.

    pins:       the half-days that are taken, with the clock of those that have one of their own.
    leg_days:   leg sessions that are done, or planned in the weeks around.
    usual_days: weekdays on which the person lifts, 0 is Monday. closed: half-days that are over.
    sessions:   how many leg sessions, pins among them. mark_h: what a gap to the next hard run is to have at least.
    """

    start: date
    runs: tuple[HardRun, ...] = ()
    pins: Mapping[Slot, time | None] = field(default_factory=lambda: MappingProxyType({}))
    leg_days: tuple[LegDay, ...] = ()
    hours: LiftHours = LiftHours()
    usual_days: frozenset[int] = frozenset()
    closed: frozenset[Slot] = frozenset()
    sessions: int = 1
    mark_h: float = DAY_MARK_H

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.start + timedelta(days=DAYS - 1)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The fourteen half-days in their order."""
        days = [self.start + timedelta(days=offset) for offset in range(DAYS)]
        return tuple(Slot(day, half) for day, half in product(days, HalfDay))

    def begin(self, slot: Slot) -> datetime:
        """When a leg session of this half-day begins."""
        own = self.pins.get(slot)
        return datetime.combine(slot.day, own) if own else self.hours.start(slot)
