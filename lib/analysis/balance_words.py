"""The balance of two muscles in words: what was done, never what it means for a body (SCIENCE B1, 10)."""

from math import log2

from lib.analysis.balance import Balance
from lib.analysis.balance_gates import adjective, both_sides

# Borders of "similar" and of "more" on the log axis; beyond the second it is "mostly". A convention.
SIMILAR_UP_TO = log2(1.5)
MORE_UP_TO = log2(2.0)


def balance_sentence(balance: Balance) -> str:
    """The two set counts; with the ratio and its range where they are shown, else with the reason."""
    sides = both_sides(balance.first, balance.second, balance.first_muscle, balance.second_muscle)
    counts = f"In {balance.days} days: {sides}"
    if balance.log2 is None or balance.low is None or balance.high is None:
        return f"{counts}." if balance.reason == sides else f"{counts}. {balance.reason}."
    spread = f"{2**balance.low:.1f}–{2**balance.high:.1f} depending on how helpers are counted"
    return f"{counts} ({2**balance.log2:.1f} : 1; {spread})."


def band_words(balance: Balance) -> str:
    """similar, more quad work, mostly quad work …; "" where withheld. A range across a border gets the milder word."""
    if balance.low is None or balance.high is None:
        return ""
    # The level nearest to even that the range touches.
    level = max(_level(balance.low), min(0, _level(balance.high)))
    if level == 0:
        return "similar"
    muscle = balance.first_muscle if level > 0 else balance.second_muscle
    return f"{'more' if abs(level) == 1 else 'mostly'} {adjective(muscle)} work"


def _level(ratio: float) -> int:
    """0 similar, 1 more, 2 mostly; negative for the second muscle. A border belongs to the milder side."""
    size = int(abs(ratio) > SIMILAR_UP_TO) + int(abs(ratio) > MORE_UP_TO)
    return size if ratio > 0 else -size
