"""Do leg days slow my runs? Pace at equal heart rate of easy runs, one and two days after a lower-body session and later."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.leg_days.block_bootstrap import slopes
from lib.analysis.leg_days.equal_heart_rate import at_equal_heart_rate, less_window_means, windows_of
from lib.model.vocabulary import LegDayWord

LEAST_RUNS: Final = 20
LEAST_WINDOWS: Final = 6
LEAST_WITHIN: Final = 5.0  # runs' worth of difference inside windows; less compares one season with another
MOST_REACH: Final = 0.5  # an interval of half a pace on either side says nothing
LATER: Final = 3
AFTER: Final = (1, 2)
_SLOPE_ERROR: Final = 0.0015  # of pace a beat: how far the worth of a beat may be off
_Z: Final = 1.96

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AfterLegs:
    """Easy runs so many days after a lower-body session against those three to fourteen days after one.

    share: of a pace that they are slower, 0.02 is 2 %, below 0 faster; low, high: 95 % interval; None where too few.
    """

    days: int
    runs: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def word(self) -> LegDayWord:
        if self.low is None or self.high is None:
            return LegDayWord.TOO_FEW
        if self.low <= 0.0 <= self.high:
            return LegDayWord.NOT_TOLD
        return LegDayWord.SLOWER if self.low > 0.0 else LegDayWord.FASTER


@dataclass(frozen=True, slots=True)
class LegDays:
    """later: runs three to fourteen days after. pace_s, heart_rate_bpm: medians of all compared runs, None without one."""

    after: tuple[AfterLegs, ...]
    later: int
    pace_s: float | None
    heart_rate_bpm: float | None
    first_day: date | None
    last_day: date | None


def leg_days(runs: pd.DataFrame) -> LegDays:
    """The answer of a log. runs: EASY_RUNS; those on the day of a leg session are left out, whichever came first."""
    compared = runs[runs["days_since"] >= 1].reset_index(drop=True)
    later = int((compared["days_since"] >= LATER).sum())
    counts = [int((compared["days_since"] == days).sum()) for days in AFTER]
    found = _effects(compared) if _enough(compared, later) else {}
    none = (None, None, None)
    after = [
        AfterLegs(days, count, *(found.get(days, none) if count >= LEAST_RUNS else none))
        for days, count in zip(AFTER, counts, strict=True)
    ]
    if compared.empty:
        return LegDays(tuple(after), later, None, None, None, None)
    pace, rate, days = compared["pace_s"].median(), compared["heart_rate_bpm"].median(), compared["local_date"]
    return LegDays(tuple(after), later, float(pace), float(rate), days.min().date(), days.max().date())


def _enough(compared: pd.DataFrame, later: int) -> bool:
    return later >= LEAST_RUNS and int(windows_of(compared).max(initial=-1)) + 1 >= LEAST_WINDOWS


def _effects(compared: pd.DataFrame) -> dict[int, tuple[float, float, float]]:
    """Share slower and its interval by days after; without those that no window has beside later runs.

    The worth of a beat is not known to the last: by as much as heart rates differ, the interval is wider.
    """
    windows = windows_of(compared)
    columns = less_window_means(_columns(compared), windows)
    outcome = less_window_means(at_equal_heart_rate(compared), windows)
    found = slopes(columns, outcome, windows, len(AFTER))
    rates = less_window_means(compared["heart_rate_bpm"].to_numpy(dtype=float), windows)
    beats = np.linalg.lstsq(columns, rates, rcond=None)[0][: len(AFTER)]
    reach = np.hypot(found.reach, _Z * _SLOPE_ERROR * beats)
    within = (columns[:, : len(AFTER)] ** 2).sum(axis=0)
    return {
        days: (float(np.expm1(value)), float(np.expm1(value - far)), float(np.expm1(value + far)))
        for days, value, far, runs in zip(AFTER, found.value, reach, within, strict=True)
        if runs >= LEAST_WITHIN and far <= MOST_REACH
    }


def _columns(compared: pd.DataFrame) -> Values:
    """What a pace is explained by, a row a run: one day after, two days after, climb, length, a hard or long run the day before."""
    climb = compared["climb"].fillna(compared["climb"].median() if compared["climb"].notna().any() else 0.0)
    columns = [
        *((compared["days_since"] == days).to_numpy(dtype=float) for days in AFTER),
        climb.to_numpy(dtype=float),
        np.log(compared["distance_m"].to_numpy(dtype=float)),
        compared["after_hard"].to_numpy(dtype=float),
    ]
    return np.stack(columns, axis=1)
