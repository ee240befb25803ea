"""What a rule tells of runs."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Texts = NDArray[np.object_]


class VerdictRule(StrEnum):
    """The rules in the order in which they are asked; NONE: none could tell."""

    TAG = "tag"
    WORKOUT_TYPE = "workout_type"
    TITLE = "title"
    RPE = "rpe"
    TIME_NEAR_THRESHOLD = "time_near_threshold"
    MEAN_HEART_RATE = "mean_heart_rate"
    FAST = "fast_for_its_length"
    LONG = "long"
    NONE = "none"


class Telling(NamedTuple):
    """Of every run that was asked about: the verdict, "" where the rule cannot tell, and by what of the run."""

    verdicts: Texts
    why: Texts

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """From (verdict, why) of each run."""
        both = list(pairs)
        return cls(as_texts([each for each, _ in both]), as_texts([each for _, each in both]))


def as_texts(values: Iterable[str]) -> Texts:
    """Texts as an array of objects, also of none."""
    every = list(values)
    found = np.empty(len(every), dtype=object)
    found[:] = every
    return found
