"""A bout from the second-by-second messages of a FIT file, for what its session does not say."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lib.importers.activities.track import Track, track_of
from lib.importers.activities.tracks.covered import Distances, covered
from lib.importers.activities.tracks.points import Point
from lib.importers.activities.tracks.ridden import plainly_ridden
from lib.importers.formats.fit.messages import Message
from lib.importers.reading.cells import CellError

_MAX_PAUSE_S: Final = 60.0
_HALF_MINUTE_S: Final = 30.0
_TOP_SPEED: Final = 45.0  # m/s
_DEGREES: Final = 180 / 2**31


class Summary(NamedTuple):
    """What the records add up to. start, end: seconds of FIT. ridden: plainly faster than anyone runs."""

    start: float
    end: float
    timer_s: float
    distance_m: float | None
    heart_rate: float | None
    heart_rate_max: float | None
    ridden: bool

    @property
    def values(self) -> dict[str, float]:
        """As the watch would have written them in a session."""
        values = {
            "start_time": self.start,
            "timestamp": self.end,
            "total_elapsed_time": self.end - self.start,
            "total_timer_time": self.timer_s,
            "total_distance": self.distance_m,
            "avg_heart_rate": self.heart_rate,
            "max_heart_rate": self.heart_rate_max,
        }
        return {name: value for name, value in values.items() if value is not None}


def summed_up(records: Iterable[Message], first: float, last: float) -> Summary | None:
    """Of the records from the first second to the last. None where no two of them have a time."""
    timed = [(time, record) for record in records if (time := record.number("timestamp")) is not None]
    timed = [(time, record) for time, record in timed if first <= time <= last]
    if len(timed) < 2:
        return None
    start, end = timed[0][0], max(time for time, _ in timed)
    distances = [(time, metres) for time, record in timed if (metres := record.number("distance")) is not None]
    track = None if any(metres for _, metres in distances) else _track(timed)
    metres = track.distance_m if track else covered(distances, start, _TOP_SPEED)
    rates = [rate for _, record in timed if (rate := record.number("heart_rate"))]
    timer_s = _recorded([time for time, _ in timed])
    ridden = track.fast if track else plainly_ridden(_speeds(distances), timer_s)
    mean = sum(rates) / len(rates) if rates else None
    return Summary(start, end, timer_s, metres, mean, max(rates, default=None), ridden)


def _track(timed: Sequence[tuple[float, Message]]) -> Track | None:
    """What the positions add up to; None where there are none."""
    try:
        track = track_of([_point(time, record) for time, record in timed], on_wheels=True)
    except CellError:
        return None
    return track if track.distance_m else None


def _point(time: float, record: Message) -> Point:
    north, east = record.number("position_lat"), record.number("position_long")
    if north is None or east is None:
        return Point(time, None, None)
    return Point(time, north * _DEGREES, east * _DEGREES)


def _recorded(times: Sequence[float]) -> float:
    """Seconds without the pauses, in which nothing is recorded."""
    steps = (later - earlier for earlier, later in pairwise(times))
    return sum(step for step in steps if 0 < step <= _MAX_PAUSE_S)


def _speeds(distances: Distances) -> list[float]:
    """Of half minutes, in m/s."""
    speeds: list[float] = []
    begun, from_m = distances[0] if distances else (None, 0.0)
    for time, metres in distances:
        seconds = (time or 0.0) - (begun or 0.0)
        if seconds >= _HALF_MINUTE_S:
            speeds.append(max(metres - from_m, 0.0) / seconds)
            begun, from_m = time, metres
    return speeds
