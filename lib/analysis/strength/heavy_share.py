"""How heavy the lower-body sets of 28 days were, where effort is logged often enough to tell (SCIENCE S6, amended)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.model.vocabulary import NoEstimate

DAYS: Final = 28
HEAVY: Final = 0.8
LEAST_VALID: Final = 8
LEAST_RPE_SHARE: Final = 0.7
FEW_REPS: Final = 6
_EASY_OR_FINE: Final = ("", NoEstimate.EASY, NoEstimate.DROP, NoEstimate.MANY_REPS)


@dataclass(frozen=True, slots=True)
class HeavyShare:
    """Lower-body sets of the days that end with to_date, as logged rows that count.

    sets: all; with_rpe: of them with a logged effort; with_reps: counted in reps; few_reps: of 1 to 6.
    valid: of known intensity, load / the highest estimate of the 28 days before its day; heavy: of at least 80 %.
    share: heavy / valid, None where it is withheld. contacts: ground contacts of jumps. covered: a strength log knows the days.
    """

    from_date: date
    to_date: date
    covered: bool
    sets: int
    with_rpe: int
    with_reps: int
    few_reps: int
    valid: int
    heavy: int
    contacts: int

    @property
    def rpe_share(self) -> float | None:
        """Of the sets those with a logged effort; None without sets."""
        return self.with_rpe / self.sets if self.sets else None

    @property
    def shown(self) -> bool:
        """Whether the share can be printed."""
        return self.valid >= LEAST_VALID and (self.rpe_share or 0.0) >= LEAST_RPE_SHARE

    @property
    def share(self) -> float | None:
        return self.heavy / self.valid if self.shown else None


def heavy_share(estimated: pd.DataFrame, lower: pd.Series, contacts: float, covered: bool, to_date: date) -> HeavyShare:
    """The 28 days up to to_date. estimated: E1RM_SETS; lower: by the index of their sets, whether a main muscle is of the
    lower body.

    contacts: of the jumps of these days. covered: whether a strength log covers any of them.
    """
    from_date = to_date - timedelta(days=DAYS - 1)
    recent = on_days(estimated, from_date, to_date)
    sets = recent[lower.reindex(recent.index, fill_value=False) & (recent["hard"] > 0)]
    intensity = intensities(sets, on_days(estimated, from_date - timedelta(days=DAYS), to_date)).dropna()
    return HeavyShare(
        from_date=from_date,
        to_date=to_date,
        covered=covered,
        sets=len(sets),
        with_rpe=int((~sets["at_least"]).sum()),
        with_reps=int((sets["reps"] >= 1).sum()),
        few_reps=int(sets["reps"].between(1, FEW_REPS).sum()),
        valid=len(intensity),
        heavy=int((intensity >= HEAVY - 1e-9).sum()),
        contacts=int(contacts),
    )


def intensities(sets: pd.DataFrame, estimated: pd.DataFrame) -> pd.Series:
    """lifted_kg / the highest estimate of earlier sessions of 28 days, by the index of sets; NaN without one.

    Only estimates with a logged effort are taken: the least that it can be makes every usual load look heavy.
    sets, estimated: E1RM_SETS.
    """
    known = estimated[(estimated["excluded"] == "") & ~estimated["at_least"]]
    whole = known.assign(whole_kg=known["e1rm_kg"] + known["body_kg"])
    asked = sets[
        sets["excluded"].isin([str(word) for word in _EASY_OR_FINE]) & sets["exercise"].isin(whole["exercise"])
    ]
    pairs = asked[["exercise", "local_date"]].drop_duplicates()
    highest = {(exercise, day): _highest(whole, exercise, day) for exercise, day in pairs.itertuples(index=False)}
    keys = zip(asked["exercise"], asked["local_date"], strict=True)
    before = pd.Series([highest[key] for key in keys], index=asked.index, dtype="float64")
    return (asked["lifted_kg"] / before).reindex(sets.index)


def _highest(whole: pd.DataFrame, exercise: str, day: pd.Timestamp) -> float:
    earlier = whole["local_date"].between(day - pd.Timedelta(days=DAYS), day, inclusive="left")
    return float(whole.loc[earlier & (whole["exercise"] == exercise), "whole_kg"].max())
