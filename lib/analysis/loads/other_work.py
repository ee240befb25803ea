"""What is not counted in sets, week by week: time in holds, jumps, carries, endurance work (SCIENCE 1.4, 1.6)."""

from datetime import date

import pandas as pd

from lib.analysis.counting.coverage import over_weeks
from lib.model.frames.weeks import OTHER_WORK
from lib.model.vocabulary import Weekday
from lib.model.weeks import week_starts


def tension_s(counted: pd.DataFrame) -> pd.Series:
    """Seconds of each hold, those too short to count included; warm-ups and easy holds give none."""
    return counted["hold_s"].where((counted["hard"] > 0) | (counted["rule"] == "short_hold"))


def is_jump(counted: pd.DataFrame) -> pd.Series:
    """For each row, whether it counts as ground contacts."""
    return counted["rule"] == "contacts"


def contacts(counted: pd.DataFrame) -> pd.Series:
    """Ground contacts of each row of jumps: its reps."""
    return counted["reps"].where(is_jump(counted))


def carried(counted: pd.DataFrame, column: str) -> pd.Series:
    """Metres or seconds of each carry."""
    return counted[column].where(counted["rule"] == "carry")


def endurance(counted: pd.DataFrame, column: str) -> pd.Series:
    """Metres or seconds of each row of endurance work in a lifting log."""
    return counted[column].where(counted["rule"] == "conditioning")


def weekly_other_work(
    counted: pd.DataFrame,
    periods: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    since: date | None = None,
) -> pd.DataFrame:
    """OTHER_WORK: dense weeks. counted: COUNTED_SETS. periods: PERIODS of the lifting logs. since: as in weekly_sets."""
    work = pd.DataFrame(
        {
            "week_start": week_starts(counted["local_date"], first),
            "tension_s": tension_s(counted),
            "contacts": contacts(counted),
            "carry_m": carried(counted, "distance_m"),
            "carry_s": carried(counted, "duration_s"),
            "conditioning_s": endurance(counted, "duration_s"),
            "conditioning_m": endurance(counted, "distance_m"),
        }
    )
    return OTHER_WORK.make(over_weeks(work.groupby("week_start").sum(), periods, today, first, since))
