"""The seven days of a week: how far was run, and the sets of the lower and of the upper body."""

from datetime import date

import pandas as pd

from lib.analysis.counting.coverage import is_covered
from lib.analysis.weeks.days import on_days
from lib.model.frames.weeks import WEEK_DAYS
from lib.model.vocabulary import RunVerdict


def week_days(
    runs: pd.DataFrame,
    runs_logged: pd.DataFrame,
    sessions: pd.DataFrame,
    periods: pd.DataFrame,
    start: date,
    last: date,
    verdicts: pd.DataFrame,
) -> pd.DataFrame:
    """WEEK_DAYS of the seven days from `start`; NaN on days that no log covers and after `last`.

    runs: ACTIVITIES that are runs, runs_logged: their PERIODS. sessions: STRENGTH_SESSIONS, periods: theirs.
    verdicts: RUN_VERDICTS of these days at least.
    """
    days = pd.date_range(start, periods=7, freq="D", unit="us")
    run, lifted = on_days(runs, start, last), on_days(sessions, start, last)
    hard = run[run["activity_id"].isin(verdicts.loc[verdicts["verdict"] == RunVerdict.HARD, "activity_id"])]
    sums = pd.DataFrame(
        {
            "distance_m": run.groupby("local_date")["distance_m"].sum(),
            "runs": run.groupby("local_date").size(),
            "hard_runs": hard.groupby("local_date").size(),
            "sessions": lifted.groupby("local_date").size(),
            "lower_sets": lifted.groupby("local_date")["lower_sets"].sum(),
            "contacts": lifted.groupby("local_date")["contacts"].sum(),
            "sets": lifted.groupby("local_date")["sets_done"].sum(),
        },
        index=days,
    )
    found = sums.fillna(0.0).astype("float64")
    found["upper_sets"] = found.pop("sets") - found["lower_sets"]
    over = days <= pd.Timestamp(last)
    found.loc[~(is_covered(days, runs_logged) & over), ["distance_m", "runs", "hard_runs"]] = float("nan")
    found.loc[~(is_covered(days, periods) & over), ["sessions", "lower_sets", "upper_sets", "contacts"]] = float("nan")
    return WEEK_DAYS.make(found.rename_axis("date").reset_index())
