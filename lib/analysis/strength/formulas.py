"""The load that could be lifted once, from one that was lifted several times (SCIENCE S5). Any unit in, the same unit out."""

from typing import TypeVar

import pandas as pd

Amount = TypeVar("Amount", float, pd.Series)


def epley(load: Amount, reps: Amount) -> Amount:
    """Load · (1 + reps / 30), and the load itself for one rep (Epley 1985)."""
    return load + load * (reps / 30.0) * (reps != 1.0)


def brzycki(load: Amount, reps: Amount) -> Amount:
    """36 · load / (37 − reps), for fewer than 37 reps (Brzycki 1993)."""
    return 36.0 * load / (37.0 - reps)


def one_rep_max(load: Amount, reps: Amount) -> Amount:
    """The mean of both; at 10 reps they agree."""
    return (epley(load, reps) + brzycki(load, reps)) / 2.0
