"""The person's own word on exercises: what a name means, exercises of their own, credits, and how sets are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.model.vocabulary import CountAs, Muscle


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise that the catalog does not have. bodyweight_fraction: share of the body that is lifted, 0 to 1."""

    exercise: str
    name: str
    pattern: str = ""
    count_as: CountAs = CountAs.HARD_SET
    unilateral: bool = False
    bodyweight_fraction: float = 0.0

    @property
    def isometric(self) -> bool:
        """Whether it is held: as the person counts it."""
        return self.count_as is CountAs.HOLD


@dataclass(frozen=True, slots=True)
class OwnMapping:
    """Everything that a person said about exercises and counting.

    names:       name of the log → key of an exercise.
    exercises:   the person's own exercises by key.
    credits:     key → what one hard set gives to each muscle, 0 to 1; in place of all credits of the catalog.
    count_as:    key → how its sets are counted instead of the catalog's way.
    conventions: name of a counting convention → the person's value.
    taught:      word of the log → what it means in English.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    exercises: Mapping[str, OwnExercise] = field(default_factory=dict)
    credits: Mapping[str, Mapping[Muscle, float]] = field(default_factory=dict)
    count_as: Mapping[str, CountAs] = field(default_factory=dict)
    conventions: Mapping[str, float] = field(default_factory=dict)
    taught: Mapping[str, str] = field(default_factory=dict)
