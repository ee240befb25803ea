"""What a template of a session is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.catalog.credits import HELPER, MAIN
from lib.catalog.exercises import exercises
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import LoadMode, Muscle, SetKind, Side

Range = tuple[int, int]

PLACE: Final = re.compile(r"([1-9]\d*)([A-Z]*)")


class TemplateError(TrainingDataError):
    """A template that cannot be made or read; the message lists every fault."""


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One exercise of a template. Ranges are (low, high), alike where there is one number; None: it does not count so.

    exercise:  key of the catalog, "" where it has none. name: as it is logged.
    place:     number and, in a superset, letter: 1A and 1B are done in turn.
    seconds, breaths, distance_m: of one set. pause_s: held at the end of each rep.
    per_side:  the amounts are those of each side. sides: the rows that one set is logged in.
    kind, load_mode: of its sets. how: in a few sentences. easier, harder: names of exercises to do instead, or "".
    """

    place: str
    exercise: str
    name: str
    sets: Range
    reps: Range | None = None
    seconds: float | None = None
    breaths: int | None = None
    distance_m: float | None = None
    per_side: bool = False
    pause_s: float | None = None
    sides: tuple[Side, ...] = (Side.BOTH,)
    kind: SetKind = SetKind.WORKING
    load_mode: LoadMode = LoadMode.BODYWEIGHT
    how: str = ""
    easier: str = ""
    harder: str = ""

    @property
    def superset(self) -> str:
        """The number that the items of its superset share; "" outside of one."""
        found = PLACE.fullmatch(self.place)
        return found[1] if found and found[2] else ""

    @property
    def trains(self) -> Mapping[Muscle, float]:
        """The catalog's credits of one set, main muscles first; empty where the exercise is not known."""
        exercise = exercises().get(self.exercise)
        return (
            {**dict.fromkeys(exercise.primary, MAIN), **dict.fromkeys(exercise.secondary, HELPER)} if exercise else {}
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A session to do, its items in their order. key: what it is called by, as `lower-body`."""

    key: str
    title: str
    items: tuple[TemplateItem, ...]
