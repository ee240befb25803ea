"""The time in motion, which Garmin has beside that of its timer."""

from collections.abc import Callable

from lib.importers.reading.cells import BadCell
from lib.model.limits import MAX_SPEED


def if_sound(read: Callable[[], float | None]) -> float | None:
    """The time in motion as `read` finds it; None where it is not said or makes no sense: the timer stands beside it."""
    try:
        return read()
    except BadCell:
        return None


def moving_seconds(moved: float | None, timer: float | None, distance_m: float | None) -> float | None:
    """Seconds in motion where they can be right, else those of the timer, which leaves out the pauses that one made.

    Indoors and without a distance a watch sees little or no motion: 3 s of a run of 40 minutes are none, and a clock such as
    1:02 may be hours or minutes.
    """
    if not moved or not distance_m or moved * MAX_SPEED < distance_m:
        return timer
    return moved if timer is None or timer / 2 <= moved <= timer else timer
