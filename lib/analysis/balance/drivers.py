"""The exercises that gave a muscle its sets."""

from datetime import date

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.model.frames.balance import DRIVERS
from lib.model.vocabulary import Muscle


def drivers(muscle_sets: pd.DataFrame, from_date: date, to_date: date, muscle: Muscle) -> pd.DataFrame:
    """DRIVERS of the muscle from from_date to to_date, both included, the most sets first.

    An exercise that only the permissive scheme credits comes with 0 sets.
    """
    inside = on_days(muscle_sets, from_date, to_date)
    rows = inside[inside["muscle"] == muscle]
    sums = rows.groupby("exercise").agg(
        hard_sets=("default", "sum"),
        strict=("strict", "sum"),
        permissive=("permissive", "sum"),
        rows=("default", "size"),
    )
    found = sums.reset_index().sort_values(["hard_sets", "exercise"], ascending=[False, True], ignore_index=True)
    total = found["hard_sets"].sum()
    return DRIVERS.make(found.assign(share=found["hard_sets"] / total if total else 0.0))
