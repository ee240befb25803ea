"""Weeks against the person's own goals (SCIENCE C1)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.model.frames.own import GOALS
from lib.model.frames.weeks import GOAL_WEEKS, WeeklyRunning, WeeklyStrength
from lib.model.vocabulary import GoalKind

_SIX_DAYS = pd.Timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Adherence:
    """Weeks met of weeks counted, as in "9 of 12". mean: of min(done / target, 1), None where no week counts.

    excluded: complete weeks left out: planned breaks, weeks without coverage, weeks without a goal.
    """

    met: int
    counted: int
    mean: float | None
    excluded: int


def goal_weeks(
    weekly_running: WeeklyRunning,
    weekly_strength: WeeklyStrength,
    goals: pd.DataFrame,
    breaks: pd.DataFrame,
    kind: GoalKind,
) -> pd.DataFrame:
    """GOAL_WEEKS of one kind of goal, from WEEKLY_RUNNING, WEEKLY_STRENGTH, GOALS and BREAKS.

    A goal holds from the week of its first day until the next goal of its kind; a target of 0 ends it.
    A week with any day of a planned break is not counted.
    """
    weeks = _done(weekly_running, weekly_strength, kind)
    target = _targets(weeks["week_start"], goals[goals["kind"] == kind])
    set_and_known = (target > 0) & weeks["done"].notna()
    found = weeks.assign(
        kind=str(kind),
        target=target,
        met=set_and_known & (weeks["done"] >= target),
        counted=set_and_known & weeks["complete"] & ~_in_break(weeks["week_start"], breaks),
    )
    return GOAL_WEEKS.make(found)


def weekly_goal(kind: GoalKind, target: float) -> pd.DataFrame:
    """GOALS of one mark that holds from the beginning, for what is shown without a goal of one's own."""
    return GOALS.make([{"kind": str(kind), "from_date": pd.Timestamp(1970, 1, 1), "target": target}])


def met_together(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """GOAL_WEEKS of weeks that met both goals; a week counts where both count, and is known where both are.

    The frames cover the same weeks.
    """
    pairs = one.merge(other, on="week_start", suffixes=("", "_other"))
    return GOAL_WEEKS.make(
        pairs.assign(
            done=pairs["done"].where(pairs["done_other"].notna()),
            met=pairs["met"] & pairs["met_other"],
            counted=pairs["counted"] & pairs["counted_other"],
            complete=pairs["complete"] & pairs["complete_other"],
        )
    )


def adherence(goal_weeks: pd.DataFrame, last: int = 12) -> Adherence:
    """How many of the last complete weeks met the goal, of those that count."""
    complete = goal_weeks[goal_weeks["complete"]].tail(last)
    weeks = complete[complete["counted"]]
    shares = (weeks["done"] / weeks["target"]).clip(upper=1.0)
    mean = float(shares.mean()) if len(weeks) else None
    return Adherence(int(weeks["met"].sum()), len(weeks), mean, len(complete) - len(weeks))


def _done(weekly_running: WeeklyRunning, weekly_strength: WeeklyStrength, kind: GoalKind) -> pd.DataFrame:
    """week_start, done, complete; done is NaN where no log of it covers the week."""
    if kind in (GoalKind.RUNS, GoalKind.DISTANCE):
        frame: pd.DataFrame = weekly_running
    else:
        frame = weekly_strength
    done = frame[str(kind)]
    if kind is GoalKind.SESSIONS:
        done = _sessions(weekly_strength)
    return frame[["week_start", "complete"]].assign(done=done)


def _sessions(weekly_strength: WeeklyStrength) -> pd.Series:
    """Sessions with sets and without: one without was done, only not written up.

    A running app covers lifting from the first to the last week that it has any of: that it has none otherwise says
    nothing.
    """
    bare = weekly_strength["sessions_without_sets"]
    some = bare.where(bare > 0)
    inside = some.ffill().notna() & some.bfill().notna()
    both = pd.DataFrame({"sessions": weekly_strength["sessions"], "bare": bare.where(inside)})
    return both.sum(axis=1, min_count=1)


def _targets(weeks: pd.Series, goals: pd.DataFrame) -> pd.Series:
    """The target in force on the last day of each week, NaN before the first goal."""
    dated = goals.sort_values("from_date", kind="stable")
    ends = pd.DataFrame({"from_date": weeks + _SIX_DAYS})
    found = pd.merge_asof(ends, dated[["from_date", "target"]], on="from_date")
    return found["target"].set_axis(weeks.index)


def _in_break(weeks: pd.Series, breaks: pd.DataFrame) -> pd.Series:
    """For each week start, whether any of its seven days lies in a break."""
    found = np.zeros(len(weeks), dtype=bool)
    for from_date, to_date in zip(breaks["from_date"], breaks["to_date"], strict=True):
        found |= np.asarray((weeks <= to_date) & (weeks + _SIX_DAYS >= from_date), dtype=bool)
    return pd.Series(found, index=weeks.index)
