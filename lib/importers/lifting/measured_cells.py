"""Cells that hold a number and its unit, in the language of a phone: "12 reps", "60 seconds", "60 kg", "0.55 km"."""

import re
from collections.abc import Iterable
from typing import Final

from lib.importers.lifting.sets import NO_LOAD, Load, load_reader, reps
from lib.importers.reading.cells import CellError, NumberStyle, not_negative, number_style, parse_number
from lib.importers.reading.table_header import normalised
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S
from lib.model.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import WeightUnit

_NBSP: Final = "\u00a0\u202f"
_MEASURE: Final = re.compile(rf"\s*(-?[\d.,'’]+)(?:[\s{_NBSP}]*([^\W\d_].{{0,40}}?))?\s*")
_KILOGRAM_WORDS: Final = frozenset({"kg", "kgs", "кг", "公斤", "千克"})
_POUND_WORDS: Final = frozenset({"lb", "lbs", "фунт", "фунты", "фунтов", "磅"})
_METRES_PER: Final = {
    **dict.fromkeys(("km", "км", "公里", "千米"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles", "mil", "milla", "millas", "мили"), METRES_PER_MILE),
    **dict.fromkeys(("m", "meter", "metre", "metri", "metros", "mètres", "м", "米"), 1.0),
    **dict.fromkeys(("yd", "yards"), METRES_PER_YARD),
    **dict.fromkeys(("ft", "feet"), METRES_PER_FOOT),
}
# Any other word means repetitions, in whatever language.
_SECONDS: Final = re.compile(r"s|s\.|(?:sec|sek|seg|saniye|сек|秒|초).*")
_MINUTES: Final = re.compile(r"(?:min|мин|хв|dakika|dk|分|분).*")
_HOURS: Final = re.compile(
    r"h|h\.|(?:hour|std|stund|heure|hora|ora\b|ore\b|uur|uren|tim|godz|час|saat|小时|時間|시간).*"
)


def numbers_of(texts: Iterable[str]) -> NumberStyle:
    """How the cells of a column write the numbers before their units."""
    return number_style(found[1] for text in texts if (found := _MEASURE.fullmatch(text)))


def reps_or_seconds(text: str, style: NumberStyle) -> tuple[int | None, float | None]:
    """Repetitions, or seconds where the unit is one of time. CellError for no number."""
    number, unit = _parts(text)
    per = _seconds_per(unit)
    if not per:
        return reps(number), None
    seconds = parse_number(number, style) * per
    return None, not_negative(seconds, MAX_DURATION_S, "more than 240 h") or None


def load_of_cell(text: str, style: NumberStyle) -> Load:
    """A load; none for blank, 0 or a distance. CellError where the unit is not known."""
    number, unit = _parts(text)
    if not number.strip("0.,") or unit in _METRES_PER:
        return NO_LOAD
    if unit not in _KILOGRAM_WORDS | _POUND_WORDS:
        raise CellError("unknown unit" if unit else "no unit; say kg or lb")
    weight_unit = WeightUnit.KG if unit in _KILOGRAM_WORDS else WeightUnit.POUND
    # Once more through the reader of loads, which knows their bounds and keeps what was typed.
    return load_reader(weight_unit, ())(f"{parse_number(number, style):f}")


def metres_of_cell(text: str, style: NumberStyle) -> float | None:
    """A distance; None for blank, 0 or a load."""
    number, unit = _parts(text)
    per = _METRES_PER.get(unit)
    return (
        not_negative(parse_number(number, style) * per, MAX_DISTANCE_M, "more than 1,000 km") or None if per else None
    )


def _parts(text: str) -> tuple[str, str]:
    """Number and unit of a cell. CellError where it is something else."""
    found = _MEASURE.fullmatch(text)
    if text.strip() and not found:
        raise CellError("not a number with its unit")
    return (found[1], normalised(found[2] or "")) if found else ("", "")


def _seconds_per(unit: str) -> int:
    """Seconds of one unit of time; 0 for a word that is none."""
    units = ((_SECONDS, 1), (_MINUTES, 60), (_HOURS, 3600))
    return next((seconds for pattern, seconds in units if pattern.fullmatch(unit)), 0)
