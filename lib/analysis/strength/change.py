"""Whether a lift moved: told only beyond how much it differs from session to session anyway (SCIENCE S5, amended)."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.vocabulary import LiftChange

SESSIONS_A_SIDE: Final = 4
SCATTERS: Final = 1.5
MOST_LOGGED_OTHERWISE: Final = 0.5
_YEAR: Final = pd.Timedelta(days=365)
_NAN: Final = float("nan")


class Moved(NamedTuple):
    """kg: the mean of the last four sessions less that of the four before. scatter_kg: what |kg| has to pass; NaN if too few."""

    change: LiftChange
    kg: float
    scatter_kg: float


def change_of(bests: pd.DataFrame) -> Moved:
    """What became of one exercise in the year up to its last session. bests: its SESSION_BESTS, oldest first."""
    year = _of_last_year(bests)
    if len(year) < 2 * SESSIONS_A_SIDE:
        return Moved(LiftChange.TOO_FEW, _NAN, _NAN)
    scatter = scatter_of(year["e1rm_kg"].to_numpy(dtype=float))
    last, before = year.iloc[-SESSIONS_A_SIDE:], year.iloc[-2 * SESSIONS_A_SIDE : -SESSIONS_A_SIDE]
    kg = float(last["e1rm_kg"].mean() - before["e1rm_kg"].mean())
    if abs(kg) <= scatter or _logged_otherwise(last, before):
        return Moved(LiftChange.NOT_CLEAR, kg, scatter)
    return Moved(LiftChange.UP if kg > 0 else LiftChange.DOWN, kg, scatter)


def scatter_of(values: npt.NDArray[np.float64]) -> float:
    """1.5 × the median absolute difference of neighbouring sessions, but no less than half of the smallest that is not zero.

    The second, as who lifts the same for weeks has a median of 0, and one odd session would be a change. values: oldest first.
    """
    steps = np.abs(np.diff(values))
    told = steps[steps > 1e-9]
    return float(max(SCATTERS * np.median(steps), told.min() / 2 if len(told) else 0.0))


def _logged_otherwise(last: pd.DataFrame, before: pd.DataFrame) -> bool:
    """Whether effort was logged on one side much more often: the least that a lift can be lies below the estimate."""
    return bool(abs(last["at_least"].mean() - before["at_least"].mean()) > MOST_LOGGED_OTHERWISE)


def compared_days(bests: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp, pd.Timestamp, pd.Timestamp] | None:
    """First and last day of the four sessions before and of the last four; None of too few. bests: as above."""
    days = _of_last_year(bests)["local_date"]
    if len(days) < 2 * SESSIONS_A_SIDE:
        return None
    return days.iloc[-8], days.iloc[-5], days.iloc[-4], days.iloc[-1]


def _of_last_year(bests: pd.DataFrame) -> pd.DataFrame:
    recent: pd.DataFrame = bests[bests["local_date"] > bests["local_date"].max() - _YEAR]
    return recent
