"""A leg session filled in: by the template that gives most of what was lacking, with what is at hand."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final, NamedTuple

from lib.catalog.exercises import exercises
from lib.catalog.resolve import resolve
from lib.catalog.template import Template, TemplateItem
from lib.catalog.templates import load_mode_of
from lib.model.vocabulary import LOWER_BODY, Muscle, SetKind

ALWAYS_AT_HAND: Final = frozenset({"bodyweight", "none"})
ADDED_SETS: Final = (2, 3)
ADDED_REPS: Final = (8, 12)
MOST_ADDED: Final = 2
HELD_S: Final = 30.0  # of a hold that stands for repetitions


class FamiliarExercise(NamedTuple):
    """An exercise of the person's own: as they write it, and its key."""

    name: str
    exercise: str


@dataclass(frozen=True, slots=True)
class FilledSession:
    """A session to plan. added: for muscles that were lacking; instead: what stands for what; left_out: nothing stands for it."""

    template: Template
    added: tuple[tuple[str, Muscle], ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()


def fill(
    templates: Sequence[Template],
    lack: Mapping[Muscle, float],
    own: Mapping[Muscle, FamiliarExercise],
    at_hand: Collection[str] | None,
) -> FilledSession | None:
    """The session to do; None without a template that trains the lower body.

    templates: of several that give as much the first. lack: of `lacking`. own: for each muscle the exercise that
    the person mostly trains it with. at_hand: words for equipment of the catalog; None: everything.
    """
    wanted = lack or dict.fromkeys(LOWER_BODY, 1.0)
    made = [(template, *_with_what_is_there(template.items, own, at_hand)) for template in templates]
    best = max(made, key=lambda each: _worth(each[1], wanted), default=None)
    if best is None or _worth(best[1], wanted) <= 0:
        return None
    template, items, instead, left_out = best
    added = list(_additions(items, lack, own, at_hand))
    whole = replace(template, items=(*items, *(item for item, _ in added)))
    return FilledSession(whole, tuple((item.name, muscle) for item, muscle in added), instead, left_out)


def is_at_hand(exercise: str, at_hand: Collection[str] | None) -> bool:
    """Whether an exercise can be done with what is there; one that nobody knows can."""
    known = exercises().get(exercise)
    return at_hand is None or known is None or known.equipment in ALWAYS_AT_HAND or known.equipment in at_hand


def left_of(lack: Mapping[Muscle, float], items: Iterable[TemplateItem]) -> Mapping[Muscle, float]:
    """What is still lacking after the working sets of items, the largest gap first."""
    given = _given(items)
    left = {muscle: amount - given.get(muscle, 0.0) for muscle, amount in lack.items()}
    return dict(sorted(((muscle, amount) for muscle, amount in left.items() if amount > 0), key=lambda each: -each[1]))


def _worth(items: Iterable[TemplateItem], wanted: Mapping[Muscle, float]) -> float:
    """How much of what is wanted the working sets of items give."""
    given = _given(items)
    return sum(min(amount, given.get(muscle, 0.0)) for muscle, amount in wanted.items())


def _given(items: Iterable[TemplateItem]) -> Mapping[Muscle, float]:
    """The sets of each muscle, by the fewer of the sets that are asked for."""
    given: dict[Muscle, float] = {}
    for item in items:
        for muscle, credit in item.trains.items() if _counts(item) else ():
            given[muscle] = given.get(muscle, 0.0) + item.sets[0] * credit
    return given


def _counts(item: TemplateItem) -> bool:
    known = exercises().get(item.exercise)
    return item.kind is not SetKind.WARM_UP and known is not None and known.count_as != "warmup"


def _with_what_is_there(
    items: Iterable[TemplateItem], own: Mapping[Muscle, FamiliarExercise], at_hand: Collection[str] | None
) -> tuple[tuple[TemplateItem, ...], tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The items that can be done, others in the place of some, and those for which nothing stands."""
    kept: list[TemplateItem] = []
    instead: list[tuple[str, str]] = []
    left_out: list[str] = []
    for item in items:
        if is_at_hand(item.exercise, at_hand):
            kept.append(item)
        elif other := _in_place_of(item, own, at_hand, {each.exercise for each in kept}):
            kept.append(other)
            instead.append((item.name, other.name))
        else:
            left_out.append(item.name)
    return tuple(kept), tuple(instead), tuple(left_out)


def _in_place_of(
    item: TemplateItem, own: Mapping[Muscle, FamiliarExercise], at_hand: Collection[str] | None, taken: Collection[str]
) -> TemplateItem | None:
    """Its easier or harder form, else the person's own exercise for its first muscle."""
    forms = [FamiliarExercise(name, resolve(name).exercise) for name in (item.easier, item.harder) if name]
    mine = [own[muscle] for muscle in list(item.trains)[:1] if muscle in own]
    for each in (*forms, *mine):
        known = exercises().get(each.exercise)
        if known and each.exercise not in taken and is_at_hand(each.exercise, at_hand):
            other = replace(item, exercise=each.exercise, name=each.name, how="", easier="", harder="")
            other = replace(other, load_mode=load_mode_of(known))
            held = known.isometric and item.reps is not None
            return replace(other, reps=None, seconds=HELD_S, pause_s=None) if held else other
    return None


def _additions(
    items: Sequence[TemplateItem],
    lack: Mapping[Muscle, float],
    own: Mapping[Muscle, FamiliarExercise],
    at_hand: Collection[str] | None,
) -> Iterator[tuple[TemplateItem, Muscle]]:
    """The person's own exercises for muscles that lack and that no item trains as a main muscle, the largest gap first."""
    trained = {muscle for item in items for muscle, credit in item.trains.items() if credit >= 1}
    taken = {item.exercise for item in items}
    numbers = count(1 + max((int(item.place.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for item in items), default=0))
    left = MOST_ADDED
    for muscle in lack:
        mine = own.get(muscle)
        if (
            left
            and mine
            and muscle not in trained
            and mine.exercise not in taken
            and is_at_hand(mine.exercise, at_hand)
        ):
            known = exercises().get(mine.exercise)
            if known is None:
                continue
            mode = load_mode_of(known)
            taken.add(mine.exercise)
            left -= 1
            yield (
                TemplateItem(f"{next(numbers)}", mine.exercise, mine.name, ADDED_SETS, ADDED_REPS, load_mode=mode),
                muscle,
            )
