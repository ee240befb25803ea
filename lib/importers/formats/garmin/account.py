"""Garmin's account export: …_summarizedActivities.json, in centimetres, milliseconds and kilojoules."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from lib.importers.activities import cells as read
from lib.importers.activities.objects import read_objects, sport_by_word
from lib.importers.activities.rows import kept_distance
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.importers.reading.json_fields import Fields
from lib.importers.reading.json_file import head_of_json, load_json
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import TimeBasis

_LIST: Final = "summarizedActivitiesExport"
_BEGIN: Final = re.compile(r'\[?\s*\{\s*"summarizedActivitiesExport"\s*:')
_METRES_PER_CM: Final = 0.01
_SECONDS_PER_MS: Final = 0.001


class GarminAccount:
    """See lib.importers.base.Importer."""

    name = "garmin-account"
    title = "Garmin account export · summarizedActivities.json"
    seen = True
    traits = Traits(rank=30)
    where = (
        "garmin.com/account/datamanagement: Export Your Data; of the zip that comes by mail, the files "
        "DI_CONNECT/DI-Connect-Fitness/…_summarizedActivities.json."
    )

    def identify(self, upload: Upload) -> bool:
        """By the name of its one list."""
        return _BEGIN.match(head_of_json(upload)) is not None

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity an object; the line of a record is its number in the file."""
        yield from read_objects(_objects(load_json(upload)), _activity)


def _objects(content: Any) -> Iterator[object]:
    """The activities of all parts of the file. UnreadableFile where there is no list of them."""
    for part in content if isinstance(content, list) else [content]:
        activities = part.get(_LIST) if isinstance(part, Mapping) else None
        if not isinstance(activities, list):
            raise UnreadableFile(f"A part of this file has no list called {_LIST}.")
        yield from activities


def _activity(fields: Fields, number: int, warnings: list[BadCell], told: set[str]) -> Activity:
    word = _word(fields)
    sport, sub_sport = sport_by_word("activityType", word, warnings, told)
    start = _start(fields)
    distance_m = fields.read(lambda cm: read.check_distance(cm * _METRES_PER_CM), "distance")
    moving_s, timer_s, elapsed_s = (
        _seconds(fields, name) for name in ("movingDuration", "duration", "elapsedDuration")
    )
    if distance_m and not (timer_s or elapsed_s):
        raise BadCell("duration", "", "must be above 0 where there is a distance")
    return Activity(
        source_key=fields.word("activityId") or f"{start.raw} {word}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=number,
        title=fields.title(warnings, "name"),
        notes=fields.note(warnings, "description"),
        distance_m=kept_distance(sport, distance_m),
        moving_s=timer_s or moving_s,
        elapsed_s=elapsed_s or timer_s,
        ascent_m=_metres(fields.describing(warnings, 0, 6_000_000, "elevationGain")),
        heart_rate_bpm=fields.describing(warnings, 25, 250, "avgHr"),
        heart_rate_max_bpm=fields.describing(warnings, 25, 250, "maxHr"),
        cadence_spm=fields.describing(warnings, 0, 300, "avgDoubleCadence") if sport in read.ON_FOOT else None,
    )


def _word(fields: Fields) -> str:
    """The word for the sport, which some exports wrap in an object."""
    return fields.inner("activityType").word("typeKey") or fields.word("activityType")


def _start(fields: Fields) -> Start:
    """The wall clock, written as if it were UTC, and the instant where it is there and fits."""
    local = fields.read(moment_of_milliseconds, "startTimeLocal")
    utc = fields.read(moment_of_milliseconds, "beginTimestamp", "startTimeGmt")
    if local is None and utc is None:
        raise BadCell("startTimeLocal", "", "missing")
    return _known_start(local, utc)


def _known_start(local: datetime | None, utc: datetime | None) -> Start:
    raw = f"{local or utc:%Y-%m-%dT%H:%M:%S}"
    if local is None:
        return Start(raw, TimeBasis.UTC, utc=utc)
    if utc is None or abs(local - utc) > FURTHEST_ZONE:
        return Start(raw, TimeBasis.WALL_CLOCK, local=local)
    return Start(raw, TimeBasis.OFFSET, local=local, utc=utc)


def _seconds(fields: Fields, name: str) -> float | None:
    seconds = fields.read(lambda ms: read.check_duration(ms * _SECONDS_PER_MS), name)
    return round(seconds, 1) if seconds else None


def _metres(centimetres: float | None) -> float | None:
    return None if centimetres is None else centimetres * _METRES_PER_CM


importer = GarminAccount()
