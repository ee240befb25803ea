"""The exercises by the words of their names. A bag of words that leads to two exercises leads nowhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from types import MappingProxyType

from lib.catalog.exercises import exercises
from lib.catalog.spellings import all_spellings
from lib.catalog.words import Words, equipment, phrases, tokens, words_of
from lib.model.vocabulary import CountAs

_DOUBLED = re.compile(r"(.)\1")
# Shorter words differ by too little for a slip of the keys to be certain.
_SHORTEST_RESPELT = 5
_ENOUGH_WORDS = 3
# Equipment that gives way to any other: a weighted crunch on a ball is the crunch on a ball.
_MINOR_EQUIPMENT = frozenset({"bar", "bodyweight", "handle", "rope", "weighted"})
# What endurance work may be done with.
_OF_ENDURANCE = frozenset({"bodyweight", "machine", "weighted"})
# What no machine is.
_OF_NO_MACHINE = frozenset({"band", "barbell", "cable", "dumbbell", "kettlebell", "suspension"})
_FREE_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell"})

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


def is_english(word: str) -> bool:
    """Whether a plain word is one of the English table: of a name, or one that words.csv explains."""
    return word in _index().vocabulary or word in _explained()


def with_equipment(words: Words) -> str:
    """The one exercise that has exactly these words, else "". A bar may be a barbell; a barbell in a Smith machine is none."""
    variants = _index().exercises.get(words.movement, {})
    if "smith" in words.equipment:
        words = Words(words.movement, words.equipment - {"barbell", "bar", "machine"})
    as_barbell = words.equipment - {"bar"} | {"barbell"} if "bar" in words.equipment else words.equipment
    ways = (words.equipment, as_barbell, words.equipment - _MINOR_EQUIPMENT if _may_lose(words) else words.equipment)
    return next((key for equipment in ways if (key := _only(variants.get(equipment, ())))), "")


def without_equipment(words: Words) -> str:
    """The one exercise of this movement with as much of the equipment as any has, else "".

    Endurance work keeps its equipment: a row with a cable is no ergometer.
    """
    variants = _index().exercises.get(words.movement, {}) if _may_lose(words) else {}
    for parts in _less_and_less(words.equipment):
        if found := {key for part in parts for key in variants.get(part, ())}:
            return _under_another_name(_loaded(_only(found), words.equipment), words.equipment)
    # A bare word or two ("press", "lower back") are too little to be sure of, even where only one exercise has them.
    says_enough = len(words.movement) + bool(words.equipment) >= _ENOUGH_WORDS
    return _loaded(_only({key for keys in variants.values() for key in keys}), words.equipment) if says_enough else ""


def _may_lose(words: Words) -> bool:
    """Whether equipment may be left out. Beside a rope a bare "pulldown" or "extension" may be of the triceps or the back."""
    return "rope" not in words.equipment or len(words.movement - {"down"}) > 1


def _loaded(key: str, dropped: _Bag) -> str:
    """The key, but "" where equipment would be dropped into endurance work, or a free weight into a machine or the other way."""
    if not key:
        return ""
    found = exercises()[key]
    if found.count_as is CountAs.CONDITIONING:
        return key if dropped <= _OF_ENDURANCE else ""
    if found.equipment == "machine":
        return "" if dropped & _OF_NO_MACHINE else key
    return "" if found.equipment in _FREE_WEIGHTS and "machine" in dropped else key


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
def _explained() -> frozenset[str]:
    return frozenset(word for written, (means, _) in phrases().items() for word in (*written, *means))


@cache
def _index() -> _Index:
    spelt = [(tokens(spelling)[0], key) for spelling, key in all_spellings()]
    joined = {first + second: (first, second) for parts, _ in spelt for first, second in pairwise(parts)}
    bags = [(_parted(parts, joined), key) for parts, key in spelt]
    vocabulary = frozenset(word for parts, _ in bags for word in parts)
    filed = [(words_of(parts), key) for parts, key in bags]
    filed += _with_own_equipment(filed)
    return _Index(
        joined=MappingProxyType(joined),
        exercises=_by_words(filed),
        movements=_without_any_equipment(filed),
        vocabulary=vocabulary | frozenset(joined),
        squeezed=_squeezed(vocabulary),
    )


def _with_own_equipment(filed: list[tuple[Words, str]]) -> list[tuple[Words, str]]:
    """Names without equipment with that of their exercise, where no other exercise has it: a single-arm lat pulldown is done
    with a cable.
    """
    taken = {words for words, _ in filed}
    plain = [(words.movement, key) for words, key in filed if words.movement and not words.equipment]
    said = [(Words(movement, frozenset({exercises()[key].equipment.replace("_", "")})), key) for movement, key in plain]
    return [(words, key) for words, key in said if words not in taken and words.equipment <= equipment()]


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
