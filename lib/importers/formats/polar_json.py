"""Polar's account export: training-session-….json, old and new. Its times are the wall clock with an offset beside it.

The session's name may hold the athlete's own name and is not read.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from lib.importers.activities import cells as read
from lib.importers.activities.habits import Kind, in_unit, kind_by_number, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.objects import ObjectList
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.sampled_rates import of_interval, of_moments
from lib.importers.base import Upload
from lib.importers.reading.cells import CellError
from lib.importers.reading.json_file import head_of_json
from lib.model.errors import UnreadableFile
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_EXERCISES: Final = re.compile(r'"exercises"\s*:\s*\[')
_OWN_FIELDS: Final = re.compile(r'"(?:exportVersion|durationMillis|timezoneOffsetMinutes|timeZoneOffset)"\s*:')
_DURATION: Final = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?", re.ASCII)
_ZONES: Final = (-14 * 60, 14 * 60)
_NUMBER: Final = "sport.id"
_SECONDS: Final = "legwork heart rate seconds"  # added by us
# The new layout gives sports by number; these are the ones that several independent readers agree on.
_SPORTS_BY_NUMBER: Final = {
    "1": (Sport.RUN, SubSport.NONE),
    "2": (Sport.RIDE, SubSport.NONE),
    "3": (Sport.WALK, SubSport.NONE),
    "11": (Sport.HIKE, SubSport.NONE),
    "15": (Sport.STRENGTH, SubSport.NONE),
    "23": (Sport.SWIM, SubSport.NONE),
    "27": (Sport.RUN, SubSport.TRAIL),
}
_by_number: Final = kind_by_number(_SPORTS_BY_NUMBER, "Polar sport {}")
_milliseconds: Final = in_unit(0.001)


class PolarJson(ObjectList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By a list of exercises beside fields that only Polar has."""
        head = head_of_json(upload)
        return head.startswith("{") and bool(_EXERCISES.search(head)) and bool(_OWN_FIELDS.search(head))

    def objects(self, content: Any) -> Sequence[object]:
        """The exercises, each with what only the session says filled in where there is but one."""
        if not isinstance(content, Mapping):
            raise UnreadableFile("This is not one training session of Polar.")
        exercises, session = content.get("exercises"), {**content, "exercises": None}
        if not isinstance(exercises, list) or not exercises:
            return [session]
        exercises = [each | {_SECONDS: seconds_of(each)} if isinstance(each, dict) else each for each in exercises]
        if len(exercises) == 1 and isinstance(exercises[0], Mapping):
            return [session | {name: value for name, value in exercises[0].items() if value is not None}]
        return exercises


def seconds_of(exercise: Mapping[str, Any]) -> str:
    """Seconds per heart rate of the samples: values with an interval (new layout), or moments with values (old one)."""
    samples = exercise.get("samples")
    if not isinstance(samples, Mapping):
        return ""
    for each in samples["samples"] if isinstance(samples.get("samples"), list) else []:
        if isinstance(each, Mapping) and each.get("type") == "HEART_RATE":
            return of_interval(each.get("values"), each.get("intervalMillis"))
    return of_moments(samples.get("heartRate"), "dateTime", "value")


def _kind(row: ActivityRow) -> Kind:
    """By the word (old layout) or the number (new layout)."""
    column = row.column("kind")
    return _by_number(row) if column and column.name == _NUMBER else kind_by_word(row)


def _start(row: ActivityRow) -> Start:
    raw, moment = row.text("start"), row.moment("start")
    minutes = row.describing("offset", *_ZONES)
    if minutes is None:
        return Start(raw, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    utc = moment.local - timedelta(minutes=minutes)
    return Start(raw, TimeBasis.OFFSET, local=moment.local, utc=utc, precision=moment.precision)


def _seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """Seconds of durationMillis, or of the older "PT1H2M3.5S"; a session has no other length of time."""
    if name != "moving":
        return None
    if row.text("iso") and not row.text("moving"):
        return round(row.read("iso", _iso_duration), 1) or None
    seconds = _milliseconds(row, name, distance_m)
    return round(seconds, 1) if seconds else None


def _iso_duration(text: str) -> float:
    found = _DURATION.fullmatch(text)
    if not found or text == "PT":
        raise CellError("not a length of time such as PT1H2M3S")
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return read.check_duration(hours * 3600 + minutes * 60 + seconds)


importer = PolarJson(
    name="polar-json",
    title="Polar account export · training-session JSON",
    where="account.polar.com: Download your data; of the zip, the files training-session-….json.",
    seen=False,
    traits=Traits(rank=40, timer=True),
    layout=ActivityLayout(
        start=("startTime",),
        kind=("sport", _NUMBER),
        notes=("note",),
        distance=("distanceMeters", "distance"),
        moving=("durationMillis",),
        heart_rate=("hrAvg", "heartRate.avg", "averageHeartRate"),
        heart_rate_max=("hrMax", "heartRate.max", "maximumHeartRate"),
        heart_rate_seconds=(_SECONDS,),
        more={"iso": ("duration",), "offset": ("timezoneOffsetMinutes", "timezoneOffset", "timeZoneOffset")},
        kind_of=_kind,
        start_of=_start,
        seconds_of=_seconds,
    ),
)
