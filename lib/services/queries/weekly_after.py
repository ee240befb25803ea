"""Earlier weekly frames brought up to date: only the weeks in which other sets count are added up anew."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd

from lib.analysis.weeks.carried import carried
from lib.model.weeks import week_start, week_starts
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly, first_day, running_of, sets_and_strength

_WEEK: Final = range(7)


def weekly_after(before: Weekly, activities: pd.DataFrame, now: Training, days: Collection[pd.Timestamp]) -> Weekly:
    """What `weekly(now)` would give. before: the frames of an earlier training with the same today and first weekday.

    activities: ACTIVITIES of that one, the same object where they are the same. days: those on which other sets may
    count than before.
    """
    weekday = now.athlete.first_weekday
    weeks: list[pd.Timestamp] = (
        week_starts(pd.Series(sorted(days), dtype="datetime64[us]"), weekday).drop_duplicates().to_list()
    )
    near = [week + pd.Timedelta(days=day) for week in weeks for day in _WEEK]
    lifting = replace(
        now.lifting, counted=_on(now.lifting.counted, near), muscle_sets=_on(now.lifting.muscle_sets, near)
    )
    sets, strength = sets_and_strength(now, lifting)
    first = first_day(now)
    same_runs = activities is now.activities and first and _start(before.running) == week_start(first, weekday)
    return Weekly(
        before.running if same_runs else running_of(now),
        carried(sets, before.sets, weeks, ("hard_sets", "strict", "permissive")),
        # Sessions are those of all logs already: one may be joined to a bout of the week before.
        carried(strength, before.strength, weeks, ("sets_done", "sets_mapped")),
    )


def _start(weekly: pd.DataFrame) -> date | None:
    return None if weekly.empty else weekly["week_start"].iloc[0].date()


def _on(frame: pd.DataFrame, days: Collection[pd.Timestamp]) -> pd.DataFrame:
    return frame[frame["local_date"].isin(list(days))]
