"""Samsung Health: com.samsung.shealth.exercise.….csv. Metres, milliseconds, UTC with an offset beside it."""

import re
from datetime import datetime, timedelta
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, in_unit, kind_by_number
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow, columns_named
from lib.importers.base import Upload
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_FIRST_NAMES: Final = frozenset({"com.samsung.shealth.exercise", "com.samsung.health.exercise"})
_PREFIX: Final = "com.samsung.health.exercise."
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d\d):?(\d\d)", re.ASCII)
_ZONE_STEP: Final = timedelta(minutes=15)
_MILLISECONDS: Final = re.compile(r"-?\d{1,13}", re.ASCII)
# Samsung's numbers for what a runner does; any other number is another sport, with a warning.
_SPORTS: Final[dict[str, tuple[Sport, SubSport]]] = {
    "0": (Sport.OTHER, SubSport.NONE),
    "1001": (Sport.WALK, SubSport.NONE),
    "1002": (Sport.RUN, SubSport.NONE),
    "9002": (Sport.MOBILITY, SubSport.NONE),
    "11007": (Sport.RIDE, SubSport.NONE),
    "13001": (Sport.HIKE, SubSport.NONE),
    "13004": (Sport.RIDE, SubSport.NONE),
    "14001": (Sport.SWIM, SubSport.NONE),
    "15001": (Sport.STAIRS, SubSport.NONE),
    "15002": (Sport.STRENGTH, SubSport.NONE),
    "15003": (Sport.RIDE, SubSport.NONE),
    "15004": (Sport.ROW, SubSport.NONE),
    "15005": (Sport.RUN, SubSport.TREADMILL),
    "15006": (Sport.ELLIPTICAL, SubSport.NONE),
}


class SamsungHealth(ActivityList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the line before the header, which names the kind of data."""
        first = _first_line(upload)
        header = read_header(upload, after=first) if first else None
        return header is not None and bool(columns_named(header, self.layout.names)["kind"])

    def open(self, upload: Upload) -> Table:
        """The table below that line."""
        return open_table(upload, after=_first_line(upload))


def _first_line(upload: Upload) -> int:
    """The line that names the kind of data, above the header; 0 where there is none."""
    first = read_header(upload)
    return first.line if first and first.keys[0] in _FIRST_NAMES else 0


def _column(name: str) -> tuple[str, str]:
    return _PREFIX + name, name


def _start(row: ActivityRow) -> Start:
    """UTC, with the wall clock where the offset is known. Old files have milliseconds for both."""
    raw = row.text("start")
    utc = _of_milliseconds(row) if _MILLISECONDS.fullmatch(raw) else row.moment("start").utc
    offset = row.or_unknown(lambda: row.read("offset", _offset)) if row.text("offset") else None
    if offset is None:
        return Start(raw, TimeBasis.UTC, utc=utc)
    return Start(raw, TimeBasis.OFFSET, local=utc + offset, utc=utc)


def _of_milliseconds(row: ActivityRow) -> datetime:
    return row.read("start", lambda text: moment_of_milliseconds(int(text)))


def _offset(text: str) -> timedelta:
    """From UTC+0200, or from 7200000 milliseconds. CellError for what no zone has."""
    offset = timedelta.max
    if found := _OFFSET.fullmatch(text):
        offset = timedelta(hours=int(found[2]), minutes=int(found[3])) * (-1 if found[1] == "-" else 1)
    elif _MILLISECONDS.fullmatch(text):
        offset = timedelta(milliseconds=int(text))
    if abs(offset) > FURTHEST_ZONE or offset % _ZONE_STEP:
        raise CellError("not an offset from UTC such as UTC+0200")
    return offset


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    return row.own_id() or f"{start.utc:%Y-%m-%dT%H:%M:%SZ} {kind.word}"


importer = SamsungHealth(
    name="samsung-health",
    title="Samsung Health · exercise CSV",
    where=(
        "Samsung Health: ⋮, Settings, “Download personal data”; "
        "of the folder it makes, the file com.samsung.shealth.exercise.….csv."
    ),
    seen=False,
    traits=Traits(rank=140, timer=True),
    layout=ActivityLayout(
        key=_column("datauuid"),
        start=_column("start_time"),
        kind=_column("exercise_type"),
        title=_column("title"),
        distance=_column("distance"),
        moving=_column("duration"),
        ascent=_column("altitude_gain"),
        heart_rate=_column("mean_heart_rate"),
        heart_rate_max=_column("max_heart_rate"),
        notes=_column("comment"),
        more={"offset": _column("time_offset")},
        required=("start", "kind", "moving"),
        kind_of=kind_by_number(_SPORTS),
        start_of=_start,
        seconds_of=in_unit(0.001),
        key_of=_key,
    ),
)
