"""The weekly frames of one athlete, over the same dense weeks: what screens and command line both show."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.analysis.loads.effective_load import moved_loads
from lib.analysis.loads.other_work import weekly_other_work
from lib.analysis.loads.tonnage import weekly_tonnage
from lib.analysis.muscles.weekly_sets import weekly_sets
from lib.analysis.weeks.running import weekly_running
from lib.analysis.weeks.strength import weekly_strength
from lib.model.frames.weeks import WeeklyRunning, WeeklySets, WeeklyStrength
from lib.services.queries.training import Training


@dataclass(frozen=True, slots=True)
class Weekly:
    """Frames of the same weeks, from the first logged one to that of today.

    WEEKLY_RUNNING, WEEKLY_SETS, WEEKLY_STRENGTH, WEEKLY_TONNAGE and OTHER_WORK.
    """

    running: WeeklyRunning
    sets: WeeklySets
    strength: WeeklyStrength
    tonnage: pd.DataFrame
    other_work: pd.DataFrame


def weekly(training: Training) -> Weekly:
    """The weeks of a training in the athlete's own weeks."""
    first, since = training.athlete.first_weekday, first_day(training)
    lifting = training.lifting
    return Weekly(
        weekly_running(training.activities, training.today, first, since),
        weekly_sets(lifting.muscle_sets, lifting.periods, training.today, first, since),
        weekly_strength(
            lifting.strength_sessions,
            lifting.counted,
            lifting.periods,
            training.today,
            first,
            activities=training.activities,
            linked=training.linked,
            since=since,
        ),
        weekly_tonnage(moved(training), lifting.periods, training.today, first, since),
        weekly_other_work(lifting.counted, lifting.periods, training.today, first, since),
    )


def moved(training: Training) -> pd.DataFrame:
    """MOVED_LOADS of all sets that count, by the athlete's own conventions and body mass."""
    return moved_loads(training.lifting.counted, training.names, training.body_mass, training.preferences.conventions)


def first_day(training: Training) -> date | None:
    """The first day that any log covers; None when nothing is logged."""
    days = pd.concat([training.runs_logged["first_day"], training.lifting.periods["first_day"]])
    return None if days.empty else days.min().date()


def last_day(training: Training) -> date | None:
    """The last day that any log covers; None when nothing is logged."""
    days = pd.concat([training.runs_logged["last_day"], training.lifting.periods["last_day"]])
    return None if days.empty else days.max().date()
