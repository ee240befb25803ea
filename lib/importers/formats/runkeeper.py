"""Runkeeper's cardioActivities.csv of 2013 and 2018, and its short variant. Its times are the athlete's wall clock."""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.rows import ActivityRow, has_columns, open_columns, read_dated_rows
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder

_NAMES: Final = {
    "key": ("Activity Id",),
    "date": ("Date",),
    "kind": ("Type",),
    "title": ("Route Name",),
    "distance": ("Distance",),
    "time": ("Duration",),
    "ascent": ("Climb",),
    "heart_rate": ("Average Heart Rate",),
    "notes": ("Notes",),
}


class Runkeeper:
    """See lib.importers.base.Importer."""

    name = "runkeeper"
    title = "Runkeeper · cardioActivities.csv"
    seen = True
    traits = Traits(rank=100)
    where = "runkeeper.com: Settings, Export Data, choose the years, Export Data; unpack the zip."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns."""
        return has_columns(read_header(upload), "Date", "Type", "Route Name", "Distance", "Duration")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start as the athlete's wall clock."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("date", "kind", "distance", "time"))
        yield from read_dated_rows(table, columns, answers, _activity)


def _activity(row: ActivityRow, order: DateOrder) -> Activity:
    word, sport, sub_sport = row.kind()
    start = row.wall_clock("date", order)
    distance_m, seconds = row.moved("time", sport)
    return Activity(
        # The layout of 2013 has no ids: nobody starts two bouts of one sport in the same second.
        source_key=row.own_id() or f"{start.local:%Y-%m-%dT%H:%M:%S} {sport}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        title=row.title(),
        notes=row.notes(),
        distance_m=distance_m,
        moving_s=seconds,
        elapsed_s=seconds,
        ascent_m=row.ascent_m(),
        heart_rate_bpm=row.heart_rate("heart_rate"),
    )


importer = Runkeeper()
