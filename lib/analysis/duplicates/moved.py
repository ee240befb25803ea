"""A record that its source moved: it left, and another of the same content came within a day."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeVar

from lib.model.records import Activity, Session
from lib.model.same_set import same_set

WITHIN: Final = timedelta(days=1)
_SAME_M: Final = 1.0
_SAME_S: Final = 1.0


class Started(Protocol):
    """Anything with a start at home."""

    @property
    def local(self) -> datetime: ...


_Old = TypeVar("_Old", bound=Started)
_New = TypeVar("_New", bound=Started)


def near_pairs_of_moves(old: Sequence[_Old], new: Sequence[_New]) -> list[tuple[_Old, _New]]:
    """Every record that left with every one within a day of it, the nearest first. new: oldest first."""
    starts = [each.local for each in new]
    pairs: list[tuple[_Old, _New]] = []
    for each in old:
        for other in new[bisect_left(starts, each.local - WITHIN) :]:
            if other.local - each.local > WITHIN:
                break
            pairs.append((each, other))
    return sorted(pairs, key=lambda pair: (abs(pair[0].local - pair[1].local), pair[0].local, pair[1].local))


def each_once(
    pairs: Sequence[tuple[_Old, _New]], holds: Callable[[_Old, _New], bool], name: Callable[[_Old | _New], object]
) -> list[tuple[_Old, _New]]:
    """The pairs for which something holds, the first ones first, no record twice."""
    taken: set[object] = set()
    found: list[tuple[_Old, _New]] = []
    for old, new in pairs:
        names = {name(old), name(new)}
        if not names & taken and holds(old, new):
            taken |= names
            found.append((old, new))
    return found


def same_content(one: Activity | Session, other: Activity | Session) -> bool:
    """Whether two records say the same but for their start; never where they say too little to tell."""
    if isinstance(one, Session) and isinstance(other, Session):
        alike = (same_set(*pair) for pair in zip(one.sets, other.sets, strict=False))
        return bool(one.sets) and len(one.sets) == len(other.sets) and all(alike)
    if not isinstance(one, Activity) or not isinstance(other, Activity) or one.sport != other.sport:
        return False
    duration = (one.moving_s or one.elapsed_s, other.moving_s or other.elapsed_s)
    return _close(one.distance_m, other.distance_m, _SAME_M) and _close(*duration, _SAME_S) and any(duration)


def _close(one: float | None, other: float | None, tolerance: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= tolerance
