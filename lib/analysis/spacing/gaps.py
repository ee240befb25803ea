"""The gap on one side of each session: its hours where both clocks are known, and what may be said of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lib.analysis.spacing.nearest import NOBODY, Bouts, Flags, Nearest, Numbers, Places, nearer, nearest
from lib.model.vocabulary import Gap, GapWhy

WITHIN_DAYS: Final = 14
DAY_MARK_H: Final = 24.0  # the article's day
NEXT_RUN_MARK_H: Final = 48.0  # research on the run that follows
# What a bout of unknown length may have taken at most.
LONGEST_RUN_H: Final = 6.0
_LONGEST_SESSION_H: Final = 3.0
_DAY_S: Final = 86_400.0

Words = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class GapSide:
    """One side of each session. place: of the run among all runs, NOBODY without one; hours, days: NaN where not known."""

    gap: Words
    why: Words
    hours: Numbers
    days: Numbers
    place: Places


def gaps(
    sessions: Bouts, runs: Bouts, hard: Flags, unknown: Flags, logged: tuple[Numbers, Numbers], *, before: bool
) -> GapSide:
    """The gap to the nearest run that counts. A nearer one of which nobody can tell makes it unknown.

    hard, unknown: of each run whether it counts, and whether nothing tells. logged: first and last days of the logs of runs.
    """
    near = _inside(_among(sessions, runs, hard, before=before), sessions, runs, before=before)
    doubt = _inside(_among(sessions, runs, unknown, before=before), sessions, runs, before=before)
    doubtful = nearer(doubt, near, before=before)
    low, high = _hours(sessions, runs, near, before=before)
    days = np.abs(near.day - sessions.day)
    no_log = ~_logged_near(sessions.day, logged)
    cases = [
        (doubtful, Gap.UNKNOWN, GapWhy.UNKNOWN_RUN),
        (~near.found & no_log, Gap.UNKNOWN, GapWhy.NO_LOG),
        (~near.found, Gap.NONE, GapWhy.NO_RUN),
        (near.by_date & (days >= 3), _longest_mark(before=before), GapWhy.DAYS_APART),
        (near.by_date & (days >= 2), Gap.AT_LEAST_24, GapWhy.DAYS_APART),
        (near.by_date & (days >= 1), Gap.UNKNOWN, GapWhy.NEXT_DAY),
        (near.by_date, Gap.UNKNOWN, GapWhy.SAME_DAY),
        (low >= NEXT_RUN_MARK_H, _longest_mark(before=before), GapWhy.HOURS),
        (low >= DAY_MARK_H, Gap.AT_LEAST_24, GapWhy.HOURS),
        (high < DAY_MARK_H, Gap.CLOSER, GapWhy.HOURS),
    ]
    gap = _first(cases, 1, Gap.UNKNOWN)
    why = _first(cases, 2, GapWhy.NO_LENGTH)
    told = (why == str(GapWhy.HOURS)) & (low == high)
    why = np.where((why == str(GapWhy.HOURS)) & ~told, str(GapWhy.NO_LENGTH), why)
    place = np.where(doubtful, doubt.place, near.place)
    apart = np.where(doubtful, np.abs(doubt.day - sessions.day), days)
    return GapSide(gap, why, np.where(told, low, np.nan), apart, place)


def _longest_mark(*, before: bool) -> Gap:
    """The 48 h are a mark of the run that follows; before a session the article's day is the only one."""
    return Gap.AT_LEAST_24 if before else Gap.AT_LEAST_48


def _first(cases: list[tuple[Flags, Gap, GapWhy]], part: int, otherwise: Gap | GapWhy) -> Words:
    words = [np.full(len(case[0]), str(case[part]), dtype=object) for case in cases]
    return np.select([case[0] for case in cases], words, default=str(otherwise))


def _among(sessions: Bouts, runs: Bouts, those: Flags, *, before: bool) -> Nearest:
    """The nearest of some runs, by its place among all of them."""
    places = np.flatnonzero(those)
    found = nearest(sessions, runs.among(places), before=before)
    if not len(places):
        return found
    place = np.where(found.found, places[np.maximum(found.place, 0)], NOBODY)
    return Nearest(place, found.by_date, found.day, found.apart)


def _inside(found: Nearest, sessions: Bouts, runs: Bouts, *, before: bool) -> Nearest:
    """Without what is more than WITHIN_DAYS away."""
    low, _ = _hours(sessions, runs, found, before=before)
    away = np.where(found.by_date, np.abs(found.day - sessions.day) > WITHIN_DAYS, low > WITHIN_DAYS * 24)
    place = np.where(away, NOBODY, found.place)
    gone = place == NOBODY
    return Nearest(place, found.by_date & ~gone, np.where(gone, np.nan, found.day), np.where(gone, np.nan, found.apart))


def _hours(sessions: Bouts, runs: Bouts, found: Nearest, *, before: bool) -> tuple[Numbers, Numbers]:
    """The least and the most that a gap by the clock may be; both the same where the length of the first bout is known."""
    if before:
        length = np.where(found.found, _at(runs.length, found.place), np.nan)
        longest = LONGEST_RUN_H / 24
    else:
        length, longest = sessions.length, _LONGEST_SESSION_H / 24
    least = found.apart - np.where(np.isnan(length), longest, length)
    most = found.apart - np.where(np.isnan(length), 0.0, length)
    return _rounded(least), _rounded(most)


def _at(values: Numbers, places: Places) -> Numbers:
    return values[np.maximum(places, 0)] if len(values) else np.full(len(places), np.nan)


def _rounded(days: Numbers) -> Numbers:
    """Hours; an overlap is none. To a tenth of a second, so that a day is a day."""
    found: Numbers = np.round(np.maximum(days, 0.0) * _DAY_S, 1) / 3600
    return found


def _logged_near(day: Numbers, logged: tuple[Numbers, Numbers]) -> Flags:
    """Whether any log of runs covers a day within WITHIN_DAYS of each session."""
    first, last = logged
    found = np.zeros(len(day), dtype=bool)
    for begins, ends in zip(first, last, strict=True):
        found |= (day >= begins - WITHIN_DAYS) & (day <= ends + WITHIN_DAYS)
    return found
