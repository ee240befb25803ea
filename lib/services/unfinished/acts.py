"""What a person does with a session that is under way. Pure: each act gives the session as it is afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from lib.catalog.template import TemplateItem
from lib.model.errors import StoreError
from lib.model.limits import MAX_TYPED_SETS
from lib.model.records import LiftingSet
from lib.services.unfinished.session import SetToDo, Unfinished, group_of

Act = Callable[[Unfinished], Unfinished]

_LOAD: Final = ("load_kg", "load_value", "load_unit", "load_mode")
_GONE: Final = "This set is no longer in the session: it was taken out elsewhere. Nothing else was changed."


class SetChangedElsewhere(StoreError):
    """Another tab said something else of a set since it was shown; what it says now is kept. now: the set as it is."""

    def __init__(self, now: SetToDo) -> None:
        super().__init__(f"{now.set.exercise_name}: this set was changed elsewhere; nothing was stored.")
        self.now = now


def log_set(seen: SetToDo, done: LiftingSet, now: datetime) -> Act:
    """Log a set as it was done. seen: the set as it was shown. now: naive UTC. SetChangedElsewhere."""

    def act(session: Unfinished) -> Unfinished:
        current = _unchanged(session, seen, done)
        if current.done_at and current.set == done:
            return session  # the same tap from two tabs
        logged = session.with_set(replace(current, set=done, done_at=current.done_at or now))
        return replace(logged, chosen=group_of(session.item(current.place)))

    return act


def take_back(seen: SetToDo) -> Act:
    """Open a set again that was logged; what was done stays filled in."""

    def act(session: Unfinished) -> Unfinished:
        return replace(session.with_set(replace(_there(session, seen.key), done_at=None)), chosen=seen.place)

    return act


def fill_in(seen: SetToDo, wanted: LiftingSet) -> Act:
    """Change what a set has filled in; a load also in the open sets after it that had the same. SetChangedElsewhere."""

    def act(session: Unfinished) -> Unfinished:
        current = _there(session, seen.key)
        merged = _merged(seen.set, current.set, wanted)
        if merged is None or (current.done_at != seen.done_at and current.set != wanted):
            raise SetChangedElsewhere(current)
        behind = session.at(current.place)
        for each in behind[behind.index(current) + 1 :]:
            if each.done_at is None:
                session = session.with_set(replace(each, set=_followed(each.set, current.set, merged)))
        return session.with_set(replace(current, set=merged))

    return act


def choose(place: str) -> Act:
    """Do this item next."""
    return lambda session: replace(session, chosen=place)


def add_set(place: str) -> Act:
    """One more set like the last one of the item."""

    def act(session: Unfinished) -> Unfinished:
        if len(session.sets) >= MAX_TYPED_SETS:
            raise StoreError(f"A session has at most {MAX_TYPED_SETS:,} sets; log the rest as another one.")
        alike = session.at(place)
        size = len(session.item(place).sides)
        number = max((int(each.key.rpartition("-")[2]) for each in alike), default=0)
        new = [
            replace(each, key=f"{place}-{number + offset}", done_at=None)
            for offset, each in enumerate(alike[-size:], start=1)
        ]
        at = session.sets.index(alike[-1]) + 1
        return replace(session, sets=(*session.sets[:at], *new, *session.sets[at:]), chosen=place)

    return act


def leave_out(seen: SetToDo) -> Act:
    """Do without an open set; the last set of an item stays, so that the item can be come back to."""

    def act(session: Unfinished) -> Unfinished:
        current = _unchanged(session, seen, seen.set)
        if current.done_at or len(session.at(current.place)) == 1:
            return session
        return replace(session, sets=tuple(each for each in session.sets if each.key != current.key))

    return act


def swap(place: str, item: TemplateItem, prefilled: Callable[[int], LiftingSet]) -> Act:
    """Do another exercise at this place: what is logged stays as it was, the open sets are new. prefilled: a set by its number."""

    def act(session: Unfinished) -> Unfinished:
        items = tuple(item if each.place == place else each for each in session.items)
        numbers = {each.key: number for number, each in enumerate(session.at(place))}
        sets = tuple(
            replace(each, set=prefilled(numbers[each.key])) if each.key in numbers and not each.done_at else each
            for each in session.sets
        )
        return replace(session, template=replace(session.template, items=items), sets=sets)

    return act


def say_notes(notes: str) -> Act:
    """Notes of the whole session."""
    return lambda session: replace(session, notes=notes)


def say_minutes(minutes: float) -> Act:
    """How long the session took; 0: not known."""
    return lambda session: replace(session, minutes=minutes)


def say_effort(rpe: float | None) -> Act:
    """How hard the whole session was, 0 to 10."""
    return lambda session: replace(session, session_rpe=rpe)


def say_start(start: datetime) -> Act:
    """When the session began, wall clock at home."""
    return lambda session: replace(session, started_at=start)


def _changed(before: LiftingSet, after: LiftingSet) -> dict[str, Any]:
    """The fields that differ, as they are afterwards."""
    return {name: getattr(after, name) for name in LiftingSet._fields if getattr(before, name) != getattr(after, name)}


def _merged(seen: LiftingSet, current: LiftingSet, wanted: LiftingSet) -> LiftingSet | None:
    """What is there by now with what is wanted; None where both changed one field, each otherwise."""
    theirs, ours = _changed(seen, current), _changed(seen, wanted)
    if any(theirs[name] != ours[name] for name in theirs.keys() & ours.keys()):
        return None
    return current._replace(**ours)


def _followed(later: LiftingSet, before: LiftingSet, wanted: LiftingSet) -> LiftingSet:
    """A later set with the load of this one, where both had the same; what it counts stays as it was planned."""
    alike = all(getattr(later, name) == getattr(before, name) for name in _LOAD)
    return later._replace(**{name: getattr(wanted, name) for name in _LOAD}) if alike else later


def _there(session: Unfinished, key: str) -> SetToDo:
    current = session.find(key)
    if current is None:
        raise StoreError(_GONE)
    return current


def _unchanged(session: Unfinished, seen: SetToDo, wanted: LiftingSet) -> SetToDo:
    """The set as it is now, where it is what the person saw, or already what the person wants."""
    current = _there(session, seen.key)
    if current != seen and current.set != wanted:
        raise SetChangedElsewhere(current)
    return current
