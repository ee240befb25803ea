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
_TWELVE_WEEKS: Final = pd.Timedelta(days=84)
_NAN: Final = float("nan")


class Moved(NamedTuple):
    """kg: the mean of the last four sessions less that of the earlier four. scatter_kg: what |kg| has to pass; NaN if too few."""

    change: LiftChange
    kg: float
    scatter_kg: float


class Sides(NamedTuple):
    """The SESSION_BESTS that are compared."""

    last: pd.DataFrame
    earlier: pd.DataFrame


def change_of(bests: pd.DataFrame) -> Moved:
    """What became of one exercise in the year up to its last session. bests: its SESSION_BESTS, oldest first."""
    sides = compared(bests)
    if sides is None:
        return Moved(LiftChange.TOO_FEW, _NAN, _NAN)
    scatter = scatter_of(_of_last_year(bests)["e1rm_kg"].to_numpy(dtype=float))
    kg = float(sides.last["e1rm_kg"].mean() - sides.earlier["e1rm_kg"].mean())
    if abs(kg) <= scatter or _logged_otherwise(sides):
        return Moved(LiftChange.NOT_CLEAR, kg, scatter)
    return Moved(LiftChange.UP if kg > 0 else LiftChange.DOWN, kg, scatter)


def compared(bests: pd.DataFrame) -> Sides | None:
    """The last four sessions, and the last four of those twelve weeks before the last one; None below eight in the year.

    Where fewer than four are that old, the first four of the year. bests: as above.
    """
    year = _of_last_year(bests)
    if len(year) < 2 * SESSIONS_A_SIDE:
        return None
    last, before = year.iloc[-SESSIONS_A_SIDE:], year.iloc[:-SESSIONS_A_SIDE]
    old = before[before["local_date"] <= year["local_date"].max() - _TWELVE_WEEKS]
    return Sides(last, old.tail(SESSIONS_A_SIDE) if len(old) >= SESSIONS_A_SIDE else before.head(SESSIONS_A_SIDE))


def scatter_of(values: npt.NDArray[np.float64]) -> float:
    """1.5 × the median absolute difference of neighbouring sessions, but no less than half of the smallest that is not zero.

    The second, as who lifts the same for weeks has a median of 0, and one odd session would be a change. values: oldest first.
    """
    steps = np.abs(np.diff(values))
    told = steps[steps > 1e-9]
    return float(max(SCATTERS * np.median(steps), told.min() / 2 if len(told) else 0.0))


def _logged_otherwise(sides: Sides) -> bool:
    """Whether effort was logged on one side much more often: the least that a lift can be lies below the estimate."""
    return bool(abs(sides.last["at_least"].mean() - sides.earlier["at_least"].mean()) > MOST_LOGGED_OTHERWISE)


def _of_last_year(bests: pd.DataFrame) -> pd.DataFrame:
    recent: pd.DataFrame = bests[bests["local_date"] > bests["local_date"].max() - _YEAR]
    return recent
