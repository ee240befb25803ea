"""Points with a place on Earth, one place at a time."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from lib.importers.activities.tracks.points import Point, metres_between, only, say, seconds_between
from lib.importers.reading.cells import CellError

_MOST_PLACES_A_SECOND: Final = 5  # more share a stamp only where stamps are coarse, and then all are good
_APART_M: Final = 25.0
_RENEWED_S: Final = 6.0


def placed(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """The points with a place. CellError where most of those that there are lie off the Earth."""
    known = only(points, _has_place)
    kept = _on_earth(known)
    off = len(known) - len(kept)
    if off * 2 > len(known):
        first = next(each for each in known if _is_off(each))
        raise CellError(f"{first.latitude:.9g}, {first.longitude:.9g} is no place on Earth")
    if kept:
        say(notes, len(points) - len(known), "has no position", "have no position")
    say(
        notes,
        off,
        "lies off the Earth; taken for a pause and left out",
        "lie off the Earth; taken for pauses, left out",
    )
    return kept


def one_a_second(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """Of several places in one second the one that lies best on the way."""
    moments = [list(group) for _, group in groupby(points, key=lambda each: each.at)]
    kept: list[Point] = []
    apart = 0
    for found, after in zip(moments, [*moments[1:], []], strict=True):
        if not 1 < len(found) <= _MOST_PLACES_A_SECOND or any(each.begins for each in found[1:]):
            kept += found
            continue
        apart += metres_between(found[0], found[-1]) > _APART_M
        best = _best(kept[-1:], found, after)
        kept.append(best._replace(begins=found[0].begins))
    say(
        notes,
        apart,
        "is a second place in the same second; the better one was taken",
        "are second places in the same second; the better ones were taken",
    )
    return kept


def where_it_changes(points: Sequence[Point]) -> list[Point]:
    """The points at which the place is a new one, as many apps renew it every few seconds only and write it each second.

    Where it stays for longer, one every six seconds.
    """
    kept = list(points[:1])
    for point in points[1:]:
        same = (point.latitude, point.longitude) == (kept[-1].latitude, kept[-1].longitude)
        if point.begins or not same or seconds_between(kept[-1], point) >= _RENEWED_S:
            kept.append(point)
    return kept


def _has_place(point: Point) -> bool:
    """0, 0 is what a receiver writes before it knows one."""
    return point.latitude is not None and point.longitude is not None and bool(point.latitude or point.longitude)


def _is_off(point: Point) -> bool:
    return abs(point.latitude or 0.0) > 90 or abs(point.longitude or 0.0) > 180


def _on_earth(points: Sequence[Point]) -> list[Point]:
    """Latitude 100 is an old way to write that the recording was paused."""
    kept, paused = [], False
    for point in points:
        if _is_off(point):
            paused = True
            continue
        kept.append(point._replace(begins=True) if paused else point)
        paused = False
    return kept


def _best(before: Sequence[Point], found: Sequence[Point], after: Sequence[Point]) -> Point:
    def detour(point: Point) -> float:
        there = sum(metres_between(each, point) for each in before)
        return there + min((metres_between(point, each) for each in after), default=0.0)

    return min(found, key=detour)
