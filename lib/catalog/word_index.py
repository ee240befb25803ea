"""The exercises by the words of their names. A bag of words that leads to two exercises leads nowhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from types import MappingProxyType

from lib.catalog.spellings import all_spellings
from lib.catalog.words import Words, tokens, words_of

_DOUBLED = re.compile(r"(.)\1")
# Shorter words differ by too little for a slip of the keys to be certain.
_SHORTEST_RESPELT = 5
_ENOUGH_WORDS = 3
# Equipment that gives way to any other: a weighted crunch on a ball is the crunch on a ball.
_MINOR_EQUIPMENT = frozenset({"bar", "bodyweight", "handle", "rope", "weighted"})

_Bag = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    """The table seen from its words.

    joined:     compounds by their parts ("pushup").
    exercises:  keys by movement and equipment.
    movements:  the bags of an exercise's names without equipment.
    vocabulary: every word of a name.
    squeezed:   words by their spelling without doubled letters, where only one has it.
    """

    joined: Mapping[str, tuple[str, str]]
    exercises: Mapping[_Bag, Mapping[_Bag, frozenset[str]]]
    movements: Mapping[str, frozenset[_Bag]]
    vocabulary: frozenset[str]
    squeezed: Mapping[str, str]


def read_words(name: str) -> tuple[Words, bool]:
    """The words of any name, compounds parted and slips of the keys put right; and whether there was one."""
    parts, misspelt = tokens(name)
    parted = _parted(parts, _index().joined)
    right = tuple(_respelt(word) for word in parted)
    return words_of(_parted(right, _index().joined)), misspelt or right != parted


def with_equipment(words: Words) -> str:
    """The one exercise that has exactly these words, else ""."""
    return _only(_index().exercises.get(words.movement, {}).get(words.equipment, ()))


def without_equipment(words: Words) -> str:
    """The one exercise of this movement with as much of the equipment as any has, else ""."""
    variants = _index().exercises.get(words.movement, {})
    for parts in _less_and_less(words.equipment):
        if found := {key for part in parts for key in variants.get(part, ())}:
            return _under_another_name(_only(found), words.equipment)
    # A bare word or two ("press", "lower back") are too little to be sure of, even where only one exercise has them.
    says_enough = len(words.movement) + bool(words.equipment) >= _ENOUGH_WORDS
    return _only({key for keys in variants.values() for key in keys}) if says_enough else ""


def _less_and_less(equipment: _Bag) -> Iterator[list[_Bag]]:
    """The equipment without its minor pieces, then all choices of one piece fewer each time, down to none."""
    yield [equipment - _MINOR_EQUIPMENT or equipment]
    for size in range(len(equipment) - 1, -1, -1):
        yield [frozenset(part) for part in combinations(equipment, size)]


def _under_another_name(key: str, equipment: _Bag) -> str:
    """The variant of an exercise that has the equipment and is filed under another of its names, else itself.

    "Trap bar deads": "deads" is a name of the deadlift, and of the deadlift there is one with a trap bar.
    """
    index = _index()
    bags = index.movements.get(key, frozenset())
    return _only({each for bag in bags for each in index.exercises[bag].get(equipment, ())}) or key


def _only(keys: Iterable[str]) -> str:
    distinct = set(keys)
    return distinct.pop() if len(distinct) == 1 else ""


def _parted(parts: Iterable[str], joined: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(piece for word in parts for piece in joined.get(word, (word,)))


def _respelt(word: str) -> str:
    """A word that no name has, as the one known word from which a doubled letter or a swap of neighbours parts it."""
    index = _index()
    if len(word) < _SHORTEST_RESPELT or word in index.vocabulary or not word.isalpha():
        return word
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    near = {each for each in swapped if each in index.vocabulary}
    near |= {index.squeezed[squeezed]} if (squeezed := _squeeze(word)) in index.squeezed else set()
    return near.pop() if len(near) == 1 else word


def _squeeze(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@cache
def _index() -> _Index:
    spelt = [(tokens(spelling)[0], key) for spelling, key in all_spellings()]
    joined = {first + second: (first, second) for parts, _ in spelt for first, second in pairwise(parts)}
    bags = [(_parted(parts, joined), key) for parts, key in spelt]
    vocabulary = frozenset(word for parts, _ in bags for word in parts)
    filed = [(words_of(parts), key) for parts, key in bags]
    return _Index(
        joined=MappingProxyType(joined),
        exercises=_by_words(filed),
        movements=_without_any_equipment(filed),
        vocabulary=vocabulary | frozenset(joined),
        squeezed=_squeezed(vocabulary),
    )


def _by_words(filed: Iterable[tuple[Words, str]]) -> Mapping[_Bag, Mapping[_Bag, frozenset[str]]]:
    found: defaultdict[_Bag, defaultdict[_Bag, set[str]]] = defaultdict(lambda: defaultdict(set))
    for words, key in filed:
        if words.movement:
            found[words.movement][words.equipment].add(key)
    return {movement: {gear: frozenset(keys) for gear, keys in of.items()} for movement, of in found.items()}


def _without_any_equipment(filed: Iterable[tuple[Words, str]]) -> Mapping[str, frozenset[_Bag]]:
    found: defaultdict[str, set[_Bag]] = defaultdict(set)
    for words, key in filed:
        if words.movement and not words.equipment:
            found[key].add(words.movement)
    return {key: frozenset(bags) for key, bags in found.items()}


def _squeezed(vocabulary: Iterable[str]) -> Mapping[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in vocabulary:
        found[_squeeze(word)].add(word)
    return {squeezed: next(iter(words)) for squeezed, words in found.items() if len(words) == 1}
