"""From what a source wrote to the runner's own day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from lib.model.records import Start
from lib.model.vocabulary import TimeBasis

# What some systems have beside the names of places: whatever the machine is set to, and what is no place at all.
_NO_PLACES = frozenset({"localtime", "posixrules", "Factory"})


@cache
def known_zones() -> frozenset[str]:
    """The IANA names that a home zone may have."""
    return frozenset(available_timezones()) - _NO_PLACES


class ZoneChange(NamedTuple):
    """A move: from midnight of this day on, by the clock of the new zone, home is there."""

    from_date: date
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class HomeZones:
    """Where home was when. moves: oldest first."""

    first: ZoneInfo
    moves: tuple[ZoneChange, ...] = ()

    def at(self, utc: datetime) -> ZoneInfo:
        """The home zone at a naive instant."""
        zone = self.first
        for move in self.moves:
            if utc.replace(tzinfo=UTC) < datetime.combine(move.from_date, time(), move.zone):
                break
            zone = move.zone
        return zone

    def local(self, utc: datetime) -> datetime:
        """The naive wall clock at home at a naive instant."""
        return utc.replace(tzinfo=UTC).astimezone(self.at(utc)).replace(tzinfo=None)

    @property
    def names(self) -> frozenset[str]:
        """The IANA names of all of them."""
        return frozenset(zone.key for zone in (self.first, *(move.zone for move in self.moves)))


def in_zone(start: Start, zones: HomeZones | ZoneInfo | None) -> Start:
    """The start with its local wall clock filled in. A single zone is a home that never moved.

    Only a UTC source needs the home zone; a wall clock, with or without an offset, is where the athlete was and stays.
    """
    if start.basis is not TimeBasis.UTC or start.utc is None:
        return start
    if zones is None:
        raise ValueError("a start in UTC needs the home time zone")
    home = HomeZones(zones) if isinstance(zones, ZoneInfo) else zones
    return Start(start.raw, start.basis, home.local(start.utc), start.utc, start.precision)
