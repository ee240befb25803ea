"""Garmin's account export: …_summarizedActivities.json, in centimetres, milliseconds and kilojoules."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from lib.importers.activities.habits import Kind, in_unit, steps_as_counted
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import InUnits
from lib.importers.activities.objects import ObjectList
from lib.importers.activities.rows import ActivityRow
from lib.importers.base import Upload
from lib.importers.formats.garmin.motion import if_sound, moving_seconds
from lib.importers.reading.cells import parse_number
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.importers.reading.json_file import head_of_json
from lib.model.errors import UnreadableFile
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import TimeBasis

_LIST: Final = "summarizedActivitiesExport"
_BEGIN: Final = re.compile(r'\[?\s*\{\s*"summarizedActivitiesExport"\s*:')
_CENTIMETRES: Final = InUnits(0.01, 0.01, flat=False)
_milliseconds: Final = in_unit(0.001)


class GarminAccount(ObjectList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the name of its one list."""
        return _BEGIN.match(head_of_json(upload)) is not None

    def objects(self, content: Any) -> Sequence[object]:
        """The activities of all parts of the file. UnreadableFile where there is no list of them."""
        return [each for part in (content if isinstance(content, list) else [content]) for each in _listed(part)]


def _listed(part: object) -> Sequence[object]:
    activities = part.get(_LIST) if isinstance(part, Mapping) else None
    if not isinstance(activities, list):
        raise UnreadableFile(f"A part of this file has no list called {_LIST}.")
    return activities


def _start(row: ActivityRow) -> Start:
    """The wall clock, written as if it were UTC, and the instant where it is there and fits."""
    local, utc = _moment(row, "start"), row.or_unknown(lambda: _moment(row, "instant"))
    if local is None and utc is None:
        raise row.bad("start", "missing")
    raw = f"{local or utc:%Y-%m-%dT%H:%M:%S}"
    if local is None:
        return Start(raw, TimeBasis.UTC, utc=utc)
    if utc is None or abs(local - utc) > FURTHEST_ZONE:
        return Start(raw, TimeBasis.WALL_CLOCK, local=local)
    return Start(raw, TimeBasis.OFFSET, local=local, utc=utc)


def _moment(row: ActivityRow, name: str) -> datetime | None:
    return row.read(name, lambda text: moment_of_milliseconds(parse_number(text))) if row.text(name) else None


def _seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """Of the time in motion and that of the timer the first where it can be right; a time that is said must be one."""
    seconds = _milliseconds(row, name, distance_m if not row.text("unpaused") else None)
    if name == "moving" and not seconds:
        seconds = _milliseconds(row, "unpaused", distance_m)
    elif name == "moving":
        seconds = moving_seconds(if_sound(lambda: _milliseconds(row, "unpaused", None)), seconds, distance_m)
    return round(seconds, 1) if seconds else None


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    return row.own_id() or f"{start.raw} {kind.word}"


importer = GarminAccount(
    name="garmin-account",
    title="Garmin account export · summarizedActivities.json",
    where=(
        "garmin.com/account/datamanagement: Export Your Data; of the zip that comes by mail, the files "
        "DI_CONNECT/DI-Connect-Fitness/…_summarizedActivities.json."
    ),
    traits=Traits(rank=30),
    layout=ActivityLayout(
        key=("activityId",),
        start=("startTimeLocal",),
        kind=("activityType.typeKey", "activityType"),
        title=("name",),
        notes=("description",),
        distance=("distance",),
        moving=("duration",),
        elapsed=("elapsedDuration",),
        ascent=("elevationGain",),
        heart_rate=("avgHr",),
        heart_rate_max=("maxHr",),
        cadence=("avgDoubleCadence",),
        more={"instant": ("beginTimestamp", "startTimeGmt"), "unpaused": ("movingDuration",)},
        lengths=lambda _seen, _answers: (_CENTIMETRES, None),
        start_of=_start,
        seconds_of=_seconds,
        cadence_of=steps_as_counted,
        key_of=_key,
    ),
)
