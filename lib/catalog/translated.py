"""Names of other languages put into English word by word: "Wadenheben an der Maschine, stehend"."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from lib.catalog.exercises import Exercise, exercises
from lib.catalog.spellings import translations
from lib.catalog.word_index import read_words
from lib.catalog.words import Words, translated_words

_Bag = frozenset[str]


def in_english(words: Words) -> tuple[Words, ...]:
    """The words with the longest foreign name of a movement within them replaced by the English one, then the words beside
    it. Several where such names are equally long, none where nothing is foreign. What stays foreign leads nowhere.
    """
    found = {_with_english_words(movement) for movement in _with_english_names(words.movement)}
    return tuple(Words(movement, words.equipment) for movement in found if movement != words.movement)


def _with_english_names(movement: _Bag) -> set[_Bag]:
    found = [bag for bag in _foreign_names() if bag <= movement]
    longest = max(map(len, found), default=0)
    chosen = [bag for bag in found if len(bag) == longest]
    return {(movement - bag) | english for bag in chosen for english in _foreign_names()[bag]} or {movement}


def _with_english_words(movement: _Bag) -> _Bag:
    for written, means in translated_words():
        if written <= movement:
            movement = (movement - written) | means
    return movement


@cache
def _foreign_names() -> Mapping[_Bag, frozenset[_Bag]]:
    """Foreign to English movements, without those that an English name could be."""
    found: defaultdict[_Bag, set[_Bag]] = defaultdict(set)
    for name, key in translations():
        movement = _movement(name)
        if not movement <= _english_words():
            found[movement] |= _english(exercises()[key])
    return {movement: frozenset(english) for movement, english in found.items()}


@cache
def _english_words() -> _Bag:
    spellings = (spelling for exercise in exercises().values() for spelling in exercise.spellings)
    return frozenset(word for spelling in spellings for word in _movement(spelling))


def _english(exercise: Exercise) -> set[_Bag]:
    """The movement of its name, and of aliases that say it with fewer words: calf raise for standing calf raise."""
    first, *others = map(_movement, exercise.spellings)
    return {first, *(bag for bag in others if bag <= first)} - {frozenset()}


@cache
def _movement(spelling: str) -> _Bag:
    """Of a name of the tables: many exercises have several foreign names, and its own are read for each."""
    return read_words(spelling)[0].movement
