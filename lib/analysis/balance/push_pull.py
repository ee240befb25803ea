"""Two rows beside the balance: pushing against pulling sets, and how many weeks the calves had any."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.model.frames.weeks import WeeklySets
from lib.model.vocabulary import Muscle

PUSH: Final = frozenset({"horizontal_push", "vertical_push"})
PULL: Final = frozenset({"horizontal_pull", "vertical_pull"})


@dataclass(frozen=True, slots=True)
class PushPull:
    """Hard sets of pushing and of pulling exercises, whole sets and no credits."""

    push: float
    pull: float


@dataclass(frozen=True, slots=True)
class CalfWeeks:
    """Complete covered weeks with at least one set for the calves. direct: mean sets a week as a main muscle."""

    with_calves: int
    weeks: int
    mean: float
    direct: float


def push_pull(counted: pd.DataFrame, names: pd.DataFrame, from_date: date, to_date: date) -> PushPull:
    """Sets of these days by movement pattern. counted: COUNTED_SETS, names: NAMES."""
    inside = on_days(counted, from_date, to_date)
    done = inside[inside["hard"] > 0]
    pattern = done["exercise_name"].map(names.drop_duplicates("exercise_name").set_index("exercise_name")["pattern"])
    push, pull = (float(done.loc[pattern.isin(patterns), "hard"].sum()) for patterns in (PUSH, PULL))
    return PushPull(push, pull)


def calf_weeks(weekly_sets: WeeklySets, muscle_sets: pd.DataFrame, weeks: int = 12) -> CalfWeeks:
    """The last complete weeks of the calves. weekly_sets: WEEKLY_SETS, muscle_sets: MUSCLE_SETS."""
    rows = weekly_sets[(weekly_sets["muscle"] == Muscle.CALVES) & weekly_sets["complete"]]
    known = rows.dropna(subset=["hard_sets"]).tail(weeks)
    if known.empty:
        return CalfWeeks(0, 0, float("nan"), float("nan"))
    first, last = known["week_start"].iloc[0], known["week_start"].iloc[-1] + pd.Timedelta(days=6)
    direct = muscle_sets[(muscle_sets["muscle"] == Muscle.CALVES) & muscle_sets["primary"]]
    return CalfWeeks(
        with_calves=int((known["hard_sets"] >= 1).sum()),
        weeks=len(known),
        mean=float(known["hard_sets"].mean()),
        direct=float(on_days(direct, first, last)["default"].sum() / len(known)),
    )
