"""A session typed in shorthand → its sets (docs/shorthand.md): `squat 3x8 @60kg rpe 8; plank 2x30s`."""

from collections.abc import Sequence
from typing import Final

from lib.model.limits import MAX_SHORTHAND, MAX_TYPED_SETS
from lib.model.shorthand.characters import plain
from lib.model.shorthand.groups import SetGroup, Wording, group_of
from lib.model.shorthand.lines import TypedLine, typed_lines
from lib.model.shorthand.naming import TOO_LONG, first_of_sets, is_too_long, name_of
from lib.model.shorthand.parts import Part, parts_of, segments_of
from lib.model.shorthand.result import Mistake, Shorthand, ShorthandLine, Unclear
from lib.model.vocabulary import LoadMode, WeightUnit

_NO_SETS: Final = "Write the sets behind the exercise: 3x8, 8,8,7, 30s or 20m."
_NO_SET_AT_COMMA: Final = "A set is missing beside this comma. Write it, or take the comma out."
_NO_LOAD: Final = (
    "Others in this line have a load, this has none. Write it for each (5@100kg, 5@95kg), for a list without "
    "blanks (5,5,5 @100kg), or bw for the body alone, @? for unknown."
)
_TOO_LONG: Final = f"A session has at most {MAX_SHORTHAND:,} characters; log the rest as another one."
_TOO_MANY: Final = f"A session has at most {MAX_TYPED_SETS:,} sets; log the rest as another one."


def parse(text: str, unit: WeightUnit = WeightUnit.KG, *, reps_are_per_side: bool = True) -> Shorthand:
    """The lines of a text, and a Mistake for every line that is not understood. Never raises.

    unit:              of loads that name none.
    reps_are_per_side: the athlete's setting one_sided_reps_are_per_side; without it "10/side" is logged as 20 reps.
    """
    if len(text) > MAX_SHORTHAND:
        return Shorthand((), (Mistake(MAX_SHORTHAND, len(text), _TOO_LONG),))
    wording, signs = Wording(unit, reps_are_per_side), plain(text)
    lines: list[ShorthandLine] = []
    mistakes: list[Mistake] = []
    for typed in typed_lines(signs):
        read = _line(text, signs, typed, wording)
        if isinstance(read, ShorthandLine):
            lines.append(read)
        else:
            mistakes += read
    return Shorthand(tuple(lines), (*mistakes, *_too_many(lines)))


def _line(text: str, signs: str, typed: TypedLine, wording: Wording) -> ShorthandLine | list[Mistake]:
    """One line, or all that is wrong with it."""
    parts = parts_of(text, signs, typed.name_start, typed.end)
    first = first_of_sets(parts)
    if first is None:
        return [Mistake(typed.name_start, typed.end, _why_without_sets(parts))]
    try:
        name = name_of(text, parts, first, typed.name_start)
    except Unclear as unclear:
        return [unclear.mistake]
    groups, mistakes = _groups(name, parts[first:], wording)
    mistakes = mistakes or _without_load(groups)
    sets = tuple(each._replace(superset=typed.superset) for group in groups for each in group.sets)
    each_side = tuple(group.each_side for group in groups for _ in group.sets)
    return mistakes or ShorthandLine(typed.start, typed.end, name, sets, each_side)


def _why_without_sets(parts: Sequence[Part]) -> str:
    return TOO_LONG if is_too_long(parts) else _NO_SETS


def _groups(name: str, parts: Sequence[Part], wording: Wording) -> tuple[list[SetGroup], list[Mistake]]:
    """The stretches between the commas, and what is wrong in them."""
    groups: list[SetGroup] = []
    mistakes: list[Mistake] = []
    segments = list(segments_of(parts))
    for index, (comma, segment) in enumerate(segments):
        try:
            if segment:
                groups.append(group_of(name, segment, wording))
            else:
                beside = comma or segments[index + 1][0]
                mistakes.append(Mistake(*(beside or parts[0]).span, _NO_SET_AT_COMMA))
        except Unclear as unclear:
            mistakes.append(unclear.mistake)
    return groups, mistakes


def _without_load(groups: Sequence[SetGroup]) -> list[Mistake]:
    """The sets without a load in a line that has loads on a bar: `5@100, 5, 5` does not say what the others were."""
    if not any(group.says_load and group.sets[0].load_mode is LoadMode.EXTERNAL for group in groups):
        return []
    return [Mistake(*group.amount.span, _NO_LOAD) for group in groups if not group.says_load]


def _too_many(lines: Sequence[ShorthandLine]) -> list[Mistake]:
    """Where the sets of all lines together become too many."""
    total = 0
    for line in lines:
        total += len(line.sets)
        if total > MAX_TYPED_SETS:
            return [Mistake(line.start, line.end, _TOO_MANY)]
    return []
