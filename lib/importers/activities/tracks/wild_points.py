"""Wild points of a receiver are left out and bridged; a leap to where the track goes on is a break in it.

A step is judged by the time since the place last changed, and by a second more: whole-second stamps are up to a
second off.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles
from typing import Final, NamedTuple

from lib.importers.activities.tracks.points import Point, metres_between, say, seconds_between, segments

_GOES_ON: Final = 10  # so many points that fit each other are no error: the track goes on there
_FEW: Final = 3
_A_WHILE_S: Final = 60.0
_SURGE: Final = 4
_SLACK_S: Final = 1.0
_SHORT_STEP_M: Final = 30.0
_WINDOW_S: Final = 10.0
_FASTER: Final = 1.5
_SLOWEST_LIMIT: Final = 3.0  # m/s

Reaches = Callable[[Point, Point], bool]


class Speeds(NamedTuple):
    """What can be, in m/s. top: for seconds; sustained: for half a minute and longer."""

    top: float
    sustained: float


@dataclass(slots=True)
class _Cleaned:
    """What is kept of a segment, as pieces with a break between them."""

    pieces: list[list[Point]] = field(default_factory=list)
    wild: int = 0


def without_wild(points: Sequence[Point], speeds: Speeds, notes: list[str]) -> list[Point]:
    """The points that can be reached from each other. Breaks are marked as beginnings."""
    kept: list[Point] = []
    wild = leaps = 0
    for segment in segments(points):
        rough = _consistent(segment, _within(speeds), _GOES_ON)
        fine = [_fine(piece, speeds) for piece in rough.pieces]
        for piece in fine:
            joined = [each for part in piece.pieces for each in part]
            kept += [joined[0]._replace(begins=True), *joined[1:]]
        wild += rough.wild + sum(piece.wild for piece in fine)
        leaps += len(rough.pieces) - 1
    say(
        notes,
        wild,
        "was reached faster than can be and was left out",
        "were reached faster than can be and were left out",
    )
    say(notes, leaps, "lies where nobody gets in the time; the leap to it is no distance", _LEAPS)
    return kept


_LEAPS: Final = "lie where nobody gets in the time; the leaps to them are no distance"


def _consistent(points: Sequence[Point], reaches: Reaches, goes_on: int) -> _Cleaned:
    """Pieces in which each point is within reach of the one before."""
    done = _Cleaned([[points[0]]])
    doubtful: list[Point] = []
    for point in points[1:]:
        piece = done.pieces[-1]
        if reaches(piece[-1], point):
            done.wild += len(doubtful)
            doubtful = []
            piece.append(point)
            continue
        fits = bool(doubtful) and reaches(doubtful[-1], point)
        done.wild += 0 if fits else len(doubtful)
        doubtful = [*doubtful, point] if fits else [point]
        doubtful = _settle(done, doubtful, reaches, goes_on)
    done.wild += len(doubtful)
    return done


def _settle(done: _Cleaned, doubtful: list[Point], reaches: Reaches, goes_on: int) -> list[Point]:
    """What remains in doubt: nothing where the doubtful are many.

    Then it is the one or the few before that are wild, or the place was not renewed in a tunnel, or the track breaks here.
    """
    piece = done.pieces[-1]
    if len(doubtful) >= _FEW and len(piece) > 1 and reaches(piece[-2], doubtful[0]):
        done.wild += 1
        piece[-1:] = doubtful
    elif len(doubtful) > len(piece) and not _lasts(piece, goes_on):
        done.wild += len(piece)
        done.pieces[-1] = doubtful
    elif not _lasts(doubtful, goes_on):
        return doubtful
    elif reaches(_since_when(piece), doubtful[0]):
        piece += doubtful
    else:
        done.pieces.append(doubtful)
    return []


def _lasts(points: Sequence[Point], goes_on: int) -> bool:
    """Whether points that fit each other are too many, or for too long, to be an error of the receiver."""
    return len(points) >= goes_on or (len(points) >= _FEW and seconds_between(points[0], points[-1]) >= _A_WHILE_S)


def _since_when(piece: Sequence[Point]) -> Point:
    """The point at which the last place of the piece was new."""
    found = piece[-1]
    for point in reversed(piece):
        if metres_between(point, found):
            break
        found = point
    return found


def _within(speeds: Speeds) -> Reaches:
    def reaches(before: Point, after: Point) -> bool:
        seconds = seconds_between(before, after)
        furthest = min(speeds.top * (seconds + _SLACK_S), speeds.sustained * seconds + _SHORT_STEP_M)
        return metres_between(before, after) <= furthest

    return reaches


def _fine(piece: Sequence[Point], speeds: Speeds) -> _Cleaned:
    """Once more, by the pace of this very track; what goes on for a few points is a surge and stays."""
    usual = _usual_speed(piece)
    if usual is None:
        return _Cleaned([list(piece)])
    limit = min(max(_FASTER * usual, _SLOWEST_LIMIT), speeds.top)

    def reaches(before: Point, after: Point) -> bool:
        return metres_between(before, after) <= limit * (seconds_between(before, after) + _SLACK_S)

    return _consistent(piece, reaches, _SURGE)


def _usual_speed(points: Sequence[Point]) -> float | None:
    """The speed that is not exceeded in four fifths of the windows of some seconds. None where there are few."""
    speeds, metres, begun = [], 0.0, 0
    for place, (before, after) in enumerate(pairwise(points), start=1):
        metres += metres_between(before, after)
        if (seconds := seconds_between(points[begun], after)) >= _WINDOW_S:
            speeds.append(metres / seconds)
            metres, begun = 0.0, place
    return quantiles(speeds, n=5)[-1] if len(speeds) >= _GOES_ON else None
