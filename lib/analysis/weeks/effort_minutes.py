"""Minutes of running a week by how hard they were (SCIENCE X2), beside the sets of the lower body."""

from datetime import date
from typing import Final

import pandas as pd

from lib.analysis.counting.coverage import over_weeks
from lib.analysis.weeks.running import time_of
from lib.model.frames.hard_days import EFFORT_MINUTES
from lib.model.vocabulary import RunVerdict, Weekday
from lib.model.weeks import week_starts

LEAST_KNOWN: Final = 0.7  # of the minutes: below that a share of hard ones says little


def effort_minutes(
    runs: pd.DataFrame,
    verdicts: pd.DataFrame,
    runs_logged: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    since: date | None = None,
) -> pd.DataFrame:
    """EFFORT_MINUTES of dense weeks; NaN in weeks that no log of runs covers.

    Moving time, elapsed time where a source has no other; a run without either adds to `without_time` alone. What a
    verdict says holds for the whole run: the warm-up of an interval session is counted with it.

    runs: ACTIVITIES that are runs; verdicts: RUN_VERDICTS; runs_logged: PERIODS. since: see over_weeks.
    """
    verdict = runs["activity_id"].map(verdicts.set_index("activity_id")["verdict"])
    minutes = time_of(runs) / 60
    columns = {str(each): minutes.where(verdict == str(each), 0.0).fillna(0.0) for each in RunVerdict}
    rows = pd.DataFrame({**columns, "without_time": minutes.isna().astype("float64")})
    sums = rows.groupby(week_starts(runs["local_date"], first)).sum()
    return EFFORT_MINUTES.make(over_weeks(sums, runs_logged, today, first, since))


def hard_share(minutes: pd.DataFrame) -> float | None:
    """Hard minutes as a share of all of which something is known; None where that is less than LEAST_KNOWN of all.

    Long runs are among the minutes and not among the hard ones. minutes: rows of EFFORT_MINUTES.
    """
    of = {each: float(minutes[str(each)].sum()) for each in RunVerdict}
    total = sum(of.values())
    known = total - of[RunVerdict.UNKNOWN]
    return of[RunVerdict.HARD] / known if total and known >= LEAST_KNOWN * total else None
