"""How recent a file is: by what is in it, by the day on which the app wrote it, or because the person says so."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

_SECOND: Final = timedelta(seconds=1)
_AHEAD: Final = timedelta(days=1)  # a file from the other side of the date line
# 2026-11-20, 2026_11_20, 20261120 as a part of a name of its own.
_DAY: Final = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def day_in_name(name: str, last_day: date | None, today: date) -> date | None:
    """The day of the export, where the name of the file says it: none before the last record, none to come."""
    found = [day for each in _DAY.finditer(name) if (day := _day(*each.group(1, 3, 4)))]
    possible = [day for each in found if (day := possible_day(each, last_day, today))]
    return max(possible, default=None)


def possible_day(day: date | None, last_day: date | None, today: date) -> date | None:
    """The day of an export, if it can be one: not before the last record, and not to come."""
    return day if day and (last_day or day) <= day <= today + _AHEAD else None


def recency(
    latest_start: datetime | None, exported: date | None, newest: datetime | None, now: datetime, *, preferred: bool
) -> datetime | None:
    """How recent a file is. newest: the most recent file of the source so far; now: naive UTC.

    preferred: the person said that this file is newer than all of them.
    """
    known = (latest_start, datetime.combine(exported, time.min) if exported else None)
    moments = [each for each in known if each]
    if preferred:
        moments += [now, *([newest + _SECOND] if newest else [])]
    return max(moments, default=None)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
