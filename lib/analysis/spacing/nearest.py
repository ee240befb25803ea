"""The run nearest to each session on one side of it, by the clock where both have one, else by the date."""

from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Bouts:
    """Bouts on a line of time. start: days since any moment, midnight of its day where a bout has no clock.

    day: whole days; clock: whether the time is known; length: in days, NaN where it is not known. instant: as `start`, of
    bouts whose source knows it wherever on earth they were, else NaN.
    """

    start: Numbers
    day: Numbers
    clock: Flags
    length: Numbers
    instant: Numbers

    def among(self, those: Flags | Places) -> Self:
        """Some of them."""
        start, day, clock, length = (self.start[those], self.day[those], self.clock[those], self.length[those])
        return type(self)(start, day, clock, length, self.instant[those])


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """For each session the place of the nearest run, NOBODY without one. by_date: only their dates can be compared.

    day: that of the run; apart: days from start to start, by the instants where both have one.
    """

    place: Places
    by_date: Flags
    day: Numbers
    apart: Numbers

    @property
    def found(self) -> Flags:
        """Whether there is such a run at all."""
        found: Flags = self.place != NOBODY
        return found


def nearest(sessions: Bouts, runs: Bouts, *, before: bool) -> Nearest:
    """The last run that started up to the start of each session, or the first one after it.

    A run without a clock on the day of the session is on both sides of it. Where a run without a clock may be as near as
    one with a clock, it is the nearest one.
    """
    timed = _timed(sessions, runs, before=before)
    dated = _search(runs.day, ~runs.clock, sessions.day, before=before, same=True)
    either = _search(runs.day, np.ones_like(runs.clock), sessions.day, before=before, same=True)
    as_near = _at_least_as_near(_of(runs.day, dated), _of(runs.day, timed), before=before)
    place = np.where(sessions.clock, np.where(as_near, dated, timed), either)
    by_date = ~sessions.clock | as_near
    apart = _apart(sessions, runs, place, before=before)
    return Nearest(place, by_date & (place != NOBODY), _of(runs.day, place), apart)


def nearer(one: Nearest, other: Nearest, *, before: bool) -> Flags:
    """Whether `one` is or, as dates alone are known, may be nearer than `other`; also where there is no other."""
    by_date = one.by_date | other.by_date
    on_day = _at_least_as_near(one.day, other.day, before=before)
    return one.found & (~other.found | np.where(by_date, on_day, one.apart < other.apart))


def _timed(sessions: Bouts, runs: Bouts, *, before: bool) -> Places:
    """The nearest run with a clock. Two instants are compared as such: the clock was put forward or back, or somewhere else."""
    known, exact = ~np.isnan(runs.instant), ~np.isnan(sessions.instant)
    by_clock = _search(runs.start, runs.clock, sessions.start, before=before, same=before)
    if not (known.any() and exact.any()):
        return by_clock
    instants = _search(runs.instant, runs.clock & known, sessions.instant, before=before, same=before)
    others = _search(runs.start, runs.clock & ~known, sessions.start, before=before, same=before)
    near, far = (_apart(sessions, runs, each, before=before) for each in (instants, others))
    return np.where(exact, np.where(np.isnan(far) | (near <= far), instants, others), by_clock)


def _apart(sessions: Bouts, runs: Bouts, places: Places, *, before: bool) -> Numbers:
    """Days between the starts; NaN without a run."""
    by_clock = sessions.start - _of(runs.start, places)
    by_instant = sessions.instant - _of(runs.instant, places)
    apart: Numbers = np.where(np.isnan(by_instant), by_clock, by_instant)
    return apart if before else -apart


def _search(values: Numbers, those: Flags, at: Numbers, *, before: bool, same: bool) -> Places:
    """The place of the last value before each moment, or of the first one after it. same: a value at the moment is one."""
    places = np.flatnonzero(those)
    order = places[np.argsort(values[places], kind="stable")]
    side: Literal["left", "right"] = "right" if before == same else "left"
    found = np.searchsorted(values[order], at, side=side) - (1 if before else 0)
    inside = (found >= 0) & (found < len(order))
    if not len(order):
        return np.full(len(at), NOBODY, dtype=np.intp)
    return np.where(inside, order[np.clip(found, 0, len(order) - 1)], NOBODY)


def _of(values: Numbers, places: Places) -> Numbers:
    if not len(values):
        return np.full(len(places), np.nan)
    return np.where(places == NOBODY, np.nan, values[places])


def _at_least_as_near(one: Numbers, other: Numbers, *, before: bool) -> Flags:
    """By values on the line of time, NaN for none."""
    near = one >= other if before else one <= other
    return ~np.isnan(one) & (np.isnan(other) | near)
