"""Two muscles against each other in sets done, with the range of attribution (SCIENCE B1)."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from lib.analysis.balance.gates import is_shown, reason_to_withhold
from lib.analysis.balance.windows import window_start, window_totals
from lib.analysis.muscles.weekly_sets import SCHEMES
from lib.analysis.weeks.lifting_log import LiftingLog
from lib.model.frames.balance import BALANCE_TREND
from lib.model.vocabulary import Muscle

WINDOW_DAYS = 28


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of two muscles over the days from from_date to to_date, both included.

    first, second, glutes: hard sets by default credits.
    log2, low, high:       log2((first + 1) / (second + 1)) by default, and the least and the greatest of the three
                           schemes; None where withheld. ratio: 2 ** log2, so it is smoothed as log2 is.
    reason:                why it is withheld, in words; "" where it is shown.
    mapped_share:          share of the sets with a known exercise; None without sets.
    lower_sessions:        lower-body sessions in these days. covered_days: days that a strength log covers.
    """

    from_date: date
    to_date: date
    days: int
    first_muscle: Muscle
    second_muscle: Muscle
    first: float
    second: float
    glutes: float
    ratio: float | None
    log2: float | None
    low: float | None
    high: float | None
    shown: bool
    reason: str
    mapped_share: float | None
    lower_sessions: int
    covered_days: int


def balance(
    log: LiftingLog,
    on: date,
    days: int = WINDOW_DAYS,
    first: Muscle = Muscle.QUADRICEPS,
    second: Muscle = Muscle.HAMSTRINGS,
) -> Balance:
    """The balance of the `days` days that end with `on`."""
    row = _with_ratios(window_totals(log, _days(on, on), days, first, second)).iloc[0]
    reason = reason_to_withhold(row, days, first, second)
    ratios = {name: None if reason else float(row[name]) for name in ("log2", "low", "high")}
    return Balance(
        from_date=window_start(on, days).date(),
        to_date=on,
        days=days,
        first_muscle=first,
        second_muscle=second,
        first=float(row["first_default"]),
        second=float(row["second_default"]),
        glutes=float(row["glutes"]),
        ratio=None if reason else float(2 ** row["log2"]),
        shown=not reason,
        reason=reason,
        mapped_share=float(row["mapped"] / row["sets"]) if row["sets"] else None,
        lower_sessions=int(row["lower_sessions"]),
        covered_days=int(row["covered_days"]),
        **ratios,
    )


def balance_trend(
    log: LiftingLog,
    from_date: date,
    to_date: date,
    days: int = WINDOW_DAYS,
    *,
    step: int = 1,
    first: Muscle = Muscle.QUADRICEPS,
    second: Muscle = Muscle.HAMSTRINGS,
) -> pd.DataFrame:
    """BALANCE_TREND: the figures of `balance` for every `step`-th day back from to_date, oldest first."""
    dates = _days(from_date, to_date)[::-1][::step][::-1]
    if dates.empty:
        return BALANCE_TREND.empty()
    trend = _with_ratios(window_totals(log, dates, days, first, second))
    trend["shown"] = is_shown(trend)
    trend.loc[~trend["shown"], ["log2", "low", "high"]] = np.nan
    named = trend.rename(columns={"first_default": "first", "second_default": "second"})
    return BALANCE_TREND.make(named.rename_axis("date").reset_index())


def log_ratio(first: float, second: float) -> float:
    """log2 of two set counts, one set added to each: always finite, and thin data is pulled to even."""
    return float(np.log2((first + 1) / (second + 1)))


def _with_ratios(totals: pd.DataFrame) -> pd.DataFrame:
    """The window totals with log2 by default credits, and the least and greatest of the schemes as low and high."""
    schemes = pd.DataFrame(
        {scheme: np.log2((totals[f"first_{scheme}"] + 1) / (totals[f"second_{scheme}"] + 1)) for scheme in SCHEMES}
    )
    return totals.assign(log2=schemes[SCHEMES[0]], low=schemes.min(axis=1), high=schemes.max(axis=1))


def _days(from_date: date, to_date: date) -> pd.DatetimeIndex:
    return pd.date_range(from_date, to_date, freq="D", unit="us")
