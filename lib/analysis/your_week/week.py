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
    """What was done in the week up to `until`, what a whole week usually has, and what it has up to that weekday. NaN: not known.

    until: the last day told that a log covers, None without one.
    """

    done: float
    usual: float
    usual_by_now: float
    until: date | None


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
    """The week from `start`, up to `as_of`, that day included. is_over: its last day has passed.

    ended_weeks: where every log ended in this week and a whole week or more is over since, the weeks from then to now; else 0.
    contacts: ground contacts of jumps, NaN where no strength log covers the week.
    days: WEEK_DAYS. muscles: WEEK_USUAL. open: OPEN_MUSCLES, as at the end of that day. balance: of the 28 days up to as_of.
    """

    start: date
    as_of: date
    is_over: bool
    ended_weeks: int
    distance: Amount
    lower_sets: Amount
    contacts: float
    balance: Balance
    consistency: Consistency
    goals: tuple[GoalOfWeek, ...]
    reaches: tuple[SourceReach, ...]
    days: pd.DataFrame
    muscles: pd.DataFrame
    open: pd.DataFrame

    @property
    def log_ended(self) -> bool:
        """Whether this is the last week of logs that ended: nobody knows what came after it."""
        return self.ended_weeks > 0

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.start + timedelta(days=6)
