"""How long the heart beat how fast in a bout, as one short text: `121:5 122:60`, beats a minute and seconds.

That is all that telling hard from easy needs of a recording: a mean hides intervals, and the order in time says nothing more.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import sub

from lib.model.limits import HEART_RATES_BPM

# A longer pause between two points is a pause of the recording, not a heart that beat on.
LONGEST_STEP_S = 60.0


def heart_rate_seconds(points: Sequence[tuple[float, ...]]) -> str:
    """The text of points in their order in time, each (seconds since any moment, beats a minute); "" without any.

    A point holds until the next one, for LONGEST_STEP_S at most. Rates outside HEART_RATES_BPM are none.
    """
    times, rates = zip(*points, strict=True) if points else ((), ())
    return seconds_of_columns(times, rates)


def seconds_of_columns(times: Sequence[float], rates: Sequence[float]) -> str:
    """The same of the times and the rates of points."""
    steps = list(map(sub, times[1:], times))
    found: dict[int, float] = {}
    for (rate, step), seen in _counted(rates, steps).items():
        if 0 < step <= LONGEST_STEP_S and HEART_RATES_BPM[0] <= rate <= HEART_RATES_BPM[1]:
            found[round(rate)] = found.get(round(rate), 0.0) + step * seen
    return to_text(found)


def _counted(rates: Sequence[float], steps: Sequence[float]) -> Mapping[tuple[float, float], int]:
    """How often each rate held for each step: a watch writes the same few thousands of times, mostly every second."""
    if steps and steps.count(steps[0]) == len(steps):
        return {(rate, steps[0]): seen for rate, seen in Counter(rates[: len(steps)]).items()}
    return Counter(zip(rates, steps, strict=False))


def to_text(seconds: Mapping[int, float]) -> str:
    """Seconds by beats a minute as they are stored, whole seconds, slowest first."""
    return " ".join(f"{rate}:{round(held)}" for rate, held in sorted(seconds.items()) if round(held))


def from_text(text: str) -> dict[int, float]:
    """Seconds by beats a minute."""
    pairs = (each.split(":") for each in text.split())
    return {int(rate): float(held) for rate, held in pairs}
