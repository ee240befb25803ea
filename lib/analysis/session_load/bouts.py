"""The load of each run and strength bout: session RPE × minutes (SCIENCE L1, Foster 2001)."""

from collections.abc import Collection
from typing import Final

import pandas as pd

from lib.analysis.session_load.own_median import own_median
from lib.analysis.weeks.running import length_of, only_runs, time_of
from lib.analysis.weeks.strength import without_sets
from lib.model.frames.progress import SESSION_LOADS
from lib.model.vocabulary import EffortKnown, RecordKind

LONGEST_TIMER_MIN: Final = 240.0
_MINUTE_S: Final = 60.0


def session_loads(activities: pd.DataFrame, sessions: pd.DataFrame, linked: Collection[int]) -> pd.DataFrame:
    """SESSION_LOADS, oldest first. activities: ACTIVITIES, sessions: SESSIONS; linked: activities whose sets a session has.

    Runs by moving time, else elapsed time; lifting from start to end, rests included. Set RPE has no part in it. A bout
    without minutes is missing, and so is one of lifting whose timer ran for more than four hours.
    """
    runs, bare = only_runs(activities), without_sets(activities, linked)
    bouts = pd.concat(
        [
            _bouts(runs, RecordKind.ACTIVITY, time_of(runs), lifting=False),
            _bouts(bare, RecordKind.ACTIVITY, length_of(bare), lifting=True),
            _bouts(sessions, RecordKind.SESSION, sessions["elapsed_s"], lifting=True),
        ],
        ignore_index=True,
    )
    ordered = bouts.sort_values(["local_date", "local_start", "number"], ignore_index=True)
    set_aside = ordered["lifting"] & (ordered["minutes"] > LONGEST_TIMER_MIN)
    return SESSION_LOADS.make(_with_effort(ordered.assign(set_aside=set_aside)))


def _bouts(rows: pd.DataFrame, kind: RecordKind, seconds: pd.Series, *, lifting: bool) -> pd.DataFrame:
    number = rows["activity_id" if kind is RecordKind.ACTIVITY else "session_id"]
    columns = rows[["local_start", "local_date", "title", "session_rpe"]]
    minutes = (seconds / _MINUTE_S).where(seconds > 0)
    return columns.assign(record=str(kind), number=number, lifting=lifting, minutes=minutes)


def _with_effort(bouts: pd.DataFrame) -> pd.DataFrame:
    """The bouts with the RPE that counts, where it comes from, and their load."""
    logged = bouts["session_rpe"]
    rpe = logged.fillna(own_median(bouts))
    timed = bouts["minutes"].notna() & ~bouts["set_aside"]
    known = pd.Series(str(EffortKnown.MISSING), index=bouts.index, dtype="str")
    known = known.mask(timed & rpe.notna(), str(EffortKnown.ESTIMATED))
    known = known.mask(timed & logged.notna(), str(EffortKnown.LOGGED))
    return bouts.assign(session_rpe=rpe, known=known, au=(rpe * bouts["minutes"]).where(timed))
