"""Points with times → how far, how long, how high. What a receiver got wrong is left out and said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import fmean
from typing import Final

from lib.importers.activities.tracks.order import in_order, timed, without_splits
from lib.importers.activities.tracks.places import one_a_second, placed, where_it_changes
from lib.importers.activities.tracks.points import Point
from lib.importers.activities.tracks.ridden import plainly_ridden
from lib.importers.activities.tracks.way import way_along
from lib.importers.activities.tracks.wild_points import Speeds, without_wild
from lib.importers.reading.cells import CellError
from lib.importers.reading.epochs import ORIGIN
from lib.model.heart_rates import heart_rate_seconds

_ON_FOOT: Final = Speeds(top=12.5, sustained=10.0)
_ON_WHEELS: Final = Speeds(top=45.0, sustained=36.0)
# A tunnel is bridged; a way that was driven, or run with the phone asleep, is not known from its two ends.
_LONGEST_GAP_M: Final = 2_000.0
_LONGEST_GAP_ON_WHEELS_M: Final = 10_000.0
# What is left of a way all of which was too fast: its last seconds.
_RESIDUE: Final = 0.01
_CLIMB_M: Final = 3.0


@dataclass(slots=True)
class Track:
    """What the points of one bout add up to. notes: what was left out of them, in words.

    distance_m, moving_s: None and 0 where all of the way was faster than can be: how far one came is not known.
    fast: whether it is faster than anyone runs, for so long that it was plainly a ride.
    """

    start: datetime
    elapsed_s: float
    distance_m: float | None = None
    moving_s: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    heart_rate_max_bpm: float | None = None
    heart_rate_seconds: str = ""
    cadence: float | None = None
    fast: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def no_way(self) -> bool:
        """Whether it leads somewhere, and no part of its way can be."""
        return self.distance_m is None and self.moving_s == 0


def track_of(points: Sequence[Point], *, on_wheels: bool = False) -> Track:
    """Sums of one bout. CellError with the reason where the points are none."""
    if not points:
        raise CellError("no track points in it")
    notes: list[str] = []
    recorded = without_splits(in_order(timed(points, notes), notes))
    start, end = recorded[0].at or 0.0, recorded[-1].at or 0.0
    if end <= start:
        raise CellError("no duration: one point, or all at the same time")
    track = Track(moment(start), end - start, notes=notes)
    _add_way(track, placed(recorded, notes), on_wheels=on_wheels)
    rates = [each.heart_rate for each in recorded if each.heart_rate and 25 <= each.heart_rate <= 250]
    track.heart_rate_seconds = heart_rate_seconds(
        [(each.at or 0.0, each.heart_rate) for each in recorded if each.heart_rate]
    )
    steps = [each.cadence for each in recorded if each.cadence]
    track.heart_rate_bpm, track.heart_rate_max_bpm = (fmean(rates), max(rates)) if rates else (None, None)
    track.cadence = fmean(steps) if steps else None
    return track


def moment(seconds: float) -> datetime:
    """Naive UTC of seconds since 1970."""
    return ORIGIN + timedelta(seconds=seconds)


def _add_way(track: Track, points: Sequence[Point], *, on_wheels: bool) -> None:
    """Distance, time in motion and ascent, where there are places."""
    if len(points) < 2:
        return
    speeds, gap = (_ON_WHEELS, _LONGEST_GAP_ON_WHEELS_M) if on_wheels else (_ON_FOOT, _LONGEST_GAP_M)
    places = where_it_changes(one_a_second(points, track.notes))
    sound = without_wild(places, speeds, track.notes)
    way = way_along(sound, speeds, gap, track.notes)
    mostly_wild = not way.metres and len(sound) * 2 < len(places)
    if mostly_wild or way.metres < _RESIDUE * way.lost_m:
        track.moving_s = 0.0
        return
    track.distance_m = way.metres
    track.moving_s = min(way.moving_s, track.elapsed_s) or None
    track.fast = plainly_ridden(way.speeds, way.moving_s)
    track.ascent_m = _ascent([each.elevation_m for each in points if each.elevation_m is not None])


def _ascent(elevations: Sequence[float]) -> float | None:
    """Metres up, in climbs of three metres or more: less is noise of the receiver."""
    if len(elevations) < 2:
        return None
    total, low = 0.0, elevations[0]
    high = low
    for elevation in elevations:
        high = max(high, elevation)
        if high - elevation >= _CLIMB_M:
            total += high - low if high - low >= _CLIMB_M else 0.0
            low = high = elevation
        elif elevation < low:
            low = high = elevation
    return total + (high - low if high - low >= _CLIMB_M else 0.0)
