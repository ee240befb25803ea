"""Garmin Connect's Activities.csv (button “Export CSV”), in nine languages. Its times are the athlete's wall clock."""

from collections.abc import Iterator

from lib.importers.activities.rows import ActivityRow, kept_distance, read_rows, settle_dates
from lib.importers.base import Upload
from lib.importers.formats.garmin.columns import columns_in, is_garmin, is_raw
from lib.importers.formats.garmin.distance import Distances, settle_distances
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder, Sport, TimeBasis

_HEART_RATES = (25, 250)


class Garmin:
    """See lib.importers.base.Importer."""

    name = "garmin"
    title = "Garmin Connect · Activities.csv"
    seen = True
    traits = Traits(rank=20)
    where = "connect.garmin.com: Activities, All Activities, scroll down to the oldest one wanted, “Export CSV”."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, in any of the languages."""
        header = read_header(upload)
        return header is not None and (is_garmin(header) or is_raw(header))

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start as the athlete's wall clock."""
        table = open_table(upload)
        columns = columns_in(table)
        order, order_warning = settle_dates(table, columns["date"][0], answers)
        distances, unit_warning = settle_distances(table, columns, answers)
        yield from (warning for warning in (order_warning, unit_warning) if warning)
        yield from read_rows(table, columns, lambda row: _activity(row, order, distances))


def _activity(row: ActivityRow, order: DateOrder, distances: Distances) -> Activity:
    moment = row.moment("date", order)
    _refuse_shifted(row)
    word, sport, sub_sport = row.kind()
    distance_m = distances.of(row.cells, sport, sub_sport)
    moving_s = row.seconds("time", distance_m)
    elapsed_s = row.seconds("elapsed") or moving_s
    row.check_pace("time", sport, distance_m, elapsed_s)
    return Activity(
        source_key=f"{moment.local:%Y-%m-%dT%H:%M:%S} {sport}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=Start(row.text("date"), TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision),
        line=row.line,
        title=row.title(),
        distance_m=kept_distance(sport, distance_m),
        moving_s=moving_s,
        elapsed_s=elapsed_s,
        ascent_m=row.ascent_m(distances.metres_per_climb),
        heart_rate_bpm=row.describing("heart_rate", 0, _HEART_RATES[1]) or None,
        heart_rate_max_bpm=row.describing("heart_rate_max", 0, _HEART_RATES[1]) or None,
        cadence_spm=row.describing("cadence", 0, 300) or None if sport is Sport.RUN else None,
    )


def _refuse_shifted(row: ActivityRow) -> None:
    """BadCell where cells stand under the wrong names, as after gluing two exports with different columns."""
    for name in ("time", "elapsed"):
        if row.text(name) and ":" not in row.text(name):
            raise row.bad(name, "not a time; the cells of this row seem to be shifted")
    low, high = _HEART_RATES
    beats = row.number("heart_rate")
    if beats and not low <= beats <= high:
        raise row.bad("heart_rate", "not a heart rate; the cells of this row seem to be shifted")


importer = Garmin()
