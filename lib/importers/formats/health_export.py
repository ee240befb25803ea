"""“Health Export” (TParizek, iOS): the workouts CSV. Its dates are a range of wall clocks."""

import re
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.cells import check_duration
from lib.importers.activities.habits import Kind
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow, wall_clock_start
from lib.model.records import Start
from lib.model.traits import Traits

_BETWEEN: Final = re.compile(" - ")


def _range(row: ActivityRow) -> list[str]:
    return _BETWEEN.split(" ".join(row.text("start").split()), maxsplit=1)


def _start(row: ActivityRow) -> Start:
    return wall_clock_start(row.text("start"), row.moment("start", _range(row)[0]))


def _elapsed_s(row: ActivityRow) -> float | None:
    """Seconds to the end, where one is written."""
    moments = [row.moment("start", text).utc for text in _range(row)]
    seconds = (moments[-1] - moments[0]).total_seconds()
    if seconds < 0:
        raise row.bad("start", "ends before it starts")
    return row.read("start", lambda _: check_duration(seconds))


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:  # noqa: ARG001
    return f"{start.local:%Y-%m-%dT%H:%M:%S} {kind.word}"


importer = ActivityList(
    name="health-export",
    title="Health Export (TParizek) · workouts",
    where="Health Export on the iPhone: Workouts, Export, format CSV.",
    signature=("Date", "Active energy burned", "Activity", "Distance"),
    traits=Traits(rank=170, collects=True, timer=True),
    layout=ActivityLayout(
        start=("Date",),
        kind=("Activity",),
        distance=("Distance",),
        moving=("Duration",),
        ascent=("Elevation: Ascended",),
        heart_rate=("Heart rate: Average",),
        heart_rate_max=("Heart rate: Maximum",),
        start_of=_start,
        elapsed_of=_elapsed_s,
        key_of=_key,
    ),
)
