"""The rules that say what a logged run is worth (methods, R1). One rule, one function, one sentence."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lib.analysis.weeks.running import only_runs


@dataclass(frozen=True, slots=True)
class RunRule:
    """applies: the activities that the rule is about, of all ACTIVITIES."""

    title: str
    sentence: str
    applies: Callable[[pd.DataFrame], pd.DataFrame]

    def rows(self, activities: pd.DataFrame) -> int:
        """How many of the person's own activities the rule is about. activities: ACTIVITIES."""
        return len(self.applies(activities))


def without_distance(activities: pd.DataFrame) -> pd.DataFrame:
    runs = only_runs(activities)
    return runs[runs["distance_m"].isna()]


def of_elapsed_time(activities: pd.DataFrame) -> pd.DataFrame:
    runs = only_runs(activities)
    return runs[runs["moving_s"].isna() & runs["elapsed_s"].notna()]


def no_runs(activities: pd.DataFrame) -> pd.DataFrame:
    return activities.drop(index=only_runs(activities).index)


RUN_RULES = (
    RunRule(
        "Run",
        "Outdoors, trail, track, treadmill and virtual runs count, each once however many sources have it.",
        only_runs,
    ),
    RunRule("Other sports", "Walks, hikes, rides and every other sport are not counted as running.", no_runs),
    RunRule(
        "No distance", "A run without a distance counts as a run and adds nothing to the distance.", without_distance
    ),
    RunRule(
        "Time",
        "Moving time; where a source knows only that of its timer, which leaves out the pauses that you made, timer time; "
        "where it has neither, the time from start to end.",
        of_elapsed_time,
    ),
)
