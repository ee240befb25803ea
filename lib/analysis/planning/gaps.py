"""Hours between a leg session and the hard runs around it (SCIENCE X1), of a session that is still to be placed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from typing import Final

from lib.analysis.planning.week import HardRun
from lib.analysis.spacing.gaps import DAY_MARK_H, WITHIN_DAYS

NEAR_H: Final = WITHIN_DAYS * 24.0  # a hard run further away is none


@dataclass(frozen=True, slots=True)
class PlannedGap:
    """Hours between a leg session and the hard run next to it in one direction.

    hours:    None where it is not known (a run without a clock, or of which nobody knows how hard it was), and without a run.
    at_least: what it is at the least; infinite without a run within 14 days.
    mark_h:   what it is to have at least.
    """

    hours: float | None
    at_least: float
    mark_h: float
    run: HardRun | None = None

    @property
    def kept(self) -> bool:
        """Whether it certainly has its mark."""
        return self.at_least >= self.mark_h

    @property
    def short_h(self) -> float:
        """How many hours are missing, at most; 0 where it is kept."""
        return 0.0 if self.kept else self.mark_h - self.at_least


def gap_before(runs: Iterable[HardRun], start: datetime) -> PlannedGap:
    """From the end of the last hard run that began before a session, or with it, to the start of the session."""
    begun = [run for run in runs if run.first_start <= start]
    return _nearest([(_hours(start - run.last_end), run.ends_exactly, run) for run in begun], DAY_MARK_H)


def gap_after(runs: Iterable[HardRun], start: datetime, minutes: float, mark_h: float) -> PlannedGap:
    """From the end of a session to the start of the next hard run that begins after its start, or with it."""
    end = start + timedelta(minutes=minutes)
    to_come = [run for run in runs if run.last_start >= start]
    return _nearest([(_hours(run.first_start - end), run.starts_exactly, run) for run in to_come], mark_h)


def _nearest(found: list[tuple[float, bool, HardRun]], mark_h: float) -> PlannedGap:
    """Of two equally near runs the one whose hours are known: the other can only be further away."""
    near = [(max(hours, 0.0), exact, run) for hours, exact, run in found if hours <= NEAR_H]
    if not near:
        return PlannedGap(None, inf, mark_h)
    hours, exact, run = min(near, key=lambda each: (each[0], not each[1]))
    return PlannedGap(hours if exact else None, hours, mark_h, run)


def _hours(between: timedelta) -> float:
    return between.total_seconds() / 3600
