"""What falls short in a placement, and why the other half-days of the week were not taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from lib.analysis.planning.gaps import PlannedGap
from lib.analysis.planning.placements import BETWEEN_LIFTS_H, PlacedSession, Placement, hours_between, placed_at
from lib.analysis.planning.week import Slot, WeekToPlan


@dataclass(frozen=True, slots=True)
class ShortGap:
    """A gap of a session that does not certainly have its mark. before: to the last hard run, else to the next one."""

    session: PlacedSession
    gap: PlannedGap
    before: bool


@dataclass(frozen=True, slots=True)
class CloseLifts:
    """Two leg sessions less than 48 hours apart. other: None where it is one that is logged or of another week."""

    session: PlacedSession
    other: Slot | None
    hours: float


@dataclass(frozen=True, slots=True)
class OtherSlot:
    """A half-day that the best placement leaves free.

    closed: it is over. gaps: what a session in it falls short of; lifts: the leg sessions that stay and are too close to it.
    best:   the best placement with a session in it; None without one.
    """

    slot: Slot
    closed: bool
    gaps: tuple[ShortGap, ...]
    lifts: tuple[CloseLifts, ...]
    best: Placement | None


def short_gaps(session: PlacedSession) -> tuple[ShortGap, ...]:
    """The gaps of a session that fall short."""
    both = ((session.before, True), (session.after, False))
    return tuple(ShortGap(session, gap, before) for gap, before in both if not gap.kept)


def short_in(placement: Placement) -> tuple[tuple[ShortGap, ...], tuple[CloseLifts, ...]]:
    """All that falls short in a placement: its gaps, and its lifts."""
    gaps = tuple(short for each in placement.sessions for short in short_gaps(each))
    pairs = [_close(one, other) for one, other in combinations(placement.sessions, 2)]
    return gaps, tuple(each for each in [*pairs, *map(_close_to_others, placement.sessions)] if each)


def other_slots(week: WeekToPlan, ranked: Sequence[Placement]) -> tuple[OtherSlot, ...]:
    """Each half-day that the best placement leaves free. ranked: of `placements`."""
    taken = ranked[0].slots if ranked else ()
    return tuple(_other(week, slot, ranked) for slot in week.slots if slot not in taken)


def _other(week: WeekToPlan, slot: Slot, ranked: Sequence[Placement]) -> OtherSlot:
    session = placed_at(week, slot)
    near = [_close(session, placed_at(week, pin)) for pin in sorted(week.pins)]
    lifts = tuple(each for each in [_close_to_others(session), *near] if each)
    best = next((each for each in ranked if slot in each.slots), None)
    return OtherSlot(slot, slot in week.closed, short_gaps(session), lifts, best)


def _close(session: PlacedSession, other: PlacedSession) -> CloseLifts | None:
    hours = hours_between(session, other)
    return CloseLifts(session, other.slot, hours) if hours < BETWEEN_LIFTS_H else None


def _close_to_others(session: PlacedSession) -> CloseLifts | None:
    return CloseLifts(session, None, session.apart_h) if session.apart_h < BETWEEN_LIFTS_H else None
