"""A session that is being done: what its template asks for, what is done of it, and what is next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from lib.catalog.template import Template, TemplateItem
from lib.model.records import LiftingSet


@dataclass(frozen=True, slots=True)
class SetToDo:
    """One set. key: its own within the session, for good. place: of its item. done_at: naive UTC; None while it is open.

    set: what is to be done, filled in beforehand; once it is done, what was done.
    """

    key: str
    place: str
    set: LiftingSet
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session under way. sets: those of an item in their order, items one after the other.

    started_at:  naive wall clock at home; begun_at: the same in naive UTC.
    edition:     raised by every change, so that a second tab sees that it is behind.
    chosen:      the place that the person wants to do next, or the superset they are in; "" for the order of the template.
    minutes, session_rpe: what the person says at the end, as far as it is said; 0 minutes: not known.
    """

    template: Template
    sets: tuple[SetToDo, ...]
    started_at: datetime
    begun_at: datetime
    edition: int = 1
    chosen: str = ""
    notes: str = ""
    minutes: float | None = None
    session_rpe: float | None = None

    @property
    def items(self) -> tuple[TemplateItem, ...]:
        """The exercises in the order of the template."""
        return self.template.items

    @property
    def done(self) -> tuple[SetToDo, ...]:
        """The sets that are done, in the order in which they were."""
        return tuple(sorted((each for each in self.sets if each.done_at), key=_done_at))

    @property
    def open_sets(self) -> tuple[SetToDo, ...]:
        """The sets that are left, as they come: those of a superset in turn, the chosen item and its superset first."""
        left = [each for items in _groups(self.items) for each in self._in_turn(items) if each.done_at is None]
        groups = {item.place: group_of(item) for item in self.items}
        chosen = groups.get(self.chosen, self.chosen)
        return tuple(sorted(left, key=lambda each: (each.place != self.chosen, groups[each.place] != chosen)))

    @property
    def minutes_so_far(self) -> float:
        """Whole minutes from the start to the last set that is done; 0 while none is."""
        done = self.done
        return round((_done_at(done[-1]) - self.begun_at).total_seconds() / 60) if done else 0.0

    def at(self, place: str) -> tuple[SetToDo, ...]:
        """The sets of an item."""
        return tuple(each for each in self.sets if each.place == place)

    def item(self, place: str) -> TemplateItem:
        """The item at a place. StopIteration where there is none."""
        return next(each for each in self.items if each.place == place)

    def find(self, key: str) -> SetToDo | None:
        """A set by its key."""
        return next((each for each in self.sets if each.key == key), None)

    def with_set(self, changed: SetToDo) -> "Unfinished":
        """The session with one set in place of that of its key."""
        return replace(self, sets=tuple(changed if each.key == changed.key else each for each in self.sets))

    def _in_turn(self, items: Sequence[TemplateItem]) -> Iterator[SetToDo]:
        """The sets of the items round by round."""
        rows = [self.at(item.place) for item in items]
        sizes = [len(item.sides) for item in items]
        for turn in range(max((len(row) for row in rows), default=0)):
            for row, size in zip(rows, sizes, strict=True):
                yield from row[turn * size : (turn + 1) * size]


def group_of(item: TemplateItem) -> str:
    """What the items of a superset share; of an item alone its place."""
    return item.superset or item.place


def _groups(items: Sequence[TemplateItem]) -> Iterator[tuple[TemplateItem, ...]]:
    """The items of each superset together, others alone."""
    return (tuple(group) for _, group in groupby(items, key=group_of))


def _done_at(each: SetToDo) -> datetime:
    if each.done_at is None:
        raise ValueError("an open set has no time")
    return each.done_at
