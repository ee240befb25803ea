"""How hard each run was: the first rule that can tell, with what it went by (SCIENCE X2; methods, hard runs)."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.analysis.hard_runs.fast import by_speed
from lib.analysis.hard_runs.heart_rate import by_mean, by_time_near_threshold
from lib.analysis.hard_runs.highest_rate import highest_rates
from lib.analysis.hard_runs.long import by_length
from lib.analysis.hard_runs.recorded_rates import RecordedRates
from lib.analysis.hard_runs.said import by_rpe, by_tag, by_workout_type
from lib.analysis.hard_runs.telling import Telling, VerdictRule, as_texts
from lib.analysis.hard_runs.title import by_title
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.vocabulary import Effort, RunVerdict

Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

_REACH = timedelta(days=367)  # no rule looks further: the highest heart rate is that of a year before and after

# Whoever calls a run easy, by tag, type or title, is not contradicted by its length.
_BY_WORD = frozenset({VerdictRule.TAG, VerdictRule.WORKOUT_TYPE, VerdictRule.TITLE})


def run_verdicts(
    activities: pd.DataFrame,
    heart_rates: pd.DataFrame,
    own_words: Mapping[str, Effort | None],
    max_heart_rate_bpm: float | None,
) -> pd.DataFrame:
    """RUN_VERDICTS of the runs among ACTIVITIES (oldest first), in their order.

    heart_rates: HEART_RATES. own_words: words of titles by the person. max_heart_rate_bpm: typed by the person.
    """
    runs = only_runs(activities).reset_index(drop=True)
    telling = _Runs(runs)
    telling.ask(VerdictRule.TAG, by_tag)
    telling.ask(VerdictRule.WORKOUT_TYPE, by_workout_type)
    telling.ask(VerdictRule.TITLE, lambda some: by_title(some, own_words))
    telling.ask(VerdictRule.RPE, by_rpe)
    if telling.open.any():
        highest, recorded = highest_rates(runs, max_heart_rate_bpm), RecordedRates(heart_rates)
        telling.ask(
            VerdictRule.TIME_NEAR_THRESHOLD,
            lambda some: by_time_near_threshold(some, highest[some.index.to_numpy()], recorded),
        )
        telling.ask(VerdictRule.MEAN_HEART_RATE, lambda some: by_mean(some, highest[some.index.to_numpy()]))
        telling.take(VerdictRule.FAST, by_speed(runs, telling.open), telling.open)
    telling.take(VerdictRule.LONG, by_length(runs), telling.may_be_long)
    return telling.frame()


def verdicts_of_days(
    activities: pd.DataFrame,
    heart_rates: pd.DataFrame,
    own_words: Mapping[str, Effort | None],
    max_heart_rate_bpm: float | None,
    days: tuple[date, date],
) -> pd.DataFrame:
    """The rows of `run_verdicts` of these days alone, both included: of the other runs only those near them are looked at."""
    first, last = days
    near = on_days(activities, first - _REACH, last + _REACH).reset_index(drop=True)
    asked = on_days(near, first, last)["activity_id"]
    found = run_verdicts(near, heart_rates, own_words, max_heart_rate_bpm)
    return found[found["activity_id"].isin(asked)].reset_index(drop=True)


class _Runs:
    """What is known of the runs so far."""

    def __init__(self, runs: pd.DataFrame) -> None:
        self._runs = runs
        self._verdicts = as_texts([RunVerdict.UNKNOWN] * len(runs))
        self._rules = as_texts([VerdictRule.NONE] * len(runs))
        self._why = as_texts([""] * len(runs))

    @property
    def open(self) -> Flags:
        """The runs that no rule told yet."""
        return np.asarray(self._rules == VerdictRule.NONE, dtype=bool)

    @property
    def may_be_long(self) -> Flags:
        """The runs that are not hard, and of which nobody said how hard they were."""
        by_word = np.array([each in _BY_WORD for each in self._rules], dtype=bool)
        return np.asarray(~by_word & (self._verdicts != RunVerdict.HARD), dtype=bool)

    def ask(self, rule: VerdictRule, tell: Callable[[pd.DataFrame], Telling]) -> None:
        """Let a rule tell of the runs that are open."""
        places = np.flatnonzero(self.open)
        if len(places):
            self._put(rule, places, tell(self._runs.iloc[places]))

    def take(self, rule: VerdictRule, told: Telling, where: Flags) -> None:
        """Take what a rule told of all runs, for some of them."""
        places = np.flatnonzero(where)
        self._put(rule, places, Telling(told.verdicts[places], told.why[places]))

    def _put(self, rule: VerdictRule, places: Places, told: Telling) -> None:
        tells = np.asarray(told.verdicts != "", dtype=bool)
        self._verdicts[places[tells]] = told.verdicts[tells]
        self._rules[places[tells]] = rule
        self._why[places[tells]] = told.why[tells]

    def frame(self) -> pd.DataFrame:
        """RUN_VERDICTS."""
        columns = {"verdict": self._verdicts, "rule": self._rules, "why": self._why}
        said = {name: list(map(str, each)) for name, each in columns.items()}
        return RUN_VERDICTS.make({"activity_id": self._runs["activity_id"].to_numpy(), **said})
