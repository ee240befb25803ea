"""The sets of a session as a table that can be edited, and back. Pure: no Streamlit here."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_LOAD_KG, MAX_NAME, MAX_REPS
from lib.model.records import LiftingSet
from lib.model.units import from_kilograms, kilograms
from lib.model.vocabulary import SetKind, Side, WeightUnit
from lib.services.editing.sets import EditedSet
from lib.services.editing.typed import with_load_modes
from lib.store.records.overlay import PlacedSet
from lib.wording.record_words import KIND_WORDS, SIDE_WORDS

FIELD: Final = "field"  # which set a row is, not shown
EXERCISE, REPS, SECONDS, METRES, RPE = "Exercise", "Reps", "Seconds", "Metres", "RPE"
KIND, SIDE, EDITED = "Kind", "Side", "Edited"
BOTH_SIDES: Final = "both"
KINDS: Final[Mapping[str, SetKind]] = {words: SetKind(kind) for kind, words in KIND_WORDS.items()}
SIDES: Final[Mapping[str, Side]] = {words or BOTH_SIDES: Side(side) for side, words in SIDE_WORDS.items()}
_KIND_NAMES: Final = {kind: words for words, kind in KINDS.items()}
_SIDE_NAMES: Final = {side: words for words, side in SIDES.items()}


def load_column(unit: WeightUnit) -> str:
    """What the column of loads is called."""
    return f"Load ({unit})"


def bounds(unit: WeightUnit) -> dict[str, tuple[float, float]]:
    """The least and the most of each number by its column; those of reps are whole."""
    return {
        REPS: (0, MAX_REPS),
        load_column(unit): (0.0, from_kilograms(MAX_LOAD_KG, unit)),
        SECONDS: (0.0, float(MAX_DURATION_S)),
        METRES: (0.0, float(MAX_DISTANCE_M)),
        RPE: (1.0, 10.0),
    }


def sets_table(placed: Sequence[PlacedSet], unit: WeightUnit) -> pd.DataFrame:
    """One row a set, in the order done."""
    sets = [each.set for each in placed]
    columns = {
        EXERCISE: pd.Series([each.exercise_name for each in sets], dtype="str"),
        REPS: pd.Series([each.reps for each in sets], dtype="Int64"),
        load_column(unit): pd.Series([_load(each, unit) for each in sets], dtype="float64"),
        SECONDS: pd.Series([each.duration_s for each in sets], dtype="float64"),
        METRES: pd.Series([each.distance_m for each in sets], dtype="float64"),
        KIND: pd.Series([_KIND_NAMES[SetKind(each.kind)] for each in sets], dtype="str"),
        SIDE: pd.Series([_SIDE_NAMES[Side(each.side)] for each in sets], dtype="str"),
        RPE: pd.Series([each.set_rpe for each in sets], dtype="float64"),
        EDITED: pd.Series(["by you" if each.edited else "" for each in placed], dtype="str"),
        FIELD: pd.Series([each.field for each in placed], dtype="str"),
    }
    table = pd.DataFrame(columns)
    return table if table[METRES].notna().any() else table.drop(columns=METRES)


def edited_sets(placed: Sequence[PlacedSet], edited: pd.DataFrame, unit: WeightUnit) -> list[EditedSet]:
    """The sets that a table says after it was edited; of a known set only what differs. TrainingDataError without a name.

    placed: what the table was made of.
    """
    known = {each.field: each for each in placed}
    before = {row[FIELD]: row for row in sets_table(placed, unit).to_dict("records")}
    return [
        _edited(number, row, known.get(_text(row.get(FIELD))), before, unit)
        for number, row in enumerate(edited.to_dict("records"), start=1)
    ]


def onto(shown: Sequence[PlacedSet], edited: Sequence[EditedSet], now: Sequence[PlacedSet]) -> list[EditedSet]:
    """What the person did to the sets that they were shown, done to those that there are now; nothing of either is lost.

    A new set stays behind the one that it was put behind.
    """
    before = {each.field: each.set for each in shown}
    said = {each.field: each.set for each in edited if each.field}
    changed = {field: each for field, each in said.items() if each != before[field]}
    there = {each.field for each in now}
    kept = [each for each in now if each.field not in before or each.field in said]
    wanted = [EditedSet(each.field, changed.get(each.field, each.set)) for each in kept]
    place = 0
    for each in edited:
        if each.field is None:
            wanted.insert(place, each)
            place += 1
        elif each.field in there:
            place = 1 + next(at for at, other in enumerate(wanted) if other.field == each.field)
    return [*wanted, *(EditedSet(None, each) for field, each in changed.items() if field not in there)]


def _edited(
    number: int,
    row: Mapping[Any, Any],
    known: PlacedSet | None,
    before: Mapping[str, Mapping[Any, Any]],
    unit: WeightUnit,
) -> EditedSet:
    name = _text(row.get(EXERCISE))
    if not name or len(name) > MAX_NAME:
        raise TrainingDataError(f"Row {number} needs the name of its exercise, of at most {MAX_NAME} characters.")
    shown = before[known.field] if known else {}
    new = {column: value for column, value in row.items() if not _same(value, shown.get(column))}
    each = (known.set if known else LiftingSet(name))._replace(**_values(new, name, unit))
    if load_column(unit) in new:
        [each] = with_load_modes([each])
    return EditedSet(known.field if known else None, each)


def _values(new: Mapping[Any, Any], name: str, unit: WeightUnit) -> dict[str, Any]:
    """The fields of a set for the cells that differ."""
    said: dict[str, Any] = {}
    if EXERCISE in new:
        said["exercise_name"] = name
    if REPS in new:
        reps = _number(new[REPS])
        said["reps"] = None if reps is None else int(reps)
    if load_column(unit) in new:
        load = _number(new[load_column(unit)])
        said |= {"load_kg": None, "load_value": None, "load_unit": None}
        if load is not None:
            said |= {"load_kg": kilograms(load, unit), "load_value": load, "load_unit": unit}
    for column, field in ((SECONDS, "duration_s"), (METRES, "distance_m"), (RPE, "set_rpe")):
        if column in new:
            said[field] = _number(new[column])
    if KIND in new:
        said["kind"] = KINDS.get(_text(new[KIND]), SetKind.WORKING)
    if SIDE in new:
        said["side"] = SIDES.get(_text(new[SIDE]), Side.BOTH)
    return said


def _load(each: LiftingSet, unit: WeightUnit) -> float | None:
    """As it was typed where it was typed in the person's unit."""
    if each.load_kg is None:
        return None
    if each.load_unit == unit and each.load_value is not None:
        return each.load_value
    return round(from_kilograms(each.load_kg, unit), 2)


def _same(one: Any, other: Any) -> bool:
    nothing = [
        each is None or each is pd.NA or each == "" or (isinstance(each, float) and pd.isna(each))
        for each in (one, other)
    ]
    return all(nothing) or (not any(nothing) and bool(one == other))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
