"""Two records of one bout: what is compared, and what the person said of it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from lib.model.records import Activity, LiftingSet, Session
from lib.model.vocabulary import DuplicateVerdict, Precision, Sport, TimeBasis

# What makes one record of a bout richer than another: how many of these it has.
_NOT_RICHNESS: Final = (
    "source_key",
    "sport",
    "sport_raw",
    "gear",
    "heart_rate_seconds",
    "start",
    "sets",
    "line",
    "source_rows",
)
RICH_FIELDS: Final = tuple(each.name for each in fields(Activity) if each.name not in _NOT_RICHNESS)
# Of a session also the cells of its sets.
RICH_SESSION_FIELDS: Final = tuple(each.name for each in fields(Session) if each.name not in _NOT_RICHNESS)

RecordName = tuple[str, str]  # source and source_key: the same whatever the order of the imports
EVERY_RECORD: Final = ""  # as a source_key: whatever the source has


class Work(NamedTuple):
    """What was done in a set, whatever the exercise is called: repetitions, else seconds, else metres; and kilograms."""

    amount: float | None
    load_kg: float


class Candidate(NamedTuple):
    """An activity or session as far as its duplicates are concerned. Lengths in metres and seconds.

    local:  the athlete's naive wall clock. utc: the naive instant; None where the source gave a bare wall clock.
    filled: how many RICH_FIELDS it has; of a session RICH_SESSION_FIELDS and cells of its sets.
    works:  what was done in the sets of a session, in their order.
    """

    id: int
    source: str
    source_key: str
    sport: str
    basis: str
    precision: str
    local: datetime
    utc: datetime | None
    title: str = ""
    distance_m: float | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
    heart_rate_bpm: float | None = None
    filled: int = 0
    works: tuple[Work, ...] = ()

    @property
    def name(self) -> RecordName:
        """Source and key: who this is, whatever its id."""
        return self.source, self.source_key

    @property
    def certain(self) -> bool:
        """Whether the instant is known."""
        return self.utc is not None and self.basis != TimeBasis.WALL_CLOCK and not self.day_only

    @property
    def day_only(self) -> bool:
        """Whether only the day is known."""
        return self.precision == Precision.DATE


class DuplicateDecision(NamedTuple):
    """What the person said of two records: they are different bouts, or `one` counts in place of `other`.

    With EVERY_RECORD as both keys it is a rule: the records of one source count in place of those of the other.
    """

    one: RecordName
    other: RecordName
    verdict: DuplicateVerdict

    @property
    def is_rule(self) -> bool:
        """Whether it is about two sources, not about two records."""
        return self.one[1] == EVERY_RECORD == self.other[1]


class DuplicatePair(NamedTuple):
    """Two records of one bout, for the screen. Differences: of the other one from the one that counts.

    start_s: by the clock, a shift of zones included; None where only a day is known. distance_m: None where unknown.
    """

    primary: Candidate
    other: Candidate
    start_s: float | None
    distance_m: float | None
    why: str


def candidate_of(record_id: int, source: str, record: Activity | Session) -> Candidate:
    """The candidate that a record with its wall clock is. ValueError where that is missing."""
    start = record.start
    if start.local is None:
        raise ValueError("a start needs its wall clock before it can be compared")
    fields = RICH_FIELDS if isinstance(record, Activity) else RICH_SESSION_FIELDS
    candidate = Candidate(
        id=record_id,
        source=source,
        source_key=record.source_key,
        sport=record.sport if isinstance(record, Activity) else Sport.STRENGTH,
        basis=start.basis,
        precision=start.precision,
        local=start.local.replace(microsecond=0),
        utc=None if start.utc is None else start.utc.replace(microsecond=0),
        title=record.title,
        elapsed_s=record.elapsed_s,
        filled=count_filled([getattr(record, name) for name in fields]),
    )
    if isinstance(record, Session):
        return with_sets(candidate, record.sets)
    return candidate._replace(
        distance_m=record.distance_m, moving_s=record.moving_s, heart_rate_bpm=record.heart_rate_bpm
    )


def with_sets(candidate: Candidate, sets: Sequence[tuple[Any, ...]]) -> Candidate:
    """The candidate of a session with its sets, given as values of LiftingSet."""
    cells = sum(map(count_filled, sets))
    works = tuple(_work(*_of_work(each)) for each in sets)
    return candidate._replace(works=works, filled=candidate.filled + cells)


def count_filled(values: Sequence[Any]) -> int:
    """How many of these say something."""
    return len(values) - values.count(None) - values.count("")


_of_work: Final = itemgetter(*(LiftingSet._fields.index(n) for n in ("reps", "duration_s", "distance_m", "load_kg")))


@lru_cache(maxsize=65_536)  # a log of a million sets has some thousands of different ones, and keeps each once
def _work(reps: int | None, seconds: float | None, metres: float | None, load_kg: float | None) -> Work:
    return Work(next((each for each in (reps, seconds, metres) if each), None), load_kg or 0.0)
