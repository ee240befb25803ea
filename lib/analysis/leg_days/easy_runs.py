"""The runs that can be compared by days since a leg session: easy ones on the road, with pace and heart rate."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from lib.analysis.records.doubtful import doubtful_activities
from lib.analysis.spacing.leg_spacing import COUNTED
from lib.analysis.weeks.running import only_runs, time_of
from lib.model.frames.progress import EASY_RUNS
from lib.model.vocabulary import RunVerdict, SubSport

LONGEST_SINCE: Final = 14
_DAY: Final = pd.Timedelta(days=1)
_NOT_EASY: Final = (*COUNTED, str(RunVerdict.FAST))
_OTHER_GROUND: Final = (SubSport.TRAIL, SubSport.TREADMILL, SubSport.VIRTUAL)


def easy_runs(
    activities: pd.DataFrame, verdicts: pd.DataFrame, leg_days: pd.Series, unknown_days: Sequence[pd.Timestamp] = ()
) -> pd.DataFrame:
    """EASY_RUNS: runs that are not hard, long or fast for their length. activities: ACTIVITIES, verdicts: RUN_VERDICTS.

    leg_days: of lower-body sessions. unknown_days: of strength bouts whose sets nobody knows; they may have been of the legs, so
    runs up to two days after one are not taken. Left out are runs that look wrong, on trails and on treadmills, whose pace is
    another thing, and those without pace or heart rate.
    """
    runs = only_runs(activities)
    told = runs.merge(verdicts[["activity_id", "verdict"]], on="activity_id", how="left")
    hard_days = told.loc[told["verdict"].isin(COUNTED), "local_date"]
    km = told["distance_m"].where(told["distance_m"] > 0) / 1000
    pace = time_of(told) / km
    fits = ~told["verdict"].isin(_NOT_EASY) & ~told["sub_sport"].isin(_OTHER_GROUND)
    fits &= (doubtful_activities(told) == "") & (pace > 0) & (told["heart_rate_bpm"] > 0)
    columns = {
        "days_since": days_since(told["local_date"], leg_days, unknown_days),
        "pace_s": pace,
        "climb": told["ascent_m"] / km,
        "after_hard": (told["local_date"] - _DAY).isin(hard_days.to_list()),
    }
    return EASY_RUNS.make(told.assign(**columns)[fits].reset_index(drop=True))


def days_since(days: pd.Series, leg_days: pd.Series, unknown_days: Sequence[pd.Timestamp] = ()) -> pd.Series:
    """Whole days since the last of leg_days, 0 on its day; -1 without one within 14 days, or where it may not be the last."""
    last = _since(days, leg_days)
    unknown = _since(days, pd.Series(list(unknown_days), dtype="datetime64[us]"))
    found = last.where(last <= LONGEST_SINCE, -1.0).where(~(unknown <= 2), -1.0)
    return found.astype("int64")


def _since(days: pd.Series, earlier: pd.Series) -> pd.Series:
    """Days since the last of the earlier ones; infinite without one."""
    known = earlier.dropna().drop_duplicates().sort_values().to_numpy(dtype="datetime64[us]")
    asked = days.to_numpy(dtype="datetime64[us]")
    places = known.searchsorted(asked, side="right") - 1
    since = pd.Series(float("inf"), index=days.index)
    found = places >= 0
    since[found] = (asked[found] - known[places[found]]).astype("timedelta64[D]").astype(float)
    return since
