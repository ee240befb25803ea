"""Strength sessions and their weeks (SCIENCE S3)."""

from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.counting.coverage import covered_weeks, is_complete, logged_periods, weeks_to_show
from lib.analysis.loads.other_work import contacts, is_jump
from lib.model.frames.counting import LOG_SUMS, STRENGTH_SESSIONS
from lib.model.frames.logs import ACTIVITIES
from lib.model.frames.weeks import WEEKLY_STRENGTH, WeeklyStrength
from lib.model.vocabulary import LOWER_BODY, Side, Sport, Weekday
from lib.model.weeks import week_starts

SETS_OF_A_SESSION = 4.0
JOIN_WITHIN = pd.Timedelta(hours=3)

_LIFTED = ["sessions", "lower_sessions", "sets_done", "sets_mapped", "contacts"]


def sums_by_log(counted: pd.DataFrame, credit_table: pd.DataFrame) -> pd.DataFrame:
    """LOG_SUMS of the sessions that have a row, by id. counted: COUNTED_SETS, credit_table: CREDITS."""
    lower = is_lower_body(counted, credit_table)
    jumps = pd.Series(np.where(counted["side"] == Side.BOTH, 1.0, 0.5), counted.index).where(is_jump(counted), 0.0)
    rows = pd.DataFrame(
        {
            "session_id": counted["session_id"],
            "sets_done": counted["hard"],
            "lower_sets": counted["hard"].where(lower, 0.0),
            "jumps": jumps,
            "lower_jumps": jumps.where(lower, 0.0),
            "contacts": contacts(counted),
        }
    )
    return LOG_SUMS.make(rows.groupby("session_id").sum().reset_index())


def without_sets(activities: pd.DataFrame, linked: Collection[int]) -> pd.DataFrame:
    """The strength activities of a run source that no session with sets belongs to. activities: ACTIVITIES."""
    return activities[(activities["sport"] == Sport.STRENGTH) & ~activities["activity_id"].isin(list(linked))]


def is_lower_body(counted: pd.DataFrame, credit_table: pd.DataFrame) -> pd.Series:
    """For each row of COUNTED_SETS whether a main muscle of it is of the lower body. One yes, however many. credit_table: CREDITS."""
    of_legs = credit_table["primary"] & credit_table["muscle"].isin([str(muscle) for muscle in LOWER_BODY])
    return counted["exercise"].isin(credit_table.loc[of_legs, "exercise"].unique())


def strength_sessions(sums: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """STRENGTH_SESSIONS, oldest first: logs less than 3 h apart are one bout, its day that of the first log.

    sums: LOG_SUMS.
    """
    logs = sessions.sort_values(["local_start", "session_id"], ignore_index=True)
    logs["end"] = logs["local_start"] + pd.to_timedelta(logs["elapsed_s"].fillna(0.0), unit="s")
    of_log = sums.set_index("session_id").reindex(logs["session_id"]).fillna(0.0)
    # The gap is measured from the latest end so far: a short log may lie inside a long one.
    starts_anew = (logs["local_start"] - logs["end"].cummax().shift() >= JOIN_WITHIN) | (logs.index == 0)
    firsts = np.flatnonzero(starts_anew)
    bouts = logs.take(firsts).reset_index(drop=True)
    for column in of_log:
        bouts[column] = _over_bouts(np.add, of_log[column], firsts)
    ends = pd.Series(_over_bouts(np.maximum, logs["end"], firsts), dtype=logs["end"].dtype)
    timed = _over_bouts(np.logical_or, logs["elapsed_s"].notna(), firsts)
    bouts["elapsed_s"] = (ends - bouts["local_start"]).dt.total_seconds().where(timed)
    bouts["counts"] = bouts["sets_done"] + bouts["jumps"] >= SETS_OF_A_SESSION
    bouts["lower"] = bouts["lower_sets"] + bouts["lower_jumps"] >= SETS_OF_A_SESSION
    return STRENGTH_SESSIONS.make(bouts)


def _over_bouts(combine: np.ufunc, of_logs: pd.Series, firsts: npt.NDArray[np.intp]) -> npt.NDArray[Any]:
    """One value a bout from those of its logs. firsts: the place of the first log of each bout."""
    found: npt.NDArray[Any] = combine.reduceat(of_logs.to_numpy(), firsts) if len(firsts) else of_logs.to_numpy()
    return found


def weekly_strength(
    strength_sessions: pd.DataFrame,
    counted: pd.DataFrame,
    periods: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    *,
    activities: pd.DataFrame | None = None,
    runs_logged: pd.DataFrame | None = None,
    linked: Collection[int] = (),
    since: date | None = None,
) -> WeeklyStrength:
    """WEEKLY_STRENGTH: dense weeks from the first logged set, NaN in weeks that no lifting log covers.

    periods:    PERIODS of the lifting logs.
    activities: ACTIVITIES; their strength rows are sessions_without_sets, NaN in weeks that no log of activities covers,
                but for the linked ones, whose sets a session has. runs_logged: PERIODS of those logs.
    since:      a day to start at where the logs start later.
    """
    activities = ACTIVITIES.empty() if activities is None else activities
    runs_logged = logged_periods(activities) if runs_logged is None else runs_logged
    weeks = weeks_to_show(periods, today, first, since)
    done = strength_sessions.assign(week=week_starts(strength_sessions["local_date"], first))
    sets = counted.assign(week=week_starts(counted["local_date"], first))
    bare = without_sets(activities, linked)
    columns = {
        "sessions": done[done["counts"]].groupby("week").size(),
        "lower_sessions": done[done["lower"]].groupby("week").size(),
        "sets_done": sets.groupby("week")["hard"].sum(),
        "sets_mapped": sets[sets["mapped"]].groupby("week")["hard"].sum(),
        "contacts": done.groupby("week")["contacts"].sum(),
        "sessions_without_sets": bare.groupby(week_starts(bare["local_date"], first)).size(),
    }
    dense = pd.DataFrame({name: sums.reindex(weeks).fillna(0.0).astype("float64") for name, sums in columns.items()})
    dense.loc[~covered_weeks(weeks, periods), _LIFTED] = np.nan
    dense.loc[~covered_weeks(weeks, runs_logged), "sessions_without_sets"] = np.nan
    return WEEKLY_STRENGTH.make(
        dense.assign(complete=is_complete(weeks, periods, today)).rename_axis("week_start").reset_index()
    )
