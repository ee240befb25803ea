"""adidas Running (Runtastic): the account export's Sport-sessions, one JSON a session. Metres, milliseconds, UTC.

The track and the heart rates lie in files of their own and are not read. Known of the layout from a file, and from
fcrespel/runtastic-export-converter and schnatterer/Runtastic2FitoTrack, whose table of sports is that of the export.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from lib.importers.activities.habits import Kind, in_unit, kind_by_number
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.objects import ObjectList
from lib.importers.activities.rows import ActivityRow, indoors
from lib.importers.base import Upload
from lib.importers.reading.cells import CellError, parse_number
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.importers.reading.json_file import head_of_json
from lib.model.limits import MAX_DURATION_S
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_OWN_FIELDS: Final = tuple(
    re.compile(rf'"{name}"\s*:') for name in ("sport_type_id", "start_time", "end_time", "duration")
)
_NUMBERS: Final[Mapping[tuple[Sport, SubSport], str]] = {
    (Sport.RUN, SubSport.NONE): "1 84",
    (Sport.RUN, SubSport.TREADMILL): "14",
    (Sport.RUN, SubSport.TRAIL): "82",
    (Sport.WALK, SubSport.NONE): "2 13 19 85",
    (Sport.HIKE, SubSport.NONE): "7 101",
    (Sport.RIDE, SubSport.NONE): "3 4 15 22 36 46 86 116",
    (Sport.SKATE, SubSport.NONE): "6 37 54 72",
    (Sport.SKI, SubSport.NONE): "8 9 10 53 60 61 62",
    (Sport.ELLIPTICAL, SubSport.NONE): "16",
    (Sport.ROW, SubSport.NONE): "17 88",
    (Sport.SWIM, SubSport.NONE): "18",
    (Sport.STAIRS, SubSport.NONE): "89",
    (Sport.STRENGTH, SubSport.NONE): "34 63 64 65 66 69 77 78 80 92 94 95 96 97",
    (Sport.MOBILITY, SubSport.NONE): "26 31 98 99",
    (Sport.TEAM, SubSport.NONE): "23 24 25 35 38 45 51 52 67 68 71 75 102 105 106",
    (Sport.OTHER, SubSport.NONE): (
        "5 11 20 21 27 28 29 30 32 33 42 43 44 47 48 50 55 58 70 73 74 76 81 87 90 91 93 100 103 104 107 108 109"
    ),
}
_SPORTS: Final = {number: kind for kind, numbers in _NUMBERS.items() for number in numbers.split()}
_by_number: Final = kind_by_number(_SPORTS, "Runtastic sport {}")


class Runtastic(ObjectList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the names of its fields."""
        head = head_of_json(upload)
        return all(name.search(head) for name in _OWN_FIELDS)


def _kind(row: ActivityRow) -> Kind:
    kind = _by_number(row)
    return kind._replace(sub_sport=indoors(kind.sport, kind.sub_sport)) if row.text("indoor") == "true" else kind


def _moment(row: ActivityRow, name: str) -> datetime:
    return row.read(name, lambda text: moment_of_milliseconds(parse_number(text)))


def _start(row: ActivityRow) -> Start:
    """The instant, with the wall clock where the offset is there."""
    utc = _moment(row, "start")
    raw = f"{utc:%Y-%m-%dT%H:%M:%S}Z"
    offset = row.or_unknown(lambda: row.read("offset", _offset)) if row.text("offset") else None
    if offset is None:
        return Start(raw, TimeBasis.UTC, utc=utc)
    return Start(raw, TimeBasis.OFFSET, local=utc + offset, utc=utc)


def _offset(text: str) -> timedelta:
    """From milliseconds. CellError for what no zone has."""
    milliseconds = parse_number(text)
    if abs(milliseconds) > FURTHEST_ZONE / timedelta(milliseconds=1):
        raise CellError("more than 14 h from UTC")
    return timedelta(milliseconds=milliseconds)


def _elapsed_s(row: ActivityRow) -> float | None:
    """From start to end, the pauses included; unknown where the end does not lie after the start."""
    if not row.text("until"):
        return None
    seconds = (_moment(row, "until") - _moment(row, "start")).total_seconds()
    return seconds if 0 < seconds <= MAX_DURATION_S else None


importer = Runtastic(
    name="runtastic",
    title="adidas Running (Runtastic) · Sport-sessions JSON",
    where="adidas Running: Settings, Account, Export data; of the zip that comes by mail, the files in Sport-sessions.",
    traits=Traits(rank=105, timer=True),
    layout=ActivityLayout(
        key=("id",),
        start=("start_time",),
        kind=("sport_type_id",),
        distance=("distance",),
        moving=("duration",),
        ascent=("elevation_gain",),
        heart_rate=("pulse_avg",),
        heart_rate_max=("pulse_max",),
        notes=("notes",),
        more={"offset": ("start_time_timezone_offset",), "until": ("end_time",), "indoor": ("indoor",)},
        kind_of=_kind,
        start_of=_start,
        seconds_of=in_unit(0.001),
        elapsed_of=_elapsed_s,
    ),
)
