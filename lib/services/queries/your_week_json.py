"""The week of the first screen as plain data, for the command line and for checking the screen against it."""

from dataclasses import replace
from datetime import date
from math import isnan
from typing import Any

from lib.analysis.balance.words import Band, band_words
from lib.analysis.your_week.week import YourWeek
from lib.model.errors import TrainingDataError
from lib.model.frames.weeks import OPEN_MUSCLES
from lib.services.queries.training import Training
from lib.services.queries.weekly import weekly
from lib.services.queries.your_week import newest_day, your_week


def told_week(training: Training, of: date | None = None) -> YourWeek:
    """The week that `of` lies in, as it stood at the end of that day: what was open then, and the streak of then.

    Without a day as the screen tells it: the week of today, or of the last day of the logs where none reaches into this week;
    of one that is over nothing is open. TrainingDataError for a day to come.
    """
    if of and of > training.today:
        raise TrainingDataError(f"{of} is still to come: a week is told up to today, {training.today}, at most.")
    found = your_week(training, weekly(training), of or newest_day(training))
    if of:
        return replace(found, ended_weeks=0)
    return replace(found, open=OPEN_MUSCLES.empty()) if found.is_over else found


def week_json(training: Training, of: date | None = None) -> dict[str, Any]:
    """`told_week` as plain data; null is not known."""
    return as_json(told_week(training, of), training.preferences.conventions.similar)


def as_json(found: YourWeek, band: Band) -> dict[str, Any]:
    """A week as plain data; null is not known. band: which ratios are called similar."""
    return {
        "week_start": found.start.isoformat(),
        "as_of": found.as_of.isoformat(),
        "distance_m": _known(found.distance.done),
        "usual_distance_m": _known(found.distance.usual),
        "usual_distance_by_now_m": _known(found.distance.usual_by_now),
        "distance_until": _day(found.distance.until),
        "lower_sets": _known(found.lower_sets.done),
        "usual_lower_sets": _known(found.lower_sets.usual),
        "usual_lower_sets_by_now": _known(found.lower_sets.usual_by_now),
        "lower_sets_until": _day(found.lower_sets.until),
        "contacts": _known(found.contacts),
        **_balance(found, band),
        "leg_streak_weeks": found.consistency.streak.current
        if found.consistency.legs and not found.log_ended
        else None,
        "goals": [
            {"what": str(goal.kind), "target": goal.target, "done": _known(goal.done), "left": _known(goal.left)}
            for goal in found.goals
        ],
        "sources": [{"source": reach.source, "reaches": reach.last_day.isoformat()} for reach in found.reaches],
        "open": [
            {"muscle": row["muscle"], "done": row["done"], "usual": row["usual"], "exercise": row["exercise"] or None}
            for row in found.open.to_dict("records")
        ],
    }


def _balance(found: YourWeek, band: Band) -> dict[str, Any]:
    """The 28 days up to the day; low and high are plain ratios as `ratio` is."""
    of = found.balance
    known = of.covered_days > 0
    return {
        "quadriceps": of.first if known else None,
        "hamstrings": of.second if known else None,
        "ratio": of.ratio,
        "low": None if of.low is None else 2**of.low,
        "high": None if of.high is None else 2**of.high,
        "word": band_words(of, band) or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(value: float) -> float | None:
    return None if isnan(value) else round(value, 2)
