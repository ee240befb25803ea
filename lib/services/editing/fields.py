"""The fields of a record that a person can change, and how what they typed is read."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.history import START
from lib.model.limits import (
    EFFORTS,
    FIRST_YEAR,
    MAX_AHEAD,
    MAX_ASCENT_M,
    MAX_DISTANCE_M,
    MAX_DURATION_S,
    MAX_NAME,
    MAX_NOTE,
)
from lib.model.units import KG_PER_POUND, METRES_PER_MILE, kilograms, metres
from lib.model.vocabulary import Effort, RecordKind, Sport

# What a person calls a field → what it is called in a record.
FIELDS: Final[Mapping[RecordKind, Mapping[str, str]]] = {
    RecordKind.ACTIVITY: {
        "sport": "sport",
        "start": START,
        "distance": "distance_m",
        "moving": "moving_s",
        "elapsed": "elapsed_s",
        "ascent": "ascent_m",
        "effort": "effort",
        "rpe": "session_rpe",
        "shoes": "gear",
        "title": "title",
        "notes": "notes",
    },
    RecordKind.SESSION: {
        "start": START,
        "elapsed": "elapsed_s",
        "rpe": "session_rpe",
        "title": "title",
        "notes": "notes",
    },
}
_NEVER_EMPTY: Final = frozenset({"sport", "start"})
_QUANTITY: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([a-z]*)", re.IGNORECASE)
_METRES: Final = {
    "m": 1.0,
    "km": 1000.0,
    "k": 1000.0,
    "mi": METRES_PER_MILE,
    "mile": METRES_PER_MILE,
    "miles": METRES_PER_MILE,
}
_KILOGRAMS: Final = {"kg": 1.0, "lb": KG_PER_POUND, "lbs": KG_PER_POUND}
_FEET: Final = {"m": 1.0, "ft": 0.3048}
_SECONDS: Final = {"s": 1, "sec": 1, "min": 60, "h": 3600}
_CLOCK: Final = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])")
_STARTS: Final = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M")


def read_field(kind: RecordKind, name: str, text: str, athlete: Athlete, now: datetime) -> tuple[str, Any]:
    """The field of a record and the value that a person typed for it, None for "empty". TrainingDataError in a sentence.

    now: naive wall clock at home.
    """
    fields = FIELDS[kind]
    if name not in fields:
        raise TrainingDataError(f"A {_WORD[kind]} has no field {name}. It has: {', '.join(fields)}.")
    text = text.strip()
    if not text:
        if name in _NEVER_EMPTY:
            raise TrainingDataError(f"{name} cannot be empty.")
        return fields[name], None
    if name == "start":
        return START, read_start(text, now)
    return fields[name], _READERS[name](text, athlete)


def read_start(text: str, now: datetime) -> str:
    """A start as it is kept: `2026-11-28 18:00:00`, or `2026-11-28` where only the day is known."""
    found = _moment(text)
    if found is None:
        raise TrainingDataError(f"{text} is no start. Write it like 2026-11-28 18:00, or 2026-11-28 for the day alone.")
    if found.year < FIRST_YEAR or found > now + MAX_AHEAD:
        raise TrainingDataError(f"{text} is not between {FIRST_YEAR} and the day after tomorrow.")
    return text if len(text) == len("2026-11-28") else f"{found:%Y-%m-%d %H:%M:%S}"


def read_distance(text: str, athlete: Athlete) -> float:
    """Metres from `12km`, `8 mi`, `5000 m`, or a bare number in the person's own unit."""
    value = _quantity(
        "distance", text, _METRES, "12km, 7.5 mi or 5000m", lambda bare: metres(bare, athlete.distance_unit)
    )
    return _within("distance", text, value, 0, MAX_DISTANCE_M, "1,000 km")


def read_duration(text: str, _athlete: Athlete | None = None) -> float:
    """Seconds from `45:00`, `1:02:03`, `45 min` or `90s`."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        value: float = hours * 3600 + minutes * 60 + seconds
    else:
        value = _quantity("time", text, _SECONDS, "45:00, 1:02:03 or 45min", None)
    return _within("time", text, value, 0, MAX_DURATION_S, "240 h")


def read_mass(text: str, athlete: Athlete) -> float:
    """Kilograms from `72.5kg`, `160 lb`, or a bare number in the person's own unit."""
    return _quantity("mass", text, _KILOGRAMS, "72.5kg or 160lb", lambda bare: kilograms(bare, athlete.weight_unit))


def read_rpe(text: str, _athlete: Athlete | None = None) -> float:
    """A session's effort from 0 to 10."""
    value = _quantity("effort", text, {}, "a number from 0 to 10", lambda bare: bare)
    return _within("effort", text, value, *EFFORTS, "10")


def read_sport(text: str) -> Sport:
    """A sport by its word, in letters of any size."""
    return Sport(_word("sport", Sport, text))


def _moment(text: str) -> datetime | None:
    for form in (*_STARTS, "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the wall clock at home
        except ValueError:
            continue
    return None


def _quantity(
    what: str, text: str, units: Mapping[str, float], example: str, bare: Callable[[float], float] | None
) -> float:
    found = _QUANTITY.fullmatch(text)
    unit = found[2].lower() if found else ""
    if found and unit in units:
        return float(found[1].replace(",", ".")) * units[unit]
    if found and not unit and bare:
        return bare(float(found[1].replace(",", ".")))
    raise TrainingDataError(f"{text} is no {what}. Write {example}.")


def _within(what: str, text: str, value: float, low: float, high: float, most: str) -> float:
    if not low <= value <= high:
        raise TrainingDataError(f"{text} is too much for {what}: at most {most}.")
    return value


def _ascent(text: str, _athlete: Athlete) -> float:
    value = _quantity("ascent", text, _FEET, "120m or 400ft", lambda bare: bare)
    return _within("ascent", text, value, 0, MAX_ASCENT_M, "20,000 m")


def _sport(text: str, _athlete: Athlete) -> str:
    return _word("sport", Sport, text)


def _effort(text: str, _athlete: Athlete) -> str:
    return _word("effort", Effort, text)


def _word(what: str, words: type[Sport | Effort], text: str) -> str:
    if text.lower() not in set(words):
        raise TrainingDataError(f"{text} is no {what}. It is one of: {', '.join(words)}.")
    return text.lower()


def _text(what: str, most: int) -> Callable[[str, Athlete], str]:
    def read(text: str, _athlete: Athlete) -> str:
        if len(text) > most:
            raise TrainingDataError(f"A {what} has at most {most:,} characters; this one has {len(text):,}.")
        return text

    return read


_WORD: Final = {RecordKind.ACTIVITY: "run", RecordKind.SESSION: "session"}
_READERS: Final[Mapping[str, Callable[[str, Athlete], Any]]] = {
    "sport": _sport,
    "distance": read_distance,
    "moving": read_duration,
    "elapsed": read_duration,
    "ascent": _ascent,
    "effort": _effort,
    "rpe": read_rpe,
    "shoes": _text("name", MAX_NAME),
    "title": _text("title", MAX_NAME),
    "notes": _text("note", MAX_NOTE),
}
