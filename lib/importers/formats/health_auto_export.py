"""Health Auto Export (iOS): the workouts CSV. Wall clock to the minute; units follow the phone and stand in the header."""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.rows import (
    ActivityRow,
    indoors,
    open_columns,
    read_rows,
    settle_dates,
)
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Problem, Record
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder

# The first four names stay English in every language; the others are translated.
_NAMES: Final = {
    "kind": ("Workout Type",),
    "start": ("Start",),
    "end": ("End",),
    "time": ("Duration",),
    "distance": ("Distance", "Distancia", "Distância", "Distanz", "Distanza", "Afstand"),
    "heart_rate": ("Avg. Heart Rate", "Avg Heart Rate"),
    "heart_rate_max": ("Max. Heart Rate", "Max Heart Rate"),
    "ascent": ("Elevation Ascended",),
    "cadence": ("Step Cadence",),
    "location": ("Location",),
}
_NO_DISTANCE: Final = (
    "No column of this file has a name for distances that is known here, so the distances are unknown; "
    "export again with the phone set to English."
)


class HealthAutoExport:
    """See lib.importers.base.Importer."""

    name = "health-auto-export"
    title = "Health Auto Export · workouts"
    seen = False
    traits = Traits(rank=160, collects=True)
    where = "Health Auto Export on the iPhone: Quick Export, Workouts, format CSV."

    def identify(self, upload: Upload) -> bool:
        """By the names of the first four columns."""
        header = read_header(upload)
        return header is not None and header.keys[:4] == ("workout type", "start", "end", "duration")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start as the athlete's wall clock."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("kind", "start", "end", "time"))
        order, warning = settle_dates(table, columns["start"][0], answers)
        if warning:
            yield warning
        if not columns["distance"]:
            yield Problem(table.header.line, None, None, _NO_DISTANCE, rows=0)
        yield from read_rows(table, columns, lambda row: _activity(row, order))


def _activity(row: ActivityRow, order: DateOrder) -> Activity:
    word, sport, sub_sport = row.kind()
    start = row.wall_clock("start", order)
    distance_m, seconds = row.moved("time", sport)
    return Activity(
        # Starts are exact to the minute, and two bouts may begin in one: the end tells them apart.
        source_key=f"{start.local:%Y-%m-%dT%H:%M:%S} {row.moment('end', order).local:%H:%M:%S} {word}",
        sport=sport,
        sub_sport=indoors(sport, sub_sport) if row.text("location").casefold() == "indoor" else sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        distance_m=distance_m,
        moving_s=seconds,
        elapsed_s=seconds,
        ascent_m=row.ascent_m(),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
        cadence_spm=row.describing("cadence", 0, 300) or None if sport in ON_FOOT else None,
    )


importer = HealthAutoExport()
