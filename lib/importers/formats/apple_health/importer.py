"""Apple Health's export.xml: workouts of every sport, with the distance in the old layout or the new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from lib.importers.activities import cells as read
from lib.importers.activities.objects import sport_by_word
from lib.importers.activities.rows import METRES_PER_UNIT, indoors, kept_distance
from lib.importers.base import Upload
from lib.importers.formats.apple_health.elements import AppleBout, is_apple_health, stream_bouts
from lib.importers.formats.apple_health.legs import TRANSITION, TYPE, bouts_of
from lib.importers.reading.cells import BadCell, bounded, clean_text, parse_number, read_cell
from lib.importers.reading.dates import Moment, parse_moment
from lib.model.athlete import Answers
from lib.model.limits import MAX_NAME
from lib.model.records import Activity, Ignored, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, TimeBasis

_QUANTITY: Final = "HKQuantityTypeIdentifier"
_TOO_HIGH: Final = "more than 60,000 m; kept as unknown"
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
    traits = Traits(rank=150, collects=True, whole=True)
    where = "Health on the iPhone: your picture, Export All Health Data; of the zip, the file export.xml."

    def identify(self, upload: Upload) -> bool:
        """By the root element or the document type."""
        return is_apple_health(upload.head)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity a workout, or a leg of a multisport one; everything else in the file (heart beats, steps …) is no row of it."""
        told: set[str] = set()
        written_by: dict[str, str] = {}
        for bout in (each for workout in stream_bouts(upload) for each in bouts_of(workout)):
            if bout.attributes.get("workoutActivityType", "") == TYPE + TRANSITION:
                yield Ignored(bout.line, "the transition between two parts of a multisport recording")
                continue
            row = _Row(bout, told)
            try:
                activity = row.activity()
            except BadCell as error:
                yield error.problem(bout.line)
                continue
            source = bout.attributes.get("sourceName", "")
            if written_by.setdefault(activity.source_key, source) != source:
                yield Ignored(bout.line, "another app wrote the same workout, which starts in the same second")
                continue
            yield activity
            yield from (warning.problem(bout.line, rows=0) for warning in row.warnings)


@dataclass(frozen=True, slots=True)
class _Row:
    """One workout. told: words for sports that were warned of already."""

    bout: AppleBout
    told: set[str]
    warnings: list[BadCell] = field(default_factory=list)

    def activity(self) -> Activity:
        """The activity. BadCell where it has no start or its lengths make no sense."""
        word = clean_text(self.bout.attributes.get("workoutActivityType", ""))[:MAX_NAME].removeprefix(TYPE)
        sport, sub_sport = sport_by_word("workoutActivityType", word, self.warnings, self.told)
        first, last = self._moment("startDate"), self._moment("endDate")
        distance_m = self._distance(sport)
        moving_s = self._duration() or _seconds_between(first, last)
        if distance_m and not moving_s:
            raise BadCell("duration", "", "must be above 0 where there is a distance")
        inside = self.bout.metadata.get("HKIndoorWorkout") == "1"
        pulse = self._statistics("HeartRate")
        return Activity(
            source_key=f"{first.utc:%Y-%m-%dT%H:%M:%SZ} {word}",
            sport=sport,
            sub_sport=indoors(sport, sub_sport) if inside else sub_sport,
            sport_raw=word,
            start=self._start(first),
            line=self.bout.line,
            distance_m=kept_distance(sport, distance_m),
            moving_s=moving_s,
            elapsed_s=max(_seconds_between(first, last) or 0, moving_s or 0) or None,
            ascent_m=self._ascent(),
            heart_rate_bpm=self._describing(pulse, "average"),
            heart_rate_max_bpm=self._describing(pulse, "maximum"),
        )

    def _moment(self, name: str) -> Moment:
        return read_cell(name, self.bout.attributes.get(name, ""), parse_moment)

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
        try:
            metres = _metres("HKElevationAscended", value, unit) if value else None
            return metres and read_cell("HKElevationAscended", value, lambda _: bounded(metres, 0, 60_000, _TOO_HIGH))
        except BadCell as warning:
            self.warnings.append(warning)
            return None

    def _describing(self, statistics: Mapping[str, str], name: str) -> float | None:
        text = statistics.get(name, "")
        try:
            why = "outside 25 to 250; kept as unknown"
            return read_cell(name, text, lambda cell: bounded(parse_number(cell), 25, 250, why)) if text else None
        except BadCell as warning:
            self.warnings.append(warning)
            return None


def _seconds_between(first: Moment, last: Moment) -> float | None:
    seconds = (last.utc - first.utc).total_seconds()
    if seconds < 0:
        raise BadCell("endDate", f"{last.local}", "before the start")
    return read_cell("endDate", f"{last.local}", lambda _: read.check_duration(seconds)) or None


def _metres(name: str, text: str, unit: str) -> float:
    factor = _factor(name, unit, METRES_PER_UNIT)
    return read_cell(name, text, lambda cell: read.check_distance(parse_number(cell) * factor))


def _factor(name: str, unit: str, factors: Mapping[str, float]) -> float:
    if not unit or unit not in factors:
        raise BadCell(name, unit, "not a unit that is known here")
    return factors[unit]


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


importer = AppleHealth()
