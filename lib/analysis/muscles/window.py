"""The sets of every muscle in one week or a few, beside the weeks before and the person's own year (SCIENCE S2)."""

from datetime import date

import pandas as pd

from lib.analysis.muscles.weekly_sets import counted_by
from lib.model.frames.spec import NUMBER
from lib.model.frames.weeks import MUSCLE_WINDOW, WeeklySets
from lib.model.vocabulary import Muscle, Scheme

WEEKS_BEFORE = 4
YEAR = 52
# With fewer covered weeks the highest of them says little about a year.
LEAST_WEEKS = 12

_RANGE = [str(Scheme.STRICT), str(Scheme.PERMISSIVE)]
_MUSCLES = [str(muscle) for muscle in Muscle]


def muscle_window(
    weekly_sets: WeeklySets, last_week: date | None = None, weeks: int = 4, scheme: Scheme = Scheme.DEFAULT
) -> pd.DataFrame:
    """MUSCLE_WINDOW: sets a week of all seventeen muscles, the means of the covered ones of the weeks of the window.

    weekly_sets: WEEKLY_SETS, by default credits. last_week, weeks: as in weeks_of_window.
    """
    window = weeks_of_window(weekly_sets, last_week, weeks)
    inside = weekly_sets["week_start"].isin(window)
    past = weekly_sets["complete"] & (weekly_sets["week_start"] < window.min())
    known = counted_by(weekly_sets, scheme)
    rows = known[inside].groupby("muscle")[["hard_sets", *_RANGE]].mean().reindex(_MUSCLES)
    by_week = _by_week(known[past | inside])
    found = rows.assign(
        before=by_week[by_week.index < window.min()].tail(WEEKS_BEFORE).mean(),
        highest=_highest(by_week, weeks),
    )
    found = found.assign(share=_share(found["hard_sets"], found["highest"]))
    return MUSCLE_WINDOW.make(found.rename_axis("muscle").reset_index())


def weeks_of_window(weekly_sets: WeeklySets, last_week: date | None = None, weeks: int = 4) -> pd.DatetimeIndex:
    """The starts of the weeks of a window, oldest first.

    A window of several weeks ends with the last complete week up to last_week: the unfinished week is in no mean. One
    week is the week asked for. Without last_week: the latest complete week.
    """
    chosen = pd.Timestamp(last_week) if last_week else weekly_sets["week_start"].max()
    wanted = weekly_sets["complete"] | ((weekly_sets["week_start"] == chosen) & bool(last_week) & (weeks == 1))
    starts = weekly_sets.loc[wanted & (weekly_sets["week_start"] <= chosen), "week_start"]
    return pd.DatetimeIndex(starts.drop_duplicates().sort_values().tail(weeks), name="week_start")


def _by_week(weekly_sets: pd.DataFrame) -> pd.DataFrame:
    """Weeks × muscles, oldest first."""
    wide = weekly_sets.pivot_table(index="week_start", columns="muscle", values="hard_sets", dropna=False)
    return wide.reindex(columns=_MUSCLES)


def _highest(sets: pd.DataFrame, weeks: int) -> pd.Series:
    """For each muscle the highest mean of so many covered weeks in a row in the last year; NaN with too few weeks."""
    year = sets.tail(YEAR)
    return year.rolling(weeks).mean().max().where(year.notna().sum() >= LEAST_WEEKS)


def _share(sets: pd.Series, highest: pd.Series) -> pd.Series:
    """Of the highest; 0 where a whole year had none. Rolling sums leave crumbs, so a share may pass 1 by a hair."""
    return (sets / highest.where(highest > 0, 1.0).where(highest.notna())).clip(upper=1.0).astype(NUMBER)
