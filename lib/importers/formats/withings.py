"""Withings' activities.csv: an instant with its offset, and what was measured as JSON in the cell Data.

The first two columns are called as the account's language has it, so they are found by their place.
"""

from dataclasses import replace
from typing import Final

from lib.importers.activities.activity_list import ActivityList, columns_of_layout
from lib.importers.activities.habits import Kind, kind_by
from lib.importers.activities.layout import ActivityLayout, Names
from lib.importers.activities.objects import TableWithObjects
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.survey import Columns, Rows
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.model.limits import MAX_DURATION_S
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport

# `elevation` is the same number as `metcumul`, an effort: no climb. `distance` is what was measured, else what was typed.
_MEASURED: Final = ("distance", "manual_distance", "pause_duration", "hr_average", "hr_max")
_WHOLE: Final = frozenset({"multi sport", "multi-sport", "multisport"})
_SPORTS: Final = {
    "lift weights": (Sport.STRENGTH, SubSport.NONE),
    "calisthenics": (Sport.STRENGTH, SubSport.NONE),
    "bicycling": (Sport.RIDE, SubSport.NONE),
    "bmx": (Sport.RIDE, SubSport.NONE),
    "ping pong": (Sport.TEAM, SubSport.NONE),
    "gym class": (Sport.OTHER, SubSport.NONE),
}


class Withings(ActivityList):
    """See lib.importers.base.Importer."""

    def open(self, upload: Upload) -> TableWithObjects:
        """The table with the measured values as columns."""
        return TableWithObjects(open_table(upload), "Data", _MEASURED)

    def columns(self, table: Rows) -> Columns:
        """The start and the end by their place; what the person put in their stead goes before them."""
        names = table.header.names
        first, last = ((*_typed(names[at + 2 : at + 3]), names[at]) for at in (0, 1))
        layout = replace(self.layout, start=first, end=last, more={**self.layout.more, "measured": names[:1]})
        return columns_of_layout(table, layout)


def _typed(names: Names) -> Names:
    return tuple(name for name in names if "(" in name)


def _why_none(row: ActivityRow) -> str:
    return "a multisport bout: its parts stand in rows of their own" if row.word().casefold() in _WHOLE else ""


def _moving_s(row: ActivityRow, name: str, distance_m: float | None) -> float | None:  # noqa: ARG001
    """From start to end without the pauses; unknown, with a warning, where these are longer than that."""
    elapsed_s, pause_s = row.seconds_between("start", "end"), row.describing("pause", 0, MAX_DURATION_S) or 0.0
    if elapsed_s is None or pause_s < elapsed_s:
        return None if elapsed_s is None else elapsed_s - pause_s
    row.warnings.append(row.bad("pause", "not shorter than the bout; the moving time is kept as unknown"))
    return None


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:  # noqa: ARG001
    """By the measured start: the one that counts can be typed anew."""
    return f"{row.moment('measured').utc:%Y-%m-%dT%H:%M:%S}Z {kind.word}"


importer = Withings(
    name="withings",
    title="Withings · activities.csv",
    where="withings.com: your account, Settings, Download my data; of the zip that comes by mail, activities.csv.",
    signature=("Timezone", "Activity type", "Data", "GPS", "Modified"),
    traits=Traits(rank=65, timer=True),
    layout=ActivityLayout(
        kind=("Activity type",),
        distance=_MEASURED[:2],
        heart_rate=("hr_average",),
        heart_rate_max=("hr_max",),
        more={"pause": ("pause_duration",)},
        required=("start", "end", "kind"),
        timed="elapsed",
        why_none=_why_none,
        kind_of=kind_by(_SPORTS),
        seconds_of=_moving_s,
        key_of=_key,
    ),
)
