"""Every spelling that leads to an exercise: its name, its aliases and its names in other languages."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType

from lib.catalog.exercises import CatalogError, Exercise, exercises
from lib.catalog.folding import fold

TRANSLATION_COLUMNS = ("key", "language", "name")
# German writes ä as ae where the keyboard has none. Before folding, which takes the marks off.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@cache
def names() -> Mapping[str, str]:
    """Keys by folded name."""
    return MappingProxyType({fold(exercise.name): exercise.key for exercise in exercises().values()})


@cache
def aliases() -> Mapping[str, str]:
    """Keys by folded alias, names in other languages included."""
    own = {fold(alias): exercise.key for exercise in exercises().values() for alias in exercise.aliases}
    return MappingProxyType({fold(name): key for name, key in translations()} | own)


@cache
def all_spellings() -> tuple[tuple[str, str], ...]:
    """Spelling and key, English first."""
    own = ((spelling, exercise.key) for exercise in exercises().values() for spelling in exercise.spellings)
    return tuple(chain(own, translations()))


def read_translations(text: str, known: Mapping[str, Exercise]) -> tuple[tuple[str, str], ...]:
    """Name and key of a CSV text. CatalogError naming unknown keys and names that lead to two exercises."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != TRANSLATION_COLUMNS:
        raise CatalogError("translations.csv: the columns must be " + ", ".join(TRANSLATION_COLUMNS))
    found = [(spelling, row["key"]) for row in rows for spelling in _ways_to_write(row["name"], row["language"])]
    if faults := list(_faults(found, known)):
        raise CatalogError("translations.csv: " + "; ".join(faults))
    return tuple(found)


def _ways_to_write(name: str, language: str) -> tuple[str, ...]:
    written_out = name.translate(_WRITTEN_OUT) if language == "de" else name
    return (name,) if written_out == name else (name, written_out)


def _faults(found: Iterable[tuple[str, str]], known: Mapping[str, Exercise]) -> Iterator[str]:
    owners = {fold(spelling): exercise.key for exercise in known.values() for spelling in exercise.spellings}
    for name, key in found:
        if key not in known:
            yield f"'{name}' leads to {key}, which is no exercise"
        elif (owner := owners.setdefault(fold(name), key)) != key:
            yield f"'{name}' leads to {owner} and to {key}"


@cache
def translations() -> tuple[tuple[str, str], ...]:
    """Name in another language and key."""
    text = files("lib.catalog").joinpath("translations.csv").read_text(encoding="utf-8")
    return read_translations(text, exercises())
