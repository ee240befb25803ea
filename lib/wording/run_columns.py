"""The columns of runs that several tables share: how long they took, how fast they were, how far they climbed."""

from datetime import time
from typing import Any, Final

import pandas as pd

from lib.model.units import METRES_PER_FOOT
from lib.model.vocabulary import DistanceUnit

MOVING: Final = "Moving time"
_DAY_S: Final = 86_400
_HOUR_S: Final = 3_600


def pace_column(unit: DistanceUnit) -> str:
    """What the column of paces is called."""
    return f"Pace (/{unit})"


def moving_times(seconds: pd.Series) -> pd.Series:
    """As times of day, so that they sort as they read; as text where one takes a day or more, which no time of day has."""
    known = seconds.round(0)
    if bool((known >= _DAY_S).any()):
        return known.map(_long, na_action="ignore").astype(object)
    return known.map(_as_time, na_action="ignore").astype(object)


def paces(distance: pd.Series, seconds: pd.Series) -> pd.Series:
    """Likewise; nothing above an hour. distance: in the person's unit."""
    pace = (seconds / distance.where(distance > 0)).round(0)
    return pace.where(pace < _HOUR_S).map(_as_time, na_action="ignore").astype(object)


def ascents(metres: pd.Series, unit: DistanceUnit) -> dict[str, Any]:
    """The column of ascents in what somebody climbs in who runs in this unit."""
    return {f"Ascent ({ascent_unit(unit)})": (metres * from_ascent(1.0, unit)).round(0)}


def ascent_unit(unit: DistanceUnit) -> str:
    """What somebody climbs in who runs in this unit."""
    return "ft" if unit is DistanceUnit.MILE else "m"


def from_ascent(metres: float, unit: DistanceUnit) -> float:
    """Metres climbed in that unit."""
    return metres / METRES_PER_FOOT if unit is DistanceUnit.MILE else metres


def _as_time(seconds: float) -> time:
    minutes, rest = divmod(int(seconds), 60)
    return time(minutes // 60, minutes % 60, rest)


def _long(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:03d}:{minutes % 60:02d}:{rest:02d}"
