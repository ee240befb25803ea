"""One week with what is usual beside it: the values that the first screen and `legwork week` tell."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan

import pandas as pd

from lib.analysis.balance.ratio import Balance
from lib.analysis.weeks.streak import Streak
from lib.model.vocabulary import GoalKind


@dataclass(frozen=True, slots=True)
class Amount:
    """What was done in the week so far, what a whole week usually has, and what it usually has by this weekday. NaN: not known."""

    done: float
    usual: float
    usual_by_now: float


@dataclass(frozen=True, slots=True)
class GoalOfWeek:
    """A goal that holds in the week. done: NaN where no log covers it; left: never below 0."""

    kind: GoalKind
    target: float
    done: float

    @property
    def left(self) -> float:
        """What is missing to the target."""
        return self.done if isnan(self.done) else max(self.target - self.done, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Consistency:
    """Weeks in a row with a leg day; of who has no strength log, with a run.

    weeks: lower-body sessions (or runs) of the twelve weeks that end with this one, NaN where no log covers them.
    """

    legs: bool
    streak: Streak
    weeks: pd.Series


@dataclass(frozen=True, slots=True)
class SourceReach:
    """How far the log of a source reaches. runs: it has activities, not strength sessions."""

    source: str
    last_day: date
    runs: bool


@dataclass(frozen=True, slots=True, eq=False)
class YourWeek:
    """The week from `start`, up to `as_of`, that day included.

    days: WEEK_DAYS. muscles: WEEK_USUAL. open: OPEN_MUSCLES. balance: of the 28 days up to as_of.
    """

    start: date
    as_of: date
    distance: Amount
    lower_sets: Amount
    balance: Balance
    consistency: Consistency
    goals: tuple[GoalOfWeek, ...]
    reaches: tuple[SourceReach, ...]
    days: pd.DataFrame
    muscles: pd.DataFrame
    open: pd.DataFrame

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.start + timedelta(days=6)

    @property
    def is_over(self) -> bool:
        """Whether all seven days are told."""
        return self.as_of >= self.last
