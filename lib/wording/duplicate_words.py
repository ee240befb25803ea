"""Two records of one bout, in words."""

from collections.abc import Iterable

from lib.model.athlete import Athlete
from lib.model.duplicates import Candidate, DuplicatePair
from lib.model.region import clock_with_seconds
from lib.model.vocabulary import DistanceUnit
from lib.wording.format import counted, day, distance, duration
from lib.wording.text import plain


def bout(pair: DuplicatePair) -> str:
    """Which bout it is: "1 May 2026 · run · Along the river"."""
    return _joined((day(pair.primary.local.date()), str(pair.primary.sport), plain(pair.primary.title)))


def record(each: Candidate, source: str, athlete: Athlete) -> str:
    """What a source, called so, says of a bout: "Strava · 08:00:00 · 8.02 km · 40 min"."""
    start = "" if each.day_only else clock_with_seconds(each.local.time())
    length = distance(each.distance_m, athlete.distance_unit, 2) if each.distance_m else ""
    sets = counted(len(each.works), "set", "sets") if each.works else ""
    seconds = each.moving_s or each.elapsed_s
    return _joined((source, start, length, sets, duration(seconds) if seconds else ""))


def differences(pair: DuplicatePair, unit: DistanceUnit) -> str:
    """How the other record differs from the one that counts: "3 s earlier, 0.02 km shorter"."""
    if pair.primary.works:
        return f"{start_difference(pair.start_s)}, {sets_difference(pair)}"
    return f"{start_difference(pair.start_s)}, {distance_difference(pair.distance_m, unit)}"


def start_difference(seconds: float | None) -> str:
    """How much later the other record starts: "3 s later", "1 h 00 min 03 s earlier"."""
    if seconds is None:
        return "only the day is known"
    if not round(seconds):
        return "at the same second"
    minutes, rest = divmod(round(abs(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours} h {minutes:02d} min {rest:02d} s" if hours else f"{minutes} min {rest:02d} s"
    return f"{clock if hours or minutes else f'{rest} s'} {'later' if seconds > 0 else 'earlier'}"


def distance_difference(metres: float | None, unit: DistanceUnit) -> str:
    """How much longer the other record is: "0.02 km longer"."""
    if metres is None:
        return "one of them has no distance"
    words = distance(abs(metres), unit, 2)
    return (
        "the same distance" if words == distance(0.0, unit, 2) else f"{words} {'longer' if metres > 0 else 'shorter'}"
    )


def sets_difference(pair: DuplicatePair) -> str:
    """How many sets the other session has: "2 sets fewer"."""
    more = len(pair.other.works) - len(pair.primary.works)
    if not more:
        return "as many sets"
    return f"{counted(abs(more), 'set', 'sets')} {'more' if more > 0 else 'fewer'}"


def _joined(words: Iterable[str]) -> str:
    return " · ".join(word for word in words if word)
