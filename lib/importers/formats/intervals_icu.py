"""The activities.csv of intervals.icu: metres, seconds, and the start both as wall clock and in UTC."""

from collections.abc import Iterator
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import both_legs
from lib.importers.activities.rows import (
    ActivityRow,
    has_columns,
    indoors,
    open_columns,
    read_rows,
    wall_clock_start,
)
from lib.importers.base import Upload
from lib.importers.reading.dates import FURTHEST_ZONE
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import TimeBasis, WorkoutType

_NAMES: Final = {
    "key": ("id",),
    "local": ("start_date_local",),
    "utc": ("start_date",),
    "kind": ("type",),
    "title": ("name",),
    "distance": ("distance",),
    "moving": ("moving_time",),
    "elapsed": ("elapsed_time",),
    "ascent": ("total_elevation_gain",),
    "heart_rate": ("average_heartrate",),
    "heart_rate_max": ("max_heartrate",),
    "cadence": ("average_cadence",),
    "exertion": ("icu_rpe",),
    "trainer": ("trainer",),
    "race": ("race",),
    "notes": ("description",),
}


class IntervalsIcu:
    """See lib.importers.base.Importer."""

    name = "intervals.icu"
    title = "intervals.icu · activities.csv"
    seen = True
    traits = Traits(rank=80)
    where = "intervals.icu: Settings, at the bottom “Download activities.csv”."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns."""
        header = read_header(upload)
        own = has_columns(header, "icu_training_load") or has_columns(header, "id", "moving_time")
        return own and has_columns(header, "start_date_local", "name", "type")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity a row."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("key", "local", "kind", "distance", "moving"))
        return read_rows(table, columns, _activity)


def _activity(row: ActivityRow) -> Activity:
    word, sport, sub_sport = row.kind()
    distance_m, moving_s = row.moved("moving", sport)
    elapsed_s = row.seconds("elapsed", distance_m) or moving_s
    key = row.own_id()
    if not key:
        raise row.bad("key", "missing")
    return Activity(
        source_key=key,
        sport=sport,
        sub_sport=indoors(sport, sub_sport) if _is_true(row, "trainer") else sub_sport,
        sport_raw=word,
        start=_start(row),
        line=row.line,
        workout_type=WorkoutType.RACE if _is_true(row, "race") else WorkoutType.NONE,
        title=row.title(),
        notes=row.notes().replace("\\n", "\n"),  # line breaks are written as backslash and n
        distance_m=distance_m,
        moving_s=moving_s,
        elapsed_s=elapsed_s,
        ascent_m=row.ascent_m(),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
        cadence_spm=both_legs(row.describing("cadence", 0, 300)) if sport in ON_FOOT else None,
        session_rpe=row.describing("exertion", 0, 10),
    )


def _start(row: ActivityRow) -> Start:
    """Both clocks where both are there; the wall clock alone otherwise."""
    local = row.moment("local")
    if not row.text("utc"):
        return wall_clock_start(row.text("local"), local)
    utc = row.moment("utc").utc
    if abs(local.local - utc) > FURTHEST_ZONE:
        raise row.bad("utc", "more than 14 h from the local start; one of the two is wrong")
    return Start(row.text("local"), TimeBasis.OFFSET, local=local.local, utc=utc, precision=local.precision)


def _is_true(row: ActivityRow, name: str) -> bool:
    return row.text(name).casefold() == "true"


importer = IntervalsIcu()
