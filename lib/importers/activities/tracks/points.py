"""One point of a track, the way between two, and how what was left out is said."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

_EARTH_RADIUS_M: Final = 6_371_008.8


class Point(NamedTuple):
    """One point of a track.

    at: seconds since 1970, UTC. latitude, longitude: degrees, or None where there was no fix.
    begins: the first after a pause, to which no distance leads.
    """

    at: float | None
    latitude: float | None
    longitude: float | None
    elevation_m: float | None = None
    heart_rate: float | None = None
    cadence: float | None = None
    begins: bool = False


def metres_between(first: Point, second: Point) -> float:
    """Along the surface of the Earth, as a sphere; right across the 180th meridian, too. 0 without a place."""
    if first.latitude is None or first.longitude is None or second.latitude is None or second.longitude is None:
        return 0.0
    one, other = math.radians(first.latitude), math.radians(second.latitude)
    east = math.radians(second.longitude - first.longitude)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))


def seconds_between(first: Point, second: Point) -> float:
    """Seconds from one point to the other; both have a time."""
    return (second.at or 0.0) - (first.at or 0.0)


def only(points: Sequence[Point], keep: Callable[[Point], bool]) -> list[Point]:
    """The points that are to be kept. A pause before one that is left out is a pause before the next."""
    kept, begins = [], False
    for point in points:
        begins = begins or point.begins
        if keep(point):
            kept.append(point._replace(begins=begins) if begins != point.begins else point)
            begins = False
    return kept


def segments(points: Sequence[Point]) -> Iterator[list[Point]]:
    """The points from pause to pause."""
    part: list[Point] = []
    for point in points:
        if point.begins and part:
            yield part
            part = []
        part.append(point)
    if part:
        yield part


def say(notes: list[str], count: int, one: str, several: str) -> None:
    """Add to the notes what became of some points, if there were any."""
    if count:
        notes.append(f"1 point {one}" if count == 1 else f"{count} points {several}")
