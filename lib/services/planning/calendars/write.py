"""The accepted leg sessions as a calendar file."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, tzinfo

from lib.model.plan import PlannedSession
from lib.model.vocabulary import Weekday
from lib.model.weeks import week_start


def calendar_of(
    sessions: Iterable[PlannedSession],
    first: Weekday,
    home: tzinfo | None,
    now: datetime,
    about: Callable[[PlannedSession], str],
) -> bytes:
    """An iCalendar file. home: the zone of the wall clocks; without one they are of no zone. about: what is done in a session.

    The first session of a week keeps its UID when it moves within the week, likewise the second: a calendar that takes the
    file again moves it, too.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Legwork//Next week//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    in_week: dict[str, int] = {}
    for session in sorted(sessions, key=lambda each: each.start):
        week = week_start(session.start.date(), first).isoformat()
        in_week[week] = in_week.get(week, 0) + 1
        event = Event()
        event.add("uid", f"leg-session-{week}-{in_week[week]}@legwork")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("last-modified", now.astimezone(UTC))
        event.add("dtstart", _moment(session.start, home))
        event.add("dtend", _moment(session.start + timedelta(minutes=session.minutes), home))
        event.add("summary", session.title or "Leg session")
        if told := about(session):
            event.add("description", told)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _moment(wall_clock: datetime, home: tzinfo | None) -> datetime:
    """In UTC, so that no calendar needs to know the zone."""
    return wall_clock.replace(tzinfo=home).astimezone(UTC) if home else wall_clock
