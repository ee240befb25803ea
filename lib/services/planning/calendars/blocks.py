"""The events of a calendar file as text, before any of them is understood: only those that matter are parsed."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from lib.model.limits import MAX_CALENDAR_BYTES
from lib.services.planning.typed import PlanError

_FOLD: Final = re.compile(r"\r?\n[ \t]")
_BLOCK: Final = re.compile(
    r"^BEGIN:(VEVENT|VTIMEZONE)[ \t]*$(.*?)^END:\1[ \t]*$", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
_ESCAPED: Final = re.compile(r"\\(.)")


class CalendarError(PlanError):
    """A file that is no calendar, or one that cannot be read; the message says what to do."""


class EventText:
    """One event as it is written. uid: what the parts of a series share, "" without one."""

    def __init__(self, block: str) -> None:
        self.block = block
        self.uid = _value(block, "UID")
        self.title = _ESCAPED.sub(lambda found: {"n": " ", "N": " "}.get(found[1], found[1]), _value(block, "SUMMARY"))


def events_of(data: bytes) -> tuple[list[EventText], list[str]]:
    """The events of a calendar file and its time zones, as text. CalendarError where it is none."""
    if len(data) > MAX_CALENDAR_BYTES:
        raise CalendarError(
            f"The calendar file is larger than {MAX_CALENDAR_BYTES // 2**20} MiB. Export the calendar of your runs alone."
        )
    text = _FOLD.sub("", data.decode("utf-8-sig", errors="replace")).replace("\r\n", "\n").replace("\r", "\n")
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise CalendarError("This is no calendar file. Export your calendar as iCalendar (.ics) and take that file.")
    found = [(kind.upper(), f"BEGIN:{kind.upper()}{body}END:{kind.upper()}\n") for kind, body in _BLOCK.findall(text)]
    return [EventText(block) for kind, block in found if kind == "VEVENT"], [
        b for kind, b in found if kind == "VTIMEZONE"
    ]


def is_cut_off(data: bytes) -> bool:
    """Whether an event of the file begins and does not end."""
    begun, ended = (len(re.findall(rb"(?im)^" + word + rb":VEVENT", data)) for word in (b"BEGIN", b"END"))
    return begun != ended


def of_interest(events: list[EventText], wanted: Callable[[str], bool]) -> Iterator[EventText]:
    """Those whose title is wanted, and the parts of a series that belong to one of them whatever their title."""
    series = {each.uid for each in events if each.uid and wanted(each.title)}
    return (each for each in events if wanted(each.title) or each.uid in series)


def _value(block: str, name: str) -> str:
    """The value of the first property of a name."""
    found = re.search(rf"^{name}(?:;[^:\n]*)?:(.*)$", block, re.MULTILINE | re.IGNORECASE)
    return found[1].strip() if found else ""
