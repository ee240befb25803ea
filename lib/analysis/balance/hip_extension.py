"""Glutes against hamstrings in hip extension: which of the two each exercise favours (SCIENCE B2).

A count of sets cannot tell which muscle did the work; it tells which exercises were chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from lib.analysis.muscles.weekly_sets import SCHEMES
from lib.analysis.weeks.days import on_days
from lib.model.frames.balance import HIP_EXTENSION
from lib.model.vocabulary import Bias, Muscle

PATTERNS: Final = frozenset(
    {"hinge", "hinge_single_leg", "hinge_ballistic", "hip_thrust", "hip_extension", "back_extension"}
)
MIN_SETS: Final = 8.0


class Share(NamedTuple):
    """A share of sets, 0 to 1, with its least and greatest value over the three ways of counting helpers."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class HipExtension:
    """Hip-extension sets from from_date to to_date, both included.

    rows:   HIP_EXTENSION, the most sets first.
    sets:   hard sets of all of them.
    shares: of the sets, those of exercises that credit the glutes more, the hamstrings more, and both alike; empty below
            MIN_SETS.
    """

    from_date: date
    to_date: date
    rows: pd.DataFrame
    sets: float
    shares: Mapping[Bias, Share]

    def of(self, bias: Bias) -> float:
        """Hard sets of the exercises with this bias."""
        return float(self.rows.loc[self.rows["bias"] == bias, "hard_sets"].sum())


def hip_extension(
    counted: pd.DataFrame, names: pd.DataFrame, credit_table: pd.DataFrame, from_date: date, to_date: date
) -> HipExtension:
    """The hip-extension sets of these days by bias. counted: COUNTED_SETS, names: NAMES, credit_table: CREDITS."""
    extends = names.loc[names["pattern"].isin(PATTERNS), "exercise"].unique()
    inside = on_days(counted, from_date, to_date)
    done = inside[(inside["hard"] > 0) & inside["exercise"].isin(extends)]
    sums = done.groupby("exercise").agg(hard_sets=("hard", "sum"), rows=("hard", "size"))
    biases = pd.DataFrame({scheme: _bias(credit_table, scheme) for scheme in SCHEMES})
    found = sums.join(biases, how="inner").rename_axis("exercise").reset_index()
    total = float(found["hard_sets"].sum())
    shares = {bias: _share(found, bias) for bias in Bias} if total >= MIN_SETS else {}
    rows = found.rename(columns={SCHEMES[0]: "bias"}).sort_values(["hard_sets", "exercise"], ascending=[False, True])
    return HipExtension(
        from_date,
        to_date,
        HIP_EXTENSION.make(rows.reset_index(drop=True)),
        total,
        shares,
    )


def _bias(credit_table: pd.DataFrame, scheme: str) -> pd.Series:
    """Which of the two muscles an exercise credits more, by exercise; none of them: left out."""
    both = credit_table[credit_table["muscle"].isin([Muscle.GLUTES, Muscle.HAMSTRINGS])]
    wide = both.pivot_table(index="exercise", columns="muscle", values=scheme, aggfunc="sum", fill_value=0.0)
    wide = wide.reindex(columns=[Muscle.GLUTES, Muscle.HAMSTRINGS], fill_value=0.0)
    glutes, hamstrings = wide[Muscle.GLUTES], wide[Muscle.HAMSTRINGS]
    words = np.select([glutes > hamstrings, glutes < hamstrings], [Bias.GLUTES, Bias.HAMSTRINGS], Bias.BOTH)
    return pd.Series(words, index=wide.index, dtype="str")[(glutes + hamstrings) > 0]


def _share(found: pd.DataFrame, bias: Bias) -> Share:
    total = found["hard_sets"].sum()
    by_scheme = [float(found.loc[found[scheme] == bias, "hard_sets"].sum() / total) for scheme in SCHEMES]
    return Share(by_scheme[0], min(by_scheme), max(by_scheme))
