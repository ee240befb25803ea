"""Polar's account export: training-session-….json, old and new. Its times are the wall clock with an offset beside it.

The session's name may hold the athlete's own name and is not read.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from lib.importers.activities import cells as read
from lib.importers.activities.objects import read_objects, sport_by_word
from lib.importers.activities.rows import kept_distance
from lib.importers.activities.sports import Kind
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell, CellError, read_cell
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.json_fields import Fields
from lib.importers.reading.json_file import head_of_json, load_json
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_NAME
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_EXERCISES: Final = re.compile(r'"exercises"\s*:\s*\[')
_OWN_FIELDS: Final = re.compile(r'"(?:exportVersion|durationMillis|timezoneOffsetMinutes|timeZoneOffset)"\s*:')
_DURATION: Final = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?", re.ASCII)
_FURTHEST_ZONE_MINUTES: Final = 14 * 60
_SECONDS_PER_MS: Final = 0.001
# The new layout gives sports by number; these are the ones that several independent readers agree on.
_SPORTS_BY_NUMBER: Final[dict[str, Kind]] = {
    "1": (Sport.RUN, SubSport.NONE),
    "2": (Sport.RIDE, SubSport.NONE),
    "3": (Sport.WALK, SubSport.NONE),
    "11": (Sport.HIKE, SubSport.NONE),
    "15": (Sport.STRENGTH, SubSport.NONE),
    "23": (Sport.SWIM, SubSport.NONE),
    "27": (Sport.RUN, SubSport.TRAIL),
}


class PolarJson:
    """See lib.importers.base.Importer."""

    name = "polar-json"
    title = "Polar account export · training-session JSON"
    seen = False
    traits = Traits(rank=40)
    where = "account.polar.com: Download your data; of the zip, the files training-session-….json."

    def identify(self, upload: Upload) -> bool:
        """By a list of exercises beside fields that only Polar has."""
        head = head_of_json(upload)
        return head.startswith("{") and bool(_EXERCISES.search(head)) and bool(_OWN_FIELDS.search(head))

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity an exercise; the line of a record is the number of the exercise."""
        yield from read_objects(_exercises(load_json(upload)), _activity)


def _exercises(content: Any) -> list[object]:
    """The exercises, each with what only the session says filled in where there is but one."""
    if not isinstance(content, Mapping):
        raise UnreadableFile("This is not one training session of Polar.")
    exercises = Fields(content).items("exercises")
    session = {name: value for name, value in content.items() if name != "exercises"}
    if not exercises:
        return [session]
    if len(exercises) == 1 and isinstance(exercises[0], Mapping):
        return [session | {name: value for name, value in exercises[0].items() if value is not None}]
    return exercises


def _activity(fields: Fields, number: int, warnings: list[BadCell], told: set[str]) -> Activity:
    word, (sport, sub_sport) = _sport(fields, warnings, told)
    start = _start(fields)
    distance_m = fields.read(read.check_distance, "distanceMeters", "distance")
    seconds = _seconds(fields)
    if distance_m and not seconds:
        raise BadCell("duration", "", "must be above 0 where there is a distance")
    pulse = Fields({**fields.inner("heartRate").values, **fields.values})
    return Activity(
        source_key=f"{start.local:%Y-%m-%dT%H:%M:%S} {sport}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=number,
        notes=fields.note(warnings, "note"),
        distance_m=kept_distance(sport, distance_m),
        moving_s=seconds,
        elapsed_s=seconds,
        heart_rate_bpm=pulse.describing(warnings, 25, 250, "hrAvg", "avg", "averageHeartRate"),
        heart_rate_max_bpm=pulse.describing(warnings, 25, 250, "hrMax", "max", "maximumHeartRate"),
    )


def _sport(fields: Fields, warnings: list[BadCell], told: set[str]) -> tuple[str, Kind]:
    """The word (old layout) or number (new layout) and what it means."""
    if not isinstance(fields.values.get("sport"), Mapping):
        word = fields.word("sport")
        return word, sport_by_word("sport", word, warnings, told)
    number = fields.inner("sport").word("id")
    word = f"Polar sport {number}"[:MAX_NAME]
    return word, _SPORTS_BY_NUMBER.get(number) or sport_by_word("sport", word, warnings, told)


def _start(fields: Fields) -> Start:
    raw = fields.text("startTime")
    moment = read_cell("startTime", raw, parse_moment)
    minutes = fields.number("timezoneOffsetMinutes", "timezoneOffset", "timeZoneOffset")
    if minutes is None or abs(minutes) > _FURTHEST_ZONE_MINUTES:
        return Start(raw, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    utc = moment.local - timedelta(minutes=minutes)
    return Start(raw, TimeBasis.OFFSET, local=moment.local, utc=utc, precision=moment.precision)


def _seconds(fields: Fields) -> float | None:
    """Seconds of durationMillis, or of the older "PT1H2M3.5S"."""
    seconds = fields.read(lambda ms: read.check_duration(ms * _SECONDS_PER_MS), "durationMillis")
    if seconds is None and fields.text("duration"):
        seconds = read_cell("duration", fields.text("duration"), _iso_duration)
    return round(seconds, 1) if seconds else None


def _iso_duration(text: str) -> float:
    found = _DURATION.fullmatch(text)
    if not found or text == "PT":
        raise CellError("not a length of time such as PT1H2M3S")
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return read.check_duration(hours * 3600 + minutes * 60 + seconds)


importer = PolarJson()
