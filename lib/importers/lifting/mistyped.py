"""Finding loads that are ten times those around them. They are kept as written, and told."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Final

from lib.model.records import LiftingSet
from lib.model.slips import LEAST_OTHERS, SLIP

_LOAD: Final[Callable[[LiftingSet], float | None]] = itemgetter(LiftingSet._fields.index("load_kg"))
_EXERCISE_AND_LOAD: Final = itemgetter(LiftingSet._fields.index("exercise_name"), LiftingSet._fields.index("load_kg"))


def mistyped_loads(sets: Sequence[LiftingSet]) -> list[LiftingSet]:
    """The sets of one session whose load is far above every other one of their exercise."""
    suspects = _suspects(sets) if _lie_apart(sets) else ()
    return [found for exercise in suspects if (found := _mistyped(sets, exercise))]


def _lie_apart(sets: Sequence[LiftingSet]) -> bool:
    """Whether any two loads, of whatever exercises, are far from each other: in most sessions none are."""
    loads = list(filter(None, map(_LOAD, sets)))
    return bool(loads) and max(loads) >= SLIP * min(loads)


def _suspects(sets: Sequence[LiftingSet]) -> list[str]:
    """Exercises of which one load is far from the first. Runs over every set of a log."""
    first: dict[str, float] = {}
    found: dict[str, None] = {}
    for exercise, load in map(_EXERCISE_AND_LOAD, sets):
        if load:
            other = first.setdefault(exercise, load)
            if load >= SLIP * other or other >= SLIP * load:
                found[exercise] = None
    return list(found)


def _mistyped(sets: Sequence[LiftingSet], exercise: str) -> LiftingSet | None:
    group = [each for each in sets if each.exercise_name == exercise and each.load_kg]
    if len(group) <= LEAST_OTHERS:
        return None
    *_, second, top = sorted(group, key=lambda each: each.load_kg or 0.0)
    return top if (top.load_kg or 0.0) >= SLIP * (second.load_kg or 0.0) else None
