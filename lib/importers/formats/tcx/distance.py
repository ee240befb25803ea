"""How far a TCX activity led: what its laps and its points say, checked against the positions."""

from collections.abc import Iterable, Sequence
from typing import Final

_AGREES: Final = 1.25
_SAME: Final = 1.05
_OTHER_LENGTH: Final = 1.5
_SCARCE: Final = 0.8
_LEAST_M: Final = 200.0
_UNITS: Final = {"kilometres": 1000.0, "miles": 1609.344}
_SLOWEST: Final = 0.05  # m/s
_POSSIBLE: Final = (0.5, 8.0)  # m/s


def distance_of(
    laps_m: float | None, points_m: float | None, positions_m: float | None, placed: float, seconds: float
) -> tuple[float | None, str]:
    """(metres, what to tell about them; "" for nothing).

    laps_m, points_m, positions_m: what each of them adds up to. placed: share of the points that have a position.
    """
    said = [each for each in (laps_m, points_m) if each]
    if not said:
        return positions_m or laps_m, ""
    if not positions_m or positions_m < _LEAST_M:
        return _without_positions(said, seconds)
    best = min(said, key=lambda each: _off(each, positions_m))
    if best != said[0] and _off(said[0], best) <= _SAME:
        best = said[0]
    if _off(best, positions_m) <= _AGREES:
        return best, "" if best == laps_m or not laps_m else _laps_are_off(laps_m, best)
    for unit, metres in _UNITS.items():
        if _off(best * metres, positions_m) <= _AGREES:
            return best * metres, f"its distances are written in {unit}, as its positions show"
    if best > positions_m and placed < _SCARCE:
        return best, ""
    return positions_m, f"it says {best:,.0f} m where its positions lead over {positions_m:,.0f} m; those are taken"


def _without_positions(said: Sequence[float], seconds: float) -> tuple[float, str]:
    """As indoors. What the laps say, which a person may have corrected after the run, unless it cannot be meant."""
    metres = said[0]
    if _off(metres, said[-1]) > _OTHER_LENGTH:
        return said[-1], _laps_are_off(metres, said[-1])
    in_km = metres * _UNITS["kilometres"]
    if metres < _SLOWEST * seconds and _POSSIBLE[0] * seconds <= in_km <= _POSSIBLE[1] * seconds:
        return in_km, "its distances can only be kilometres"
    return metres, ""


def _laps_are_off(laps_m: float, metres: float) -> str:
    return f"its laps say {laps_m:,.0f} m and its points {metres:,.0f} m; those of the points are taken"


def _off(one: float, other: float) -> float:
    """How many times the longer is the shorter."""
    return max(one, other) / min(one, other)


def share(flags: Iterable[bool]) -> float:
    """Of those that hold; 0 of none."""
    found = list(flags)
    return sum(found) / len(found) if found else 0.0
