"""What stands between two commas of a line → its sets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lib.model.limits import MAX_REPS, MAX_TYPED_SETS
from lib.model.records import LiftingSet
from lib.model.shorthand.characters import plain
from lib.model.shorthand.one_set import one_set
from lib.model.shorthand.parts import Part, parts_of
from lib.model.shorthand.patterns import PartKind
from lib.model.shorthand.quantities import count_of, reps_of, sets_of
from lib.model.shorthand.result import Unclear
from lib.model.vocabulary import WeightUnit

_TWICE: Final = {
    PartKind.AMOUNT: "Put a comma between two sets: {before}, {this}.{or_else}",
    PartKind.LOAD: "This is a second load. Put a comma between two sets: 5@100kg, 5@95kg.",
    PartKind.EFFORT: "This is a second effort. Put a comma between two sets: 5@100kg rpe 8, 5@100kg rpe 9.",
    PartKind.SIDE: "This is a second side. Put a comma between two sets: 8 left, 8 right.",
    PartKind.SET_KIND: "A set is one of warm-up, drop or failure. Keep one of these words.",
    PartKind.QUOTE: "This is a second remark. Put both into one pair of quotes.",
}
_NO_AMOUNT: Final = (
    "How much was done? Write 8 (reps), 3x8, 30s or 20m; what belongs to the sets before it stands without a comma."
)
_RANGE: Final = re.compile(r"\d-\d")
_LIST: Final = re.compile(r"\d+(?:-\d+){2,}|\d+(?:/\d+){2,}")
_MEANT_FOR_SETS: Final = frozenset({PartKind.LOAD, PartKind.EFFORT, PartKind.SIDE, PartKind.SET_KIND})


@dataclass(frozen=True, slots=True)
class Wording:
    """How a person's words are meant. unit: of a load that names none. per_side: "10/side" is logged as 10, not as 20."""

    unit: WeightUnit
    per_side: bool


@dataclass(frozen=True, slots=True)
class SetGroup:
    """The sets of one stretch between commas. amount: the part that says how much was done. each_side: of each side."""

    amount: Part
    says_load: bool
    each_side: bool
    sets: tuple[LiftingSet, ...]


def group_of(name: str, segment: Sequence[Part], wording: Wording) -> SetGroup:
    """The sets of a stretch between commas. Unclear at the part that is wrong."""
    said = _by_kind(segment)
    amount = said.get(PartKind.AMOUNT)
    if amount is None:
        raise Unclear((segment[0].start, segment[-1].found.end()), _NO_AMOUNT)
    side = said.get(PartKind.SIDE)
    each_side = bool(side and side.said("each"))
    counts = _reps(amount, doubled=each_side and not wording.per_side)
    load = said.get(PartKind.LOAD) or (amount if amount.said("load") else None)
    if amount.said("load") and (second := said.get(PartKind.LOAD)):
        raise Unclear(second.span, _TWICE[PartKind.LOAD])
    one = one_set(name, amount, load, said, wording.unit)
    number = sets_of(amount)
    if number * len(counts) > MAX_TYPED_SETS:
        raise Unclear(amount.span, f"These are more than {MAX_TYPED_SETS:,} sets; write fewer.")
    sets = tuple(one._replace(reps=each) for each in counts) * number
    return SetGroup(amount, load is not None, each_side, sets)


def _by_kind(segment: Sequence[Part]) -> dict[PartKind, Part]:
    """The parts by what they are about. Unclear where one is not understood or says a thing again."""
    said: dict[PartKind, Part] = {}
    for part in segment:
        if not part.is_understood_in_sets:
            raise Unclear(part.span, _why_unknown(part))
        kind = PartKind.QUOTE if part.kind is PartKind.BRACKET else part.kind
        if part.kind is PartKind.BRACKET and _is_no_remark(part):
            raise Unclear(part.span, f"Write {part.raw[1:-1].strip()} without brackets, or a remark in quotes.")
        if kind in said:
            words = {"before": said[kind].text, "this": part.text, "or_else": _or_else(said[kind], part)}
            raise Unclear(part.span, _TWICE[kind].format(**words))
        said[kind] = part
    return said


def _or_else(before: Part, part: Part) -> str:
    """What a second amount may have been meant as, if not as a second set."""
    if part.is_bare_count or before.is_bare_count:
        return ' A load needs @ or its unit; a name that ends in a number, quotes: "Warrior 3" 3x30s.'
    return f" Or is it one? {before.text} in {part.text}." if part.said("time") else ""


def _is_no_remark(part: Part) -> bool:
    """Whether what stands in brackets is meant for the set, as in 3x10 (60 kg)."""
    inner = part.raw[1:-1]
    parts = parts_of(inner, plain(inner), 0, len(inner))
    return len(parts) == 1 and parts[0].kind in _MEANT_FOR_SETS and len(inner.strip()) > 1


def _why_unknown(part: Part) -> str:
    if part.kind is PartKind.OPEN_QUOTE:
        return "The remark has no end. Close it with a quotation mark."
    if part.text[0] in "([":
        return "The remark has no end. Close the bracket, or put the remark in quotes."
    if _LIST.fullmatch(part.text):
        return f"Write the reps of several sets with commas: {part.text.replace('-', ',').replace('/', ',')}."
    if _RANGE.search(part.text):
        return "A range is a plan. Write what you did: 3x10, or 12,11,10 for three sets."
    if part.kind is PartKind.WORD and not any(sign.isdigit() for sign in part.text):
        return f'This word is not known here. Put remarks in quotes: "{part.text[:40]}".'
    return "Not understood. Write sets as 3x8, a load as @60kg, an effort as rpe 8, a time as 30s, a distance as 20m."


def _reps(amount: Part, *, doubled: bool) -> tuple[int | None, ...]:
    if amount.said("breaths"):
        return (count_of(amount, "breaths", amount.said("breaths")),)
    counts = reps_of(amount)
    if not doubled:
        return counts
    if max(each or 0 for each in counts) * 2 > MAX_REPS:
        raise Unclear(amount.span, f"Both sides together are more than {MAX_REPS:,} reps; write a smaller number.")
    return tuple(None if each is None else each * 2 for each in counts)
