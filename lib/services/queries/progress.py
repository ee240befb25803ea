"""Strength that moves, and what runs cost after leg days: what pages and command line both show of an athlete."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from lib.analysis.counting.coverage import last_covered
from lib.analysis.leg_days.answer import LegDays, leg_days
from lib.analysis.leg_days.easy_runs import easy_runs
from lib.analysis.loads.other_work import contacts
from lib.analysis.strength.best_sets import best_sets
from lib.analysis.strength.estimates import estimates
from lib.analysis.strength.heavy_share import DAYS, HeavyShare, heavy_share
from lib.analysis.strength.progress import exercise_progress
from lib.analysis.strength.sessions import session_bests
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.strength import is_lower_body, without_sets
from lib.services.queries.training import Training


@dataclass(frozen=True, slots=True)
class StrengthProgress:
    """E1RM_SETS, SESSION_BESTS, EXERCISE_PROGRESS and BEST_SETS of one athlete. Shared: never change one in place."""

    estimated: pd.DataFrame
    bests: pd.DataFrame
    exercises: pd.DataFrame
    best_sets: pd.DataFrame


def strength_progress(training: Training) -> StrengthProgress:
    """All lifts, by the athlete's own conventions and body mass."""
    conventions = training.preferences.conventions
    estimated = estimates(training.lifting.counted, training.names, training.body_mass, conventions)
    bests = session_bests(estimated)
    return StrengthProgress(estimated, bests, exercise_progress(estimated, bests), best_sets(estimated))


def heavy_of(training: Training, estimated: pd.DataFrame, to_date: date | None = None) -> HeavyShare:
    """The heavy share of the 28 days up to a day, today if left out. estimated: E1RM_SETS."""
    last = to_date or training.today
    first = last - timedelta(days=DAYS - 1)
    recent = on_days(training.lifting.counted, first, last)
    return heavy_share(
        estimated,
        is_lower_body(recent, training.credits),
        float(contacts(recent).sum()),
        last_covered(first, last, training.lifting.periods) is not None,
        last,
    )


def easy_runs_of(training: Training) -> pd.DataFrame:
    """EASY_RUNS of the athlete."""
    sessions = training.lifting.strength_sessions
    bare = without_sets(training.activities, training.linked)["local_date"]
    legs = sessions.loc[sessions["lower"], "local_date"]
    return easy_runs(training.activities, training.verdicts, legs, bare.to_list())


def leg_days_of(training: Training) -> LegDays:
    """Do leg days slow my runs?"""
    return leg_days(easy_runs_of(training))
