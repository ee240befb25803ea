"""Hard runs and pins as a person types them: "2026-12-01 18:00 60", "2026-12-03 pm"."""

import re
from datetime import date, time
from typing import Final

from lib.analysis.planning.week import DEFAULT_RUN_MINUTES, HardRun, Slot, WeekToPlan
from lib.model.errors import TrainingDataError
from lib.model.limits import FIRST_YEAR, MAX_DURATION_S
from lib.model.vocabulary import HalfDay

MAX_MINUTES: Final = MAX_DURATION_S / 60
_LAST_YEAR: Final = 2999
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_MINUTES: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_RUN: Final = "Write a hard run as day, clock and minutes, such as '2026-12-01 18:00 60'."
_PIN: Final = "Write a pin as day and half, such as '2026-12-03 pm'."


class PlanError(TrainingDataError):
    """What was typed for a plan cannot be; the message says what to write."""


def read_run(text: str) -> HardRun:
    """A hard run: its day, and its clock and its minutes where they are known. PlanError."""
    day, *rest = text.split() or [""]
    if len(rest) > 2:
        raise PlanError(f"{text!r} has too many parts. {_RUN}")
    on = _day(day, text, _RUN)
    at = _clock(rest[0], text) if rest else None
    return HardRun(on, at, _minutes(rest[1], text) if len(rest) > 1 else DEFAULT_RUN_MINUTES)


def read_pin(text: str) -> Slot:
    """A half-day that is taken for a leg session. PlanError."""
    parts = text.split()
    if len(parts) != 2 or parts[1].lower() not in list(HalfDay):
        raise PlanError(f"{text!r} is no half-day. {_PIN}")
    return Slot(_day(parts[0], text, _PIN), HalfDay(parts[1].lower()))


def refuse_other_weeks(week: WeekToPlan, pins: list[Slot]) -> None:
    """PlanError for a pin that is not in the week."""
    for pin in pins:
        if pin not in week.slots:
            raise PlanError(
                f"The pin {pin.day} {pin.half} is not in the week from {week.start} to {week.last}. "
                "Pin a day of it, or plan another week."
            )


def _day(word: str, text: str, how: str) -> date:
    try:
        day = date.fromisoformat(word) if _DAY.fullmatch(word) else None
    except ValueError:
        day = None
    if day is None:
        raise PlanError(f"{word!r} in {text!r} is no day of the calendar. {how}")
    if not FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise PlanError(f"{day} in {text!r} is not between {FIRST_YEAR} and {_LAST_YEAR}. {how}")
    return day


def _clock(word: str, text: str) -> time:
    found = _CLOCK.fullmatch(word)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise PlanError(f"{word!r} in {text!r} is no time of day. {_RUN}")
    return time(int(found[1]), int(found[2]))


def _minutes(word: str, text: str) -> float:
    if not _MINUTES.fullmatch(word) or not 0 < float(word) <= MAX_MINUTES:
        raise PlanError(f"{word!r} in {text!r} is no number of minutes from 1 to {MAX_MINUTES:g}. {_RUN}")
    return float(word)
