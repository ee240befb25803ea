"""The exercise table: read, checked as a whole, and kept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from lib.catalog.folding import fold
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import CountAs, Muscle

_Word = TypeVar("_Word", bound=StrEnum)

COLUMNS = (
    "key",
    "name",
    "equipment",
    "pattern",
    "bodyweight_fraction",
    "unilateral",
    "isometric",
    "primary",
    "secondary",
    "contested",
    "stabiliser",
    "permissive_extra",
    "count_as",
    "aliases",
    "note",
)


class CatalogError(TrainingDataError):
    """The exercise table contradicts itself; the message lists every fault with its line."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement and what a set of it is worth.

    bodyweight_fraction: share of the body mass that is moved, 0 to 1.
    primary, secondary:  muscles that a set credits with 1 and with ½.
    contested:           credits that the strict scheme lowers by ½.
    permissive_extra:    muscles that the permissive scheme credits with ½ on top.
    stabiliser:          muscles that hold, without credit.
    """

    key: str
    name: str
    equipment: str
    pattern: str
    bodyweight_fraction: float
    unilateral: bool
    isometric: bool
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    contested: tuple[Muscle, ...]
    stabiliser: tuple[Muscle, ...]
    permissive_extra: tuple[Muscle, ...]
    count_as: CountAs
    aliases: tuple[str, ...]
    note: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all its aliases."""
        return (self.name, *self.aliases)


@cache
def exercises() -> Mapping[str, Exercise]:
    """The project's own exercises by key, in the order of the file. CatalogError if the file is faulty."""
    text = files("lib.catalog").joinpath("exercises.csv").read_text(encoding="utf-8")
    return MappingProxyType({exercise.key: exercise for exercise in read_exercises(text)})


def read_exercises(text: str) -> tuple[Exercise, ...]:
    """The exercises of a CSV text. CatalogError naming all faults."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise CatalogError("exercises.csv: the columns must be " + ", ".join(COLUMNS))
    found: list[Exercise] = []
    faults: list[str] = []
    for row in rows:
        try:
            found.append(_read_exercise(row))
        except ValueError as error:
            faults.append(f"line {rows.line_num} ({row['key']}): {error}")
    faults += [fault for exercise in found for fault in _faults(exercise)] + list(_clashes(found))
    if faults:
        raise CatalogError("exercises.csv: " + "; ".join(faults))
    return tuple(found)


def _read_exercise(row: Mapping[str, str]) -> Exercise:
    """One row as an exercise. ValueError naming the cell that cannot be read."""
    if set(row) != set(COLUMNS) or None in row.values():
        raise ValueError(f"the row must have {len(COLUMNS)} cells")
    return Exercise(
        key=row["key"],
        name=row["name"],
        equipment=row["equipment"],
        pattern=row["pattern"],
        bodyweight_fraction=float(row["bodyweight_fraction"]),
        unilateral=_flag(row["unilateral"]),
        isometric=_flag(row["isometric"]),
        primary=_muscles(row["primary"]),
        secondary=_muscles(row["secondary"]),
        contested=_muscles(row["contested"]),
        stabiliser=_muscles(row["stabiliser"]),
        permissive_extra=_muscles(row["permissive_extra"]),
        count_as=_word(CountAs, row["count_as"]),
        aliases=_listed(row["aliases"]),
        note=row["note"],
    )


def _flag(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise ValueError(f"'{cell}' is neither true nor false")
    return cell == "true"


def _word(vocabulary: type[_Word], cell: str) -> _Word:
    if cell not in tuple(vocabulary):
        raise ValueError(f"'{cell}' is no {vocabulary.__name__}")
    return vocabulary(cell)


def _listed(cell: str) -> tuple[str, ...]:
    """The parts of a list written with semicolons."""
    parts = tuple(cell.split(";")) if cell else ()
    if any(part != part.strip() or not part for part in parts):
        raise ValueError(f"the list '{cell}' has an empty or padded part")
    if len(set(parts)) < len(parts):
        raise ValueError(f"the list '{cell}' names something twice")
    return parts


def _muscles(cell: str) -> tuple[Muscle, ...]:
    return tuple(_word(Muscle, part) for part in _listed(cell))


def _faults(exercise: Exercise) -> Iterator[str]:
    """What is wrong with one exercise taken by itself."""
    credited = {*exercise.primary, *exercise.secondary}
    checks = (
        (fold(exercise.name).replace(" ", "") != "" and exercise.key.isidentifier(), "needs a name and a plain key"),
        (bool(exercise.primary or exercise.note), "has neither a main muscle nor a note that says why"),
        (len(credited) == len(exercise.primary) + len(exercise.secondary), "has a muscle as main and as helper"),
        (len({fold(each) for each in exercise.spellings}) == len(exercise.spellings), "has a spelling twice"),
        (credited.issuperset(exercise.contested), "contests a credit that it does not give"),
        (credited.isdisjoint(exercise.permissive_extra), "adds a credit that it gives already"),
        (credited.isdisjoint(exercise.stabiliser), "has a muscle that works and only holds"),
        (0 <= exercise.bodyweight_fraction <= 1, "moves less than nothing or more than the body"),
    )
    yield from (f"{exercise.key} {why}" for holds, why in checks if not holds)


def _clashes(found: Sequence[Exercise]) -> Iterator[str]:
    """Keys that are used twice, and spellings that lead to two exercises."""
    owners: dict[str, str] = {}
    keys = [exercise.key for exercise in found]
    yield from (f"the key {key} is used twice" for key in sorted({key for key in keys if keys.count(key) > 1}))
    for exercise in found:
        for spelling in exercise.spellings:
            owner = owners.setdefault(fold(spelling), exercise.key)
            if owner != exercise.key:
                yield f"'{spelling}' leads to {owner} and to {exercise.key}"
