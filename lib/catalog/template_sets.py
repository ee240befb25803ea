"""Templates ↔ sets: what a template asks for as sets to log, and a template made of a session."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from lib.catalog.resolve import resolve
from lib.catalog.template import Range, Template, TemplateError, TemplateItem
from lib.catalog.templates import templates
from lib.model.limits import MAX_NAME, MAX_REPS
from lib.model.records import LiftingSet
from lib.model.vocabulary import LoadMode, SetKind, Side

_BREATHS: Final = re.compile(r"\b(\d{1,3})\s*(?:(?:deep|slow|full)\s+)*breaths?\b", re.IGNORECASE)
_NO_KEY: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# Name, superset and kind of sets, and the side where it did not do as many as the other.
_Alike = tuple[str, str, SetKind, str]


def sets_of_template(template: Template, *, reps_are_per_side: bool = True) -> tuple[LiftingSet, ...]:
    """The sets of a template at the lower end of each range, loads unknown; those of a superset in turn.

    reps_are_per_side: the athlete's setting one_sided_reps_are_per_side. A set of both sides is one row.
    """
    return tuple(
        each
        for _, items in groupby(template.items, key=lambda item: item.superset or item.place)
        for item in _in_turn(tuple(items))
        for each in sets_of_item(item, reps_are_per_side=reps_are_per_side)
    )


def _in_turn(items: Sequence[TemplateItem]) -> Iterator[TemplateItem]:
    """The items once for each of their sets, round by round."""
    for turn in range(max(item.sets[0] for item in items)):
        yield from (item for item in items if turn < item.sets[0])


def sets_of_item(item: TemplateItem, *, reps_are_per_side: bool = True) -> tuple[LiftingSet, ...]:
    """One set of an item at the lower end of its range: a row for each of its sides."""
    reps = item.breaths if item.reps is None else item.reps[0]
    if item.reps and item.per_side and not reps_are_per_side:
        reps = min(2 * item.reps[0], MAX_REPS)
    one = LiftingSet(
        item.name,
        kind=item.kind,
        reps=reps,
        load_mode=item.load_mode,
        duration_s=item.seconds,
        distance_m=item.distance_m,
        superset=item.superset,
        note="" if item.breaths is None else f"{item.breaths} deep breaths",
    )
    return tuple(one._replace(side=side) for side in item.sides)


def template_of_sets(title: str, sets: Iterable[LiftingSet]) -> Template:
    """An own template of what was done: its exercises in their order, without loads and remarks.

    Warm-up, working and drop sets of an exercise are items of their own. Left and right rows make one set together.
    TemplateError without a title or sets.
    """
    title = title.strip()
    done = _alike(tuple(sets))
    if not title or len(title) > MAX_NAME:
        raise TemplateError(f"Give the template a title of at most {MAX_NAME} characters.")
    if not done:
        raise TemplateError("This session has no sets to make a template of.")
    items = (_item(place, rows) for place, rows in zip(_places(list(done)), done.values(), strict=True))
    return Template(_key(title), title, tuple(sorted(items, key=lambda item: _number(item.place))))


def _alike(sets: Sequence[LiftingSet]) -> dict[_Alike, list[LiftingSet]]:
    """The sets that make one item, by what they have in common, in the order of their first."""
    shared = _supersets(sets)
    keys = [(each.exercise_name, _superset(each, shared), each.kind) for each in sets]
    rows = Counter((*key, each.side) for key, each in zip(keys, sets, strict=True))
    done: dict[_Alike, list[LiftingSet]] = {}
    for key, each in zip(keys, sets, strict=True):
        in_pairs = each.side is not Side.BOTH and rows[*key, Side.LEFT] == rows[*key, Side.RIGHT]
        done.setdefault((*key, "pair" if in_pairs else each.side), []).append(each)
    return done


def _superset(each: LiftingSet, shared: Collection[str]) -> str:
    """The superset of a set. Warm-up sets stand before one, not in it."""
    return each.superset if each.superset in shared and each.kind is not SetKind.WARM_UP else ""


def _supersets(sets: Iterable[LiftingSet]) -> frozenset[str]:
    """The supersets of at least two exercises, without their warm-up sets."""
    working = {(each.superset, each.exercise_name) for each in sets if each.kind is not SetKind.WARM_UP}
    members = Counter(superset for superset, _ in working if superset)
    return frozenset(superset for superset, number in members.items() if number > 1)


def _item(place: str, rows: Sequence[LiftingSet]) -> TemplateItem:
    one = rows[0]
    breaths = _BREATHS.search(one.note)
    sides = tuple(dict.fromkeys(row.side for row in rows))
    reps = [row.reps for row in rows if row.reps]  # a failed set is nobody's plan
    return TemplateItem(
        place=place,
        exercise=resolve(one.exercise_name).exercise,
        name=one.exercise_name,
        sets=_same(len(rows) // len(sides)),
        reps=(min(reps), max(reps)) if reps and not breaths else None,
        seconds=min((row.duration_s for row in rows if row.duration_s), default=None),
        breaths=int(breaths[1]) if breaths else None,
        distance_m=min((row.distance_m for row in rows if row.distance_m), default=None),
        sides=sides,
        kind=one.kind,
        load_mode=_load_mode(rows),
    )


def _same(number: int) -> Range:
    return number, number


def _load_mode(rows: Sequence[LiftingSet]) -> LoadMode:
    """How most of the sets were loaded; of two that are as many, the first."""
    modes = [row.load_mode for row in rows]
    return max(dict.fromkeys(modes), key=modes.count)


def _places(alike: Sequence[_Alike]) -> Iterator[str]:
    """1, 2A, 2B, 3: a letter for each exercise of a superset."""
    numbers: dict[str, int] = {}
    letters: Counter[int] = Counter()
    for index, (_, superset, _, _) in enumerate(alike):
        number = numbers.setdefault(f"superset {superset}" if superset else f"item {index}", len(numbers) + 1)
        letters[number] += 1
        yield f"{number}{_letter(letters[number])}" if superset else f"{number}"


def _letter(number: int) -> str:
    """A, B … Z, and then ZA, ZB …: as many as there are."""
    return "Z" * ((number - 1) // len(_LETTERS)) + _LETTERS[(number - 1) % len(_LETTERS)]


def _number(place: str) -> int:
    return int(place.rstrip(_LETTERS))


def key_of_title(title: str) -> str:
    """A title without capitals and signs: titles alike in it look alike."""
    return _NO_KEY.sub("-", title.lower()).strip("-") or title.strip()


def _key(title: str) -> str:
    key = _NO_KEY.sub("-", title.lower()).strip("-") or "own"
    return f"{key}-own" if key in templates() else key
