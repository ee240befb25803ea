"""Tonnage: Σ load × reps × sides, of one exercise or of a week (SCIENCE S4)."""

from datetime import date

import pandas as pd

from lib.analysis.counting.coverage import over_weeks
from lib.model.frames.counting import EXERCISE_TONNAGE
from lib.model.frames.weeks import WEEKLY_TONNAGE
from lib.model.vocabulary import Weekday
from lib.model.weeks import week_starts


def weekly_tonnage(
    moved: pd.DataFrame,
    periods: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    since: date | None = None,
) -> pd.DataFrame:
    """WEEKLY_TONNAGE: dense weeks, on the system load, since exercises are added up.

    moved: MOVED_LOADS. periods: PERIODS of the lifting logs. since: a day to start at where the logs start later.
    """
    tonnage = (moved["system_kg"] * moved["reps_moved"]).where(moved["excluded"] == "")
    by_week = pd.DataFrame(
        {
            "week_start": week_starts(moved["local_date"], first),
            "tonnage_kg": tonnage,
            "sets": 1.0,
            "excluded": (moved["excluded"] != "").astype("float64"),
        }
    ).groupby("week_start")
    dense = over_weeks(by_week.sum(), periods, today, first, since)
    dense["tonnage_kg"] = dense["tonnage_kg"].where((dense["excluded"] < dense["sets"]) | (dense["sets"] == 0))
    dense["excluded_share"] = (dense["excluded"] / dense["sets"]).where(dense["sets"] > 0)
    return WEEKLY_TONNAGE.make(dense)


def exercise_tonnage(moved: pd.DataFrame) -> pd.DataFrame:
    """EXERCISE_TONNAGE, the most first: on the external load, as the person's own app shows it.

    moved: MOVED_LOADS of the time in question. Exercises without any external load are left out.
    """
    mapped = moved[moved["exercise"] != ""]
    tonnage = mapped["external_kg"] * mapped["reps_moved"]
    by_exercise = mapped.assign(tonnage_kg=tonnage).groupby("exercise")["tonnage_kg"]
    sums = by_exercise.agg(tonnage_kg="sum", rows="size", with_tonnage="count").reset_index()
    loaded = sums[sums["with_tonnage"] > 0].sort_values(["tonnage_kg", "exercise"], ascending=[False, True])
    return EXERCISE_TONNAGE.make(loaded.reset_index(drop=True))
