"""How the measures of muscles are written on a figure: their unit, their numbers and the ticks of their scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, isnan, log10
from typing import Final

import pandas as pd

from lib.model.region import number, short
from lib.model.units import KG_PER
from lib.model.vocabulary import MuscleMeasure, WeightUnit


@dataclass(frozen=True, slots=True)
class Scale:
    """A measure in the person's unit. one, many: the unit's words; per: SI units in one; least: smallest full scale.

    unknown: what hatching means in a week that a log covers all the same.
    """

    one: str
    many: str
    per: float
    least: float
    unknown: str = "No strength log covers this time"

    def amount(self, value: float) -> str:
        """A value in SI as "1 set", "12.5 sets", "1,240 kg"."""
        shown = value / self.per
        text = number(shown, ",.0f") if shown >= 1000 else short(shown)
        return f"{text} {self.one if text == '1' else self.many}"

    def with_range(self, value: float, low: float, high: float) -> str:
        """A value with the range of attribution beside it: "8.5 sets (6–11 by how helpers are counted)".

        All in SI. Without a range where every way of counting reads alike.
        """
        ends = [self.amount(end) for end in (low, high)]
        if ends[0] == ends[1]:
            return self.amount(value)
        least, most = (end.rpartition(" ")[0] for end in ends)
        return f"{self.amount(value)} ({least}–{most} by how helpers are counted)"

    def ticks(self, values: pd.Series, full: float) -> list[float]:
        """Round ticks from 0 to at least the quantile `full` of the values. values: in the person's unit."""
        high = float(values.quantile(full)) if len(values) else 0.0
        top = max(self.least, 0.0 if isnan(high) else high)
        step = _round_step(top / 4)
        return [step * index for index in range(ceil(top / step) + 1)]


SETS: Final = Scale("set", "sets", 1.0, 10.0)
_SESSIONS: Final = Scale("session", "sessions", 1.0, 3.0)


def scale_of(measure: MuscleMeasure, unit: WeightUnit) -> Scale:
    """The scale of a measure; tonnage is in the person's weight unit."""
    if measure == MuscleMeasure.TONNAGE:
        return Scale(unit, unit, KG_PER[unit], 1000.0, "No load is known for this time")
    return _SESSIONS if measure == MuscleMeasure.SESSIONS else SETS


def tick_texts(ticks: Sequence[float], highest: float) -> list[str]:
    """Ticks as short texts ("5", "10k"); the last one with a plus where values go beyond it."""
    texts = [f"{number(tick / 1000)}k" if tick >= 1000 else number(tick) for tick in ticks]
    return [*texts[:-1], f"{texts[-1]}+" if highest > ticks[-1] else texts[-1]]


def _round_step(step: float) -> float:
    """1, 2 or 5 times a power of ten, the next at or above; at least 1."""
    if step <= 1:
        return 1.0
    power: float = 10.0 ** floor(log10(step))
    return next(size * power for size in (1, 2, 5, 10) if size * power >= step * 0.999)
