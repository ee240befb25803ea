"""Numbers and dates as people read them, in the athlete's own units and as their region writes. No Streamlit here."""

from collections.abc import Sequence
from datetime import date, datetime, time
from math import floor, isnan

from lib.model import region
from lib.model.units import from_kilograms, from_metres
from lib.model.vocabulary import DistanceUnit, WeightUnit

NOTHING = "–"
_NO_LOSS = 1e-9  # what a division loses: 29 of 100 are 29 %
day, days, number = region.day, region.days, region.number


def days_so_far(first: date, last: date, today: date) -> str:
    """See days, marked "(so far)" until the last of them is over."""
    return days(first, last) + ("" if last < today else " (so far)")


def distance(metres: float | None, unit: DistanceUnit, digits: int = 1) -> str:
    """42195 m in km gives "42.2 km"; NaN and None give a dash."""
    return NOTHING if metres is None or isnan(metres) else f"{number(from_metres(metres, unit), f',.{digits}f')} {unit}"


def load(kilograms: float | None, unit: WeightUnit) -> str:
    """A mass as "60 kg" or "132.3 lb"."""
    return NOTHING if kilograms is None or isnan(kilograms) else f"{count(from_kilograms(kilograms, unit))} {unit}"


def count(value: float | None) -> str:
    """A number of sets or runs, with a half where there is one: "12", "12.5", "1,240"."""
    return NOTHING if value is None or isnan(value) else region.short(value)


def between(low: float, high: float) -> str:
    """A range of counts as "6–9.5"; one number where both ends read alike."""
    return count(low) if count(low) == count(high) else f"{count(low)}–{count(high)}"


def about(low: float, high: float) -> str:
    """A range in whole numbers: "35–53"; one number where both ends read alike."""
    least, most = number(low, ",.0f"), number(high, ",.0f")
    return least if least == most else f"{least}–{most}"


def side_by_side(values: Sequence[float]) -> str:
    """Counts to be compared, as "8 : 5.5"; one dash where none of them is known."""
    return NOTHING if all(isnan(value) for value in values) else " : ".join(count(value) for value in values)


def counted(value: float | None, one: str, many: str) -> str:
    """A count with its noun: "1 run", "4 runs", "0.5 sets"."""
    return f"{count(value)} {one if value == 1 else many}"


def duration(seconds: float | None) -> str:
    """Moving or elapsed time as "45 min" or "1 h 05 min"."""
    if seconds is None or isnan(seconds):
        return NOTHING
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"


def moment(value: datetime) -> str:
    """A day with its time, "12 Mar 2026, 16:50"; midnight means that only the day is known."""
    return day(value) if value.time() == time() else f"{day(value)}, {region.clock(value.time())}"


def share(value: float | None) -> str:
    """A share of one as whole percent; never rounded up to 100 % or down to 0 %."""
    if value is None or isnan(value):
        return NOTHING
    percent = round(value * 100)
    if percent == 100 and value < 1:
        return "99 %"
    return "1 %" if percent == 0 and value > 0 else f"{percent} %"


def share_reached(value: float | None) -> str:
    """A share of one as whole percent, rounded down: no bound is told to be reached before it is."""
    if value is None or isnan(value):
        return NOTHING
    return f"{floor(value * 100 + _NO_LOSS)} %"


def file_size(size: int) -> str:
    """Bytes as "812 KB" or "12.3 MB"; a file of a few bytes has 1 KB."""
    return f"{number(size / 1e6, ',.1f')} MB" if size >= 999_500 else f"{number(max(1, round(size / 1e3)))} KB"


def of_weeks(met: int, weeks: int) -> str:
    """Adherence in words: "9 of 12 weeks"."""
    return f"{met} of {weeks} {'week' if weeks == 1 else 'weeks'}"


def ratio(log2_ratio: float | None) -> str:
    """A log2 ratio as "1.3 : 1"."""
    return NOTHING if log2_ratio is None or isnan(log2_ratio) else region.ratio(log2_ratio)
