"""Hard, moderate or easy by the heart rate: time near threshold where it is known, else the mean, which hides intervals."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.analysis.hard_runs.recorded_rates import RecordedRates
from lib.analysis.hard_runs.telling import Telling
from lib.model.vocabulary import RunVerdict

NEAR_THRESHOLD: Final = 0.88  # of the highest heart rate; conventions (SCIENCE X2, grade D), as all that follow
STEADY: Final = 0.80
SURELY_EASY: Final = 0.75
HARD_SECONDS: Final = 600.0
HARD_SHARE: Final = 0.20


def by_time_near_threshold(runs: pd.DataFrame, highest: NDArray[np.float64], recorded: RecordedRates) -> Telling:
    """Hard with 10 minutes, or a fifth of the time, at 88 % of the highest heart rate and more.

    Below that moderate with half of it or a mean of 80 %, else easy. runs: ACTIVITIES; highest: see highest_rates.
    """
    near, total, mean = recorded.of(runs["activity_id"].to_numpy(), NEAR_THRESHOLD * highest)
    dose = np.minimum(HARD_SECONDS, HARD_SHARE * total)
    verdicts = np.select(
        [~(total > 0) | np.isnan(highest), near >= dose, (near >= dose / 2) | (mean >= STEADY * highest)],
        ["", RunVerdict.HARD, RunVerdict.MODERATE],
        RunVerdict.EASY,
    )
    lines = (NEAR_THRESHOLD * highest).tolist()
    return Telling.of(
        (str(verdict), _minutes(held, of, line) if verdict else "")
        for verdict, held, of, line in zip(verdicts, near.tolist(), total.tolist(), lines, strict=True)
    )


def by_mean(runs: pd.DataFrame, highest: NDArray[np.float64]) -> Telling:
    """Hard with a mean of 88 % of the highest heart rate.

    A lower mean tells something only where it cannot hide intervals: where the run's own maximum is below 88 % (then
    moderate from a mean of 80 % on, else easy), or with a mean below 75 %, which warm-up, intervals and rests together exceed.
    """
    mean, maximum = runs["heart_rate_bpm"].to_numpy(), runs["heart_rate_max_bpm"].to_numpy()
    share = mean / highest
    even = maximum < NEAR_THRESHOLD * highest
    verdicts = np.select(
        [share >= NEAR_THRESHOLD, even & (share >= STEADY), even & (share < STEADY) | (share < SURELY_EASY)],
        [RunVerdict.HARD, RunVerdict.MODERATE, RunVerdict.EASY],
        "",
    )
    return Telling.of(
        (str(verdict), f"{round(mean)} of {round(highest)}" if verdict else "")
        for verdict, mean, highest in zip(verdicts, mean.tolist(), highest.tolist(), strict=True)
    )


def _minutes(near: float, total: float, line: float) -> str:
    return f"{round(near / 60)} of {round(total / 60)} min at {int(np.ceil(line))} or more"
