"""The exercises that an unknown name may mean, by likeness of spelling. Shown to the person, never used unasked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from lib.catalog.exercises import exercises
from lib.catalog.log_language import best_english
from lib.catalog.spellings import all_spellings
from lib.catalog.taught import NOTHING_TAUGHT, Taught, with_taught_words
from lib.catalog.word_index import read_words
from lib.catalog.words import Words

# Several spellings of one exercise are often alike, so more are looked at than are shown.
_LOOKED_AT: Final = 12
# What the equipment weighs beside the movement: it decides between variants of one movement.
_EQUIPMENT_SHARE: Final = 0.15
# Below this a likeness means nothing: words that are no exercise reach it with some exercise or other.
LEAST_LIKENESS: Final = 75.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An exercise that a name may mean. score: likeness of the spellings, LEAST_LIKENESS to 100."""

    exercise: str
    name: str
    score: float


@lru_cache(maxsize=4096)
def suggest(name: str, limit: int = 3, language: str = "", taught: Taught = NOTHING_TAUGHT) -> tuple[Suggestion, ...]:
    """The likeliest exercises, best first, each once; none where nothing is alike enough to mean something.

    language: of the log (log_language.py). taught: what words mean, as the person said.
    """
    words, _ = read_words(best_english(with_taught_words(name, taught) or name, language))
    best: dict[str, float] = {}
    for spelt in _candidates(_text(words.movement), limit):
        for variant, key in _spellings()[spelt].items():
            best[key] = max(best.get(key, 0.0), _likeness(words, spelt, variant))
    ranked = sorted(best.items(), key=lambda found: found[1], reverse=True)
    return tuple(
        Suggestion(key, exercises()[key].name, score) for key, score in ranked[:limit] if score >= LEAST_LIKENESS
    )


def _candidates(written: str, limit: int) -> list[str]:
    """The movements that are nearest by letters or by words, each once."""
    found = (
        process.extract(written, _spellings().keys(), scorer=scorer, limit=limit * _LOOKED_AT)
        for scorer in (fuzz.ratio, fuzz.token_set_ratio)
    )
    return list(dict.fromkeys(spelt for matches in found for spelt, *_ in matches))


def _likeness(words: Words, movement: str, equipment: frozenset[str]) -> float:
    """Letters in order and words in common, half each: a long name with all words of a short one is not its equal."""
    written = _text(words.movement)
    movements = (fuzz.ratio(written, movement) + fuzz.token_set_ratio(written, movement)) / 2
    same_equipment = 100.0 if words.equipment == equipment else 0.0
    return (1 - _EQUIPMENT_SHARE) * movements + _EQUIPMENT_SHARE * same_equipment


def _text(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


@cache
def _spellings() -> Mapping[str, Mapping[frozenset[str], str]]:
    """Keys by movement and equipment; where two exercises share both, the earlier in the table."""
    found: dict[str, dict[frozenset[str], str]] = {}
    for spelling, key in all_spellings():
        words, _ = read_words(spelling)
        found.setdefault(_text(words.movement), {}).setdefault(words.equipment, key)
    return found
