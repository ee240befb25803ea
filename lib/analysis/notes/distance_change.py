"""Distance a week: four weeks against the twelve before."""

from typing import Final

from lib.analysis.notes.four_against_twelve import beyond_scatter, compare
from lib.analysis.notes.note import Note, Weeks

NAME: Final = "distance_change"
LEAST_CHANGE: Final = 0.25
LEAST_ERRORS: Final = 4.0  # as in muscle_change, of one number instead of nine


def find(weeks: Weeks) -> Note | None:
    """The two means, if they differ by a quarter of the earlier one or more, and beyond the scatter of the weeks before."""
    means = compare(weeks.running, "distance_m")
    if means is None or means.before <= 0 or abs(means.now / means.before - 1) < LEAST_CHANGE:
        return None
    if not beyond_scatter(means, LEAST_ERRORS):
        return None
    return Note(NAME, {"now_m": means.now, "before_m": means.before}, (), means.from_date, means.to_date)
