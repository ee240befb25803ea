"""What a rule reads and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from lib.model.frames.weeks import WeeklyRunning, WeeklySets, WeeklyStrength
from lib.model.vocabulary import Muscle


@dataclass(frozen=True, slots=True, eq=False)
class Weeks:
    """The training as the rules see it: WEEKLY_RUNNING, WEEKLY_SETS, WEEKLY_STRENGTH, and ACTIVITIES that are runs."""

    running: WeeklyRunning
    sets: WeeklySets
    strength: WeeklyStrength
    runs: pd.DataFrame
    today: date


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that stands out.

    rule:    name of the rule.
    numbers: what the sentence says, by name; distances in metres.
    muscles: those it is about.
    from_date, to_date: the days whose rows are behind it, both included.
    """

    rule: str
    numbers: Mapping[str, float]
    muscles: tuple[Muscle, ...]
    from_date: date
    to_date: date


def last_day_of(week_start: pd.Timestamp) -> date:
    """The last day of a week."""
    last: date = week_start.date() + timedelta(days=6)
    return last
