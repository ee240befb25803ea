"""Sets of a session by their number in the order done, from 1: listed, changed, added, taken out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.shorthand.print_sets import print_sets
from lib.services.editing.set_fields import change_set
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.services.editing.typed import sets_of_text
from lib.services.preferences.settings import athlete_of
from lib.store.account import Account
from lib.store.records.overlay import PlacedSet, Sets, set_of_field


def change_numbered(
    account: Account, session: RecordId, number: int, typed: Mapping[str, str], now: datetime | None = None
) -> int | None:
    """Change fields of a set by what was typed (set_fields.SET_FIELDS); the id of the entry, None where nothing is new."""
    placed = sets_of(account, session).placed
    _refuse_missing(session, placed, [number])
    wanted = as_they_are(placed)
    changed = change_set(wanted[number - 1].set, typed, athlete_of(account))
    wanted[number - 1] = wanted[number - 1]._replace(set=changed)
    return save_sets(account, session, wanted, seen=placed, now=now)


def add_typed(
    account: Account, session: RecordId, text: str, before: int | None = None, now: datetime | None = None
) -> int | None:
    """Add the sets of a text in shorthand before the set of that number, or at the end; the id of the entry."""
    placed = sets_of(account, session).placed
    if before is not None:
        _refuse_missing(session, placed, [before])
    wanted = put_in(as_they_are(placed), sets_of_text(athlete_of(account), text), before)
    return save_sets(account, session, wanted, seen=placed, now=now)


def remove_numbered(
    account: Account, session: RecordId, numbers: Collection[int], now: datetime | None = None
) -> int | None:
    """Take sets out; the id of the entry. TrainingDataError where none would be left."""
    placed = sets_of(account, session).placed
    _refuse_missing(session, placed, numbers)
    wanted = [each for number, each in enumerate(as_they_are(placed), start=1) if number not in numbers]
    if not wanted:
        raise TrainingDataError(f"These are all sets of {session}. To take all of it away: legwork bin {session}.")
    return save_sets(account, session, wanted, seen=placed, now=now)


def as_they_are(placed: Sequence[PlacedSet]) -> list[EditedSet]:
    """The sets as a person wants them who changes none."""
    return [EditedSet(each.field, each.set) for each in placed]


def put_in(sets: Sequence[EditedSet], new: Sequence[LiftingSet], before: int | None) -> list[EditedSet]:
    """The sets with new ones before that number, from 1; at the end without one."""
    at = len(sets) if before is None else before - 1
    return [*sets[:at], *(EditedSet(None, each) for each in new), *sets[at:]]


def sets_json(found: Sets) -> dict[str, Any]:
    """The sets as plain data; and in shorthand those that the person changed and that the source does not have any more."""
    return {
        "sets": [_json(number, each) for number, each in enumerate(found.placed, start=1)],
        "gone": [print_sets([set_of_field(field)[1]]) for field in found.unplaced],
    }


def _json(number: int, placed: PlacedSet) -> dict[str, Any]:
    each = placed.set
    return {
        "number": number,
        "text": print_sets([each]),
        "exercise": each.exercise_name,
        "reps": each.reps,
        "load_kg": each.load_kg,
        "load_mode": str(each.load_mode),
        "hold_s": each.duration_s,
        "distance_m": each.distance_m,
        "side": str(each.side) or "both",
        "kind": str(each.kind),
        "rpe": each.set_rpe,
        "note": each.note,
        "edited": placed.edited,
    }


def _refuse_missing(session: RecordId, placed: Sequence[PlacedSet], numbers: Collection[int]) -> None:
    missing = [number for number in numbers if not 1 <= number <= len(placed)]
    if missing:
        there = f"sets 1 to {len(placed)}" if placed else "no sets"
        raise TrainingDataError(
            f"{session} has {there}, so there is no set {missing[0]}; legwork sets {session} lists them."
        )
