"""What would make two counts equal: how many sets more of which exercise of the person's own repertoire (SCIENCE B1).

Arithmetic on counts, no advice: a set more of an exercise adds its credits to both sides, and no study sets 1 : 1.
"""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from lib.analysis.balance.ratio import Balance, log_ratio
from lib.analysis.balance.words import SIMILAR, Band, band_words, is_similar
from lib.analysis.muscles.weekly_sets import SCHEMES
from lib.analysis.weeks.days import on_days
from lib.model.frames.balance import EVENING_OUT
from lib.model.vocabulary import Muscle

REPERTOIRE_DAYS = 365
MOST = 3


def evening_out(balance: Balance, muscle_sets: pd.DataFrame, credit_table: pd.DataFrame, band: Band) -> pd.DataFrame:
    """EVENING_OUT: up to three exercises that give the smaller side more than the greater, the strongest first.

    Only exercises that the person did in the year before the window's end; none while the counts are alike.
    muscle_sets: MUSCLE_SETS, credit_table: CREDITS, band: the bounds of "similar" as plain ratios.
    """
    if are_alike(balance, band):
        return EVENING_OUT.empty()
    greater, smaller = _sides(balance)
    credit = _credits_of(credit_table, greater, smaller)
    known = _repertoire(muscle_sets, balance.to_date)
    found = known.join(credit[credit["gain"] > 0], how="inner")
    totals = _totals(muscle_sets, balance, greater, smaller)
    more = pd.DataFrame({scheme: _sets_more(totals[scheme], found, scheme) for scheme in SCHEMES}, index=found.index)
    found = found.assign(sets_more=more[SCHEMES[0]], low=more.min(axis=1), high=more.max(axis=1))
    ordered = found.rename_axis("exercise").reset_index().sort_values(["gain", "rows"], ascending=False, kind="stable")
    return EVENING_OUT.make(ordered.head(MOST).assign(a_week=lambda rows: rows["sets_more"] / (balance.days / 7)))


def smaller_side(balance: Balance) -> Muscle:
    """The muscle with fewer sets."""
    return _sides(balance)[1]


def are_alike(balance: Balance, band: Band) -> bool:
    """Whether the counts differ by less than one set or are called similar; where no ratio is shown, lie in the band."""
    close = abs(balance.first - balance.second) < 1 or band_words(balance, band) == SIMILAR
    return close or (not balance.shown and is_similar(log_ratio(balance.first, balance.second), band))


def _sides(balance: Balance) -> tuple[Muscle, Muscle]:
    """The muscle with more sets, then the one with fewer."""
    pair = balance.first_muscle, balance.second_muscle
    return pair if balance.first >= balance.second else pair[::-1]


def _credits_of(credit_table: pd.DataFrame, greater: Muscle, smaller: Muscle) -> pd.DataFrame:
    """By exercise: credits greater_<scheme> and smaller_<scheme>, and the default gain of the smaller side."""
    columns = {}
    for name, muscle in (("greater", greater), ("smaller", smaller)):
        rows = credit_table[credit_table["muscle"] == muscle].set_index("exercise")[SCHEMES]
        columns[name] = rows.add_prefix(f"{name}_")
    both = pd.concat(columns.values(), axis=1).fillna(0.0)
    default = SCHEMES[0]
    return both.assign(gain=both[f"smaller_{default}"] - both[f"greater_{default}"])


def _repertoire(muscle_sets: pd.DataFrame, on: date) -> pd.DataFrame:
    """The exercises of the last year by key, with the number of their sets (rows) and the last day."""
    recent = on_days(muscle_sets, on - timedelta(days=REPERTOIRE_DAYS - 1), on)
    done = recent.drop_duplicates(["session_id", "position"])
    return done.groupby("exercise").agg(rows=("position", "size"), last_done=("local_date", "max"))


def _totals(
    muscle_sets: pd.DataFrame, balance: Balance, greater: Muscle, smaller: Muscle
) -> dict[str, tuple[float, float]]:
    """Sets of the greater and the smaller side in the window, by scheme."""
    rows = on_days(muscle_sets, balance.from_date, balance.to_date)
    first, second = (rows.loc[rows["muscle"] == muscle, SCHEMES].sum() for muscle in (greater, smaller))
    return {scheme: (float(first[scheme]), float(second[scheme])) for scheme in SCHEMES}


def _sets_more(totals: tuple[float, float], found: pd.DataFrame, scheme: str) -> pd.Series:
    """Whole sets of each exercise until both sides are even; 0 where they are, NaN where it cannot even them."""
    gain = found[f"smaller_{scheme}"] - found[f"greater_{scheme}"]
    gap = max(0.0, totals[0] - totals[1])
    return pd.Series(np.ceil((gap / gain.where(gain > 0)).round(6)), index=found.index)
