"""Weeks with lower-body work, in weeks of more distance and in the others."""

from typing import Final

from lib.analysis.notes.note import Note, Weeks, last_day_of
from lib.analysis.weeks.running import WEEKS_IN_MEAN

NAME: Final = "lower_body_and_distance"
LAST: Final = 26
LEAST_WEEKS: Final = 6
MORE_BY: Final = 1.1
LEAST_DIFFERENCE: Final = 0.25


def find(weeks: Weeks) -> Note | None:
    """Of the last 26 complete weeks: in how many there was a lower-body session (S3), split by distance.

    A build week has at least a tenth more distance than the mean of the four weeks before it. At least six weeks of either
    kind, and shares that differ by a quarter of all weeks or more.
    """
    both = weeks.running.merge(weeks.strength[["week_start", "lower_sessions"]], on="week_start")
    complete = both[both["complete"]].reset_index(drop=True)
    before = complete["distance_m"].rolling(WEEKS_IN_MEAN).mean().shift()
    known = complete[before.notna()].assign(before_m=before).tail(LAST).dropna(subset=["distance_m", "lower_sessions"])
    build = known["distance_m"] >= MORE_BY * known["before_m"]
    lower = known["lower_sessions"] >= 1
    if (
        min(build.sum(), (~build).sum()) < LEAST_WEEKS
        or abs(lower[build].mean() - lower[~build].mean()) < LEAST_DIFFERENCE
    ):
        return None
    numbers = {
        "build_with": float(lower[build].sum()),
        "build": float(build.sum()),
        "other_with": float(lower[~build].sum()),
        "other": float((~build).sum()),
    }
    starts = known["week_start"]
    return Note(NAME, numbers, (), starts.iloc[0].date(), last_day_of(starts.iloc[-1]))
