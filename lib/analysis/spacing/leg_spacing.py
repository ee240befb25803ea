"""How far every lower-body session was from the last hard run before it and from the next one after it (SCIENCE X1)."""

from typing import Final

import numpy as np
import pandas as pd

from lib.analysis.spacing.clocks import at_home, has_clock
from lib.analysis.spacing.gaps import GapSide, gaps
from lib.analysis.spacing.nearest import NOBODY, Bouts, Numbers
from lib.analysis.weeks.running import length_of
from lib.model.clock import HomeZones
from lib.model.frames.hard_days import LEG_SPACING
from lib.model.vocabulary import RunVerdict

# What counts for gaps. FAST for its length does only where the person says that it was hard, which makes it HARD.
COUNTED: Final = (str(RunVerdict.HARD), str(RunVerdict.LONG))
_DAY_S: Final = 86_400.0


def leg_spacing(
    sessions: pd.DataFrame,
    runs: pd.DataFrame,
    verdicts: pd.DataFrame,
    runs_logged: pd.DataFrame,
    zones: HomeZones | None = None,
) -> pd.DataFrame:
    """LEG_SPACING of the lower-body sessions; one of jumps alone is one.

    sessions: STRENGTH_SESSIONS, all of them; runs: ACTIVITIES that are runs; verdicts: RUN_VERDICTS of these;
    runs_logged: PERIODS of their logs. Hours are elapsed time: between two instants, else between two clocks at home
    (zones), else, where no home is known, by the wall clock. A run or session of which the length is not known is told where
    it makes no difference.
    """
    legs = sessions["lower"].to_numpy(dtype=bool)
    lower = sessions[legs]
    of_session = bouts(sessions, sessions["elapsed_s"], zones).among(legs)
    of_run = bouts(runs, length_of(runs), zones)
    verdict = verdicts.set_index("activity_id")["verdict"].reindex(runs["activity_id"]).to_numpy()
    hard = np.isin(verdict, COUNTED)
    unknown = verdict == str(RunVerdict.UNKNOWN)
    logged = _covered_days(runs_logged)
    columns: dict[str, object] = {
        "session_id": lower["session_id"],
        "local_start": lower["local_start"],
        "title": lower["title"],
        "timed": of_session.clock,
        "lower_sets": lower["lower_sets"],
        "contacts": lower["contacts"],
    }
    for name, before in (("before", True), ("after", False)):
        side = gaps(of_session, of_run, hard, unknown, logged, before=before)
        columns |= _columns(name, side, runs["activity_id"].to_numpy())
    return LEG_SPACING.make(columns)


def bouts(frame: pd.DataFrame, length_s: pd.Series, zones: HomeZones | None) -> Bouts:
    """Bouts on one line of time. frame: ACTIVITIES or STRENGTH_SESSIONS. zones: where home was; None: not known."""
    day, clock = _days(frame["local_date"]), has_clock(frame)
    start = _days(at_home(frame["local_start"], zones) if zones else frame["local_start"])
    instant = np.where(clock, _days(frame["start_utc"]), np.nan)
    length = length_s.to_numpy(dtype="float64") / _DAY_S
    return Bouts(np.where(clock, start, day), day, clock, length, instant)


def _days(moments: pd.Series) -> Numbers:
    """Days since 1970, NaN where there is no moment."""
    found: Numbers = moments.to_numpy(dtype="datetime64[us]").astype("int64") / (_DAY_S * 1e6)
    return np.where(moments.isna(), np.nan, found)


def _covered_days(periods: pd.DataFrame) -> tuple[Numbers, Numbers]:
    """First and last day of each log."""
    return _days(periods["first_day"]), _days(periods["last_day"])


def _columns(name: str, side: GapSide, ids: Numbers) -> dict[str, object]:
    other = np.where(side.place == NOBODY, -1, ids[side.place] if len(ids) else -1)
    return {
        name: side.gap,
        f"{name}_why": side.why,
        f"{name}_h": side.hours,
        f"{name}_days": side.days,
        f"{name}_id": other,
    }
