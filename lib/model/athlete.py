"""The person whose training this is, and what they set once."""

from dataclasses import dataclass
from datetime import date

from lib.model.vocabulary import DistanceUnit, Weekday, WeightUnit


@dataclass(frozen=True, slots=True)
class Athlete:
    """One athlete and their settings.

    time_zone: IANA name of the home zone; None until it was asked for.
    region:    how numbers and dates are written, a key of region.STYLES; None as the browser does.
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
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says about files that cannot say it themselves.

    keep_going: take the other rows of a file of which most cannot be read.
    prefer:     the files are newer than every earlier one of their sources.
    exported:   the day on which the apps wrote the files.
    bin_gone:   what earlier exports of a source had and these lack goes into the bin.
    """

    time_zone: str | None = None
    weight_unit: WeightUnit | None = None
    distance_unit: DistanceUnit | None = None
    date_order: str | None = None
    keep_going: bool = False
    prefer: bool = False
    exported: date | None = None
    bin_gone: bool = False
