"""What is planned: leg sessions and the runs that count for gaps, by day and wall clock."""

from dataclasses import dataclass
from datetime import date, datetime, time

from lib.model.vocabulary import Effort, HalfDay


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A leg session to come. items: JSON as of a template. pinned: it is never moved."""

    start: datetime
    minutes: float
    title: str = ""
    pinned: bool = False
    items: str = "[]"


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """A run to come that counts for gaps. at, minutes: None where they are not known."""

    day: date
    at: time | None = None
    minutes: float | None = None
    title: str = ""
    effort: Effort = Effort.HARD


@dataclass(frozen=True, slots=True, order=True)
class GymTime:
    """A half-day of every week on which the person lifts, come what may. weekday: 0 is Monday."""

    weekday: int
    half: HalfDay
