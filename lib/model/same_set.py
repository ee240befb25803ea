"""When two sets say the same: by value, up to the rounding of another unit."""

import math
from operator import attrgetter
from typing import Final

from lib.model.records import LiftingSet

# A log switched from kilograms to pounds (or kilometres to miles) rounds anew: 60 kg come back as 132.3 lb = 60.01 kg.
_ROUNDING: Final = {"load_kg": 0.05, "duration_s": 0.5, "distance_m": 10.0}
# A load as it was typed is in load_kg, and a line is where it stood; all other fields are compared as they are.
_exactly: Final = attrgetter(
    *(name for name in LiftingSet._fields if name not in (*_ROUNDING, "load_value", "load_unit", "line"))
)
# What a set is, apart from how it felt and what was noted of it.
_work: Final = attrgetter("exercise_name", "kind", "reps", "load_mode", "side")


def same_set(old: LiftingSet, new: LiftingSet) -> bool:
    """Whether two sets say the same."""
    return _exactly(old) == _exactly(new) and _as_long_and_heavy(old, new)


def same_work(old: LiftingSet, new: LiftingSet) -> bool:
    """Whether the same was done in two sets, whatever was noted of them."""
    return _work(old) == _work(new) and _as_long_and_heavy(old, new)


def _as_long_and_heavy(old: LiftingSet, new: LiftingSet) -> bool:
    return all(_close(getattr(old, name), getattr(new, name), tolerance) for name, tolerance in _ROUNDING.items())


def _close(old: float | None, new: float | None, tolerance: float) -> bool:
    if old is None or new is None:
        return old is new
    return math.isclose(old, new, rel_tol=0, abs_tol=tolerance)
