"""TrainingPeaks' workouts.csv: days without times, hours, metres; what was only planned is not training."""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import both_legs
from lib.importers.activities.rows import (
    ActivityRow,
    RowKeys,
    has_columns,
    kept_distance,
    open_columns,
    read_dated_rows,
)
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Ignored, Record
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder

# AthleteComments holds the athlete's real name and is not read.
_NAMES: Final = {
    "date": ("WorkoutDay",),
    "kind": ("WorkoutType",),
    "title": ("Title",),
    "distance": ("DistanceInMeters",),
    "time": ("TimeTotalInHours",),
    "heart_rate": ("HeartRateAverage",),
    "heart_rate_max": ("HeartRateMax",),
    "cadence": ("CadenceAverage",),
    "exertion": ("Rpe",),
    "notes": ("WorkoutDescription",),
}


class TrainingPeaks:
    """See lib.importers.base.Importer."""

    name = "trainingpeaks"
    title = "TrainingPeaks · workouts.csv"
    seen = True
    traits = Traits(rank=90)
    where = "trainingpeaks.com: your name, Settings, Export Data, Workout Summary; unpack the zip."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns."""
        return has_columns(read_header(upload), "WorkoutType", "WorkoutDay", "PlannedDuration", "TimeTotalInHours")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity for every row that was done, Ignored for every other."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("date", "kind", "distance", "time"))
        keys = RowKeys()
        yield from read_dated_rows(table, columns, answers, lambda row, order: _record(row, order, keys))


def _record(row: ActivityRow, order: DateOrder, keys: RowKeys) -> Activity | Ignored:
    distance_m = row.distance_m()
    seconds = row.seconds("time", distance_m, unit_s=3600) if row.text("time") else None
    if seconds is None:
        return Ignored(row.line, "planned but not done: it has no TimeTotalInHours")
    return _activity(row, order, keys, distance_m, seconds)


def _activity(row: ActivityRow, order: DateOrder, keys: RowKeys, distance_m: float | None, seconds: float) -> Activity:
    word, sport, sub_sport = row.kind()
    start = row.wall_clock("date", order)
    row.check_pace("time", sport, distance_m, seconds)
    title = row.title()
    return Activity(
        source_key=keys.key(f"{start.local:%Y-%m-%d} {word} {title}", row.cells),
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        title=title,
        notes=row.notes(),
        distance_m=kept_distance(sport, distance_m),
        moving_s=round(seconds, 1),
        elapsed_s=round(seconds, 1),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
        cadence_spm=both_legs(row.describing("cadence", 0, 300)) if sport in ON_FOOT else None,
        session_rpe=row.describing("exertion", 0, 10),
    )


importer = TrainingPeaks()
