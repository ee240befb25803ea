"""Strength that moves as plain data, for the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib.analysis.leg_days.answer import LegDays
from lib.analysis.strength.heavy_share import HeavyShare
from lib.model.vocabulary import LiftChange
from lib.services.queries.exercise_asked import exercise_asked
from lib.services.queries.exercise_list import exercise_titles
from lib.services.queries.progress import StrengthProgress, heavy_of, leg_days_of, strength_progress
from lib.services.queries.training import Training

_NEVER_LOGGED = "not in the log"


@dataclass(frozen=True, slots=True)
class ToldProgress:
    """Exercises as plain data, the heavy share of 28 days, and the answer about leg days."""

    exercises: list[dict[str, Any]]
    heavy: HeavyShare
    leg_days: LegDays


def told_progress(training: Training, asked: str | None = None) -> ToldProgress:
    """Every logged exercise, or the one that is asked for, the most sessions first.

    TrainingDataError for an exercise that nobody knows.
    """
    key = None if asked is None else exercise_asked(training, asked)
    found, titles = strength_progress(training), exercise_titles(training)
    rows = found.exercises if key is None else found.exercises[found.exercises["exercise"] == key]
    told = [_exercise(row, found, titles) for row in rows.to_dict("records")]
    if key is not None and not told:
        told = [_never_logged(key, titles)]
    return ToldProgress(told, heavy_of(training, found.estimated), leg_days_of(training))


def as_json(told: ToldProgress) -> dict[str, Any]:
    """It as plain data; null is not known."""
    heavy, legs = heavy_json(told.heavy), leg_days_json(told.leg_days)
    return {"exercises": told.exercises, "heavy": heavy, "leg_days": legs}


def _exercise(row: Mapping[Any, Any], found: StrengthProgress, titles: Mapping[str, str]) -> dict[str, Any]:
    sets = found.best_sets[found.best_sets["exercise"] == row["exercise"]]
    return {
        "exercise": row["exercise"],
        "title": titles.get(row["exercise"], row["exercise"]),
        "sessions": int(row["sessions"]),
        "best_e1rm_kg": _kg(row["best_kg"]),
        "at_least": bool(row["best_at_least"]),
        "best_day": _day(row["best_day"]),
        "last_e1rm_kg": _kg(row["last_kg"]),
        "last_at_least": bool(row["last_at_least"]),
        "last_day": _day(row["last_day"]),
        "best_sets": [_best_set(each) for each in sets.to_dict("records")],
        "change": row["change"],
        "change_kg": _kg(row["change_kg"]),
        "scatter_kg": _kg(row["scatter_kg"]),
        "why_not": row["why_not"] or None,
    }


def _best_set(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {"reps": int(row["reps"]), "load_kg": _kg(row["load_kg"]), "day": _day(row["local_date"])}


def _never_logged(key: str, titles: Mapping[str, str]) -> dict[str, Any]:
    unknown = dict.fromkeys(("best_e1rm_kg", "best_day", "last_e1rm_kg", "last_day", "change_kg", "scatter_kg"))
    return {
        "exercise": key,
        "title": titles.get(key, key),
        "sessions": 0,
        **unknown,
        "at_least": False,
        "last_at_least": False,
        "best_sets": [],
        "change": str(LiftChange.TOO_FEW),
        "why_not": _NEVER_LOGGED,
    }


def heavy_json(found: HeavyShare) -> dict[str, Any]:
    """Lower-body sets of 28 days; counts are null where no strength log covers them, share where it is withheld."""
    counts = {
        "sets": found.sets,
        "valid": found.valid,
        "heavy": found.heavy,
        "few_reps": found.few_reps,
        "contacts": found.contacts,
    }
    return {
        "from": found.from_date.isoformat(),
        "to": found.to_date.isoformat(),
        **(counts if found.covered else dict.fromkeys(counts)),
        "rpe_share": None if found.rpe_share is None else round(found.rpe_share, 3),
        "share": None if found.share is None else round(found.share, 3),
        "shown": found.shown,
    }


def leg_days_json(found: LegDays) -> dict[str, Any]:
    """Easy runs by days since leg work; percentages of a pace, null where too few runs tell."""
    return {
        "from": found.first_day.isoformat() if found.first_day else None,
        "to": found.last_day.isoformat() if found.last_day else None,
        "later_runs": found.later,
        "pace_s_per_km": _kg(found.pace_s),
        "heart_rate_bpm": _kg(found.heart_rate_bpm),
        "after": [
            {
                "days": each.days,
                "runs": each.runs,
                "slower_percent": _percent(each.share),
                "low": _percent(each.low),
                "high": _percent(each.high),
                "says": str(each.word),
            }
            for each in found.after
        ],
    }


def _kg(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else round(float(value), 2)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 2)


def _day(value: pd.Timestamp) -> str | None:
    day: date | None = None if pd.isna(value) else value.date()
    return day.isoformat() if day else None
