"""From the English words of a name to an exercise, by fixed rules, the nearest first."""

from collections.abc import Callable
from typing import Final

from lib.catalog.details import UPPER_BODY, Reduced, reductions
from lib.catalog.exercises import exercises
from lib.catalog.word_index import with_equipment, without_equipment
from lib.catalog.words import Words

WORDS: Final = "words"
WITHOUT_DETAILS: Final = "without_details"
WITHOUT_EQUIPMENT: Final = "without_equipment"

_UNILATERAL: Final = frozenset({"unilateral"})
_ONE: Final = frozenset({"single"})
_ROWING: Final = frozenset({"rowing"})
_LIMBS: Final = frozenset({"arm", "leg"})

Found = tuple[str, str]


def by_words(words: Words) -> Found:
    """Key and rule of the exercise that has these words, else ("", "")."""
    found = _one_sided(words) if _says_only_one_side(words) else _nearest(words)
    return found if found[0] or not words.movement >= _ROWING else by_words(_as_rows(words))


def _as_rows(words: Words) -> Words:
    """A rowing with a barbell is a row. Alone it is the ergometer, which was found before."""
    return Words(words.movement - _ROWING | {"row"}, words.equipment)


def _says_only_one_side(words: Words) -> bool:
    """Whether one side works at a time, and the name leaves it to the movement whether it is an arm or a leg."""
    return bool(words.movement & _UNILATERAL) or (bool(words.movement & _ONE) and not words.movement & _LIMBS)


def _one_sided(words: Words) -> Found:
    """The movement itself says which limb: a curl is done with an arm, a press of the legs with a leg."""
    both = Words(words.movement - _UNILATERAL - _ONE, words.equipment)
    found, arm, leg = _nearest(both), _with_limb(both, "arm"), _with_limb(both, "leg")
    if not found[0]:
        return arm if not leg[0] else leg if not arm[0] else ("", "")
    if exercises()[found[0]].pattern in UPPER_BODY:
        return arm if arm[0] else found
    return next((each for each in (leg, arm) if each[0]), found)


def _with_limb(words: Words, limb: str) -> Found:
    return _nearest(Words(words.movement | {"single", limb}, words.equipment), kept=frozenset({"single", limb}))


def _nearest(words: Words, kept: frozenset[str] = frozenset()) -> Found:
    """The same words in any order, then without details, then with less equipment. Where words fit two, the name stays open.

    kept: words that are no detail here.
    """
    tiers = tuple(reductions(words, kept))
    for find, rule in ((with_equipment, WITHOUT_DETAILS), (without_equipment, WITHOUT_EQUIPMENT)):
        for tier in tiers:
            keys = {key for reduced in tier if (key := _kept(reduced, find))}
            if keys:
                exact = find is with_equipment and tier is tiers[0]
                return (keys.pop(), WORDS if exact else rule) if len(keys) == 1 else ("", "")
    return "", ""


def _kept(reduced: Reduced, find: Callable[[Words], str]) -> str:
    """What was found, if it is the same exercise without the details."""
    key = find(reduced.words)
    return key if key and reduced.leaves(exercises()[key]) else ""
