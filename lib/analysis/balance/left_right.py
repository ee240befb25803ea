"""Left and right where a log tells them apart (SCIENCE B4): counts, and an index without any threshold."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.model.frames.balance import LEFT_RIGHT
from lib.model.vocabulary import Side

MIN_PAIRS = 10


@dataclass(frozen=True, slots=True, eq=False)
class LeftRight:
    """Sets of one side from from_date to to_date. rows: LEFT_RIGHT, the most sets first.

    index: 100 · (left − right) / (left + right) over all rows; None below ten pairs of sets.
    """

    rows: pd.DataFrame
    pairs: int
    index: float | None


def left_right(counted: pd.DataFrame, from_date: date, to_date: date) -> LeftRight:
    """The sets that count and name a side, by exercise. counted: COUNTED_SETS."""
    inside = on_days(counted, from_date, to_date)
    sided = inside[(inside["hard"] > 0) & inside["side"].isin([Side.LEFT, Side.RIGHT])]
    # A name without an exercise stands for itself: two unknown names are two rows.
    key = sided["exercise"].where(sided["exercise"] != "", sided["exercise_name"])
    sums = _by_side(sided.assign(exercise=key))
    pairs = int(sums[["left_sets", "right_sets"]].min(axis=1).sum())
    left, right = sums["left_sets"].sum(), sums["right_sets"].sum()
    ordered = sums.assign(both=sums["left_sets"] + sums["right_sets"]).reset_index()
    rows = LEFT_RIGHT.make(ordered.sort_values(["both", "exercise"], ascending=[False, True], ignore_index=True))
    return LeftRight(rows, pairs, float(100 * (left - right) / (left + right)) if pairs >= MIN_PAIRS else None)


def _by_side(sided: pd.DataFrame) -> pd.DataFrame:
    sums = {}
    for side in (Side.LEFT, Side.RIGHT):
        grouped = sided[sided["side"] == side].groupby("exercise")
        sums[f"{side}_sets"] = grouped.size()
        sums[f"{side}_reps"] = grouped["reps"].sum()
    return pd.DataFrame(sums).fillna(0.0).rename_axis("exercise")
