"""Strava's bulk export: activities.csv of every generation, in several languages. Its times are UTC."""

import re
from collections.abc import Sequence
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, beats_or_blank
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.survey import Columns, Rows
from lib.importers.base import Upload
from lib.importers.formats.strava.archive import account_contents
from lib.importers.formats.strava.columns import columns_in, is_foreign, is_new, is_old
from lib.importers.formats.strava.distance import settle_distances
from lib.importers.reading.cells import CellError
from lib.importers.reading.table_header import read_header
from lib.importers.unpacking.archive import Member
from lib.importers.unpacking.kinds import Contents
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Precision, TimeBasis, WorkoutType

_WHOLE_ID: Final = re.compile(r"(\d{1,20})(?:\.0+)?", re.ASCII)
_WORKOUT_TYPES: Final = {"competition": WorkoutType.RACE, "long_run": WorkoutType.LONG}
_TRUE: Final = frozenset({"1", "1.0", "1,0", "true"})


class Strava(ActivityList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, or by rows of ids and activity files under an unknown header."""
        header = read_header(upload)
        return header is not None and (is_old(header) or is_new(header) or is_foreign(header, upload))

    def columns(self, table: Rows) -> Columns:
        """Of the layout that the table has."""
        return columns_in(table)

    def contents(self, members: Sequence[Member]) -> Contents | None:
        """What is read of the export of a whole account; see lib.importers.unpacking.kinds."""
        return account_contents(members, self.identify)


def _purpose(row: ActivityRow) -> WorkoutType:
    told = (kind for name, kind in _WORKOUT_TYPES.items() if row.text(name).casefold() in _TRUE)
    return next(told, WorkoutType.NONE)


def _start(row: ActivityRow) -> Start:
    """UTC, as Strava means it, unless another offset is written; a bare date is the person's own day."""
    raw, moment = row.text("start"), row.moment("start")
    if moment.precision is Precision.DATE:
        return Start(raw, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    if moment.offset:
        return Start(raw, TimeBasis.OFFSET, local=moment.local, utc=moment.utc, precision=moment.precision)
    return Start(raw, TimeBasis.UTC, utc=moment.local, precision=moment.precision)


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:  # noqa: ARG001
    return row.read("key", _whole_id)


def _whole_id(text: str) -> str:
    found = _WHOLE_ID.fullmatch(text)
    if not found:
        raise CellError("not a whole number of at most 20 digits" if text else "missing")
    return found[1]


importer = Strava(
    name="strava",
    title="Strava · activities.csv",
    where="strava.com: Settings, My Account, “Download or delete your account”, Request your archive; unpack the zip.",
    traits=Traits(rank=70, whole=True),
    layout=ActivityLayout(
        timed="elapsed",
        telling=("distance", "kind"),
        lengths=settle_distances,
        start_of=_start,
        key_of=_key,
        beats_of=beats_or_blank,
        purpose_of=_purpose,
    ),
)
