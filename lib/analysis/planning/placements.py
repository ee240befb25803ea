"""Every way to place leg sessions in the fourteen half-days of a week, the best first.

More gaps kept, then the larger least gap, then lifts further apart, then the person's usual lifting days, then earlier.
Two leg sessions are never less than 48 hours apart, from start to start; pins stay where they are all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from math import inf
from typing import Any, Final

from lib.analysis.planning.gaps import PlannedGap, gap_after, gap_before
from lib.analysis.planning.week import LegDay, Slot, WeekToPlan

BETWEEN_LIFTS_H: Final = 48.0


@dataclass(frozen=True, slots=True)
class PlacedSession:
    """A leg session in a half-day, with its gaps. apart_h: hours to the nearest leg session that is no part of the placement."""

    slot: Slot
    start: datetime
    before: PlannedGap
    after: PlannedGap
    apart_h: float = inf

    @property
    def gaps(self) -> tuple[PlannedGap, PlannedGap]:
        """Both of them."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Placement:
    """Leg sessions of a week in their order. apart_h: the least between two starts, infinite of one session alone."""

    sessions: tuple[PlacedSession, ...]
    apart_h: float
    on_usual_days: int

    @property
    def kept(self) -> int:
        """How many of its gaps are kept."""
        return sum(gap.kept for each in self.sessions for gap in each.gaps)

    @property
    def keeps_all(self) -> bool:
        """Whether no gap falls short and all lifts are far enough apart."""
        apart = min([self.apart_h, *(each.apart_h for each in self.sessions)])
        return self.kept == 2 * len(self.sessions) and apart >= BETWEEN_LIFTS_H

    @property
    def least_h(self) -> float:
        """The least of its gaps; infinite where no hard run is near."""
        return min((gap.at_least for each in self.sessions for gap in each.gaps), default=inf)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Its half-days."""
        return tuple(each.slot for each in self.sessions)


def placements(week: WeekToPlan) -> tuple[Placement, ...]:
    """Every placement of the sessions, best first. Fewer sessions where so many cannot be 48 h apart, and none at the worst."""
    placed = {slot: placed_at(week, slot) for slot in week.slots}
    pins = tuple(sorted(week.pins))
    for count in range(max(week.sessions, len(pins)), max(len(pins), 1) - 1, -1):
        found = [
            _placement(week, tuple(placed[slot] for slot in slots)) for slots in _choices(week, pins, placed, count)
        ]
        if found:
            return tuple(sorted(found, key=_order))
    return ()


def placed_at(week: WeekToPlan, slot: Slot) -> PlacedSession:
    """A leg session in a half-day of the week."""
    start = week.begin(slot)
    return PlacedSession(
        slot,
        start,
        gap_before(week.runs, start),
        gap_after(week.runs, start, week.hours.minutes, week.mark_h),
        min((_apart(each, start) for each in week.leg_days), default=inf),
    )


def _choices(
    week: WeekToPlan, pins: tuple[Slot, ...], placed: dict[Slot, PlacedSession], count: int
) -> Iterator[tuple[Slot, ...]]:
    """The half-days to take, `count` of them: all pins, and others that are 48 h from every leg session."""
    free = [slot for slot in week.slots if slot not in pins and slot not in week.closed]
    apart = [slot for slot in free if placed[slot].apart_h >= BETWEEN_LIFTS_H]
    for chosen in combinations(apart, count - len(pins)):
        if all(
            hours_between(placed[one], placed[other]) >= BETWEEN_LIFTS_H
            for one, other in combinations(sorted((*pins, *chosen)), 2)
            if one in chosen or other in chosen
        ):
            yield tuple(sorted((*pins, *chosen)))


def _placement(week: WeekToPlan, sessions: tuple[PlacedSession, ...]) -> Placement:
    """Lifts of other weeks bar what is too near; beyond that they do not push a session to the far end of this one."""
    apart = min((hours_between(one, other) for one, other in combinations(sessions, 2)), default=inf)
    return Placement(sessions, apart, sum(each.start.weekday() in week.usual_days for each in sessions))


def _order(each: Placement) -> tuple[Any, ...]:
    return -each.kept, -each.least_h, -each.apart_h, -each.on_usual_days, [one.start for one in each.sessions]


def hours_between(one: PlacedSession, other: PlacedSession) -> float:
    """From start to start, whichever is first."""
    return abs((other.start - one.start).total_seconds()) / 3600


def _apart(leg_day: LegDay, start: datetime) -> float:
    """Hours between two starts, at the least."""
    away = max(leg_day.earliest - start, start - leg_day.latest)
    return max(away.total_seconds() / 3600, 0.0)
