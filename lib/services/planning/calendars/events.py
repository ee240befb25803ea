"""One event of a calendar: when it is, each time that it comes, on the wall clock at home."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Final

from lib.services.planning.calendars.blocks import EventText
from lib.services.planning.calendars.recurrences import starts_between

# What reading a damaged event raises, whatever of it is damaged.
DAMAGED: Final = (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event as it is understood.

    start:    on the wall clock of its zone; midnight of a whole day. zone: None where it is of no zone, or a whole day.
    foreign:  the name of a zone that nobody knows, so that its hour is not known either; "" of others.
    whole:    it is of whole days. length: None: not known.
    rules:    of a series, "" without one. more, without: starts beside those of the rules, and starts that fall out.
    replaces: the start in a series that it stands for.
    """

    uid: str
    title: str
    start: datetime
    zone: tzinfo | None
    whole: bool
    length: timedelta | None
    rules: tuple[str, ...]
    more: frozenset[datetime | date]
    without: frozenset[datetime | date]
    replaces: datetime | date | None
    cancelled: bool
    foreign: str = ""

    @property
    def comes_again(self) -> bool:
        """Whether it is a series."""
        return bool(self.rules or self.more)

    def starts(self, first: date, last: date, replaced: Collection[datetime | date] = ()) -> Iterator[datetime]:
        """Its starts near the days from first to last, on the wall clock of its zone. RuleNotUnderstoodError.

        replaced: starts of the series for which other events stand.
        """
        low, high = datetime.combine(first, time()) - 2 * _DAY, datetime.combine(last, time()) + 3 * _DAY
        found = {self.start} | {each for each in map(self._local, self.more) if each}
        for rule in self.rules:
            found |= set(starts_between(rule, self.start, self.zone, low, high))
        out = {self._local(each) if isinstance(each, datetime) else each for each in {*self.without, *replaced}}
        return (each for each in sorted(found) if low <= each <= high and not {each, each.date()} & out)

    def _local(self, moment: datetime | date) -> datetime:
        """A moment on the wall clock of the event's zone."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, self.start.time())
        if moment.tzinfo and self.zone:
            moment = moment.astimezone(self.zone)
        return moment.replace(tzinfo=None)

    def at_home(self, start: datetime, home: tzinfo | None) -> datetime:
        """A start on the wall clock at home; what is of no zone stays as it is. home: None: the zone of this machine."""
        return start.replace(tzinfo=self.zone).astimezone(home).replace(tzinfo=None) if self.zone else start


def understood(text: EventText) -> CalendarEvent:
    """An event of its text. One of DAMAGED where it has no start, or one that cannot be."""
    from icalendar import Event  # late: a fifth of a second, for the few who plan by a calendar

    event: Any = Event.from_ical(text.block)
    start = event["DTSTART"].dt
    whole = not isinstance(start, datetime)
    moment = datetime.combine(start, time()) if whole else start
    replaces = event.get("RECURRENCE-ID")
    return CalendarEvent(
        uid=text.uid,
        title=text.title,
        start=moment.replace(tzinfo=None),
        zone=moment.tzinfo,
        whole=whole,
        length=_length(event, start),
        rules=tuple(each.to_ical().decode() for each in _listed(event.get("RRULE"))),
        more=_moments(event.get("RDATE")),
        without=_moments(event.get("EXDATE")),
        replaces=replaces.dt if replaces is not None else None,
        cancelled=str(event.get("STATUS", "")).strip().upper() == "CANCELLED",
        foreign="" if whole or moment.tzinfo else str(event["DTSTART"].params.get("TZID", "")),
    )


def _length(event: Any, start: datetime | date) -> timedelta | None:
    try:
        if "DURATION" in event:
            length: timedelta = event["DURATION"].dt
        elif "DTEND" in event:
            length = event["DTEND"].dt - start
        else:
            return None
    except DAMAGED:
        return None
    return length if length > timedelta() else None


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _moments(value: Any) -> frozenset[datetime | date]:
    """The starts of RDATE or EXDATE; of a period its start."""
    moments = [each.dt for dates in _listed(value) for each in dates.dts]
    return frozenset(each[0] if isinstance(each, tuple) else each for each in moments)
