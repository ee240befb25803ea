"""GPX: one activity a track. It holds points and times; distance and moving time are worked out from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import Recorded, both_legs, kept_or_refused
from lib.importers.activities.track import Track, track_of
from lib.importers.activities.tracks.points import Point
from lib.importers.base import Upload
from lib.importers.formats.gpx.sports import PLAINLY_RIDDEN, TrackKind, kind_of
from lib.importers.reading.cells import BadCell, CellError
from lib.importers.reading.xml_stream import read_xml, root_name
from lib.importers.reading.xml_values import moment, number
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Record
from lib.model.traits import Traits

_HEART_RATE: Final = frozenset({"hr", "heartrate"})
_CADENCE: Final = frozenset({"cad", "cadence"})
_NAIVE: Final = "its times say no time zone; read as UTC, as GPX demands"
_NO_PLACE: Final = "no point has a position; the distance is not known"
_BAD_TIME: Final = "not a time as GPX writes it, such as 2026-03-10T07:15:30Z"
_PLACES: Final = {"start": "time", "distance_m": "trkpt", "elapsed_s": "time", "moving_s": "time"}


class Gpx:
    """See lib.importers.base.Importer."""

    name = "gpx"
    title = "GPX · recorded track"
    seen = True
    traits = Traits(rank=130, collects=True, recording=True)
    where = "Strava: activity, “…”, Export GPX; Garmin Connect: activity, gear wheel, “Export to GPX”; most other apps: share."

    def identify(self, upload: Upload) -> bool:
        """By the outermost element."""
        return root_name(upload.head).casefold() == "gpx"

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002
        """One Activity a track; the whole file is read before the first, as its end may be damaged."""
        tracks = _Tracks()
        read_xml(upload, tracks)
        if not tracks.records:
            raise UnreadableFile(tracks.why_none())
        return iter(kept_or_refused(tracks.records))


@dataclass(slots=True)
class _Trk:
    """One track while it is read."""

    line: int
    name: str = ""
    type: str = ""
    points: list[Point] = field(default_factory=list)
    offset: timedelta | None = None
    naive: bool = False
    bad_time: str = ""

    def check(self) -> None:
        """BadCell where no sum of its points would mean anything."""
        if self.bad_time and all(point.at is None for point in self.points):
            raise BadCell("time", self.bad_time, _BAD_TIME)


class _Tracks:
    """Takes the elements of a GPX file; see xml_stream.Handler."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.path: list[str] = []
        self.track = _Trk(0)
        self.values: dict[str, str] = {}
        self.place: tuple[float | None, float | None] = (None, None)
        self.begins = self.planned = False

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.path.append(name)
        if name == "trk":
            self.track = _Trk(line)
        elif name == "trkseg":
            self.begins = True
        elif name == "trkpt":
            self.values = {}
            self.place = number(attributes.get("lat")), number(attributes.get("lon"))
        elif name in {"rte", "wpt"}:
            self.planned = True

    def end(self, name: str, text: str, line: int) -> None:  # noqa: ARG002
        self.path.pop()
        parent = self.path[-1] if self.path else ""
        if name == "trkpt":
            self._end_point()
        elif "trkpt" in self.path:
            self.values[name] = text
        elif name == "trk":
            self.records += _recorded(self.track)
        elif parent == "trk" and name == "name":
            self.track.name = text
        elif parent == "trk" and name == "type":
            self.track.type = text

    def why_none(self) -> str:
        """The reason why there is no track."""
        if self.planned:
            return "This GPX holds a planned route or places, not a recorded track; there is nothing to count."
        return "This GPX holds no track points: the recording stopped before there was a signal."

    def _end_point(self) -> None:
        time = moment(self.values.get("time", ""))
        if time:
            self.track.offset = self.track.offset or time.offset
            self.track.naive = self.track.naive or time.naive
        else:
            self.track.bad_time = self.track.bad_time or self.values.get("time", "")
        self.track.points.append(
            Point(
                time.at if time else None,
                *self.place,
                elevation_m=number(self.values.get("ele")),
                heart_rate=self._measured(_HEART_RATE),
                cadence=self._measured(_CADENCE),
                begins=self.begins,
            )
        )
        self.begins = False

    def _measured(self, names: frozenset[str]) -> float | None:
        return next((number(text) for name, text in self.values.items() if name.casefold() in names), None)


def _recorded(trk: _Trk) -> Iterator[Record]:
    """The records that one track makes."""
    try:
        trk.check()
        kind, track = _measured(trk)
    except CellError as error:
        problem = error if isinstance(error, BadCell) else BadCell("trk", trk.name, error.why)
        yield problem.problem(trk.line)
        return
    recorded = Recorded(
        start=track.start,
        sport=kind.sport,
        line=trk.line,
        offset=trk.offset,
        sub_sport=kind.sub_sport,
        sport_raw=trk.type,
        title=trk.name,
        distance_m=track.distance_m,
        moving_s=track.moving_s,
        no_way=track.no_way,
        elapsed_s=track.elapsed_s,
        ascent_m=track.ascent_m,
        heart_rate_bpm=track.heart_rate_bpm,
        heart_rate_max_bpm=track.heart_rate_max_bpm,
        heart_rate_seconds=track.heart_rate_seconds,
        cadence_spm=both_legs(track.cadence) if kind.sport in ON_FOOT else None,
        places=_PLACES,
    )
    said = [
        kind.why,
        _NAIVE if trk.naive else "",
        _NO_PLACE if track.distance_m is None and not track.no_way else "",
        *track.notes,
    ]
    recorded.warnings += [BadCell("trk", trk.name, why) for why in said if why]
    yield from recorded.records()


def _measured(trk: _Trk) -> tuple[TrackKind, Track]:
    """What it is and what its points add up to; its speed tells a ride where nothing else tells the sport."""
    kind = kind_of(trk.type, trk.name)
    if kind.assumed:
        ridden = track_of(trk.points, on_wheels=True)
        if ridden.fast:
            return PLAINLY_RIDDEN, ridden
    return kind, track_of(trk.points, on_wheels=kind.sport not in ON_FOOT)


importer = Gpx()
