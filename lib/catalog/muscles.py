"""The seventeen muscle groups: where they are and what they do in running."""

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lib.model.vocabulary import Muscle


@dataclass(frozen=True, slots=True)
class MuscleGroup:
    """One muscle group.

    region:     legs, trunk or arms.
    in_running: what it does there, one sentence.
    typical:    keys of a few exercises that have it as a main muscle, runner's work among them.
    """

    muscle: Muscle
    name: str
    region: str
    in_running: str
    typical: tuple[str, ...]


@cache
def muscle_groups() -> tuple[MuscleGroup, ...]:
    """All groups in the order of the file, the runner's nine first."""
    text = files("lib.catalog").joinpath("muscles.csv").read_text(encoding="utf-8")
    return tuple(
        MuscleGroup(Muscle(row["key"]), row["name"], row["region"], row["in_running"], tuple(row["typical"].split(";")))
        for row in csv.DictReader(io.StringIO(text))
    )
