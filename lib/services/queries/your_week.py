"""One week as the first screen and `legwork week` tell it: what was done, what is usual by that day, and what is left."""

from datetime import date, timedelta
from typing import Final

import pandas as pd

from lib.analysis.balance.ratio import balance
from lib.analysis.counting.coverage import last_covered
from lib.analysis.muscles.weekly_sets import counted_by
from lib.analysis.weeks.adherence import goal_weeks, weekly_goal
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.lower_body import weekly_lower_sets
from lib.analysis.weeks.running import only_runs
from lib.analysis.weeks.streak import streak
from lib.analysis.weeks.strength import without_sets
from lib.analysis.your_week.still_open import open_muscles
from lib.analysis.your_week.usual import WEEKS, usual, usual_by, usual_weeks
from lib.analysis.your_week.week import Amount, Consistency, GoalOfWeek, SourceReach, YourWeek
from lib.analysis.your_week.week_days import week_days
from lib.model.frames.weeks import (
    WEEK_USUAL,
    WEEKLY_RUNNING,
    WEEKLY_STRENGTH,
    WeeklyRunning,
    WeeklyStrength,
)
from lib.model.vocabulary import GoalKind, Muscle, Scheme
from lib.model.weeks import week_start
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly, last_day

DOTS: Final = 12
_UNKNOWN: Final = float("nan")


def newest_day(training: Training) -> date:
    """The day that the first screen shows unasked: today, or the last day of the logs where none reaches into this week."""
    known = last_day(training)
    this_week = week_start(training.today, training.athlete.first_weekday)
    return training.today if known is None or known >= this_week else known


def your_week(training: Training, weekly: Weekly, as_of: date) -> YourWeek:
    """The week that `as_of` lies in, as it stood at the end of that day."""
    start = week_start(as_of, training.athlete.first_weekday)
    running, strength = _running_until(training, weekly, start, as_of), _strength_until(training, weekly, start, as_of)
    muscles = week_usual(training, weekly, start, as_of)
    is_over = start + timedelta(days=6) < training.today
    return YourWeek(
        start=start,
        as_of=as_of,
        is_over=is_over,
        ended_weeks=ended_weeks(training, start),
        distance=_distance(training, weekly, start, as_of),
        lower_sets=_lower_sets(training, weekly, start, as_of),
        contacts=_contacts(training, start, as_of),
        balance=balance(training.lifting, as_of),
        consistency=_consistency(training, running, strength, start),
        goals=_goals(training, running, strength),
        reaches=reaches(training),
        days=_days(training, start, as_of),
        muscles=muscles,
        open=open_muscles(muscles, training.lifting.muscle_sets, as_of),
    )


def ended_weeks(training: Training, start: date) -> int:
    """How many weeks ago all logs ended, where they did in the week from `start`; 0 while the week before this one is known."""
    known, weekday = last_day(training), training.athlete.first_weekday
    weeks = (week_start(training.today, weekday) - start).days // 7
    return weeks if known and week_start(known, weekday) == start and weeks > 1 else 0


def reaches(training: Training) -> tuple[SourceReach, ...]:
    """How far each source reaches, runs first, the one that reaches furthest first."""
    logs = ((training.runs_logged, True), (training.lifting.periods, False))
    found = [
        SourceReach(str(source), day.date(), runs)
        for periods, runs in logs
        for source, day in zip(periods["source"], periods["last_day"], strict=True)
    ]
    return tuple(sorted(found, key=lambda each: (not each.runs, -each.last_day.toordinal(), each.source)))


def week_usual(
    training: Training, weekly: Weekly, start: date, as_of: date, scheme: Scheme = Scheme.DEFAULT
) -> pd.DataFrame:
    """WEEK_USUAL: the sets of each muscle up to `as_of` beside the median of the last whole weeks."""
    week, known = pd.Timestamp(start), last_covered(start, as_of, training.lifting.periods)
    done = on_days(training.lifting.muscle_sets, start, as_of).groupby("muscle", observed=True)[str(scheme)].sum()
    near = weekly.sets[weekly.sets["week_start"].between(week - pd.Timedelta(weeks=WEEKS), week)]
    by_muscle = dict(tuple(counted_by(near, scheme).groupby("muscle", observed=True)))
    rows = [
        (
            str(muscle),
            float(done.get(str(muscle), 0.0)) if known else _UNKNOWN,
            usual(by_muscle[str(muscle)], week, "hard_sets") if str(muscle) in by_muscle else _UNKNOWN,
        )
        for muscle in Muscle
    ]
    return WEEK_USUAL.make(rows)


def _distance(training: Training, weekly: Weekly, start: date, as_of: date) -> Amount:
    until = last_covered(start, as_of, training.runs_logged)
    return _amount(weekly.running, only_runs(training.activities), "distance_m", start, until)


def _lower_sets(training: Training, weekly: Weekly, start: date, as_of: date) -> Amount:
    sessions = training.lifting.strength_sessions
    lower = weekly_lower_sets(sessions, weekly.strength, training.athlete.first_weekday)
    until = last_covered(start, as_of, training.lifting.periods)
    return _amount(lower, sessions, "lower_sets", start, until)


def _contacts(training: Training, start: date, as_of: date) -> float:
    if last_covered(start, as_of, training.lifting.periods) is None:
        return _UNKNOWN
    return float(on_days(training.lifting.strength_sessions, start, as_of)["contacts"].sum())


def _amount(frame: pd.DataFrame, bouts: pd.DataFrame, column: str, start: date, until: date | None) -> Amount:
    """frame: a row a week. bouts: a row a bout, with its local_date and what it adds to the column.

    A log that ends within the week is compared up to its end: what was done later is not known, and not 0.
    """
    week = pd.Timestamp(start)
    if until is None:
        return Amount(_UNKNOWN, usual(frame, week, column), _UNKNOWN, None)
    days = on_days(bouts, start - timedelta(weeks=WEEKS), until).groupby("local_date")[column].sum()
    by_now = usual_by(days, usual_weeks(frame, week, column), (until - start).days)
    return Amount(float(days[days.index >= week].sum()), usual(frame, week, column), by_now, until)


def _running_until(training: Training, weekly: Weekly, start: date, as_of: date) -> WeeklyRunning:
    """WEEKLY_RUNNING of the weeks before and, of what goals count, of this one as it stood at the end of `as_of`."""
    runs = on_days(only_runs(training.activities), start, as_of)
    now = {"runs": float(len(runs)), "distance_m": float(runs["distance_m"].sum())}
    return WEEKLY_RUNNING.make(_until(weekly.running, now, start, as_of))


def _strength_until(training: Training, weekly: Weekly, start: date, as_of: date) -> WeeklyStrength:
    """WEEKLY_STRENGTH, likewise."""
    sessions = on_days(training.lifting.strength_sessions, start, as_of)
    bare = on_days(without_sets(training.activities, training.linked), start, as_of)
    now = {
        "sessions": float(sessions["counts"].sum()),
        "lower_sessions": float(sessions["lower"].sum()),
        "sessions_without_sets": float(len(bare)),
    }
    return WEEKLY_STRENGTH.make(_until(weekly.strength, now, start, as_of))


def _until(frame: pd.DataFrame, now: dict[str, float], start: date, as_of: date) -> pd.DataFrame:
    """The weeks up to `start`; in its row what is known takes the values of `now`."""
    found = frame[frame["week_start"] <= pd.Timestamp(start)].copy()
    this = found["week_start"] == pd.Timestamp(start)
    for column, value in now.items():
        found.loc[this & found[column].notna(), column] = value
    found.loc[this, "complete"] &= as_of >= start + timedelta(days=6)
    return found


def _consistency(training: Training, running: WeeklyRunning, strength: WeeklyStrength, start: date) -> Consistency:
    legs = not training.lifting.periods.empty
    kind = GoalKind.LOWER_SESSIONS if legs else GoalKind.RUNS
    weeks = goal_weeks(running, strength, weekly_goal(kind, 1.0), training.breaks, kind)
    last = pd.date_range(end=pd.Timestamp(start), periods=DOTS, freq="7D", unit="us")
    return Consistency(legs, streak(weeks), weeks.set_index("week_start")["done"].reindex(last))


def _goals(training: Training, running: WeeklyRunning, strength: WeeklyStrength) -> tuple[GoalOfWeek, ...]:
    found = []
    for kind in GoalKind:
        of_kind = training.goals[training.goals["kind"] == str(kind)]
        if of_kind.empty:
            continue
        weeks = goal_weeks(running, strength, of_kind, training.breaks, kind)
        if len(weeks) and weeks["target"].iloc[-1] > 0:
            found.append(GoalOfWeek(kind, float(weeks["target"].iloc[-1]), float(weeks["done"].iloc[-1])))
    return tuple(found)


def _days(training: Training, start: date, as_of: date) -> pd.DataFrame:
    lifting = training.lifting
    runs = only_runs(training.activities)
    verdicts = training.verdicts_of(start, as_of)
    return week_days(runs, training.runs_logged, lifting.strength_sessions, lifting.periods, start, as_of, verdicts)
