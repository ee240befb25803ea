"""Every spelling that leads to an exercise: its name, its aliases and its names in other languages."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from lib.catalog.exercises import CatalogError, Exercise, exercises
from lib.catalog.folding import fold

TRANSLATION_COLUMNS = ("key", "language", "name")
# The key of a name that its language leaves open, or that would be taken for an English one: "Rowing" in French.
ASKED = "?"
# German writes ä as ae where the keyboard has none. Before folding, which takes the marks off.
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@cache
def names() -> Mapping[str, str]:
    """Keys by folded name."""
    return MappingProxyType({fold(exercise.name): exercise.key for exercise in exercises().values()})


@cache
def aliases() -> Mapping[str, str]:
    """Keys by folded alias."""
    own = ((alias, exercise.key) for exercise in exercises().values() for alias in exercise.aliases)
    return MappingProxyType({fold(alias): key for alias, key in own})


@cache
def all_spellings() -> tuple[tuple[str, str], ...]:
    """English spelling and key."""
    return tuple((spelling, exercise.key) for exercise in exercises().values() for spelling in exercise.spellings)


def read_translations(text: str, known: Mapping[str, Exercise]) -> tuple[tuple[str, str, str], ...]:
    """Language, name and key of a CSV text. CatalogError naming unknown keys and names that lead to two exercises."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != TRANSLATION_COLUMNS:
        raise CatalogError("translations.csv: the columns must be " + ", ".join(TRANSLATION_COLUMNS))
    found = [
        (row["language"], spelling, row["key"])
        for row in rows
        for spelling in _ways_to_write(row["name"], row["language"])
    ]
    if faults := list(_faults(found, known)):
        raise CatalogError("translations.csv: " + "; ".join(faults))
    return tuple(found)


def _ways_to_write(name: str, language: str) -> tuple[str, ...]:
    written_out = name.translate(WRITTEN_OUT) if language == "de" else name
    return (name,) if written_out == name else (name, written_out)


def _faults(found: Iterable[tuple[str, str, str]], known: Mapping[str, Exercise]) -> Iterator[str]:
    """What is wrong. A name may mean one thing in a language and another in English: "Planche" is a plank in French."""
    owners: dict[tuple[str, str], str] = {}
    for language, name, key in found:
        if key not in known and key != ASKED:
            yield f"'{name}' leads to {key}, which is no exercise"
        elif (owner := owners.setdefault((language, fold(name)), key)) != key:
            yield f"'{name}' leads to {owner} and to {key}"


@cache
def translations() -> tuple[tuple[str, str, str], ...]:
    """Language, name in it and key."""
    text = files("lib.catalog").joinpath("translations.csv").read_text(encoding="utf-8")
    return read_translations(text, exercises())
