"""Which session has the sets of a strength activity of a run source, so that the bout is not counted twice."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from lib.model.duplicates import Candidate

NEAR: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(hours=24)


def link_strength(activities: Sequence[Candidate], sessions: Sequence[Candidate]) -> dict[int, int]:
    """Session by activity: they overlap or start within 15 minutes, of one day where only that is known.

    The session whose start is nearest, the first by name between equals. Several activities may have one session.
    """
    ordered = sorted(sessions, key=_clock)
    starts = [_clock(each) for each in ordered]
    found: dict[int, int] = {}
    for activity in activities:
        near = _around(activity, ordered, starts)
        fitting = [each for each in near if _belongs(activity, each)]
        if fitting:
            nearest = min(fitting, key=lambda each: (_gap(activity, each), each.name))
            found[activity.id] = nearest.id
    return found


def _around(activity: Candidate, ordered: Sequence[Candidate], starts: Sequence[datetime]) -> Sequence[Candidate]:
    """Sessions that start up to a day before or after: no bout is longer, and no zone is farther off."""
    first, last = activity.local - 2 * LONGEST, activity.local + 2 * LONGEST
    return ordered[bisect_left(starts, first) : bisect_right(starts, last)]


def _belongs(activity: Candidate, session: Candidate) -> bool:
    if activity.day_only or session.day_only:
        return activity.local.date() == session.local.date()
    apart = _gap(activity, session)
    if apart <= NEAR:
        return True
    first = activity if _is_before(activity, session) else session
    return apart < timedelta(seconds=first.elapsed_s or first.moving_s or 0.0)


def _gap(activity: Candidate, session: Candidate) -> timedelta:
    return abs(_difference(activity, session))


def _is_before(activity: Candidate, session: Candidate) -> bool:
    return _difference(activity, session) < timedelta()


def _difference(activity: Candidate, session: Candidate) -> timedelta:
    """Start of the activity minus that of the session; by the instant where both know it, else by the clock."""
    if activity.certain and session.certain and activity.utc and session.utc:
        return activity.utc - session.utc
    return activity.local - session.local


def _clock(each: Candidate) -> datetime:
    return each.local
