"""The muscle whose sets changed most: four weeks against the twelve before."""

from math import log2
from typing import Final

from lib.analysis.notes.four_against_twelve import beyond_scatter, compare
from lib.analysis.notes.note import Note, Weeks
from lib.model.vocabulary import RUNNERS_NINE

NAME: Final = "muscle_change"
LEAST_SETS: Final = 3.0
LEAST_CHANGE: Final = log2(2.0)
# So many standard errors, of weeks that differ by at least a set: on simulated sets that have no trend a note is then seen
# in less than one week in twenty, although it is the largest change of nine muscles.
LEAST_ERRORS: Final = 6.0
LEAST_SCATTER: Final = 1.0


def find(weeks: Weeks) -> Note | None:
    """The largest change among the runner's nine, by |log2((now + 1) / (before + 1))|, if it is twofold or more.

    Only muscles with at least three sets a week before or now, and whose change is beyond the scatter of their own weeks;
    those without any set now have a rule of their own.
    """
    found = [(muscle, compare(weeks.sets[weeks.sets["muscle"] == muscle], "hard_sets")) for muscle in RUNNERS_NINE]
    cases = [
        (muscle, means)
        for muscle, means in found
        if means
        and means.now > 0
        and max(means.now, means.before) >= LEAST_SETS
        and beyond_scatter(means, LEAST_ERRORS, LEAST_SCATTER)
    ]
    if not cases:
        return None
    muscle, means = max(cases, key=lambda case: change(case[1].now, case[1].before))
    if change(means.now, means.before) < LEAST_CHANGE:
        return None
    return Note(NAME, {"now": means.now, "before": means.before}, (muscle,), means.from_date, means.to_date)


def change(now: float, before: float) -> float:
    """How far apart two numbers of sets are; one set on each side keeps few sets from looking like much."""
    return abs(log2((now + 1) / (before + 1)))
