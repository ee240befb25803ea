"""The units of a set log: in the name of a column, in a column of their own, or nowhere."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final, TypeVar

from lib.importers.lifting.sets import NO_LOAD, Load, column_memo, distance_reader, is_nothing, load_reader
from lib.importers.reading.cells import BadCell, CellError, number_style, parse_number, read_cell
from lib.importers.reading.table_header import normalised
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.units import METRES_PER, METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import Question, WeightUnit

T = TypeVar("T")

_KG, _POUND = WeightUnit.KG, WeightUnit.POUND
WEIGHT_UNITS: Final = {"kg": _KG, "kgs": _KG, "lb": _POUND, "lbs": _POUND}
_METRES_PER: Final = {
    "km": 1000.0,
    "mi": METRES_PER_MILE,
    "mile": METRES_PER_MILE,
    "miles": METRES_PER_MILE,
    "m": 1.0,
    "meter": 1.0,
    "meters": 1.0,
    "yd": METRES_PER_YARD,
    "ft": METRES_PER_FOOT,
}
# The last word of a name: "kg", "Weight (kg)", "weight_kg", "Set 1 (LB)", "distanceKM".
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LAST_WORD: Final = re.compile(r"(?:.*[ (_])?([a-z]+)\)?")

_ASK_WEIGHT: Final = "This file does not say whether its weights are kilograms or pounds."
METRES_ALONE: Final = 1.0
_WITHOUT_UNIT: Final = "no unit, neither in the file nor in an answer; such distances are left out"

Measure = tuple[str, str]  # the cells of a value and of its unit


def weight_columns(*columns: str) -> tuple[str, ...]:
    """Columns of weights by all names that a log may give them: "Weight", "Weight (kg)", "Weight(lbs)"."""
    return _with_units(columns, WEIGHT_UNITS)


def distance_columns(*columns: str) -> tuple[str, ...]:
    """Columns of distances by all names that a log may give them: "Distance", "Distance (meters)"."""
    return _with_units(columns, _METRES_PER)


def weight_unit_of(column: str) -> WeightUnit | None:
    """The unit that the name of a column ends with; None where it says none."""
    return _by_last_word(WEIGHT_UNITS, column)


def distance_unit_of(column: str) -> float | None:
    """Metres of the unit that the name of a column ends with; None where it says none."""
    return _by_last_word(_METRES_PER, column)


def is_used(text: str) -> bool:
    """Whether a number cell says anything: Strong writes 0 or nothing for "not used"."""
    return bool(text.strip("0., ")) and not is_nothing(text)


def loads(column: str, unit_column: str, samples: Collection[str], answers: Answers) -> Callable[[str, str], Load]:
    """Reads a load from the cells of weight and unit. unit_column: "" where there is none.

    Needs(WEIGHT_UNIT) where neither the file nor an answer says the unit, unless no set has a weight.
    """
    fallback = weight_unit_of(column) or answers.weight_unit
    if not fallback and not unit_column and any(map(is_used, samples)):
        raise Needs(Question.WEIGHT_UNIT, list(WeightUnit), _ASK_WEIGHT)
    units = column_memo(unit_column, partial(_unit, WEIGHT_UNITS, fallback))
    memos = {unit: column_memo(column, load_reader(unit, samples)) for unit in WeightUnit}

    def read(weight: str, unit_text: str) -> Load:
        if not is_used(weight):
            return NO_LOAD
        unit = units[unit_text]
        if unit is None:
            raise BadCell(unit_column, unit_text, "missing; say kg or lb")
        return memos[unit][weight]

    return read


def distances(
    column: str,
    unit_column: str,
    samples: Collection[str],
    answers: Answers,
    warnings: list[BadCell],
    *,
    alone: float | None = None,
) -> Callable[[str, str], float | None]:
    """Reads metres from the cells of distance and unit.

    Where the unit is not known, distances are left out with one warning: a strength log is imported for its sets,
    and a stray distance should not hold them up with a question.
    alone: a number from here on that has no unit of its own is metres, whatever the answer: nobody pushes a sled 20 km.
    """
    answer = answers.distance_unit
    fallback = _by_last_word(_METRES_PER, column) or (METRES_PER[answer] if answer else None)
    units = column_memo(unit_column, partial(_unit, _METRES_PER, fallback))
    memos = {metres: column_memo(column, distance_reader(metres, samples)) for metres in {*_METRES_PER.values()}}
    said = _by_last_word(_METRES_PER, column)
    measure = partial(parse_number, style=number_style(samples))
    told: list[BadCell] = []

    def read(distance: str, unit_text: str) -> float | None:
        if not is_used(distance):
            return None
        metres = units[unit_text]
        if alone and not said and not unit_text.strip() and read_cell(column, distance, measure) >= alone:
            metres = 1.0
        if metres:
            return memos[metres][distance]
        if not told:
            told.append(BadCell(column, distance, _WITHOUT_UNIT))
            warnings.extend(told)
        return None

    return read


def lone_distance(column: str, text: str) -> BadCell:
    """Why a set is rejected that has nothing but a distance of unknown unit."""
    return BadCell(column, text, "nothing but a distance, and the file does not say its unit")


def _with_units(columns: tuple[str, ...], units: Collection[str]) -> tuple[str, ...]:
    ends = ("", *(f"{blank}({unit})" for unit in units for blank in (" ", "")))
    return tuple(column + end for column in columns for end in ends)


def _unit(known: Mapping[str, T], fallback: T | None, text: str) -> T | None:
    """What a unit cell says; `fallback` where it is blank. CellError for an unknown word."""
    word = "" if is_nothing(text) else normalised(text)
    if word and word not in known:
        raise CellError("unknown unit")
    return known[word] if word else fallback


def _by_last_word(known: Mapping[str, T], column: str) -> T | None:
    found = _LAST_WORD.fullmatch(normalised(_CAMEL.sub(" ", column)))
    return known.get(found[1]) if found else None
