"""On which days a series of a calendar falls, between two days: never further, whatever its rule says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from dateutil.rrule import rrulestr

_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# What a rule may say beside. By days of the month, of the year and by weeks only rules of months and years are understood:
# a rule of days that never comes true is tried until the year 9999.
_ALWAYS: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "WKST"})
_OF_MONTHS: Final = _ALWAYS | {"BYMONTHDAY", "BYSETPOS"}
_MOST: Final = 1_000  # of an interval
_NEVER: Final = datetime(9999, 12, 31)  # noqa: DTZ001 - a wall clock
_UNTIL: Final = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


class RuleNotUnderstoodError(ValueError):
    """A rule of a series that is not understood."""


def starts_between(
    rule: str, start: datetime, zone: tzinfo | None, first: datetime, last: datetime
) -> Iterator[datetime]:
    """The starts of a series from the first to the last moment. RuleNotUnderstoodError.

    rule: the text of RRULE. start: of the series, on the wall clock of its own zone, as first and last; None: of no zone.
    """
    parts = _parts(rule)
    until = _until(parts.pop("UNTIL", ""), zone)
    if start.year < 1970 or last < start:
        return iter(())
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        found: Any = rrulestr(text, dtstart=start).between(first, min(last, until), inc=True)
    except (ValueError, TypeError, OverflowError, KeyError, IndexError) as error:
        raise RuleNotUnderstoodError(rule) from error
    return iter(found)


def _parts(rule: str) -> dict[str, str]:
    parts = dict(part.split("=", 1) for part in rule.strip().upper().split(";") if "=" in part)
    known = _OF_MONTHS if parts.get("FREQ") in ("MONTHLY", "YEARLY") else _ALWAYS
    interval = parts.get("INTERVAL", "1")
    count = parts.get("COUNT", "1")
    if (
        parts.get("FREQ") not in _FREQUENCIES
        or set(parts) - known
        or not (interval.isascii() and interval.isdecimal() and 0 < int(interval[:9]) <= _MOST)
        or not (count.isascii() and count.isdecimal() and len(count) < 7)
    ):
        raise RuleNotUnderstoodError(rule)
    return parts


def _until(text: str, zone: tzinfo | None) -> datetime:
    """The last moment of a series on its own wall clock; the end of the day where only that is said."""
    if not text:
        return _NEVER
    found = _UNTIL.fullmatch(text)
    if not found:
        raise RuleNotUnderstoodError(text)
    try:
        end = datetime.fromisoformat(f"{found[1]}T{found[2] or '235959'}")
        in_utc = bool(found[3]) and zone is not None
        return end.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if in_utc else end
    except (ValueError, OverflowError) as error:
        raise RuleNotUnderstoodError(text) from error
