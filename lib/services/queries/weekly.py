"""The weekly frames of one athlete, over the same dense weeks: what screens and command line both show."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.analysis.loads.effective_load import moved_loads
from lib.analysis.loads.other_work import weekly_other_work
from lib.analysis.loads.tonnage import weekly_tonnage
from lib.analysis.muscles.weekly_sets import weekly_sets
from lib.analysis.weeks.lifting_log import LiftingLog
from lib.analysis.weeks.running import weekly_running
from lib.analysis.weeks.strength import weekly_strength
from lib.model.frames.weeks import WeeklyRunning, WeeklySets, WeeklyStrength
from lib.services.queries.training import Training


@dataclass(frozen=True, slots=True)
class Weekly:
    """Frames of the same weeks, from the first logged one to that of today: WEEKLY_RUNNING, WEEKLY_SETS, WEEKLY_STRENGTH."""

    running: WeeklyRunning
    sets: WeeklySets
    strength: WeeklyStrength


@dataclass(frozen=True, slots=True)
class WeeklyLoads:
    """What few pages show, of the same weeks: WEEKLY_TONNAGE and OTHER_WORK."""

    tonnage: pd.DataFrame
    other_work: pd.DataFrame


def weekly(training: Training) -> Weekly:
    """The weeks of a training in the athlete's own weeks."""
    return Weekly(running_of(training), *sets_and_strength(training, training.lifting))


def running_of(training: Training) -> WeeklyRunning:
    """WEEKLY_RUNNING alone."""
    first, since = training.athlete.first_weekday, first_day(training)
    return weekly_running(training.activities, training.today, first, since, periods=training.runs_logged)


def sets_and_strength(training: Training, lifting: LiftingLog) -> tuple[WeeklySets, WeeklyStrength]:
    """WEEKLY_SETS and WEEKLY_STRENGTH of a log: that of the training, or the sets of some of its weeks."""
    weeks = (lifting.periods, training.today, training.athlete.first_weekday)
    since = first_day(training)
    strength = weekly_strength(
        lifting.strength_sessions,
        lifting.counted,
        *weeks,
        activities=training.activities,
        runs_logged=training.runs_logged,
        linked=training.linked,
        since=since,
    )
    return weekly_sets(lifting.muscle_sets, *weeks, since), strength


def weekly_loads(training: Training) -> WeeklyLoads:
    """Tonnage and what is not counted in sets, over the same weeks."""
    lifting = training.lifting
    weeks = (lifting.periods, training.today, training.athlete.first_weekday, first_day(training))
    return WeeklyLoads(weekly_tonnage(moved(training), *weeks), weekly_other_work(lifting.counted, *weeks))


def moved(training: Training) -> pd.DataFrame:
    """MOVED_LOADS of all sets that count, by the athlete's own conventions and body mass."""
    return moved_loads(training.lifting.counted, training.names, training.body_mass, training.preferences.conventions)


def first_day(training: Training) -> date | None:
    """The first day that any log covers; None when nothing is logged."""
    days = pd.concat([training.runs_logged["first_day"], training.lifting.periods["first_day"]])
    return None if days.empty else days.min().date()


def last_day(training: Training) -> date | None:
    """The last day that any log covers, today at the latest unless a row is later; None when nothing is logged."""
    logged = last_logged_day(training)
    days = pd.concat([training.runs_logged["last_day"], training.lifting.periods["last_day"]])
    return None if logged is None else max(logged, min(days.max().date(), training.today))


def last_logged_day(training: Training) -> date | None:
    """The last day with a row of any log; None when nothing is logged."""
    days = pd.concat([training.runs_logged["last_logged"], training.lifting.periods["last_logged"]])
    return None if days.empty else days.max().date()
