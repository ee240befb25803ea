"""When a TCX activity was, how long and how far: laps and points, each where the other cannot be right."""

from dataclasses import dataclass, field
from typing import Final

from lib.importers.activities.track import Track, track_of
from lib.importers.activities.tracks.covered import covered
from lib.importers.formats.tcx.bout import TcxBout
from lib.importers.formats.tcx.distance import distance_of, share
from lib.importers.reading.cells import BadCell, CellError
from lib.importers.reading.epochs import seconds_of
from lib.importers.reading.xml_values import XmlMoment, moment

_DAY_S: Final = 24 * 3600.0
_TOP_SPEED: Final = 12.5  # m/s
_TOP_SPEED_ON_WHEELS: Final = 45.0
_LONGER: Final = 1.5
_OTHER_DAY: Final = "its laps bear another date than its points; that of the points is taken"
_OTHER_TIME: Final = "its laps say {:,.0f} s where its points last {:,.0f} s; the time in motion is that of the points"


@dataclass(slots=True)
class BoutSums:
    """Of one activity. track: what its points add up to; None where they are none, as in a file of laps alone."""

    start: XmlMoment
    track: Track | None
    distance_m: float | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
    notes: list[str] = field(default_factory=list)


def sums_of(bout: TcxBout, *, on_wheels: bool) -> BoutSums:
    """BadCell where there is no start, or no time to go by."""
    track, notes = _track(bout, on_wheels=on_wheels)
    if bout.bad and track is None and bout.bad.column != "DistanceMeters":
        raise bout.bad
    sums = BoutSums(_start(bout, track, notes), track, notes=notes)
    sums.moving_s = _moving(bout, track, notes)
    sums.elapsed_s = _elapsed(bout, sums.start, track, sums.moving_s)
    top_speed = _TOP_SPEED_ON_WHEELS if on_wheels else _TOP_SPEED
    sums.distance_m, why = distance_of(
        bout.total("DistanceMeters"),
        covered(bout.distances, sums.start.at, top_speed),
        track.distance_m if track else None,
        share(each.latitude is not None for each in bout.points),
        sums.elapsed_s,
    )
    if track and sums.distance_m == track.distance_m:
        notes += track.notes
    notes += [why] if why else []
    return sums


def _track(bout: TcxBout, *, on_wheels: bool) -> tuple[Track | None, list[str]]:
    if all(each.at is None for each in bout.points):
        return None, []
    try:
        return track_of(bout.points, on_wheels=on_wheels), []
    except CellError as error:
        return None, [] if len(bout.points) < 2 else [f"its points are not used: {error.why}"]


def _start(bout: TcxBout, track: Track | None, notes: list[str]) -> XmlMoment:
    start = bout.laps[0].start or moment(bout.id)
    if track is None:
        if start is None:
            raise BadCell("StartTime", bout.id, "missing")
        return start
    first = seconds_of(track.start)
    if start is None:
        return XmlMoment(first)
    if abs(start.at - first) > _DAY_S:
        notes.append(_OTHER_DAY)
        return start._replace(at=first)
    return start


def _moving(bout: TcxBout, track: Track | None, notes: list[str]) -> float | None:
    """The timers of the laps, unless they ran for longer than the points are apart."""
    seconds = bout.total("TotalTimeSeconds")
    if track is None or (seconds and seconds <= _LONGER * track.elapsed_s + 60):
        return seconds or (track.moving_s if track else None)
    if seconds:
        notes.append(_OTHER_TIME.format(seconds, track.elapsed_s))
    return track.moving_s or track.elapsed_s


def _elapsed(bout: TcxBout, start: XmlMoment, track: Track | None, moving_s: float | None) -> float:
    """To the last point or the end of the last lap, pauses included."""
    ends = [seconds_of(track.start) + track.elapsed_s] if track else []
    last = bout.laps[-1]
    if last.start and (track is None or abs(last.start.at - ends[0]) <= _DAY_S):
        seconds = last.sums.get("TotalTimeSeconds", 0.0)
        ends.append(last.start.at + (seconds if track is None or seconds <= (moving_s or 0.0) else 0.0))
    return max([end - start.at for end in ends] + [moving_s or 0.0])
