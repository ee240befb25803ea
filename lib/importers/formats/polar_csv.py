"""Polar Flow's CSV of one training session: two lines about the whole, then a sample every second.

The column Name holds the athlete's own name and is not read. The samples are not read either.
"""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.rows import ActivityRow, has_columns, open_columns, read_dated_rows, wall_clock_start
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder

_NAMES: Final = {
    "kind": ("Sport",),
    "date": ("Date",),
    "clock": ("Start time",),
    "time": ("Duration",),
    "distance": ("Total distance",),
    "heart_rate": ("Average heart rate",),
    "heart_rate_max": ("Max heart rate", "Maximum heart rate"),  # HR max is the athlete's own limit
    "ascent": ("Ascent",),
    "notes": ("Notes",),
}
_SAMPLES: Final = b"\nSample rate,"


class PolarCsv:
    """See lib.importers.base.Importer."""

    name = "polar-csv"
    title = "Polar Flow · session CSV"
    seen = False
    traits = Traits(rank=50)
    where = "flow.polar.com: Diary, open a training session, Export session, CSV."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns about the whole session."""
        return has_columns(read_header(upload), "Name", "Sport", "Date", "Start time", "Duration", "Total distance")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity, its start as the athlete's wall clock."""
        table = open_table(Upload(upload.name, upload.head.partition(_SAMPLES)[0]))
        columns = open_columns(table, _NAMES, ("kind", "date", "clock", "time"))
        yield from read_dated_rows(table, columns, answers, _activity)


def _activity(row: ActivityRow, order: DateOrder) -> Activity:
    word, sport, sub_sport = row.kind()
    written = f"{row.text('date')} {row.text('clock')}".strip()
    start = wall_clock_start(written, row.moment("date", order, written))
    distance_m, seconds = row.moved("time", sport)
    return Activity(
        source_key=f"{start.local:%Y-%m-%dT%H:%M:%S} {sport}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        notes=row.notes(),
        distance_m=distance_m,
        moving_s=seconds,
        elapsed_s=seconds,
        ascent_m=row.ascent_m(),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
    )


importer = PolarCsv()
