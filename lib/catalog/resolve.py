"""From an app's exercise name to an exercise of the catalog, by fixed rules. What they do not find is asked."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import pandas as pd

from lib.catalog import garmin
from lib.catalog.exercises import Exercise, exercises
from lib.catalog.folding import fold
from lib.catalog.sides import says_one_sided, without_side
from lib.catalog.spellings import aliases as known_aliases
from lib.catalog.spellings import names as known_names
from lib.catalog.translated import in_english
from lib.catalog.word_index import read_words, with_equipment, without_equipment
from lib.catalog.words import WordKind, Words, without_details
from lib.model.exercise_mapping import OwnExercise
from lib.model.frames.logs import NAMES
from lib.model.vocabulary import CountAs

EXACT: Final = "exact"
ALIAS: Final = "alias"
WORDS: Final = "words"
SPELLING: Final = "spelling"
WITHOUT_DETAILS: Final = "without_details"
WITHOUT_EQUIPMENT: Final = "without_equipment"
OWN: Final = "own"
UNMAPPED: Final = "unmapped"

_OWN_PREFIX = "own:"
# Patterns in which sitting, standing, the grip or one arm at a time leave the muscles as they are.
_UPPER_BODY = frozenset(
    {
        "chest_fly",
        "elbow_extension",
        "elbow_flexion",
        "horizontal_pull",
        "horizontal_push",
        "shoulder_isolation",
        "shrug",
        "vertical_pull",
        "vertical_pull_shoulder",
        "vertical_push",
        "wrist",
    }
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The key of the exercise, "" if no rule finds one, and the rule that found it."""

    exercise: str
    how: str


@lru_cache(maxsize=16_384)
def resolve(name: str) -> Resolved:
    """The exercise of a name: as written, else without its side, else by its words."""
    found = (_read_as(reading) for reading in garmin.readings(name))
    return next((each for each in found if each), Resolved("", UNMAPPED))


def _read_as(name: str) -> Resolved | None:
    sideless = without_side(name)
    return _as_written(name) or _as_written(sideless) or _by_words(sideless)


def _as_written(name: str) -> Resolved | None:
    folded = fold(name)
    for how, keys in ((EXACT, known_names()), (ALIAS, known_aliases())):
        if folded in keys:
            return Resolved(keys[folded], how)
    return None


def _by_words(name: str) -> Resolved | None:
    words, misspelt = read_words(name)
    found = _first_found(words) or _agreed(_first_found(each) for each in in_english(words))
    return Resolved(found.exercise, SPELLING) if found and misspelt else found


def _first_found(words: Words) -> Resolved | None:
    return next((Resolved(key, how) for how, key in _found_by_words(words) if key), None)


def _agreed(found: Iterable[Resolved | None]) -> Resolved | None:
    """What several readings lead to, where they lead to one exercise."""
    by_key = {each.exercise: each for each in found if each}
    return next(iter(by_key.values())) if len(by_key) == 1 else None


def _found_by_words(words: Words) -> Iterator[tuple[str, str]]:
    """The same words in any order, then without details, then with less equipment, then without both.

    Each step finds one exercise or "": where the words fit two, the name stays open.
    """
    yield WORDS, with_equipment(words)
    bare = without_details(words, WordKind.DETAIL)
    yield WITHOUT_DETAILS, with_equipment(bare)
    upper = without_details(bare, WordKind.UPPER_BODY_DETAIL)
    yield WITHOUT_DETAILS, _of_the_upper_body(with_equipment(upper))
    yield WITHOUT_EQUIPMENT, without_equipment(words)
    yield WITHOUT_EQUIPMENT, without_equipment(bare)
    yield WITHOUT_EQUIPMENT, _of_the_upper_body(without_equipment(upper))


def _of_the_upper_body(key: str) -> str:
    """The key if its exercise is one of chest, back or arms, else ""."""
    return key if key and exercises()[key].pattern in _UPPER_BODY else ""


def resolve_names(
    names: Iterable[str],
    aliases: pd.DataFrame | None = None,
    own_exercises: Mapping[str, OwnExercise] = MappingProxyType({}),
) -> pd.DataFrame:
    """NAMES of the distinct names, in order of appearance.

    aliases:       ALIASES, the person's own mapping; wins over every rule.
    own_exercises: the person's own, by key. An alias that leads to no known key is passed over.
    """
    own = _own_lookup(aliases, own_exercises)
    return NAMES.make([_described(name, own(name) or resolve(name), own_exercises) for name in dict.fromkeys(names)])


def own_exercise_key(name: str) -> str:
    """The key under which a person's own exercise of this name is kept. No key of the catalog looks like it."""
    return _OWN_PREFIX + fold(name).replace(" ", "_")


def _own_lookup(aliases: pd.DataFrame | None, own_exercises: Collection[str]) -> Callable[[str], Resolved | None]:
    """How a name is found among the person's aliases: as written, else as folded."""
    if aliases is None or aliases.empty:
        return lambda _: None
    pairs = [
        (name, Resolved(key, OWN))
        for name, key in zip(aliases["exercise_name"], aliases["exercise"], strict=True)
        if key in exercises() or key in own_exercises
    ]
    written, folded = dict(pairs), {fold(name): found for name, found in pairs}
    return lambda name: written.get(name) or folded.get(fold(name))


def _described(name: str, found: Resolved, own: Mapping[str, OwnExercise]) -> dict[str, object]:
    """One row of NAMES. Where nothing is known only the name speaks: a hard set, its body share unknown."""
    exercise: Exercise | OwnExercise | None = exercises().get(found.exercise) or own.get(found.exercise)
    return {
        "exercise_name": name,
        "exercise": found.exercise,
        "how": found.how,
        "pattern": exercise.pattern if exercise else "",
        "count_as": exercise.count_as if exercise else CountAs.HARD_SET,
        "unilateral": says_one_sided(name) or bool(exercise and exercise.unilateral),
        "isometric": bool(exercise and exercise.isometric),
        "bodyweight_fraction": exercise.bodyweight_fraction if exercise else float("nan"),
    }
