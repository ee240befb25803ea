"""The balance of two muscles in words: what was done, never what it means for a body (SCIENCE B1, 10)."""

from math import log2
from typing import Final

from lib.analysis.balance.gates import adjective, both_sides
from lib.analysis.balance.ratio import Balance
from lib.model.region import days, number

# Up to twice the sets of the other side it is "more", beyond "mostly". A convention.
MORE_UP_TO: Final = log2(2.0)
# Two libraries may differ in the last bit of a logarithm, and a border must not depend on that.
_LAST_BITS: Final = 1e-12
Band = tuple[float, float]
SIMILAR: Final = "similar"
_DEPENDING: Final = "depending on how helpers are counted"
DEPENDS: Final = "depends on how helpers are counted"


def balance_sentence(balance: Balance) -> str:
    """The two set counts and their days; with the ratio and its range where they are shown, else with the reason."""
    sides = both_sides(balance.first, balance.second, balance.first_muscle, balance.second_muscle)
    counts, dates = f"In {balance.days} days: {sides}", days(balance.from_date, balance.to_date)
    if not balance.shown:
        return f"{counts} ({dates})." if balance.reason == sides else f"{counts} ({dates}). {balance.reason}."
    return f"{counts} ({in_numbers(balance)} {_DEPENDING}; {dates})."


def in_numbers(balance: Balance) -> str:
    """The ratio with its range, "1.3 : 1; 0.8–1.7"; "" where it is withheld."""
    if balance.log2 is None or balance.low is None or balance.high is None:
        return ""
    least, most = (number(2**end, ".1f") for end in (balance.low, balance.high))
    return f"{number(2**balance.log2, '.1f')} : 1; {least}–{most}"


def band_words(balance: Balance, band: Band) -> str:
    """similar, more quad work, mostly quad work …; "" where withheld. A range across a border gets the milder word.

    A range that is wider than a band, so that it reaches from one side of it to the other, has no word of these.
    band: the bounds of "similar" as plain ratios, from below 1 to above 1.
    """
    if balance.low is None or balance.high is None:
        return ""
    lowest, highest = _level(balance.low, band), _level(balance.high, band)
    if highest - lowest > 1:
        return DEPENDS
    # The level nearest to even that the range touches.
    level = max(lowest, min(0, highest))
    if level == 0:
        return SIMILAR
    muscle = balance.first_muscle if level > 0 else balance.second_muscle
    return f"{'more' if abs(level) == 1 else 'mostly'} {adjective(muscle)} work"


def band_sentence(band: Band) -> str:
    """Which ratios are called similar, and on what ground."""
    low, high = band
    return f"Band: {number(low)} to {number(high)}, a convention."


def is_similar(log2_ratio: float, band: Band) -> bool:
    """Whether a ratio lies in the band. A border belongs to it."""
    low, high = band
    return log2(low) - _LAST_BITS <= log2_ratio <= log2(high) + _LAST_BITS


def _level(log2_ratio: float, band: Band) -> int:
    """0 similar, 1 more, 2 mostly; negative for the second muscle. A border belongs to the milder side."""
    if is_similar(log2_ratio, band):
        return 0
    size = 1 if abs(log2_ratio) <= MORE_UP_TO + _LAST_BITS else 2
    return size if log2_ratio > 0 else -size
