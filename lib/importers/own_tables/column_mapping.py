"""What a person said about the columns of a table of their own: which is what, in which unit, under which name."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

from lib.importers.activities.cells import check_duration
from lib.importers.reading.cells import CellError, NumberStyle, clean_text, parse_number
from lib.importers.reading.durations import parse_duration
from lib.importers.reading.table_header import Header
from lib.model.limits import MAX_MAPPING_NAME
from lib.model.vocabulary import DateOrder, WeightUnit


class RowIs(StrEnum):
    """What one row of the table is."""

    RUN = "run"
    SET = "set"


class LengthUnit(StrEnum):
    """How lengths of time are written. CLOCK: 49:10 or 1:02:30. HOURS_MINUTES: 1:30 is one and a half hours."""

    CLOCK = "clock"
    HOURS_MINUTES = "h:mm"
    SECONDS = "s"
    MINUTES = "min"
    HOURS = "h"


# Our names for columns; those that a row cannot do without come first.
RUN_FIELDS: Final = (
    "date", "distance", "duration", "clock", "kind", "title", "notes", "elapsed", "ascent", "heart_rate",
    "heart_rate_max", "cadence", "rpe", "key",
)  # fmt: skip
SET_FIELDS: Final = (
    "date", "exercise", "sets", "reps", "load", "clock", "title", "duration", "distance", "rpe", "reserve", "warm_up",
    "remark", "notes", "body_mass",
)  # fmt: skip
FIELDS: Final[Mapping[RowIs, tuple[str, ...]]] = {RowIs.RUN: RUN_FIELDS, RowIs.SET: SET_FIELDS}

_SECONDS_PER: Final = {LengthUnit.SECONDS: 1.0, LengthUnit.MINUTES: 60.0, LengthUnit.HOURS: 3600.0}
_PLAIN_NUMBER: Final = "a plain number; choose whether this column is in seconds, minutes or hours"


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a table. distance and ascent: a key of activity_rows.METRES_PER_UNIT."""

    distance: str = "km"
    length: LengthUnit = LengthUnit.CLOCK
    load: WeightUnit = WeightUnit.KG
    ascent: str = "m"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A table of the person's own, as they explained it.

    name:      chosen by the person; with "own:" before it, the source of the records.
    signature: the names of all columns, for comparing; a file with exactly these is recognised.
    columns:   our name for a column → its position, 0 for the first.
    after:     lines above the names of the columns.
    sheet:     of a workbook; "" for the first one, and for text.
    """

    name: str
    row_is: RowIs
    signature: tuple[str, ...]
    columns: Mapping[str, int]
    units: Units = field(default_factory=Units)
    date_order: DateOrder | None = None
    after: int = 0
    sheet: str = ""


def signature_of(header: Header) -> tuple[str, ...]:
    """The names of the columns for comparing, without blank ones at the end."""
    keys = list(header.keys)
    while keys and not keys[-1]:
        keys.pop()
    return tuple(keys)


def lacks(mapping: ColumnMapping) -> str:
    """One sentence about what the mapping still needs; "" where it is complete."""
    chosen = mapping.columns
    if "date" not in chosen:
        return "Choose the column with the date."
    if mapping.row_is is RowIs.RUN and not chosen.keys() & {"distance", "duration"}:
        return "Choose a column with the distance or the duration."
    if mapping.row_is is RowIs.SET and "exercise" not in chosen:
        return "Choose the column with the exercise."
    if mapping.row_is is RowIs.SET and not chosen.keys() & {"reps", "load", "duration", "distance"}:
        return "Choose a column with repetitions, load, time or distance."
    twice = sorted(name for name, at in chosen.items() if list(chosen.values()).count(at) > 1)
    if twice:
        return "One column is chosen twice."
    return "" if cleaned_name(mapping.name) else "Give the table a name."


def cleaned_name(name: str) -> str:
    """A name as it may be kept."""
    return clean_text(name)[:MAX_MAPPING_NAME].strip()


def read_length(text: str, unit: LengthUnit, style: NumberStyle) -> float:
    """Seconds, 0 for a blank cell. CellError for what is no length of time in this unit, or above 240 h."""
    text = text.strip()
    if text and ":" not in text and not text[-1].isalpha():
        if unit not in _SECONDS_PER:
            raise CellError(_PLAIN_NUMBER)
        return check_duration(parse_number(text, style) * _SECONDS_PER[unit])
    if unit is LengthUnit.HOURS_MINUTES and text.count(":") == 1:
        text += ":00"
    return check_duration(parse_duration(text) or 0.0)


def to_json(mapping: ColumnMapping) -> str:
    """The mapping as text, to be stored."""
    return json.dumps(asdict(mapping), ensure_ascii=False)


def from_json(text: str) -> ColumnMapping:
    """What `to_json` wrote."""
    said: dict[str, Any] = json.loads(text)
    units = said.pop("units")
    return ColumnMapping(
        **said
        | {
            "row_is": RowIs(said["row_is"]),
            "signature": tuple(said["signature"]),
            "units": Units(**units | {"length": LengthUnit(units["length"]), "load": WeightUnit(units["load"])}),
            "date_order": DateOrder(said["date_order"]) if said["date_order"] else None,
        }
    )
