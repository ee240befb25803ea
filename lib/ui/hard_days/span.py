"""Over how much time the page looks back, in the address."""

from datetime import date
from typing import Final

import pandas as pd

from lib.ui.kit import parts

SPANS: Final = {"12 weeks": 12, "6 months": 26, "1 year": 52, "All": None}


def choose(key: str, default: str = "6 months") -> str:
    """The name of a span."""
    return parts.choose("Range", list(SPANS), default, key=key)


def within(frame: pd.DataFrame, column: str, today: date, chosen: str) -> pd.DataFrame:
    """The rows of the last weeks. column: of moments."""
    weeks = SPANS[chosen]
    if weeks is None:
        return frame
    return frame[frame[column] >= pd.Timestamp(today) - pd.Timedelta(weeks=weeks)]
