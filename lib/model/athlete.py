"""The person whose training this is, and what they set once."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lib.model.vocabulary import DistanceUnit, Sport, Weekday, WeightUnit


@dataclass(frozen=True, slots=True)
class Athlete:
    """One athlete and their settings.

    time_zone: IANA name of the home zone; None until it was asked for.
    region:    how numbers and dates are written, a key of region.STYLES; None as the browser does.
    max_heart_rate_bpm: as the person knows it; None: taken from the runs.
    equipment: what is at hand, words of the catalog with a comma between; None: everything.
    commits:   random names of the latest commits, that of the revision first.
    revision:  raised in the same transaction as any change of the athlete's data; the key of every cache.
    """

    id: int
    name: str = ""
    time_zone: str | None = None
    distance_unit: DistanceUnit = DistanceUnit.KM
    weight_unit: WeightUnit = WeightUnit.KG
    first_weekday: Weekday = Weekday.MONDAY
    one_sided_reps_are_per_side: bool = True
    region: str | None = None
    max_heart_rate_bpm: float | None = None
    equipment: str | None = None
    revision: int = 0
    commits: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """The revision with the name of its commit: the key of every cache."""
        return f"{self.revision} {self.commits[0] if self.commits else ''}"

    def descends_from(self, earlier: "Athlete") -> bool:
        """Whether this is a later state of the same database, and not of a copy that went on otherwise."""
        steps = self.revision - earlier.revision
        return bool(earlier.commits) and 0 <= steps < len(self.commits) and self.commits[steps] == earlier.commits[0]


class ToldSport(NamedTuple):
    """What a word of a source for a sport means, by the word of the person."""

    source: str
    word: str
    sport: Sport


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says about files that cannot say it themselves.

    keep_going: take the other rows of a file of which most cannot be read.
    prefer:     the files are newer than every earlier one of their sources.
    exported:   the day on which the apps wrote the files. days: the same of single files, by their SHA-256.
    bin_gone:   what earlier exports of a source had and these lack goes into the bin.
    sports:     what words for a sport mean that nobody knows.
    """

    time_zone: str | None = None
    weight_unit: WeightUnit | None = None
    distance_unit: DistanceUnit | None = None
    date_order: str | None = None
    keep_going: bool = False
    prefer: bool = False
    exported: date | None = None
    days: tuple[tuple[str, date], ...] = ()
    bin_gone: bool = False
    sports: tuple[ToldSport, ...] = ()

    def day_of(self, sha256: str) -> date | None:
        """The day on which an app wrote a file; None where the person said none."""
        return dict(self.days).get(sha256, self.exported)
