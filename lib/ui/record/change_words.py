"""What an entry of the history changed, in lines. Pure: no Streamlit here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lib.model.athlete import Athlete
from lib.model.history import ADDED_SET, BINNED, BOUT, LEFT_OUT, NO_WORD, RECORD, SET_OF_SOURCE, Change
from lib.model.records import LiftingSet
from lib.model.vocabulary import WeightUnit
from lib.store.records.overlay import GONE, set_of_field
from lib.wording.record_words import one_set, title_of, value

_SAID_BY_THE_ACT = (BINNED, LEFT_OUT, RECORD)


def change_lines(changes: Sequence[Change], athlete: Athlete) -> list[str]:
    """One line a field: "Distance: 8.00 km → 8.20 km". What the kind of act says by itself has none."""
    return list(_lines(changes, athlete))


def _lines(changes: Sequence[Change], athlete: Athlete) -> Iterator[str]:
    for each in changes:
        if each.field in _SAID_BY_THE_ACT or each.field.startswith(BOUT):
            continue
        if each.field.startswith(SET_OF_SOURCE):
            number, named = set_of_field(each.field)
            words = (_of_source(said, named, athlete.weight_unit) for said in (each.before, each.after))
            yield f"Set {number} of its kind: {' → '.join(words)}"
        elif each.field.startswith(ADDED_SET):
            yield f"Added set: {' → '.join(_added(said, athlete.weight_unit) for said in (each.before, each.after))}"
        else:
            before, after = (_plain(each.field, said, athlete) for said in (each.before, each.after))
            yield f"{title_of(each.field)}: {before} → {after}"


def _plain(field: str, said: Any, athlete: Athlete) -> str:
    return "as its source says" if said is NO_WORD else value(field, said, athlete)


def _of_source(said: Any, named: LiftingSet, unit: WeightUnit) -> str:
    """A set that a source has, with the word on it."""
    if said == GONE:
        return "taken out"
    if not isinstance(said, Mapping):
        return one_set(named, unit)
    return one_set(named._replace(**said), unit)


def _added(said: Any, unit: WeightUnit) -> str:
    """A set that the person added."""
    if not isinstance(said, Mapping):
        return "none"
    return one_set(LiftingSet(**said.get("set", said)), unit)
