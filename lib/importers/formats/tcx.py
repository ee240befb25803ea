"""TCX: laps with their sums, and points. The sums are believed; the points fill what the laps do not say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import Recorded, both_legs, kept_or_refused
from lib.importers.activities.sports import sport_of
from lib.importers.activities.track import Point, Track, track_of
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell, CellError, not_negative, parse_number, read_cell
from lib.importers.reading.xml_stream import read_xml, root_name
from lib.importers.reading.xml_values import Moment, moment, naive_utc, number
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S
from lib.model.records import Record
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport

_SPORTS: Final = {"biking": Sport.RIDE, "other": Sport.OTHER}
_LAP_SUMS: Final = ("TotalTimeSeconds", "DistanceMeters")
_CADENCE: Final = frozenset({"RunCadence", "Cadence"})
_NAIVE: Final = "its times say no time zone; read as UTC, as TCX demands"
_PLACES: Final = {
    "start": "StartTime",
    "distance_m": "DistanceMeters",
    "moving_s": "TotalTimeSeconds",
    "elapsed_s": "TotalTimeSeconds",
    "heart_rate_bpm": "AverageHeartRateBpm",
    "heart_rate_max_bpm": "MaximumHeartRateBpm",
    "cadence_spm": "RunCadence",
    "ascent_m": "AltitudeMeters",
}


class Tcx:
    """See lib.importers.base.Importer."""

    name = "tcx"
    title = "TCX · recorded laps"
    seen = True
    traits = Traits(rank=120, collects=True, recording=True)
    where = "Garmin Connect: activity, gear wheel, “Export to TCX”; Polar Flow: training session, Export session, TCX."

    def identify(self, upload: Upload) -> bool:
        """By the outermost element."""
        return root_name(upload.head).casefold() == "trainingcenterdatabase"

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002
        """One Activity an <Activity>, of a multisport session as well; the whole file is read before the first."""
        found = _Activities()
        read_xml(upload, found)
        if not found.records:
            why = "holds a planned course" if found.planned else "holds no activity"
            raise UnreadableFile(f"This TCX {why}; there is nothing to count.")
        return iter(kept_or_refused(found.records))


@dataclass(slots=True)
class _Lap:
    """One lap. sums: seconds and metres as the file says them; a lap may lack either."""

    start: Moment | None
    sums: dict[str, float] = field(default_factory=dict)
    heart_rate: float | None = None
    heart_rate_max: float | None = None
    cadence: float | None = None


@dataclass(slots=True)
class _Bout:
    """One <Activity> while it is read. points: those of all laps; distances: what the points say was covered so far."""

    sport: str
    line: int
    id: str = ""
    notes: str = ""
    laps: list[_Lap] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    distances: list[float] = field(default_factory=list)
    bad: BadCell | None = None


class _Activities:
    """Takes the elements of a TCX file; see xml_stream.Handler."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.path: list[str] = []
        self.bout = _Bout("", 0)
        self.values: dict[str, str] = {}
        self.begins = self.planned = False

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.path.append(name)
        if name == "Activity":
            self.bout = _Bout(attributes.get("Sport", ""), line)
        elif name == "Lap":
            self.bout.laps.append(_Lap(moment(attributes.get("StartTime", ""))))
        elif name == "Track":
            self.begins = True
        elif name == "Trackpoint":
            self.values = {}
        elif name in {"Course", "Workout"}:
            self.planned = True

    def end(self, name: str, text: str, line: int) -> None:  # noqa: ARG002
        self.path.pop()
        parent = self.path[-1] if self.path else ""
        if name == "Trackpoint":
            self._end_point()
        elif "Trackpoint" in self.path:
            if text:
                self.values[parent if name == "Value" else name] = text
        elif name == "Activity":
            self.records += _records(self.bout)
        elif parent == "Activity" and name == "Id":
            self.bout.id = text
        elif parent == "Activity" and name == "Notes":
            self.bout.notes = text
        elif self.bout.laps:
            self._end_in_lap(parent, name, text)

    def _end_in_lap(self, parent: str, name: str, text: str) -> None:
        lap = self.bout.laps[-1]
        if parent == "Lap" and name in _LAP_SUMS:
            most = MAX_DURATION_S if name == "TotalTimeSeconds" else MAX_DISTANCE_M
            self._sum(lap, name, text, most)
        elif parent == "AverageHeartRateBpm":
            lap.heart_rate = number(text)
        elif parent == "MaximumHeartRateBpm":
            lap.heart_rate_max = number(text)
        elif name == "AvgRunCadence":
            lap.cadence = number(text)

    def _sum(self, lap: _Lap, name: str, text: str, most: float) -> None:
        try:
            lap.sums[name] = read_cell(name, text, lambda cell: not_negative(parse_number(cell), most, "too large"))
        except BadCell as error:
            self.bout.bad = self.bout.bad or error

    def _end_point(self) -> None:
        time, metres = moment(self.values.get("Time", "")), number(self.values.get("DistanceMeters"))
        cadence = next((number(text) for name, text in self.values.items() if name in _CADENCE), None)
        self.bout.points.append(
            Point(
                time.at if time else None,
                number(self.values.get("LatitudeDegrees")),
                number(self.values.get("LongitudeDegrees")),
                elevation_m=number(self.values.get("AltitudeMeters")),
                heart_rate=number(self.values.get("HeartRateBpm")),
                cadence=cadence,
                begins=self.begins,
            )
        )
        self.begins = False
        if metres is not None:
            self.bout.distances.append(metres)


def _records(bout: _Bout) -> Iterator[Record]:
    """The records that one activity makes."""
    try:
        yield from _recorded(bout).records()
    except BadCell as error:
        yield error.problem(bout.line)


def _recorded(bout: _Bout) -> Recorded:
    if bout.bad:
        raise bout.bad
    if not bout.laps:
        raise BadCell("Activity", bout.id, "it has no laps, so nothing was recorded")
    start = bout.laps[0].start or moment(bout.id)
    if start is None:
        raise BadCell("StartTime", bout.id, "missing")
    word = bout.sport
    sport, sub_sport = _kind(word)
    track, notes = _track(bout, on_wheels=sport not in ON_FOOT)
    moving_s = _total(bout.laps, "TotalTimeSeconds")
    cadence = _mean(bout.laps, "cadence") or (track.cadence if track else None)
    recorded = Recorded(
        start=naive_utc(start.at),
        offset=start.offset,
        sport=sport,
        line=bout.line,
        sub_sport=sub_sport,
        sport_raw=word,
        notes=bout.notes,
        distance_m=_distance(bout, track),
        moving_s=moving_s or (track.moving_s if track else None),
        elapsed_s=_elapsed(bout, start, moving_s),
        ascent_m=track.ascent_m if track else None,
        heart_rate_bpm=_mean(bout.laps, "heart_rate") or (track.heart_rate_bpm if track else None),
        heart_rate_max_bpm=_highest(bout.laps) or (track.heart_rate_max_bpm if track else None),
        cadence_spm=both_legs(cadence) if sport in ON_FOOT else None,
        places=_PLACES,
    )
    said = [*([_NAIVE] if start.naive else []), *notes]
    recorded.warnings += [BadCell("Track", "", why) for why in said]
    return recorded


def _kind(word: str) -> tuple[Sport, SubSport]:
    if word.casefold() in _SPORTS:
        return _SPORTS[word.casefold()], SubSport.NONE
    return sport_of(word) or (Sport.OTHER, SubSport.NONE)


def _track(bout: _Bout, *, on_wheels: bool) -> tuple[Track | None, Sequence[str]]:
    """What the points add up to; None where they are none, as indoors or in a file of laps alone."""
    try:
        track = track_of(bout.points, on_wheels=on_wheels)
    except CellError:
        return None, ()
    return track, () if _total(bout.laps, "DistanceMeters") is not None else track.notes


def _distance(bout: _Bout, track: Track | None) -> float | None:
    """Of the laps; else of the last point, which counts from the start; else along the points."""
    metres = _total(bout.laps, "DistanceMeters")
    if metres is not None:
        return metres
    return max(bout.distances, default=track.distance_m if track else None)


def _total(laps: Sequence[_Lap], name: str) -> float | None:
    """Over all laps; None where one does not say it."""
    values = [lap.sums[name] for lap in laps if name in lap.sums]
    return sum(values) if len(values) == len(laps) else None


def _elapsed(bout: _Bout, start: Moment, moving_s: float | None) -> float | None:
    """To the last point or the end of the last lap, pauses included."""
    ends = [each.at for each in bout.points if each.at is not None]
    last = bout.laps[-1]
    if last.start:
        ends.append(last.start.at + last.sums.get("TotalTimeSeconds", 0.0))
    return max([end - start.at for end in ends] + [moving_s or 0.0])


def _mean(laps: Sequence[_Lap], name: str) -> float | None:
    """Over the laps that say it, each by its length."""
    pairs = [(getattr(lap, name), lap.sums.get("TotalTimeSeconds", 0.0)) for lap in laps if getattr(lap, name)]
    seconds = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / seconds if seconds else None


def _highest(laps: Sequence[_Lap]) -> float | None:
    return max((lap.heart_rate_max for lap in laps if lap.heart_rate_max), default=None)


importer = Tcx()
