"""How evenly each muscle was worked over the last weeks: its sets week by week, and the weeks with a set (SCIENCE B5)."""

from dataclasses import dataclass

import pandas as pd

from lib.analysis.muscles.window import weeks_of_window
from lib.model.frames.weeks import WeeklySets
from lib.model.vocabulary import Muscle, Scheme

WEEKS = 12
A_SET = 1.0


@dataclass(frozen=True, slots=True)
class MuscleCoverage:
    """The last complete weeks of one muscle. All means are over the covered weeks, NaN without any.

    sets:       hard sets of each week, oldest first; NaN where no log covers the week.
    mean:       sets a week. strict, permissive: the same by the two other ways to credit helpers.
    with_a_set: weeks with at least one hard set; known: covered weeks.
    """

    sets: tuple[float, ...]
    mean: float
    strict: float
    permissive: float
    with_a_set: int
    known: int


def muscle_coverage(weekly_sets: WeeklySets, weeks: int = WEEKS) -> dict[Muscle, MuscleCoverage]:
    """Every muscle over the last complete weeks. weekly_sets: WEEKLY_SETS, counted by any scheme."""
    window = weeks_of_window(weekly_sets, weeks=weeks)
    inside = weekly_sets[weekly_sets["week_start"].isin(window)].sort_values("week_start")
    return {Muscle(str(muscle)): _summary(rows) for muscle, rows in inside.groupby("muscle")}


def sets_by_exercise(muscle_sets: pd.DataFrame, scheme: Scheme = Scheme.DEFAULT) -> dict[Muscle, pd.Series]:
    """For each muscle that had sets: exercise → sets, the most first. One grouping for all of them: drivers() is for one.

    muscle_sets: MUSCLE_SETS of the days looked at.
    """
    sums = muscle_sets.groupby(["muscle", "exercise"])[str(scheme)].sum()
    given = sums[sums > 0].sort_values(ascending=False, kind="stable")
    return {Muscle(str(muscle)): rows.droplevel("muscle") for muscle, rows in given.groupby(level="muscle")}


def _summary(rows: pd.DataFrame) -> MuscleCoverage:
    sets = rows["hard_sets"]
    return MuscleCoverage(
        sets=tuple(sets),
        mean=float(sets.mean()),
        strict=float(rows[str(Scheme.STRICT)].mean()),
        permissive=float(rows[str(Scheme.PERMISSIVE)].mean()),
        with_a_set=int((sets >= A_SET).sum()),
        known=int(sets.notna().sum()),
    )
