"""What stands in the fields of a record's form, as `editing.fields` reads it. Pure."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

from lib.model.athlete import Athlete
from lib.model.units import from_metres
from lib.model.vocabulary import DistanceUnit
from lib.wording.format import number
from lib.wording.record_words import clock
from lib.wording.run_columns import ascent_unit, from_ascent

_DAY: Final = 10
_BARE: Final = re.compile(r"[0-9.,\s]+")


def texts_of(fields: Mapping[str, Any], athlete: Athlete) -> dict[str, str]:
    """The text of each field, "" where the record says nothing. fields: of a RecordView."""
    return {name: _text(name, value, athlete) for name, value in fields.items()}


def changed(before: Mapping[str, str], typed: Mapping[str, str], athlete: Athlete) -> dict[str, str]:
    """The fields whose text is another one now, as they are to be read. Rounded numbers that nobody touched stay out."""
    new = {name: text.strip() for name, text in typed.items() if text.strip() != before[name].strip()}
    if new.get("ascent") and athlete.distance_unit is DistanceUnit.MILE and _BARE.fullmatch(new["ascent"]):
        new["ascent"] += " ft"
    return new


def day_of(start: str) -> date:
    """The day of a start."""
    return date.fromisoformat(start[:_DAY])


def time_of(start: str) -> time | None:
    """The time of a start, None where only the day is known."""
    return None if len(start) == _DAY else datetime.fromisoformat(start).time()


def start_text(before: str, day: date, at: time | None) -> str:
    """A start of a day and a time; the seconds of before stay, where the minute is the same."""
    known = time_of(before)
    if at and known and (at.hour, at.minute) == (known.hour, known.minute):
        at = known
    return f"{day} {at:%H:%M:%S}" if at else f"{day}"


def _text(name: str, value: Any, athlete: Athlete) -> str:
    if value is None or value == "":
        return ""
    if name == "distance":
        return number(from_metres(value, athlete.distance_unit), ".2f")
    if name in ("moving", "elapsed"):
        return clock(value)
    if name == "ascent":
        return number(from_ascent(value, athlete.distance_unit), ".0f")
    return f"{value:g}" if name == "rpe" else str(value)


def label_of_ascent(athlete: Athlete) -> str:
    """With its unit."""
    return f"Ascent ({ascent_unit(athlete.distance_unit)})"
