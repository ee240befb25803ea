"""Whether a recording that does not say its sport was plainly a ride."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import Final

# No runner keeps up 21 km/h for long, or 28 km/h for a tenth of the time; who rides slower is not told by speed.
USUAL: Final = 5.8  # m/s
_FAST: Final = 7.7
LEAST_S: Final = 300.0
_LEAST_SPEEDS: Final = 10


def plainly_ridden(speeds: Sequence[float], moving_s: float) -> bool:
    """By the speeds of its half minutes, in m/s."""
    if moving_s < LEAST_S or len(speeds) < _LEAST_SPEEDS:
        return False
    return median(speeds) > USUAL or quantiles(speeds, n=10)[-1] > _FAST
