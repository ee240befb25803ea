"""Sets → the shorthand that `parse` reads back as the same sets (docs/shorthand.md)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from lib.model.records import LiftingSet
from lib.model.shorthand.characters import plain, quoted
from lib.model.shorthand.lines import begins_like_a_line, typed_lines
from lib.model.shorthand.naming import first_of_sets, is_quoted, name_of
from lib.model.shorthand.parse import parse
from lib.model.shorthand.parts import parts_of
from lib.model.shorthand.quantities import MOST_ALIKE
from lib.model.shorthand.result import Unclear
from lib.model.vocabulary import LoadMode, SetKind, WeightUnit

_SIGNS: Final = {LoadMode.EXTERNAL: "@", LoadMode.ADDED: "+", LoadMode.ASSISTED: "-"}
_KINDS: Final = {
    SetKind.WORKING: "",
    SetKind.WARM_UP: "warm-up",
    SetKind.DROP: "drop",
    SetKind.FAILURE: "failure",
}


def print_sets(sets: Iterable[LiftingSet]) -> str:
    """One line for each run of sets of one exercise. The line of the source (`line`) is not printed.

    What shorthand has no words for is left out: the id that an app gave a superset, unless it is a letter or a number.
    """
    runs = [tuple(run) for _, run in groupby(sets, key=lambda each: (each.exercise_name, each.superset))]
    places = _places(runs)
    return "\n".join(places[run[0].superset, run[0].exercise_name] + _line(run) for run in runs)


def says_all(sets: Iterable[LiftingSet]) -> bool:
    """Whether nothing but the line of the source would be lost by printing these sets and reading them back."""
    kept = tuple(each._replace(line=0) for each in sets)
    read = parse(print_sets(kept))
    return not read.mistakes and read.sets == kept


def _places(runs: Sequence[Sequence[LiftingSet]]) -> dict[tuple[str, str], str]:
    """For each exercise of a superset its place, as "A1: ", "A2: "; nothing outside of one."""
    found: dict[tuple[str, str], str] = {}
    members: dict[str, int] = {}
    for run in runs:
        superset, name = run[0].superset, run[0].exercise_name
        if (superset, name) not in found:
            members[superset] = members.get(superset, 0) + 1
            found[superset, name] = _place(superset, members[superset])
    return found


def _place(superset: str, number: int) -> str:
    if len(superset) == 1 and superset.isascii() and superset.isupper():
        return f"{superset}{min(number, 999)}: "
    if superset.isascii() and superset.isdigit() and len(superset) <= 3:
        return f"{superset}{chr(ord('A') + min(number, 26) - 1)}: "
    return ""


def _line(run: Sequence[LiftingSet]) -> str:
    """A name and its sets."""
    told = any(each.load_mode is LoadMode.EXTERNAL for each in run)
    groups = ", ".join(
        _group(group, told=told) for _, alike in groupby(run, key=_all_but_reps) for group in _some(alike)
    )
    name = run[0].exercise_name
    bare = f"{name} {groups}"
    return bare if not begins_like_a_line(name) and _name_in(bare) == name else f"{quoted(name)} {groups}"


def _name_in(line: str) -> str:
    """The name that would be read from a line; "" where its name is quoted, none, or not all of it is one line."""
    signs = plain(line)
    if [(each.start, each.end) for each in typed_lines(signs)] != [(0, len(line))]:
        return ""
    parts = parts_of(line, signs, 0, len(line))
    first = first_of_sets(parts)
    try:
        return "" if first is None or is_quoted(parts) else name_of(line, parts, first, 0)
    except Unclear:
        return ""


def _all_but_reps(each: LiftingSet) -> LiftingSet | tuple[LiftingSet, int | None]:
    """Sets that are alike but for their reps stand in one list, if reps are all that they count."""
    rest = each._replace(reps=None, line=0)
    in_list = each.reps is not None and each.duration_s is None and each.distance_m is None
    return (rest, None) if in_list else (rest, -1 if each.reps is None else each.reps)


def _some(alike: Iterable[LiftingSet]) -> Iterator[tuple[LiftingSet, ...]]:
    """As many sets at once as are read as sets: a larger number could be meant as a load."""
    sets = tuple(alike)
    return (sets[first : first + MOST_ALIKE] for first in range(0, len(sets), MOST_ALIKE))


def _group(group: Sequence[LiftingSet], *, told: bool) -> str:
    """Sets that are alike but for their reps. told: a set without a load must say so."""
    one = group[0]
    note = quoted(one.note) if one.note else ""
    effort = f"rpe {_number(one.set_rpe)}" if one.set_rpe is not None else ""
    words = (_amount(group), _load(one, told=told), effort, str(one.side), _KINDS[one.kind], note)
    return " ".join(word for word in words if word)


def _amount(group: Sequence[LiftingSet]) -> str:
    counts = [each.reps for each in group]
    if len(set(counts)) > 1:
        return ",".join(str(each) for each in counts)
    return f"{len(group)}x{_counted(group[0])}"


def _counted(one: LiftingSet) -> str:
    """What one set counts, joined by words where it is several things: "10 in 30s", "20m in 15s"."""
    seconds = "" if one.duration_s is None else f"{_number(one.duration_s)}s"
    metres = "" if one.distance_m is None else f"{_number(one.distance_m)}m"
    if one.reps is None and (seconds or metres):
        return f"{metres} in {seconds}" if seconds and metres else seconds or metres
    reps = "?" if one.reps is None else str(one.reps)
    return reps + (f" in {seconds}" if seconds else "") + (f" over {metres}" if metres else "")


def _load(one: LiftingSet, *, told: bool) -> str:
    if one.load_mode is LoadMode.BAND:
        return f"band {_mass(one)}" if one.load_kg is not None else "band"
    if one.load_mode is LoadMode.BODYWEIGHT and one.load_kg is None:
        return "bw" if told else ""
    sign = _SIGNS.get(one.load_mode, "+")
    return sign + ("?" if one.load_kg is None else _mass(one))


def _mass(one: LiftingSet) -> str:
    """The load as typed; in kilograms where the source does not say how it was."""
    if one.load_value is None or one.load_unit is None:
        return f"{_number(one.load_kg or 0.0)}{WeightUnit.KG}"
    return f"{_number(one.load_value)}{one.load_unit}"


def _number(value: float) -> str:
    """All its digits, without an exponent: 60.0 as "60"."""
    text = format(Decimal(repr(float(value))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
