"""Numbers with their units in a part of a line: counts, masses, times, distances, efforts. Unclear beyond a limit."""

import re
from typing import Final

from lib.model.limits import EFFORTS, MAX_DISTANCE_M, MAX_DURATION_S, MAX_LOAD_KG, MAX_REPS
from lib.model.shorthand.parts import Part
from lib.model.shorthand.patterns import TIME_PARTS
from lib.model.shorthand.result import Unclear
from lib.model.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD, kilograms
from lib.model.vocabulary import WeightUnit

Mass = tuple[float, float, WeightUnit]  # kilograms, and the number and unit that were typed

_METRES_PER: Final = {"k": 1000.0, "mi": METRES_PER_MILE, "y": METRES_PER_YARD, "f": METRES_PER_FOOT, "m": 1.0}
_SECONDS_PER: Final = {"h": 3600.0, "m": 60.0, "s": 1.0}
_DISTANCE: Final = re.compile(r"([\d.,]+)\s*([a-z]+)", re.IGNORECASE | re.ASCII)
_LEAST_EFFORT: Final = 1.0
_SMALL_PLAIN_LOAD: Final = 10.0
# "100 x 5" is meant as a load by most; more sets than this are written in several parts: 20x5, 10x5.
MOST_ALIKE: Final = 20
# "3x8,60kg" may be three sets of 8; "5x62,5kg" is a load.
_LIKELY_REPS: Final = 30.0
_COMMA_BEFORE_LOAD: Final = "Decimal or load? Write a decimal with a point (8.5kg), a load without a comma (3x8 60kg)."


def count_of(part: Part, group: str, digits: str, most: int = MAX_REPS) -> int:
    """A whole number that stands in a group of a part."""
    if float(digits) > most:
        raise Unclear(part.found.span(group), f"{_shown(digits)} is more than {most:,}; write a smaller number.")
    return int(digits)


def sets_of(part: Part) -> int:
    """How many sets an amount stands for."""
    found = count_of(part, "sets", part.said("sets") or "1")
    if found > MOST_ALIKE:
        why = f"{found} sets? A load needs its unit: {found}kg x 5. Write more than {MOST_ALIKE} sets as 20x5, 10x5."
        raise Unclear(part.found.span("sets"), why)
    if not found:
        raise Unclear(part.found.span("sets"), "0 sets are none: write 1 or more, or take the exercise out.")
    return found


def reps_of(part: Part) -> tuple[int | None, ...]:
    """The reps of each set that an amount lists; None for a set whose reps are not known, or not what it was."""
    written = part.said("reps")
    if "," in written and part.said("sets"):
        raise Unclear(
            part.span, f"Write {written} for sets with these reps, or a blank after each comma: {_spaced(part)}."
        )
    return tuple(count_of(part, "reps", each) if each.isdigit() else None for each in written.split(","))


def _spaced(part: Part) -> str:
    return ", ".join(part.text.split(","))


def mass_of(part: Part, unit: WeightUnit) -> Mass | None:
    """The load of a part, in `unit` where it names none; None for `?`. A small bare number could be an effort."""
    if part.said("load") == "?":
        return None
    value = _number(part, "load")
    if part.is_amount and "," in part.said("load") and value <= _LIKELY_REPS:
        raise Unclear(part.span, _COMMA_BEFORE_LOAD)
    typed = part.said("unit").lower()
    if part.said("at") and not typed and not part.said("sign") and value <= _SMALL_PLAIN_LOAD:
        number = part.said("load")
        raise Unclear(part.span, f"A load or an effort? Write @{number}{unit} for a load, rpe {number} for an effort.")
    said = unit if not typed else WeightUnit.POUND if typed.startswith("l") else WeightUnit.KG
    mass = kilograms(value, said)
    if not 0 < mass <= MAX_LOAD_KG:
        raise Unclear(part.found.span("load"), _why_no_load(value))
    return mass, value, said


def _why_no_load(value: float) -> str:
    if value > 0:
        return f"A load is at most {MAX_LOAD_KG:,} kg; write a smaller number."
    return "A load is above 0: write bw for the body alone, or @? for a load that you do not know."


def seconds_of(part: Part, group: str) -> float | None:
    """The time in a group of a part, written as 30s, 1min 30s or 1:30; None where it says none."""
    written = part.said(group).lower()
    if not written:
        return None
    seconds = _clock(part, group, written) if ":" in written else _sum_of_times(part, group, written)
    return _within(part, group, seconds, MAX_DURATION_S, "A time is above 0 and at most 240 h.")


def _clock(part: Part, group: str, written: str) -> float:
    first, *rest = (float(each) for each in written.split(":"))
    if any(each >= 60 for each in rest):
        raise Unclear(part.found.span(group), "The number behind the colon goes up to 59: 1:30 is 90 seconds.")
    for each in rest:
        first = first * 60 + each
    return first


def _sum_of_times(part: Part, group: str, written: str) -> float:
    total = 0.0
    for number, unit in TIME_PARTS.findall(written):
        if "," in number and unit.startswith("s"):
            raise Unclear(part.found.span(group), _two_or_one(number, "s"))
        total += _decimal(part, group, number) * _SECONDS_PER[unit[0]]
    return total


def metres_of(part: Part, group: str) -> float | None:
    """The distance in a group of a part; None where it says none."""
    found = _DISTANCE.fullmatch(part.said(group).lower())
    if not found:
        return None
    number, unit = found.groups()
    if "," in number and unit.startswith("m") and not unit.startswith("mi"):
        raise Unclear(part.found.span(group), _two_or_one(number, "m"))
    metres = _decimal(part, group, number) * next(per for name, per in _METRES_PER.items() if unit.startswith(name))
    return _within(part, group, metres, MAX_DISTANCE_M, "A distance is above 0 and at most 1,000 km.")


def effort_of(part: Part) -> float:
    """The effort of a set, 1 to 10: typed as such, or 10 less the reps that were left."""
    reserve = part.said("rir")
    effort = max(_LEAST_EFFORT, 10.0 - float(reserve)) if reserve else _number(part, "rpe")
    if not _LEAST_EFFORT <= effort <= EFFORTS[1]:
        raise Unclear(part.span, "An effort goes from 1 to 10: rpe 8.")
    return effort


def _two_or_one(number: str, unit: str) -> str:
    return f"One number or two? Write {number.replace(',', '.')}{unit} with a point, or a blank behind the comma."


def _within(part: Part, group: str, value: float, most: float, why: str) -> float:
    if not 0 < value <= most:
        raise Unclear(part.found.span(group), f"{why} Write another number.")
    return value


def _number(part: Part, group: str) -> float:
    return _decimal(part, group, part.said(group))


def _decimal(part: Part, group: str, written: str) -> float:
    """A number with a decimal point or comma. Unclear where the comma may part thousands: 1,000."""
    whole, comma, rest = written.partition(",")
    if comma and len(rest) > 2:
        raise Unclear(part.found.span(group), f"Thousands or a decimal? Write {whole}{rest} or {whole}.{rest}.")
    return float(written.replace(",", "."))


def _shown(digits: str) -> str:
    return digits if len(digits) <= 12 else f"{digits[:12]}…"
