"""Garmin Connect's Activities.csv (button “Export CSV”), in nine languages. Its times are the athlete's wall clock."""

from collections.abc import Iterator

from lib.importers import activity_cells as read
from lib.importers.base import Upload
from lib.importers.cells import BadCell
from lib.importers.dates import looks_like_unset_clock, parse_moment, settle_date_order
from lib.importers.garmin_columns import Columns, columns_in, is_garmin, is_raw
from lib.importers.garmin_distance import Distances, settle_distances
from lib.importers.table import open_table, read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Problem, Record, Start
from lib.model.vocabulary import DateOrder, Sport, TimeBasis

_HEART_RATES = (25, 250)


class Garmin:
    """See lib.importers.base.Importer."""

    name = "garmin"
    title = "Garmin Connect · Activities.csv"
    seen = True
    where = "connect.garmin.com: Activities, All Activities, scroll down to the oldest one wanted, “Export CSV”."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, in any of the languages."""
        header = read_header(upload)
        return header is not None and (is_garmin(header) or is_raw(header))

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, its start as the athlete's wall clock."""
        table = open_table(upload)
        columns = columns_in(table)
        date = columns["date"][0]
        dates = (cells[date.position] for _, cells in read.whole_rows(table))
        order, order_warning = settle_date_order(dates, answers.date_order, date.name)
        distances, unit_warning = settle_distances(table, columns, answers)
        yield from (warning for warning in (order_warning, unit_warning) if warning)
        rows = _Rows(columns, distances, order)
        for row in table.rows():
            if isinstance(row, Problem):
                yield row
            else:
                yield from rows.records(*row)


class _Rows:
    """The rows of one file, once everything about its columns is settled."""

    def __init__(self, columns: Columns, distances: Distances, order: DateOrder) -> None:
        self.columns, self.distances, self.order = columns, distances, order
        self.unknown_sports: set[str] = set()

    def records(self, line: int, cells: list[str]) -> Iterator[Record]:
        """The activity and its warnings, or the problem that rejects the row."""
        warnings: list[BadCell] = []
        try:
            yield self._activity(line, cells, warnings)
        except BadCell as error:
            yield error.problem(line)
        else:
            yield from (warning.problem(line, rows=0) for warning in warnings)

    def _activity(self, line: int, cells: list[str], warnings: list[BadCell]) -> Activity:
        columns = self.columns
        start = self._start(cells, warnings)
        self._refuse_shifted(cells)
        word, sport, sub_sport = read.kind_of(columns["kind"], cells, warnings, self.unknown_sports)
        distance_m = self.distances.of(cells, sport, sub_sport)
        timed = columns["time"][0]
        moving_s = read.positive_if_moved(timed, read.duration(timed, cells), distance_m)
        elapsed_s = read.duration(read.filled(columns["elapsed"], cells), cells) or moving_s
        read.check_pace(timed, sport, distance_m, elapsed_s, warnings)

        def describing(name: str, low: float, high: float) -> float | None:
            return read.describing(read.filled(columns[name], cells), cells, warnings, low, high)

        climb = describing("ascent", 0, 60_000)
        return Activity(
            source_key=f"{start.local:%Y-%m-%dT%H:%M:%S} {sport}",
            sport=sport,
            sub_sport=sub_sport,
            sport_raw=word,
            start=start,
            line=line,
            title=read.title(read.filled(columns["title"], cells), cells, warnings),
            distance_m=distance_m if distance_m or sport in read.DISTANCE_SPORTS else None,
            moving_s=moving_s,
            elapsed_s=elapsed_s,
            ascent_m=None if climb is None else climb * self.distances.metres_per_climb,
            heart_rate_bpm=describing("heart_rate", 0, _HEART_RATES[1]) or None,
            heart_rate_max_bpm=describing("heart_rate_max", 0, _HEART_RATES[1]) or None,
            cadence_spm=describing("cadence", 0, 300) or None if sport is Sport.RUN else None,
        )

    def _start(self, cells: list[str], warnings: list[BadCell]) -> Start:
        column = self.columns["date"][0]
        moment = column.read(cells, lambda text: parse_moment(text, self.order))
        if looks_like_unset_clock(moment.local):
            warnings.append(BadCell(column.name, column.text(cells), "looks like a watch whose clock was not set"))
        return Start(column.text(cells), TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)

    def _refuse_shifted(self, cells: list[str]) -> None:
        """BadCell where cells stand under the wrong names, as after gluing two exports with different columns."""
        for name in ("time", "elapsed"):
            column = read.filled(self.columns[name], cells)
            if column and column.text(cells) and ":" not in column.text(cells):
                raise BadCell(column.name, column.text(cells), "not a time; the cells of this row seem to be shifted")
        pulse = read.filled(self.columns["heart_rate"], cells)
        low, high = _HEART_RATES
        beats = read.number(pulse, cells)
        if pulse and beats and not low <= beats <= high:
            raise BadCell(pulse.name, pulse.text(cells), "not a heart rate; the cells of this row seem to be shifted")


importer = Garmin()
