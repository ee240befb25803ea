"""How long the timer of a watch ran, by its laps or by when it was started and stopped."""

from collections.abc import Sequence
from typing import Final

from lib.importers.formats.fit.messages import EVENT, LAP, Message

_WHOLE: Final = 0.95


def timer_of(messages: Sequence[Message], first: float, last: float) -> float | None:
    """Seconds from the first to the last second of FIT. None where neither laps nor events tell."""
    laps = [each for each in messages if each.kind == LAP and first - 1 <= (each.number("start_time") or 0.0) <= last]
    timers = [seconds for each in laps if (seconds := each.number("total_timer_time"))]
    lasted = sum(each.number("total_elapsed_time", "total_timer_time") or 0.0 for each in laps)
    if timers and len(timers) == len(laps) and lasted >= _WHOLE * (last - first):
        return sum(timers)
    return _between_events(messages, first, last) or sum(timers) or None


def _between_events(messages: Sequence[Message], first: float, last: float) -> float:
    """From each start to the next stop; 0 without either."""
    total, since = 0.0, None
    for each in messages:
        at = each.number("timestamp")
        if each.kind != EVENT or each.word("event") != "timer" or at is None or not first - 1 <= at <= last + 1:
            continue
        if each.word("event_type") == "start":
            since = at if since is None else since
        elif since is not None:
            total, since = total + at - since, None
    return total if since is None else total + last - since
