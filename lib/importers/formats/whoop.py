"""WHOOP's workouts.csv: wall clocks, with the offset of the day (the cycle) in a column of its own."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, kind_by
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow, wall_clock_start
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_ZONE: Final = re.compile(r"(?:UTC|GMT)?(?:Z|([+-])(\d\d):?(\d\d))?", re.ASCII)
_SPORTS: Final = {
    "hiking/rucking": (Sport.HIKE, SubSport.NONE),
    "strength trainer": (Sport.STRENGTH, SubSport.NONE),
    "functional fitness": (Sport.STRENGTH, SubSport.NONE),
    "track & field": (Sport.RUN, SubSport.TRACK),
    "assault bike": (Sport.RIDE, SubSport.NONE),
    "ultimate": (Sport.TEAM, SubSport.NONE),
} | dict.fromkeys(
    (
        "activity",
        "yard work",
        "manual labor",
        "gaming",
        "gymnastics",
        "obstacle course racing",
        "wrestling",
        "jiu jitsu",
    ),
    (Sport.OTHER, SubSport.NONE),
)


def _start(row: ActivityRow) -> Start:
    """The wall clock with its instant, where the column of the zone says how far it is from UTC."""
    start = wall_clock_start(row.text("start"), row.moment("start"))
    offset = row.or_unknown(lambda: row.read("zone", _offset)) if row.text("zone") else None
    if offset is None or start.local is None:
        return start
    return replace(start, basis=TimeBasis.OFFSET, utc=start.local - offset)


def _offset(text: str) -> timedelta:
    """From UTC-04:00; UTC and UTCZ are none. CellError for what no zone has."""
    found = _ZONE.fullmatch(text)
    if not found:
        raise CellError("not an offset from UTC such as UTC-04:00")
    offset = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0)) * (-1 if found[1] == "-" else 1)
    if abs(offset) > FURTHEST_ZONE:
        raise CellError("more than 14 h from UTC")
    return offset


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:  # noqa: ARG001
    """By the wall clock: a name can be given anew in the app, and nobody starts two bouts in one second."""
    return f"{start.local:%Y-%m-%dT%H:%M:%S}"


importer = ActivityList(
    name="whoop",
    title="WHOOP · workouts.csv",
    where="WHOOP app: More, App Settings, Data Export; of the zip that comes by mail, workouts.csv.",
    signature=("Workout start time", "Workout end time", "Activity name", "Activity Strain"),
    traits=Traits(rank=66),
    layout=ActivityLayout(
        start=("Workout start time",),
        end=("Workout end time",),
        kind=("Activity name",),
        distance=("Distance",),
        ascent=("Altitude gain",),
        heart_rate=("Average HR",),
        heart_rate_max=("Max HR",),
        more={"zone": ("Cycle timezone",)},
        required=("start", "end", "kind"),
        timed="elapsed",
        kind_of=kind_by(_SPORTS),
        start_of=_start,
        key_of=_key,
    ),
)
