"""Two records of one bout: what is compared, and what the person said of it."""

from datetime import datetime
from typing import Any, Final, NamedTuple

from lib.model.records import Activity
from lib.model.vocabulary import Precision, TimeBasis, TwinVerdict

# What makes one record of a bout richer than another: how many of these it has.
RICH_FIELDS: Final = (
    "title",
    "notes",
    "sub_sport",
    "workout_type",
    "distance_m",
    "moving_s",
    "elapsed_s",
    "ascent_m",
    "heart_rate_bpm",
    "heart_rate_max_bpm",
    "cadence_spm",
    "session_rpe",
)

RecordName = tuple[str, str]  # source and source_key: the same whatever the order of the imports


class Candidate(NamedTuple):
    """An activity as far as its twins are concerned. Lengths in metres and seconds; filled: how many RICH_FIELDS it has.

    local is the athlete's naive wall clock, utc the naive instant; None where the source gave a bare wall clock.
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


class TwinDecision(NamedTuple):
    """What the person said of two records: they are different bouts, or `one` counts in place of `other`."""

    one: RecordName
    other: RecordName
    verdict: TwinVerdict


class TwinPair(NamedTuple):
    """Two records of one bout, for the screen. Differences: of the other one from the one that counts.

    start_s: by the clock, a shift of zones included; None where only a day is known. distance_m: None where unknown.
    """

    keeper: Candidate
    other: Candidate
    start_s: float | None
    distance_m: float | None
    why: str


def candidate_of(record_id: int, source: str, activity: Activity) -> Candidate:
    """The candidate that an activity with its wall clock is. ValueError where that is missing."""
    start = activity.start
    if start.local is None:
        raise ValueError("a start needs its wall clock before it can be compared")
    return Candidate(
        id=record_id,
        source=source,
        source_key=activity.source_key,
        sport=activity.sport,
        basis=start.basis,
        precision=start.precision,
        local=start.local.replace(microsecond=0),
        utc=None if start.utc is None else start.utc.replace(microsecond=0),
        title=activity.title,
        distance_m=activity.distance_m,
        moving_s=activity.moving_s,
        elapsed_s=activity.elapsed_s,
        heart_rate_bpm=activity.heart_rate_bpm,
        filled=count_filled(getattr(activity, name) for name in RICH_FIELDS),
    )


def count_filled(values: Any) -> int:
    """How many of these say something."""
    return sum(value is not None and value != "" for value in values)
