"""The hard runs of a calendar file: the events whose titles say so, in a stretch of days."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from lib.analysis.planning.week import DEFAULT_RUN_MINUTES, HardRun
from lib.analysis.spacing.leg_spacing import COUNTED
from lib.model.limits import MAX_CALENDAR_SERIES
from lib.model.vocabulary import RunVerdict
from lib.services.planning.calendars.blocks import EventText, events_of, is_cut_off, of_interest
from lib.services.planning.calendars.events import DAMAGED, CalendarEvent, understood
from lib.services.planning.calendars.recurrences import RuleNotUnderstoodError

Says = Callable[[str], str]  # a title → the verdict that it tells, "" without one

_DAY: Final = timedelta(days=1)
_YEARLY_ALONE: Final = re.compile(r"^RRULE:(?!FREQ=YEARLY(;(?!INTERVAL)[A-Z]+=[^;\n]*)*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CalendarRuns:
    """The hard runs of a calendar between two days. events: how many it has; left_out: titles that could not be read, and why."""

    runs: tuple[HardRun, ...]
    events: int
    left_out: tuple[str, ...]


def read_calendar(data: bytes, first: date, last: date, home: tzinfo | None, says: Says) -> CalendarRuns:
    """The events from the first to the last day whose title says that they are a hard or a long run. CalendarError.

    home: the zone in which the person lives, None: that of this machine. Series are followed between the two days only. An
    event of whole days is a run without a clock on each of them.
    """
    texts, zones = events_of(data)
    _learn(zones)
    left_out = ["the file ends within an event; export it again"] if is_cut_off(data) else []
    events = list(_understood(of_interest(texts, lambda title: says(title) in COUNTED), left_out))
    runs = {run for each in events for run in _runs(each, events, (first, last), home, says, left_out)}
    ordered = sorted(runs, key=lambda run: (run.first_start, run.title))
    return CalendarRuns(tuple(ordered), len(texts), tuple(dict.fromkeys(left_out)))


def _learn(zones: Sequence[str]) -> None:
    """Time zones that the file brings along; one that no calendar writes so is not followed."""
    from icalendar import Calendar

    for zone in zones:
        if not _YEARLY_ALONE.search(zone):
            try:
                Calendar.from_ical(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-\n{zone}END:VCALENDAR\n")
            except DAMAGED:
                continue


def _understood(texts: Iterator[EventText], left_out: list[str]) -> Iterator[CalendarEvent]:
    series = 0
    for text in texts:
        try:
            event = understood(text)
        except DAMAGED:
            left_out.append(f"{text.title}: its start cannot be read.")
            continue
        series += event.comes_again
        if event.comes_again and series > MAX_CALENDAR_SERIES:
            left_out.append(f"{text.title}: a calendar can have {MAX_CALENDAR_SERIES} series of runs.")
        else:
            yield event


def _runs(
    event: CalendarEvent,
    events: Sequence[CalendarEvent],
    days: tuple[date, date],
    home: tzinfo | None,
    says: Says,
    left_out: list[str],
) -> Iterator[HardRun]:
    verdict = says(event.title)
    if event.cancelled or verdict not in COUNTED:
        return
    if event.foreign:
        left_out.append(f"{event.title}: its time zone {event.foreign} is not known, so its clock time is not taken.")
    replaced = [e.replaces for e in events if e.uid == event.uid and e.replaces and not event.replaces]
    try:
        for start in event.starts(*days, replaced):
            for run in _of_start(event, event.at_home(start, home), long=verdict == RunVerdict.LONG):
                if days[0] <= run.day <= days[1]:
                    yield run
    except (RuleNotUnderstoodError, OverflowError):
        left_out.append(f"{event.title}: how it comes again is not understood.")


def _of_start(event: CalendarEvent, start: datetime, *, long: bool) -> Iterator[HardRun]:
    if event.whole:
        days = min(event.length // _DAY, 14) if event.length else 1
        for offset in range(max(days, 1)):
            yield HardRun(start.date() + offset * _DAY, None, DEFAULT_RUN_MINUTES, event.title, long)
        return
    minutes = event.length.total_seconds() / 60 if event.length and event.length <= _DAY else DEFAULT_RUN_MINUTES
    at = None if event.foreign else time(start.hour, start.minute)
    yield HardRun(start.date(), at, minutes, event.title, long)
