"""Strava's bulk export: activities.csv of every generation, in several languages. Its times are UTC."""

import re
from collections.abc import Iterator
from typing import Final

from lib.importers import activity_cells as read
from lib.importers.base import Upload
from lib.importers.cells import BadCell, CellError
from lib.importers.dates import Moment, looks_like_unset_clock, parse_moment, settle_date_order
from lib.importers.strava_columns import Columns, columns_in, is_foreign, is_new, is_old
from lib.importers.strava_distance import Distances, settle_distances
from lib.importers.table import open_table, read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Problem, Record, Start
from lib.model.vocabulary import DateOrder, Precision, Sport, TimeBasis, WorkoutType

_WHOLE_ID: Final = re.compile(r"(\d{1,20})(?:\.0+)?", re.ASCII)
_ON_FOOT: Final = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
_TRUE: Final = frozenset({"1", "1.0", "1,0", "true"})


class Strava:
    """See lib.importers.base.Importer."""

    name = "strava"
    title = "Strava · activities.csv"
    seen = True
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
        date = columns["date"][0]
        dates = (cells[date.position] for _, cells in read.whole_rows(table))
        order, warning = settle_date_order(dates, answers.date_order, date.name)
        if warning:
            yield warning
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
        word, sport, sub_sport = read.kind_of(columns["kind"], cells, warnings, self.unknown_sports)
        distance_m = self.distances.of(cells, sport)
        elapsed = read.filled(columns["elapsed"], cells)
        elapsed_s = read.positive_if_moved(elapsed, read.duration(elapsed, cells), distance_m)
        read.check_pace(elapsed, sport, distance_m, elapsed_s, warnings)

        def describing(name: str, low: float, high: float) -> float | None:
            return read.describing(read.filled(columns[name], cells), cells, warnings, low, high)

        return Activity(
            source_key=columns["key"][0].read(cells, _whole_id),
            sport=sport,
            sub_sport=sub_sport,
            sport_raw=word,
            start=self._start(cells, warnings),
            line=line,
            workout_type=self._workout_type(cells),
            title=read.title(read.filled(columns["name"], cells), cells, warnings),
            notes=read.notes([*columns["description"], *columns["private_note"]], cells, warnings),
            distance_m=distance_m if distance_m or sport in read.DISTANCE_SPORTS else None,
            moving_s=read.duration(read.filled(columns["moving"], cells), cells) or None,
            elapsed_s=elapsed_s,
            ascent_m=describing("ascent", 0, 20_000),
            heart_rate_bpm=describing("heart_rate", 25, 250),
            heart_rate_max_bpm=describing("heart_rate_max", 25, 250),
            cadence_spm=_both_legs(describing("cadence", 0, 300)) if sport in _ON_FOOT else None,
            session_rpe=describing("exertion", 0, 10),
        )

    def _start(self, cells: list[str], warnings: list[BadCell]) -> Start:
        column = self.columns["date"][0]
        moment = column.read(cells, lambda text: parse_moment(text, self.order))
        if looks_like_unset_clock(moment.local):
            warnings.append(BadCell(column.name, column.text(cells), "looks like a watch whose clock was not set"))
        return _start(column.text(cells), moment)

    def _workout_type(self, cells: list[str]) -> WorkoutType:
        for name, kind in (("competition", WorkoutType.RACE), ("long_run", WorkoutType.LONG)):
            column = read.filled(self.columns[name], cells)
            if column and column.text(cells).casefold() in _TRUE:
                return kind
        return WorkoutType.NONE


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


def _both_legs(cadence: float | None) -> float | None:
    """Strava counts the steps of one leg; above 130 both were counted already."""
    if not cadence:
        return None
    return cadence if cadence > 130 else cadence * 2


importer = Strava()
