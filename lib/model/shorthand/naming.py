"""Where the name of an exercise ends and its sets begin. Names are free text: 90/90 hip lift, 45 degree leg press."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lib.model.limits import MAX_NAME
from lib.model.shorthand.characters import clean_name, unquoted
from lib.model.shorthand.parts import Part
from lib.model.shorthand.patterns import PartKind
from lib.model.shorthand.result import Unclear

# What may stand between a name and its sets: "squat: 3x8", "squat - 3x8".
_AFTER_NAME: Final = (":", " -", " –", " —")
TOO_LONG: Final = f"A name has at most {MAX_NAME} characters; shorten it."
_NO_NAME: Final = "Write the exercise before its sets: squat 3x8 @60kg."


def is_quoted(parts: Sequence[Part]) -> bool:
    """Whether the line begins with a name in quotes."""
    return bool(parts) and parts[0].kind is PartKind.QUOTE


def first_of_sets(parts: Sequence[Part]) -> int | None:
    """The index of the first part that belongs to the sets; None where there is none."""
    if is_quoted(parts):
        return 1 if len(parts) > 1 else None
    followers = _followers(parts)
    return next((index for index in range(len(parts)) if _begins_sets(parts, index, followers[index])), None)


def is_too_long(parts: Sequence[Part]) -> bool:
    """Whether a line without sets goes on after what can be a name."""
    return bool(parts) and parts[-1].found.end() - parts[0].start > MAX_NAME


class _Follower(NamedTuple):
    """What stands behind a part up to the next comma: only what can be in sets, and any amount."""

    understood: bool
    amount: bool


def _followers(parts: Sequence[Part]) -> list[_Follower]:
    """What follows each part; found from behind, so that a pasted page does not take seconds."""
    found: list[_Follower] = []
    follower = _Follower(understood=True, amount=False)
    for part in reversed(parts):
        found.append(follower)
        if part.kind is PartKind.COMMA:
            follower = _Follower(understood=True, amount=False)
        else:
            follower = _Follower(follower.understood and part.is_understood_in_sets, follower.amount or part.is_amount)
    return found[::-1]


def _begins_sets(parts: Sequence[Part], index: int, follower: _Follower) -> bool:
    """Whether the part at an index is the first of the sets, when none before it is."""
    part = parts[index]
    # A line may begin with what looks like sets gone wrong, as in "5/3/1 squat".
    if part.kind is PartKind.WORD or (part.kind is PartKind.BROKEN and not index):
        return False
    if _is_only_in_sets(part, parts[index + 1 : index + 2]):
        return True
    if part.is_amount:
        return follower.understood or not follower.amount
    # A single letter and brackets belong to names: "Prone W", "Squat (Barbell)".
    may_begin = part.is_understood_in_sets and part.kind is not PartKind.BRACKET and len(part.text) > 1
    return may_begin and follower.understood and follower.amount


def _is_only_in_sets(part: Part, after: Sequence[Part]) -> bool:
    """Whether no name has such a part: 3x8, 8,8,7, @60, +10, rpe 8, and 5 right before @100."""
    if part.kind in (PartKind.EFFORT, PartKind.BROKEN):
        return True
    if part.kind is PartKind.LOAD:
        return part.text[0] in "@+-" or bool(part.said("body"))
    glued = bool(after) and after[0].text.startswith("@") and after[0].start == part.found.end()
    return part.is_amount and (glued or bool(part.said("sets") or part.said("load")) or "," in part.said("reps"))


def name_of(text: str, parts: Sequence[Part], first: int, start: int) -> str:
    """The name as typed. text: the whole text; start: where the line begins, past its place. Unclear without a name."""
    if is_quoted(parts):
        span = parts[0].span
        name = clean_name(unquoted(parts[0].raw))
    else:
        span = (start, parts[first].start)
        name = _without_ending(clean_name(text[slice(*span)]))
    if not name:
        raise Unclear(parts[0].span, _NO_NAME)
    if len(name) > MAX_NAME:
        raise Unclear(span, TOO_LONG)
    return name


def _without_ending(name: str) -> str:
    ending = next((each for each in _AFTER_NAME if name.endswith(each)), "")
    return name.removesuffix(ending).rstrip()
