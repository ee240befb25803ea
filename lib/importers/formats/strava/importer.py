"""Strava's bulk export: activities.csv of every generation, in several languages. Its times are UTC."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lib.importers.activities.cells import ON_FOOT
from lib.importers.activities.recorded import both_legs
from lib.importers.activities.rows import ActivityRow, kept_distance, read_dated_rows
from lib.importers.base import Upload
from lib.importers.formats.strava.archive import account_contents
from lib.importers.formats.strava.columns import columns_in, is_foreign, is_new, is_old
from lib.importers.formats.strava.distance import Distances, settle_distances
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.importers.unpacking.archive import Member
from lib.importers.unpacking.kinds import Contents
from lib.model.athlete import Answers
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder, Precision, TimeBasis, WorkoutType

_WHOLE_ID: Final = re.compile(r"(\d{1,20})(?:\.0+)?", re.ASCII)
_WORKOUT_TYPES: Final = {"competition": WorkoutType.RACE, "long_run": WorkoutType.LONG}
_TRUE: Final = frozenset({"1", "1.0", "1,0", "true"})


class Strava:
    """See lib.importers.base.Importer."""

    name = "strava"
    title = "Strava · activities.csv"
    seen = True
    traits = Traits(rank=70)
    where = "strava.com: Settings, My Account, “Download or delete your account”, Request your archive; unpack the zip."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, or by rows of ids and activity files under an unknown header."""
        header = read_header(upload)
        return header is not None and (is_old(header) or is_new(header) or is_foreign(header, upload))

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start in UTC."""
        table = open_table(upload)
        columns = columns_in(table)
        old = is_old(table.header)
        distances = settle_distances(table, columns["distance"], columns["kind"], answers, old=old)
        yield from read_dated_rows(table, columns, answers, lambda row, order: _activity(row, order, distances))

    def contents(self, members: Sequence[Member]) -> Contents | None:
        """What is read of the export of a whole account; see lib.importers.unpacking.kinds."""
        return account_contents(members, self.identify)


def _activity(row: ActivityRow, order: DateOrder, distances: Distances) -> Activity:
    word, sport, sub_sport = row.kind()
    distance_m = distances.of(row.cells, sport)
    elapsed_s = row.seconds("elapsed", distance_m)
    row.check_pace("elapsed", sport, distance_m, elapsed_s)
    return Activity(
        source_key=row.read("key", _whole_id),
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=_start(row.text("date"), row.moment("date", order)),
        line=row.line,
        workout_type=_workout_type(row),
        title=row.title(),
        notes=row.notes(),
        distance_m=kept_distance(sport, distance_m),
        moving_s=row.seconds("moving"),
        elapsed_s=elapsed_s,
        ascent_m=row.describing("ascent", 0, 20_000),
        heart_rate_bpm=row.describing("heart_rate", 25, 250),
        heart_rate_max_bpm=row.describing("heart_rate_max", 25, 250),
        cadence_spm=both_legs(row.describing("cadence", 0, 300)) if sport in ON_FOOT else None,
        session_rpe=row.describing("exertion", 0, 10),
    )


def _workout_type(row: ActivityRow) -> WorkoutType:
    told = (kind for name, kind in _WORKOUT_TYPES.items() if row.text(name).casefold() in _TRUE)
    return next(told, WorkoutType.NONE)


def _start(raw: str, moment: Moment) -> Start:
    """UTC, as Strava means it, unless another offset is written; a bare date is the person's own day."""
    if moment.precision is Precision.DATE:
        return Start(raw, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    if moment.offset:
        return Start(raw, TimeBasis.OFFSET, local=moment.local, utc=moment.utc, precision=moment.precision)
    return Start(raw, TimeBasis.UTC, utc=moment.local, precision=moment.precision)


def _whole_id(text: str) -> str:
    found = _WHOLE_ID.fullmatch(text)
    if not found:
        raise CellError("not a whole number of at most 20 digits" if text else "missing")
    return found[1]


importer = Strava()
