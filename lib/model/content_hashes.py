"""What a record says as one hash: by value, not by the bytes of a file."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter, itemgetter
from typing import Final

from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import TimeBasis

# Shoes are read since schema 8, single heart rates since 9: without them a hash is what it was, and what was imported then
# is unchanged.
_READ_LATER: Final = ("gear", "heart_rate_seconds")
_said_of_activity = attrgetter(
    *(each.name for each in fields(Activity) if each.name not in ("source_key", "start", "line", *_READ_LATER))
)
_said_of_session = attrgetter(
    *(each.name for each in fields(Session) if each.name not in ("source_key", "start", "sets", "line", "source_rows"))
)
_LINE = LiftingSet._fields.index("line")
_without_line: Final = itemgetter(slice(_LINE))
_NUMBERS: Final = (int, float)  # "int | float" would be made anew for every value
_SET = "\x1f".join(["%s"] * _LINE)


def activity_hash(activity: Activity) -> str:
    """Hex digest of all that a file says of an activity, but for its line and what follows from the home zone."""
    later = [said for name in _READ_LATER if (said := getattr(activity, name))]
    return _digest([*_start_parts(activity.start), *map(str, _said_of_activity(activity)), *later])


def session_hash(session: Session) -> str:
    """The same of a session and its sets."""
    sets = map(_set_text, map(_without_line, session.sets))
    return _digest([*_start_parts(session.start), *map(str, _said_of_session(session)), *sets])


@lru_cache(maxsize=8192)
def _set_text(said: tuple[object, ...]) -> str:
    """What a set says, but for its line. Remembered, as people repeat sets; so 60 and 60.0 must give one text."""
    return _SET % tuple([float(each) if isinstance(each, _NUMBERS) else each for each in said])


def _start_parts(start: Start) -> Iterator[str]:
    """All of a start but for the wall clock that the home zone gives."""
    local = None if start.basis is TimeBasis.UTC else start.local
    return map(str, (start.raw, start.basis, start.precision, start.utc, local))


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
