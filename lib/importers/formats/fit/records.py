"""A bout from the second-by-second messages of a FIT file whose recording was interrupted before it was summed up."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lib.importers.formats.fit.messages import Message

_MAX_PAUSE_S: Final = 60.0


def summed_up(records: Sequence[Message]) -> Message | None:
    """A session as the watch would have written it, from its records. None where no two of them have a time."""
    timed = [(time, record) for record in records if (time := record.number("timestamp")) is not None]
    if len(timed) < 2:
        return None
    first, last = timed[0][0], timed[-1][0]
    rates = _all(records, "heart_rate")
    values = {
        "start_time": int(first),
        "timestamp": int(last),
        "total_elapsed_time": last - first,
        "total_timer_time": _recorded([time for time, _ in timed]),
        "total_distance": max(_all(records, "distance"), default=None),
        "avg_heart_rate": sum(rates) / len(rates) if rates else None,
        "max_heart_rate": max(rates, default=None),
    }
    return Message(records[0].kind, {name: value for name, value in values.items() if value is not None})


def _all(records: Sequence[Message], field: str) -> list[float]:
    found = (record.number(field) for record in records)
    return [value for value in found if value is not None]


def _recorded(times: Sequence[float]) -> float:
    """Seconds without the pauses, in which nothing is recorded."""
    steps = (later - earlier for earlier, later in pairwise(times))
    return sum(step for step in steps if 0 < step <= _MAX_PAUSE_S)
