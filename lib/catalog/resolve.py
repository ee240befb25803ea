"""From an app's exercise name to an exercise of the catalog, by fixed rules. What they do not find is asked."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import pandas as pd

from lib.catalog import garmin
from lib.catalog.exercises import Exercise, exercises
from lib.catalog.folding import fold
from lib.catalog.language_names import named
from lib.catalog.log_language import language_of, languages_by_script
from lib.catalog.readings import by_words
from lib.catalog.sides import says_one_sided, without_side
from lib.catalog.spellings import ASKED
from lib.catalog.spellings import aliases as known_aliases
from lib.catalog.spellings import names as known_names
from lib.catalog.taught import NOTHING_TAUGHT, Taught, as_taught, with_taught_words
from lib.catalog.translation import may_know, translate
from lib.catalog.word_index import read_words
from lib.catalog.words import plain
from lib.model.exercise_mapping import OwnExercise
from lib.model.frames.logs import NAMES
from lib.model.vocabulary import CountAs

EXACT: Final = "exact"
ALIAS: Final = "alias"
SPELLING: Final = "spelling"
TRANSLATED: Final = "translated"
OWN: Final = "own"
UNMAPPED: Final = "unmapped"

_OWN_PREFIX = "own:"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The key of the exercise, "" if no rule finds one; the rule that found it; the name in the English that was read."""

    exercise: str
    how: str
    english: str = ""


_NOTHING: Final = Resolved("", UNMAPPED)


@lru_cache(maxsize=65_536)
def resolve(name: str, language: str = "", taught: Taught = NOTHING_TAUGHT) -> Resolved:
    """The exercise of a name: with the words that the person taught, as written, else without its side, else by its words.

    language: of the log (log_language.py); without one, all languages must agree.
    """
    for reading in garmin.readings(name):
        for read in (with_taught_words(without_side(reading), taught), reading):
            if read and (found := _read_as(read, language)).exercise:
                return found
    return _NOTHING


def _read_as(name: str, language: str) -> Resolved:
    """What the language of the log says, what English says, what all other languages say that know the name."""
    sideless = without_side(name)
    return (
        _named(name, sideless, language)
        or _as_written(name)
        or _as_written(sideless)
        or _translated(sideless, language)
        or _in_english(sideless)
        or _agreed(name, sideless, language)
        or _NOTHING
    )


def _named(name: str, sideless: str, language: str) -> Resolved | None:
    """The exercise that has these words as its whole name in a language."""
    key = (named(name, language) or named(sideless, language)) if language else ""
    return Resolved(key.replace(ASKED, ""), ALIAS) if key else None


def _as_written(name: str) -> Resolved | None:
    folded = fold(name)
    for how, keys in ((EXACT, known_names()), (ALIAS, known_aliases())):
        if folded in keys:
            return Resolved(keys[folded], how, name)
    return None


def _translated(name: str, language: str) -> Resolved | None:
    """The exercise of a name whose every word the language or English knows."""
    read = translate(name, language) if language else None
    if read is None or read.unknown or read.english == plain(name):
        return None
    found = _as_written(read.english) or _in_english(read.english)
    return Resolved(found.exercise, TRANSLATED, read.english) if found else None


def _in_english(name: str) -> Resolved | None:
    words, misspelt = read_words(name)
    key, how = by_words(words)
    return Resolved(key, SPELLING if misspelt else how, name) if key else None


def _knows(name: str, language: str) -> bool:
    """Whether a language has a word of the name that is no English one, or the whole name."""
    return may_know(name, language) and bool(translate(name, language, respell=False).foreign or named(name, language))


def _agreed(name: str, sideless: str, language: str) -> Resolved | None:
    """What the languages lead to that the name may be in and that know a word of it, where they lead to one exercise.

    Whoever knows every word of the name, first of all the language of the log, and no such exercise, says that it is none.
    """
    if language and translate(sideless, language).complete:
        return None
    others = (each for each in languages_by_script(name) if each != language)
    knowing = [other for other in others if _knows(sideless, other)]
    found = [
        _named(name, sideless, other) or _translated(sideless, other) or _none_in(sideless, other) for other in knowing
    ]
    said = [each for each in found if each]
    return said[0] if len({each.exercise for each in said}) == 1 else None


def _none_in(name: str, language: str) -> Resolved | None:
    """That it is no exercise, where a language knows all of its words."""
    return _NOTHING if translate(name, language).complete else None


def resolve_names(
    names: Iterable[str],
    aliases: pd.DataFrame | None = None,
    own_exercises: Mapping[str, OwnExercise] = MappingProxyType({}),
    taught: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """NAMES of the distinct names, in order of appearance. All of a log at once: together they say its language.

    aliases:       ALIASES, the person's own mapping; wins over every rule.
    own_exercises: the person's own, by key. An alias that leads to no known key is passed over.
    taught:        what words of the log mean in English, as the person said: {"dambıl": "dumbbell"}.
    """
    own = _own_lookup(aliases, own_exercises)
    asked = tuple(dict.fromkeys(names))
    language, known = language_of(asked), as_taught(taught)
    return NAMES.make([_described(name, own(name) or resolve(name, language, known), own_exercises) for name in asked])


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
        "unilateral": says_one_sided(name) or says_one_sided(found.english) or bool(exercise and exercise.unilateral),
        "isometric": bool(exercise and exercise.isometric),
        "bodyweight_fraction": exercise.bodyweight_fraction if exercise else float("nan"),
    }
