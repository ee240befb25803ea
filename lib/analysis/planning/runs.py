"""The runs that count for the gaps of a plan: hard and long ones that are logged, and those to come."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pandas as pd

from lib.analysis.planning.week import DEFAULT_RUN_MINUTES, HardRun
from lib.analysis.spacing.clocks import has_clock
from lib.analysis.spacing.leg_spacing import COUNTED
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import length_of
from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec
from lib.model.plan import PlannedRun
from lib.model.vocabulary import Effort, RunVerdict

# One row per run that is hard or long, or of which nobody knows (known is False), oldest first.
# timed: whether it has a clock. minutes: from start to end, NaN where it is not known.
HARD_RUNS = FrameSpec[pd.DataFrame](
    "HARD_RUNS",
    {
        "activity_id": COUNT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "timed": FLAG,
        "minutes": NUMBER,
        "long": FLAG,
        "known": FLAG,
    },
)


def hard_runs(activities: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """HARD_RUNS: what is hard or long, and what nobody knows, oldest first.

    activities: ACTIVITIES that are runs, all of them. verdicts: RUN_VERDICTS of these.
    """
    length = length_of(activities) / 60
    timed = activities.assign(timed=has_clock(activities), minutes=length)
    runs = timed.merge(verdicts[["activity_id", "verdict"]], on="activity_id")
    runs = runs[runs["verdict"].isin([*COUNTED, str(RunVerdict.UNKNOWN)])]
    return HARD_RUNS.make(
        runs.assign(long=runs["verdict"] == RunVerdict.LONG, known=runs["verdict"] != RunVerdict.UNKNOWN).sort_values(
            "local_start"
        )
    )


def logged_runs(runs: pd.DataFrame, first: date, last: date) -> tuple[HardRun, ...]:
    """Those of HARD_RUNS from the first to the last day."""
    return tuple(
        HardRun(
            row["local_date"].date(),
            row["local_start"].time() if row["timed"] else None,
            None if pd.isna(row["minutes"]) else float(row["minutes"]),
            row["title"],
            bool(row["long"]),
            bool(row["known"]),
        )
        for row in on_days(runs, first, last).to_dict("records")
    )


def to_come(planned: Iterable[PlannedRun]) -> tuple[HardRun, ...]:
    """Runs that the person expects, but for those that are not hard."""
    return tuple(
        HardRun(each.day, each.at, each.minutes or DEFAULT_RUN_MINUTES, each.title, each.effort is Effort.LONG)
        for each in planned
        if each.effort in (Effort.HARD, Effort.LONG, Effort.RACE)
    )


def usual_runs(usual: Callable[[date], HardRun | None], first: date, last: date) -> tuple[HardRun, ...]:
    """What is usual of each day from the first to the last."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return tuple(run for day in days if (run := usual(day)))
