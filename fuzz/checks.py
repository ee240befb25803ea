"""What must hold for every record that an importer makes of any bytes whatever; see docs/architecture.md, Limits."""

import math
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from lib.importers.reading.cells import visible_length
from lib.model.records import Activity, Ignored, LiftingSet, Problem, Record, Session, Start
from lib.model.vocabulary import TimeBasis

DURATION_S: Final = 240 * 3600
DISTANCE_M: Final = 1_000_000
NOTE_CHARACTERS: Final = 10_000
NAME_CHARACTERS: Final = 200
KEY_CHARACTERS: Final = 32_768 + 200
SHOWN_CHARACTERS: Final = 40
EARLIEST: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - records keep naive times
AHEAD: Final = timedelta(days=2)
AN_OFFSET: Final = timedelta(hours=15)

# The most that a number may be, 0 being the least.
ACTIVITY_LIMITS: Final = {
    "distance_m": DISTANCE_M,
    "moving_s": DURATION_S,
    "elapsed_s": DURATION_S,
    "ascent_m": 60_000,
    "heart_rate_bpm": 300,
    "heart_rate_max_bpm": 300,
    "cadence_spm": 600,
    "session_rpe": 10,
}
SESSION_LIMITS: Final = {"elapsed_s": DURATION_S, "session_rpe": 10, "body_mass_kg": 1000}
SET_LIMITS: Final = {
    "reps": 10_000,
    "load_kg": 1000,
    "load_value": 1000 / 0.45359237 + 1e-6,
    "duration_s": DURATION_S,
    "distance_m": DISTANCE_M,
    "set_rpe": 10,
}
# The most characters of a text.
ACTIVITY_TEXTS: Final = {
    "source_key": KEY_CHARACTERS,
    "sport_raw": NAME_CHARACTERS,
    "title": NAME_CHARACTERS,
    "notes": NOTE_CHARACTERS,
}
SESSION_TEXTS: Final = {"source_key": KEY_CHARACTERS, "title": NAME_CHARACTERS, "notes": NOTE_CHARACTERS}
SET_TEXTS: Final = {"exercise_name": NAME_CHARACTERS, "superset": NAME_CHARACTERS, "note": NOTE_CHARACTERS}

# What no database column and no screen can take.
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


class Unsound(AssertionError):
    """An importer gave a record that must not be."""


def check(record: Record) -> None:
    """Unsound where a record breaks a limit or could not be stored."""
    faults = [fault for fault in _faults(record) if fault]
    if faults:
        raise Unsound(f"{'; '.join(faults)}: {ascii(record)[:600]}")


def _faults(record: Record) -> Iterator[str]:
    if type(record.rows) is not int or record.rows < 0:
        yield f"accounts for {record.rows} rows"
    match record:
        case Activity():
            yield from _numbers(record, ACTIVITY_LIMITS)
            yield from _texts(record, ACTIVITY_TEXTS)
            yield from _start(record.start)
        case Session():
            yield from _numbers(record, SESSION_LIMITS)
            yield from _texts(record, SESSION_TEXTS)
            yield from _start(record.start)
            for each in record.sets:
                yield from _set(each)
        case Problem():
            yield from _texts(record, {"value": SHOWN_CHARACTERS, "column": KEY_CHARACTERS, "why": 2000})
        case Ignored():
            yield from _texts(record, {"why": 2000})


def _set(lifted: LiftingSet) -> Iterator[str]:
    yield from _numbers(lifted, SET_LIMITS)
    yield from _texts(lifted, SET_TEXTS)
    if not lifted.exercise_name.strip():
        yield "a set of no exercise"
    if lifted.reps is not None and type(lifted.reps) is not int:
        yield f"reps is a {type(lifted.reps).__name__}"


def _numbers(record: object, limits: dict[str, float]) -> Iterator[str]:
    for name, most in limits.items():
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{name} is no number"
        elif not (math.isfinite(value) and 0 <= value <= most):
            yield f"{name} is {value!r}"


def _texts(record: object, limits: dict[str, int]) -> Iterator[str]:
    for name, most in limits.items():
        value = getattr(record, name)
        if value is None:
            continue
        if not isinstance(value, str):
            yield f"{name} is no text"
        elif _UNSTORABLE.search(value):
            yield f"{name} holds NUL or a surrogate"
        elif len(value) > most and visible_length(value) > most:
            yield f"{name} has {len(value)} characters"


def _start(start: Start) -> Iterator[str]:
    has_local, has_utc = start.local is not None, start.utc is not None
    if (has_local, has_utc) != (start.basis is not TimeBasis.UTC, start.basis is not TimeBasis.WALL_CLOCK):
        yield f"a start of basis {start.basis} has not its times"
    if _UNSTORABLE.search(start.raw):
        yield "the start as written holds NUL or a surrogate"
    for moment in filter(None, (start.local, start.utc)):
        if moment.tzinfo is not None:
            yield "a start with a zone"
        elif not EARLIEST - AN_OFFSET <= moment <= datetime.now() + AHEAD + AN_OFFSET:  # noqa: DTZ005
            yield f"a start at {moment}"
