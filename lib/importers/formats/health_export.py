"""“Health Export” (TParizek, iOS): the workouts CSV. Its dates are a range of wall clocks."""

import re
from collections.abc import Iterator
from typing import Final

from lib.importers.activities.cells import check_duration
from lib.importers.activities.rows import ActivityRow, has_columns, open_columns, read_dated_rows, wall_clock_start
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder

_NAMES: Final = {
    "date": ("Date",),
    "kind": ("Activity",),
    "distance": ("Distance",),
    "time": ("Duration",),
    "ascent": ("Elevation: Ascended",),
    "heart_rate": ("Heart rate: Average",),
    "heart_rate_max": ("Heart rate: Maximum",),
}
_BETWEEN: Final = re.compile(" - ")


class HealthExport:
    """See lib.importers.base.Importer."""

    name = "health-export"
    title = "Health Export (TParizek) · workouts"
    seen = True
    traits = Traits(rank=170, collects=True)
    where = "Health Export on the iPhone: Workouts, Export, format CSV."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns."""
        return has_columns(read_header(upload), "Date", "Active energy burned", "Activity", "Distance")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start as the athlete's wall clock."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("date", "kind", "distance", "time"))
        yield from read_dated_rows(table, columns, answers, _activity)


def _activity(row: ActivityRow, order: DateOrder) -> Activity:
    word, sport, sub_sport = row.kind()
    start, elapsed_s = _range(row, order)
    distance_m, seconds = row.moved("time", sport)
    return Activity(
        source_key=f"{start.local:%Y-%m-%dT%H:%M:%S} {word}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        distance_m=distance_m,
        moving_s=seconds,
        elapsed_s=elapsed_s or seconds,
        ascent_m=row.ascent_m(),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
    )


def _range(row: ActivityRow, order: DateOrder) -> tuple[Start, float | None]:
    """The start, and the seconds to the end where one is written."""
    first, *last = _BETWEEN.split(" ".join(row.text("date").split()), maxsplit=1)
    moment = row.moment("date", order, first)
    if not last:
        return wall_clock_start(row.text("date"), moment), None
    elapsed_s = (row.moment("date", order, last[0]).utc - moment.utc).total_seconds()
    if elapsed_s < 0:
        raise row.bad("date", "ends before it starts")
    row.read("date", lambda _: check_duration(elapsed_s))
    return wall_clock_start(row.text("date"), moment), elapsed_s


importer = HealthExport()
