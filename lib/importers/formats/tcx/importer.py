"""TCX: laps with their sums, and points. The sums are believed where the points do not say otherwise."""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import Recorded, both_legs, kept_or_refused
from lib.importers.activities.sports import sport_of
from lib.importers.activities.tracks.points import Point
from lib.importers.base import Upload
from lib.importers.formats.tcx.bout import Lap, TcxBout
from lib.importers.formats.tcx.sums import sums_of
from lib.importers.reading.cells import BadCell, not_negative, parse_number, read_cell
from lib.importers.reading.xml_stream import read_xml, root_name
from lib.importers.reading.xml_values import moment, naive_utc, number
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
    traits = Traits(rank=120, collects=True, recording=True, timer=True)
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


class _Activities:
    """Takes the elements of a TCX file; see xml_stream.Handler."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.path: list[str] = []
        self.bout = TcxBout("", 0)
        self.values: dict[str, str] = {}
        self.begins = self.begins_in_lap = self.planned = False

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.path.append(name)
        if name == "Activity":
            self.bout = TcxBout(attributes.get("Sport", ""), line)
        elif name == "Lap":
            self.bout.laps.append(Lap(moment(attributes.get("StartTime", ""))))
            self.begins_in_lap = False
        elif name == "Track":
            self.begins = self.begins_in_lap
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

    def _sum(self, lap: Lap, name: str, text: str, most: float) -> None:
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
        self.begins, self.begins_in_lap = False, True  # another <Track> of the same lap is written after a pause
        if metres is not None:
            self.bout.distances.append((time.at if time else None, metres))


def _records(bout: TcxBout) -> Iterator[Record]:
    """The records that one activity makes."""
    try:
        yield from _recorded(bout).records()
    except BadCell as error:
        yield error.problem(bout.line)


def _recorded(bout: TcxBout) -> Recorded:
    if not bout.laps:
        raise BadCell("Activity", bout.id, "it has no laps, so nothing was recorded")
    sport, sub_sport = _kind(bout.sport)
    sums = sums_of(bout, on_wheels=sport not in ON_FOOT)
    track = sums.track
    cadence = bout.mean("cadence") or (track.cadence if track else None)
    recorded = Recorded(
        start=naive_utc(sums.start.at),
        offset=sums.start.offset,
        sport=sport,
        line=bout.line,
        sub_sport=sub_sport,
        sport_raw=bout.sport,
        notes=bout.notes,
        distance_m=sums.distance_m,
        moving_s=sums.moving_s,
        elapsed_s=sums.elapsed_s,
        ascent_m=track.ascent_m if track else None,
        heart_rate_bpm=bout.mean("heart_rate") or (track.heart_rate_bpm if track else None),
        heart_rate_max_bpm=bout.highest_heart_rate() or (track.heart_rate_max_bpm if track else None),
        heart_rate_seconds=track.heart_rate_seconds if track else "",
        cadence_spm=both_legs(cadence) if sport in ON_FOOT else None,
        places=_PLACES,
    )
    recorded.warnings += [BadCell("Track", "", why) for why in ([_NAIVE] if sums.start.naive else []) + sums.notes]
    recorded.warnings += [bout.bad] if bout.bad else []
    return recorded


def _kind(word: str) -> tuple[Sport, SubSport]:
    if word.casefold() in _SPORTS:
        return _SPORTS[word.casefold()], SubSport.NONE
    return sport_of(word) or (Sport.OTHER, SubSport.NONE)


importer = Tcx()
