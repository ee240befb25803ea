"""Points with times → how far, how long, how high. What a receiver got wrong is left out and said."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import fmean, median_low
from typing import Final, NamedTuple

from lib.importers.reading.cells import CellError
from lib.importers.reading.epochs import ORIGIN
from lib.model.limits import MAX_DURATION_S

_EARTH_RADIUS_M: Final = 6_371_008.8
_TOP_SPEED: Final = 12.5  # m/s: above it a step of a person on foot is an error of the receiver
_TOP_SPEED_ON_WHEELS: Final = 45.0
_STRETCH_M: Final = 4.0
_STANDING: Final = 0.3  # m/s
_CLIMB_M: Final = 3.0


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


@dataclass(slots=True)
class Track:
    """What the points of one bout add up to. notes: what was left out of them, in words."""

    start: datetime
    elapsed_s: float
    distance_m: float | None = None
    moving_s: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    heart_rate_max_bpm: float | None = None
    cadence: float | None = None
    notes: list[str] = field(default_factory=list)


def track_of(points: Sequence[Point], *, on_wheels: bool = False) -> Track:
    """Sums of one bout. CellError with the reason where the points are none."""
    if not points:
        raise CellError("no track points in it")
    notes: list[str] = []
    timed = _in_order(_timed(points, notes), notes)
    start, end = timed[0].at or 0.0, timed[-1].at or 0.0
    if end <= start:
        raise CellError("no duration: one point, or all at the same time")
    track = Track(moment(start), end - start, notes=notes)
    placed = _placed(timed, notes)
    if len(placed) > 1:
        top_speed = _TOP_SPEED_ON_WHEELS if on_wheels else _TOP_SPEED
        track.distance_m, moving_s = _way(placed, top_speed, notes)
        track.moving_s = min(moving_s, track.elapsed_s) or None
        track.ascent_m = _ascent([each.elevation_m for each in placed if each.elevation_m is not None])
    rates = [each.heart_rate for each in timed if each.heart_rate and 25 <= each.heart_rate <= 250]
    steps = [each.cadence for each in timed if each.cadence]
    track.heart_rate_bpm, track.heart_rate_max_bpm = (fmean(rates), max(rates)) if rates else (None, None)
    track.cadence = fmean(steps) if steps else None
    return track


def moment(seconds: float) -> datetime:
    """Naive UTC of seconds since 1970."""
    return ORIGIN + timedelta(seconds=seconds)


def metres_between(first: Point, second: Point) -> float:
    """Along the surface of the Earth, as a sphere; right across the 180th meridian, too. 0 without a place."""
    if first.latitude is None or first.longitude is None or second.latitude is None or second.longitude is None:
        return 0.0
    one, other = math.radians(first.latitude), math.radians(second.latitude)
    east = math.radians(second.longitude - first.longitude)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))


def _timed(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """The points with a time that fits those of the others."""
    timed = [each for each in points if each.at is not None]
    if not timed:
        raise CellError("a course without times (a planned route), not a recorded activity")
    middle = median_low(each.at or 0.0 for each in timed)
    kept = [each for each in timed if abs((each.at or 0.0) - middle) <= MAX_DURATION_S]
    _note(notes, len(points) - len(timed), "has no time and was left out", "have no time and were left out")
    off = len(timed) - len(kept)
    _note(notes, off, "lies more than 240 h from the others in time", "lie more than 240 h from the others in time")
    return kept


def _in_order(points: list[Point], notes: list[str]) -> list[Point]:
    """Without the few points whose time goes back. CellError where many do."""
    count = len(points)
    if count > 2 and (points[0].at or 0.0) > (points[1].at or 0.0) <= (points[2].at or 0.0):
        points = points[1:]  # some watches write the first point with the time of the last fix
    kept = points[:1]
    for point in points[1:]:
        if (point.at or 0.0) >= (kept[-1].at or 0.0):
            kept.append(point)
    off = count - len(kept)
    if off > max(2, count // 10):
        raise CellError(f"its times are not increasing: {off} of {count} points go back in time")
    _note(notes, off, "goes back in time and was left out", "go back in time and were left out")
    return kept


def _placed(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """The points with a place; 0, 0 is what a receiver writes before it knows one."""
    kept = [each for each in points if each.latitude is not None and (each.latitude or each.longitude)]
    off = len(points) - len(kept)
    if kept:
        _note(notes, off, "has no position", "have no position")
    return kept


def _way(points: Sequence[Point], top_speed: float, notes: list[str]) -> tuple[float, float]:
    """(metres, seconds in motion). Measured in stretches of a few metres, as a receiver wavers from second to second."""
    metres = moving = 0.0
    jumps, anchor = 0, points[0]
    for before, after, seconds in _steps(points):
        if before.begins:
            anchor = before
        stretch, lasted = metres_between(anchor, after), (after.at or 0.0) - (anchor.at or 0.0)
        if metres_between(before, after) > top_speed * max(seconds, 1.0):
            jumps, anchor = jumps + 1, after
        elif stretch >= _STRETCH_M:
            metres += stretch
            moving += lasted if stretch >= _STANDING * lasted else 0.0
            anchor = after
    metres += 0.0 if points[-1].begins else metres_between(anchor, points[-1])
    _note(
        notes,
        jumps,
        "was reached faster than can be; the jump is no distance",
        "were reached faster than can be; the jumps are no distance",
    )
    return metres, moving


def _steps(points: Sequence[Point]) -> Iterator[tuple[Point, Point, float]]:
    """Point to point within one recording, with the seconds between."""
    for before, after in pairwise(points):
        if not after.begins:
            yield before, after, (after.at or 0.0) - (before.at or 0.0)


def _ascent(elevations: Sequence[float]) -> float | None:
    """Metres up, in climbs of three metres or more: less is noise of the receiver."""
    if len(elevations) < 2:
        return None
    total, low = 0.0, elevations[0]
    high = low
    for elevation in elevations:
        high = max(high, elevation)
        if high - elevation >= _CLIMB_M:
            total += high - low if high - low >= _CLIMB_M else 0.0
            low = high = elevation
        elif elevation < low:
            low = high = elevation
    return total + (high - low if high - low >= _CLIMB_M else 0.0)


def _note(notes: list[str], count: int, one: str, several: str) -> None:
    if count:
        notes.append(f"1 point {one}" if count == 1 else f"{count} points {several}")
