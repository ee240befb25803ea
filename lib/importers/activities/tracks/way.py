"""How far and how long the points lead: measured in stretches, as a receiver wavers from second to second."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from lib.importers.activities.tracks.points import Point, metres_between, seconds_between, segments
from lib.importers.activities.tracks.wild_points import Speeds

_STRETCH_M: Final = 4.0
_LONGEST_STRETCH_M: Final = 30.0
_STANDING: Final = 0.3  # m/s
_AT_PACE: Final = 0.8  # m/s
_UNSEEN_S: Final = 20.0
_AROUND: Final = 4
_AROUND_SPARSE: Final = 2
_ENOUGH: Final = 30
_ENOUGH_SPARSE: Final = 100
_TURNS_AT_RANDOM: Final = 1.65  # chance alone gives 1.83, corners here and there 1.41
_BLOCK_S: Final = 30.0
_BLOCK_SLACK_S: Final = 2.0
_GOOD_M: Final = 0.5
_DENSE_S: Final = 3.0
_STRETCH_OF_WAVERING: Final = 6.0
_METRES_A_DEGREE: Final = 111_195.08
# Median of the difference of two neighbouring deviations, for a wavering of 1 m: 0.6745 · √5.
_DEVIATIONS_DIFFER: Final = 1.508


class Stretch(NamedTuple):
    """A part of the way. moving_s: 0 where one stood about."""

    metres: float
    seconds: float
    moving_s: float


@dataclass(frozen=True, slots=True)
class Way:
    """The whole of it. speeds: m/s of its half minutes in motion. lost_m: left out as too fast."""

    metres: float
    moving_s: float
    speeds: tuple[float, ...] = ()
    lost_m: float = 0.0


def way_along(points: Sequence[Point], speeds: Speeds, longest_gap_m: float, notes: list[str]) -> Way:
    """Metres and seconds in motion. Gaps too long to be bridged and what is too fast are left out and said."""
    blocks: list[Stretch] = []
    for segment in segments(points):
        wavering = _wavering(segment)
        for part in _without_gaps(segment, longest_gap_m, notes):
            blocks += _blocks(_stretches(part, wavering))
    possible = [each for each in blocks if each.metres <= speeds.sustained * (each.seconds + _BLOCK_SLACK_S)]
    lost = sum(each.metres for each in blocks) - sum(each.metres for each in possible)
    if len(possible) < len(blocks):
        notes.append(f"{lost / 1000:.1f} km were faster than can be in this sport and are not counted")
    in_motion = tuple(each.metres / each.moving_s for each in possible if each.moving_s >= _BLOCK_S / 2)
    metres, moving_s = sum(each.metres for each in possible), sum(each.moving_s for each in possible)
    return Way(metres, moving_s, in_motion, lost)


def _without_gaps(segment: Sequence[Point], longest_m: float, notes: list[str]) -> Iterator[list[Point]]:
    part = [segment[0]]
    for before, after in pairwise(segment):
        metres = metres_between(before, after)
        if metres > longest_m:
            minutes = seconds_between(before, after) / 60
            notes.append(f"{minutes:.0f} min without points; the {metres / 1000:.1f} km across are not counted")
            yield part
            part = []
        part.append(after)
    yield part


def _stretches(points: Sequence[Point], wavering_m: float) -> Iterator[Stretch]:
    """Step by step where the places are good, else straight across; what the receiver wavers is taken out of each."""
    shortest = min(max(_STRETCH_M, _STRETCH_OF_WAVERING * wavering_m), _LONGEST_STRETCH_M)
    anchor, stepped = points[0], 0.0
    for before, point in pairwise(points):
        across, stepped = metres_between(anchor, point), stepped + _steady(metres_between(before, point), wavering_m)
        if across >= shortest or point is points[-1]:
            seconds = seconds_between(anchor, point)
            unseen = seconds_between(before, point) > _UNSEEN_S
            moves = across >= (_AT_PACE if unseen else _STANDING) * seconds
            metres = stepped if moves and wavering_m <= _GOOD_M else _steady(across, wavering_m)
            yield Stretch(metres, seconds, seconds if moves else 0.0)
            anchor, stepped = point, 0.0


def _steady(metres: float, wavering_m: float) -> float:
    """A distance without what the wavering across the way adds to it."""
    return math.sqrt(metres**2 - 2 * min(wavering_m, metres / 2) ** 2)


def _blocks(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Half a minute or more of them each, but for the last."""
    metres = seconds = moving = 0.0
    for each in stretches:
        metres, seconds, moving = metres + each.metres, seconds + each.seconds, moving + each.moving_s
        if seconds >= _BLOCK_S:
            yield Stretch(metres, seconds, moving)
            metres = seconds = moving = 0.0
    if seconds:
        yield Stretch(metres, seconds, moving)


def _wavering(points: Sequence[Point]) -> float:
    """Metres (standard deviation) by which points lie beside the way, where it can be told from bends.

    The deviation of a point from the line between its neighbours turns from side to side where the receiver wavers; in
    a bend it stays, so the difference of two that follow each other is taken, and its median, which corners leave alone.
    Points more than three seconds apart have corners between them: there it must turn as chance does.
    """
    steps = [seconds_between(before, after) for before, after in pairwise(points)]
    if len(steps) < _ENOUGH:
        return 0.0
    dense = median(steps) <= _DENSE_S
    around = _AROUND if dense else _AROUND_SPARSE
    beside = [_beside(points, place, around) for place in range(around, len(points) - around)]
    pairs = [(one, other) for one, other in pairwise(beside) if one is not None and other is not None]
    if not pairs:
        return 0.0
    differ = median(abs(one - other) for one, other in pairs)
    random = differ > _TURNS_AT_RANDOM * median(abs(one) for one, _ in pairs)
    return differ / _DEVIATIONS_DIFFER if dense or (random and len(pairs) >= _ENOUGH_SPARSE) else 0.0


def _beside(points: Sequence[Point], place: int, around: int) -> float | None:
    """Metres that a point lies to the left of the line between its neighbours. None where nobody runs."""
    first, last, point = points[place - around], points[place + around], points[place]
    along = _from(first, last)
    length = math.hypot(*along)
    if length < _AT_PACE * seconds_between(first, last) or not length:
        return None
    before, after = _from(point, points[place - 1]), _from(point, points[place + 1])
    x, y = -(before[0] + after[0]) / 2, -(before[1] + after[1]) / 2
    return (along[0] * y - along[1] * x) / length


def _from(origin: Point, point: Point) -> tuple[float, float]:
    """Metres to the east and to the north, on a plane."""
    north = (point.latitude or 0.0) - (origin.latitude or 0.0)
    east = math.remainder((point.longitude or 0.0) - (origin.longitude or 0.0), 360.0)
    return east * _METRES_A_DEGREE * math.cos(math.radians(origin.latitude or 0.0)), north * _METRES_A_DEGREE
