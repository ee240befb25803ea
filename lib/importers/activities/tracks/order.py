"""Points in the order of their times: one with a time that cannot be goes, the track stays."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low
from typing import Final

from lib.importers.activities.tracks.points import Point, only, say, seconds_between, segments
from lib.importers.reading.cells import CellError
from lib.model.limits import MAX_DURATION_S

_SHUFFLED_S: Final = 60.0
_SPLIT_S: Final = 2.0


def timed(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """The points with a time that fits those of the others. CellError where none has one."""
    with_time = only(points, lambda each: each.at is not None)
    if not with_time:
        raise CellError("a course without times (a planned route), not a recorded activity")
    middle = median_low(_times(with_time))
    kept = only(with_time, lambda each: abs((each.at or 0.0) - middle) <= MAX_DURATION_S)
    say(notes, len(points) - len(with_time), "has no time and was left out", "have no time and were left out")
    off = len(with_time) - len(kept)
    say(notes, off, "lies more than 240 h from the others in time", "lie more than 240 h from the others in time")
    return kept


def in_order(points: Sequence[Point], notes: list[str]) -> list[Point]:
    """The most points whose times do not go back; all by time where they are shuffled by seconds. Else CellError."""
    parts = sorted(segments(points), key=lambda part: part[0].at or 0.0)
    points = [point for part in parts for point in part]
    kept = set(_longest_in_order(_times(points)))
    off = len(points) - len(kept)
    if off <= max(2, len(points) // 10):
        say(notes, off, "goes back in time and was left out", "go back in time and were left out")
        return _at(points, kept)
    ordered = sorted(points, key=lambda each: each.at or 0.0)
    if any(abs((one.at or 0.0) - (other.at or 0.0)) > _SHUFFLED_S for one, other in zip(points, ordered, strict=True)):
        raise CellError(f"its times are not increasing: {off} of {len(points)} points go back in time")
    say(notes, off, "was put in the order of its time", "were put in the order of their times")
    return ordered


def without_splits(points: Sequence[Point]) -> list[Point]:
    """A part that begins in the second after the one before is a lap, not the end of a pause."""
    pairs = zip([None, *points], points, strict=False)
    return [
        point._replace(begins=False)
        if point.begins and before is not None and seconds_between(before, point) <= _SPLIT_S
        else point
        for before, point in pairs
    ]


def _times(points: Sequence[Point]) -> list[float]:
    return [each.at or 0.0 for each in points]


def _at(points: Sequence[Point], places: set[int]) -> list[Point]:
    places_left = iter(range(len(points)))
    return only(points, lambda _: next(places_left) in places)


def _longest_in_order(times: Sequence[float]) -> list[int]:
    """Places of the longest choice of times that never goes back (patience sorting)."""
    if all(earlier <= later for earlier, later in pairwise(times)):
        return list(range(len(times)))
    ends: list[float] = []
    places: list[int] = []
    before: list[int] = []
    for place, time in enumerate(times):
        length = bisect_right(ends, time)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [time]
        places[length : length + 1] = [place]
    return _back_from(places[-1], before)


def _back_from(place: int, before: Sequence[int]) -> list[int]:
    found = []
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
