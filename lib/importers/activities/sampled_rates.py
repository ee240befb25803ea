"""Seconds per heart rate of the samples in a JSON recording. Total: what is no sample is left out, as it only describes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import isfinite

from lib.model.heart_rates import heart_rate_seconds


def of_interval(values: object, milliseconds: object) -> str:
    """Of a list of beats a minute, one after each interval."""
    step = _number(milliseconds)
    if not isinstance(values, list) or not step or step <= 0:
        return ""
    rates = ((place * step / 1000, _number(each)) for place, each in enumerate(values))
    return heart_rate_seconds([(at, rate) for at, rate in rates if rate])


def of_moments(samples: object, time: str, rate: str, times: float = 1.0) -> str:
    """Of objects with an ISO 8601 time and a rate, by their names. times: beats a minute of one unit of the rate."""
    if not isinstance(samples, list):
        return ""
    return heart_rate_seconds(sorted((at, beats * times) for at, beats in _moments(samples, time, rate)))


def _moments(samples: list[object], time: str, rate: str) -> Iterator[tuple[float, float]]:
    for each in samples:
        beats = _number(each.get(rate)) if isinstance(each, Mapping) else None
        if not beats or not isinstance(each, Mapping):
            continue
        try:
            yield datetime.fromisoformat(str(each.get(time))).timestamp(), beats
        except (ValueError, OverflowError, OSError):
            continue


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and isfinite(value) else None
