"""From what a source wrote to the runner's own day."""

from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

from lib.model.records import Start
from lib.model.vocabulary import TimeBasis


def in_zone(start: Start, zone: ZoneInfo | None) -> Start:
    """The start with its local wall clock filled in.

    Only a UTC source needs the home zone; a wall clock, with or without an offset, is where the athlete was and stays.
    """
    if start.basis is not TimeBasis.UTC or start.utc is None:
        return start
    if zone is None:
        raise ValueError("a start in UTC needs the home time zone")
    return replace(start, local=start.utc.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None))
