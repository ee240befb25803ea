"""Conversions between what people type and what is stored (metres, kilograms, seconds)."""

from lib.model.vocabulary import DistanceUnit, WeightUnit

METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048
METRES_PER_YARD = 0.9144
KG_PER_POUND = 0.45359237

METRES_PER: dict[DistanceUnit, float] = {DistanceUnit.KM: 1000.0, DistanceUnit.MILE: METRES_PER_MILE}
KG_PER: dict[WeightUnit, float] = {WeightUnit.KG: 1.0, WeightUnit.POUND: KG_PER_POUND}


def metres(value: float, unit: DistanceUnit) -> float:
    """A distance in kilometres or miles as metres."""
    return value * METRES_PER[unit]


def from_metres(value: float, unit: DistanceUnit) -> float:
    """A distance in metres as kilometres or miles."""
    return value / METRES_PER[unit]


def kilograms(value: float, unit: WeightUnit) -> float:
    """A mass in kilograms or pounds as kilograms."""
    return value * KG_PER[unit]


def from_kilograms(value: float, unit: WeightUnit) -> float:
    """A mass in kilograms as kilograms or pounds."""
    return value / KG_PER[unit]
