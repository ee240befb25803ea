"""Hard sets per muscle (SCIENCE S2): main muscle 1, helper ½, by week."""

from datetime import date

import numpy as np
import pandas as pd

from lib.analysis.counting.coverage import covered_weeks, is_complete, weeks_to_show
from lib.model.frames.counting import MUSCLE_SETS
from lib.model.frames.spec import Frame
from lib.model.frames.weeks import WEEKLY_SETS, WeeklySets
from lib.model.vocabulary import Muscle, Scheme, Weekday
from lib.model.weeks import week_starts

SCHEMES = [str(Scheme.DEFAULT), str(Scheme.STRICT), str(Scheme.PERMISSIVE)]


def muscle_sets(counted: pd.DataFrame, credit_table: pd.DataFrame) -> pd.DataFrame:
    """MUSCLE_SETS: one row for each set that counts and each muscle that it gives credit to, in the order of the sets.

    credit_table: CREDITS.
    """
    done = counted[counted["hard"] > 0]
    exercises = pd.Index(credit_table["exercise"].unique())
    wanted = exercises.get_indexer(done["exercise"])
    given = exercises.get_indexer(credit_table["exercise"])
    set_rows, credit_rows = _pairs(wanted, given, len(exercises))
    found = done.iloc[set_rows][["session_id", "position", "local_date", "exercise_name", "exercise", "hard"]]
    credit = credit_table.iloc[credit_rows]
    hard = found.pop("hard").to_numpy()
    return found.reset_index(drop=True).assign(
        muscle=credit["muscle"].array,
        **{scheme: hard * credit[scheme].to_numpy() for scheme in SCHEMES},
        primary=credit["primary"].to_numpy(),
    )[list(MUSCLE_SETS.dtypes)]


def weekly_sets(
    muscle_sets: pd.DataFrame,
    periods: pd.DataFrame,
    today: date,
    first: Weekday = Weekday.MONDAY,
    since: date | None = None,
) -> WeeklySets:
    """WEEKLY_SETS: dense weeks × all seventeen muscles, NaN in weeks that no lifting log covers.

    periods: PERIODS of the lifting logs. since: a day to start at where the logs start later.
    """
    weeks = weeks_to_show(periods, today, first, since)
    index = pd.MultiIndex.from_product([weeks, [str(muscle) for muscle in Muscle]], names=["week_start", "muscle"])
    sums = muscle_sets.groupby([week_starts(muscle_sets["local_date"], first).rename("week_start"), "muscle"])[SCHEMES]
    dense = sums.sum().reindex(index, fill_value=0.0).reset_index()
    dense.loc[np.repeat(~covered_weeks(weeks, periods), len(Muscle)), SCHEMES] = np.nan
    dense["complete"] = np.repeat(is_complete(weeks, periods, today), len(Muscle))
    return WEEKLY_SETS.make(dense.rename(columns={Scheme.DEFAULT: "hard_sets"}))


def counted_by(sets: Frame, scheme: Scheme) -> Frame:
    """WEEKLY_SETS or DRIVERS by default credits, with the hard_sets of the scheme instead; the range stays beside them."""
    return sets if scheme == Scheme.DEFAULT else sets.assign(hard_sets=sets[str(scheme)])


def _pairs(wanted: np.ndarray, given: np.ndarray, exercises: int) -> tuple[np.ndarray, np.ndarray]:
    """The positions of every set and credit of the same exercise. A join on codes: 150,000 sets in milliseconds."""
    order = np.argsort(given, kind="stable")
    counts = np.bincount(given, minlength=exercises)
    starts = np.concatenate(([0], np.cumsum(counts)))[:-1]
    known = np.flatnonzero(wanted >= 0)
    repeats = counts[wanted[known]]
    set_rows = np.repeat(known, repeats)
    within = np.arange(len(set_rows)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return set_rows, order[np.repeat(starts[wanted[known]], repeats) + within]
