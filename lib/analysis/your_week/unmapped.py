"""Sets of the days of a week whose exercise is not known: neither of the lower nor of the upper body."""

from datetime import date

import pandas as pd

from lib.analysis.weeks.days import on_days


def unmapped_sets(counted: pd.DataFrame, start: date, last: date) -> pd.Series:
    """Sets that count by day, only days with any. counted: COUNTED_SETS."""
    near = on_days(counted, start, last)
    sums: pd.Series = near[~near["mapped"].astype(bool)].groupby("local_date")["hard"].sum()
    return sums[sums > 0]
