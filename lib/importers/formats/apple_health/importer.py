"""Apple Health's export.xml: workouts of every sport, with the distance in the old layout or the new one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from lib.importers.activities import cells as read
from lib.importers.activities.recorded import Recorded, first_writers
from lib.importers.activities.rows import METRES_PER_UNIT, indoors
from lib.importers.activities.sports import sport_of
from lib.importers.base import Upload
from lib.importers.formats.apple_health.elements import AppleBout, is_apple_health, stream_bouts
from lib.importers.formats.apple_health.legs import TRANSITION, TYPE, bouts_of
from lib.importers.reading.cells import BadCell, clean_text, parse_number, read_cell
from lib.importers.reading.dates import Moment, parse_moment
from lib.model.athlete import Answers
from lib.model.clock import known_zones
from lib.model.limits import MAX_NAME
from lib.model.records import Ignored, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_QUANTITY: Final = "HKQuantityTypeIdentifier"
_UNKNOWN_SPORT: Final = (
    "not a sport this importer knows; every such record is kept as another sport, which is no mileage"
)
# How the file calls what is checked later, for messages.
_PLACES: Final = {
    "start": "startDate",
    "distance_m": "totalDistance",
    "moving_s": "duration",
    "elapsed_s": "endDate",
    "ascent_m": "HKElevationAscended",
    "heart_rate_bpm": "average",
    "heart_rate_max_bpm": "maximum",
}
_EXPORTED: Final = re.compile(rb'<ExportDate value="([0-9]{4}-[0-9]{2}-[0-9]{2})')
_SECONDS_PER_UNIT: Final = {"s": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0}
# A ride may hold the metres that were walked in it: each sport has its own statistics.
_DISTANCE_OF: Final = dict.fromkeys(read.DISTANCE_SPORTS, "Distance") | {
    Sport.RUN: "DistanceWalkingRunning",
    Sport.WALK: "DistanceWalkingRunning",
    Sport.HIKE: "DistanceWalkingRunning",
    Sport.RIDE: "DistanceCycling",
    Sport.SWIM: "DistanceSwimming",
}


class AppleHealth:
    """See lib.importers.base.Importer."""

    name = "apple-health"
    title = "Apple Health · export.xml"
    seen = True
    traits = Traits(rank=150, collects=True, whole=True, timer=True)
    where = "Health on the iPhone: your picture, Export All Health Data; of the zip, the file export.xml."

    def identify(self, upload: Upload) -> bool:
        """By the root element or the document type."""
        return is_apple_health(upload.head)

    def export_day(self, upload: Upload) -> date | None:
        """The day that the export says it is of."""
        found = _EXPORTED.search(upload.head)
        try:
            return date.fromisoformat(found[1].decode()) if found else None
        except ValueError:
            return None

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity a workout, or a leg of a multisport one; everything else in the file (heart beats, steps …) is no row of it."""
        told: set[str] = set()
        bouts = (each for workout in stream_bouts(upload) for each in bouts_of(workout))
        yield from first_writers((each.attributes.get("sourceName", ""), _records(each, told)) for each in bouts)


def _records(bout: AppleBout, told: set[str]) -> Iterator[Record]:
    """The activity of one workout and its warnings, or what becomes of it instead."""
    if bout.attributes.get("workoutActivityType", "") == TYPE + TRANSITION:
        yield Ignored(bout.line, "the transition between two parts of a multisport recording")
        return
    try:
        yield from _Row(bout, told).recorded().records()
    except BadCell as error:
        yield error.problem(bout.line)


@dataclass(frozen=True, slots=True)
class _Row:
    """One workout. told: words for sports that were warned of already."""

    bout: AppleBout
    told: set[str]
    warnings: list[BadCell] = field(default_factory=list)

    def recorded(self) -> Recorded:
        """What it says of the bout. BadCell where it has no start."""
        word = clean_text(self.bout.attributes.get("workoutActivityType", ""))[:MAX_NAME].removeprefix(TYPE)
        sport, sub_sport = self._sport(word)
        first = self._moment("startDate")
        between_s = self._or_unknown(lambda: _seconds_between(first, self._moment("endDate")))
        moving_s = self._or_unknown(self._duration) or between_s
        inside = self.bout.metadata.get("HKIndoorWorkout") == "1"
        pulse = self._statistics("HeartRate")
        return Recorded(
            start=first.utc,
            written=self._start(first),
            sport=sport,
            line=self.bout.line,
            sub_sport=indoors(sport, sub_sport) if inside else sub_sport,
            sport_raw=word,
            distance_m=self._or_unknown(lambda: self._distance(sport)),
            moving_s=moving_s,
            elapsed_s=max(between_s or 0, moving_s or 0),
            ascent_m=self._or_unknown(self._ascent),
            heart_rate_bpm=self._or_unknown(lambda: _number(pulse, "average")),
            heart_rate_max_bpm=self._or_unknown(lambda: _number(pulse, "maximum")),
            warnings=self.warnings,
            places=_PLACES,
        )

    def _sport(self, word: str) -> tuple[Sport, SubSport]:
        """What the word means; OTHER for one that is not known, with one warning a file."""
        kind = sport_of(word)
        if kind is None and word and word not in self.told:
            self.told.add(word)
            self.warnings.append(BadCell("workoutActivityType", word, _UNKNOWN_SPORT))
        return kind or (Sport.OTHER, SubSport.NONE)

    def _moment(self, name: str) -> Moment:
        return read_cell(name, self.bout.attributes.get(name, ""), parse_moment)

    def _or_unknown(self, read_value: Callable[[], float | None]) -> float | None:
        """The value; None with a warning where it makes no sense: the workout is kept without it."""
        try:
            return read_value()
        except BadCell as error:
            self.warnings.append(BadCell(error.column, error.value, f"{error.why}; kept as unknown"))
            return None

    def _start(self, first: Moment) -> Start:
        """The wall clock of the bout.

        Apple writes all times with the offset that the phone had when the file was made, not that of the bout: runs
        of winter stand one hour off in an export of summer. So that offset says nothing; the zone that newer bouts
        carry does, and a bout without one is shown in the home zone.
        """
        raw, zone = self.bout.attributes["startDate"], self.bout.metadata.get("HKTimeZone", "")
        if zone in _zones():
            local = first.utc.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            return Start(raw, TimeBasis.OFFSET, local=local, utc=first.utc)
        if first.offset is None:
            return Start(raw, TimeBasis.WALL_CLOCK, local=first.local)
        if self.bout.exported.endswith(raw[-5:]):
            return Start(raw, TimeBasis.UTC, utc=first.utc)
        return Start(raw, TimeBasis.OFFSET, local=first.local, utc=first.utc)

    def _duration(self) -> float | None:
        found = self.bout.attributes
        if not found.get("duration"):
            return None
        factor = _factor("durationUnit", found.get("durationUnit", "min"), _SECONDS_PER_UNIT)
        seconds = read_cell(
            "duration", found["duration"], lambda text: read.check_duration(parse_number(text) * factor)
        )
        return round(seconds, 1) or None

    def _distance(self, sport: Sport) -> float | None:
        """Metres of the attribute (to iOS 15) or of the statistics (since)."""
        found = self.bout.attributes
        if found.get("totalDistance"):
            return _metres("totalDistance", found["totalDistance"], found.get("totalDistanceUnit", ""))
        statistics = self._statistics(_DISTANCE_OF[sport]) if sport in _DISTANCE_OF else {}
        return _metres("sum", statistics["sum"], statistics.get("unit", "")) if statistics.get("sum") else None

    def _statistics(self, kind: str) -> Mapping[str, str]:
        """The statistics whose type begins with this; empty where there are none."""
        kinds = (each for each in self.bout.statistics if each.get("type", "").startswith(_QUANTITY + kind))
        return next(kinds, {})

    def _ascent(self) -> float | None:
        """Metres of an entry such as "1234 cm"."""
        value, _, unit = self.bout.metadata.get("HKElevationAscended", "").partition(" ")
        return _metres("HKElevationAscended", value, unit) if value else None


def _number(statistics: Mapping[str, str], name: str) -> float | None:
    return read_cell(name, statistics[name], parse_number) if statistics.get(name) else None


def _seconds_between(first: Moment, last: Moment) -> float | None:
    seconds = (last.utc - first.utc).total_seconds()
    if seconds < 0:
        raise BadCell("endDate", f"{last.local}", "before the start")
    return seconds or None


def _metres(name: str, text: str, unit: str) -> float:
    factor = _factor(name, unit, METRES_PER_UNIT)
    return read_cell(name, text, parse_number) * factor


def _factor(name: str, unit: str, factors: Mapping[str, float]) -> float:
    if not unit or unit not in factors:
        raise BadCell(name, unit, "not a unit that is known here")
    return factors[unit]


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(known_zones())


importer = AppleHealth()
