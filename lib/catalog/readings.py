"""From the English words of a name to an exercise, by fixed rules, the nearest first."""

from collections.abc import Callable, Mapping
from typing import Final

from lib.catalog.details import UPPER_BODY, Reduced, reductions
from lib.catalog.exercises import Exercise, exercises
from lib.catalog.word_index import with_equipment, without_equipment
from lib.catalog.words import Words

WORDS: Final = "words"
WITHOUT_DETAILS: Final = "without_details"
WITHOUT_EQUIPMENT: Final = "without_equipment"

_UNILATERAL: Final = frozenset({"unilateral"})
_ONE: Final = frozenset({"single"})
_ROWING: Final = frozenset({"rowing"})
_DUMBBELL: Final = frozenset({"dumbbell"})
_LIMBS: Final = frozenset({"arm", "leg"})
_ONE_ARM: Final = frozenset({"single", "arm"})
# What stands on the floor: a name that says it means no exercise without it.
_STANDS: Final[Mapping[str, str]] = {"machine": "machine", "smith": "machine", "cable": "cable"}
# Patterns in which one leg is another exercise than two; elsewhere it is the same work, one side after the other.
_OF_TWO_LEGS: Final = frozenset({"squat", "hinge"})
# Patterns in which no hand holds a barbell alone. Of an upright row both are seen.
_OF_A_FREE_HAND: Final = UPPER_BODY - {"vertical_pull_shoulder"}

Found = tuple[str, str]


def by_words(words: Words) -> Found:
    """Key and rule of the exercise that has these words, else ("", "")."""
    if words.movement >= _ONE and words.movement & _LIMBS:
        words = Words(words.movement - _UNILATERAL, words.equipment)  # "Unilateral Single Arm Curl" says it twice
    found = _one_sided(words) if _says_only_one_side(words) else _nearest(words)
    found = _in_one_hand(words, found) if words.movement >= _ONE_ARM else found
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
    exercise = exercises()[found[0]]
    if exercise.pattern in UPPER_BODY:
        alike = {exercise.equipment} | (_DUMBBELL if _is_unsaid_barbell(both, exercise) else set())
        return arm if arm[0] and exercises()[arm[0]].equipment in alike else _in_one_hand(both, found)
    limbs = [each for each in (leg, arm) if each[0]]
    there = [each for each in limbs if _stands_where_said(each[0], words)]
    whole = [found] if exercise.unilateral or exercise.pattern not in _OF_TWO_LEGS else []
    return next(iter((*there, *whole, *limbs)), ("", ""))


def _stands_where_said(key: str, words: Words) -> bool:
    """Whether an exercise is done at the machine or the cable that a name speaks of."""
    said = {_STANDS[word] for word in words.equipment if word in _STANDS}
    return not said or exercises()[key].equipment in said


def _in_one_hand(words: Words, found: Found) -> Found:
    """What one arm does is done with a dumbbell where the name does not say with what, and two hands would hold a barbell."""
    exercise = exercises().get(found[0])
    if exercise is None or exercise.pattern not in _OF_A_FREE_HAND or not _is_unsaid_barbell(words, exercise):
        return found
    other = _nearest(Words(words.movement, _DUMBBELL))
    return other if other[0] and exercises()[other[0]].equipment == "dumbbell" else found


def _is_unsaid_barbell(words: Words, exercise: Exercise) -> bool:
    return not words.equipment and exercise.equipment == "barbell"


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
