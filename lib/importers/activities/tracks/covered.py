"""How far one came by what each point of a recording says was covered so far."""

from collections.abc import Sequence
from itertools import pairwise

Distances = Sequence[tuple[float | None, float]]


def covered(distances: Distances, start: float, top_speed: float) -> float | None:
    """From the first to the last of what the points say was covered, without leaps. None where they say nothing.

    They may begin at any number, and anew in each lap. distances: (second or None, metres). top_speed: m/s.
    """
    if not distances:
        return None
    steps = [_step((start, 0.0), distances[0], top_speed)]
    steps += [_step(before, after, top_speed) for before, after in pairwise(distances)]
    return sum(steps)


def _step(before: tuple[float | None, float], after: tuple[float | None, float], top_speed: float) -> float:
    """Metres from one point to the next; 0 for a leap, and for a little back."""
    metres = after[1] - before[1]
    if metres < 0:
        metres = after[1] if after[1] < before[1] / 2 else 0.0
    if before[0] is None or after[0] is None:
        return metres
    return metres if metres <= top_speed * (max(after[0] - before[0], 0.0) + 1) else 0.0
