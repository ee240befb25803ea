"""The highest heart rate, as the person knows it."""

from dataclasses import replace
from typing import Final

from lib.model.errors import TrainingDataError
from lib.services.preferences.settings import athlete_of
from lib.store.account import Account
from lib.store.own import athletes

BOUNDS_BPM: Final = (100, 240)
UNKNOWN: Final = "unknown"


def set_highest(account: Account, bpm: float | None) -> None:
    """Keep it; None: it is taken from the runs. TrainingDataError for one that nobody has."""
    if bpm is not None and not BOUNDS_BPM[0] <= bpm <= BOUNDS_BPM[1]:
        low, high = BOUNDS_BPM
        raise TrainingDataError(f"A highest heart rate lies between {low} and {high} beats a minute; {bpm:g} does not.")
    changed = replace(athlete_of(account), max_heart_rate_bpm=bpm)
    with account.write() as conn:
        athletes.save_settings(conn, changed)


def read_highest(text: str) -> float | None:
    """What is typed: beats a minute, or unknown. TrainingDataError for anything else."""
    said = text.strip().lower()
    if said == UNKNOWN:
        return None
    try:
        return float(said)
    except ValueError:
        raise TrainingDataError(f"“{text.strip()}” is no heart rate. Write a number such as 188, or unknown.") from None
