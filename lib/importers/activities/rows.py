"""One row of a table that lists activities, read by our names for its columns.

What differs between two such formats is the names of the columns, the meaning of the start and a few habits; the rest
is here. A length is in the unit that the header gives in brackets, in metres where it gives none.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeVar

from lib.importers.activities import cells as read
from lib.importers.activities.cells import Column
from lib.importers.reading.cells import BadCell, clean_text
from lib.importers.reading.dates import Moment, looks_like_unset_clock, parse_moment, settle_date_order
from lib.importers.reading.table import Table
from lib.importers.reading.table_header import Header, normalised
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.limits import HEART_RATES_BPM, MAX_ASCENT, MAX_ID, MAX_NAME
from lib.model.records import Activity, Ignored, Problem, Record, Start
from lib.model.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis

T = TypeVar("T")

Columns = Mapping[str, list[Column]]

METRES_PER_UNIT: Final[Mapping[str, float]] = {
    "": 1.0,
    "m": 1.0,
    "km": 1000.0,
    "cm": 0.01,
    "mi": METRES_PER_MILE,
    "yd": METRES_PER_YARD,
    "ft": METRES_PER_FOOT,
}
_UNIT: Final = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")
_LENGTHS: Final = ("distance", "ascent")


@lru_cache(maxsize=1024)
def name_and_unit(column: str) -> tuple[str, str]:
    """("distance", "km") of "Distance (km)"; the unit is "" where the header gives none."""
    found = _UNIT.fullmatch(normalised(column))
    return (found[1], found[2]) if found else (normalised(column), "")


def columns_named(header: Header, names: Mapping[str, tuple[str, ...]]) -> dict[str, list[Column]]:
    """For each of our names the columns that have one of its aliases, whatever unit follows in brackets."""
    found: dict[str, list[Column]] = {}
    for ours, aliases in names.items():
        keys = [normalised(alias) for alias in aliases]
        places = [(keys.index(key), at) for at, name in enumerate(header.names) for key in _keys(name) if key in keys]
        found[ours] = [Column(at, header.names[at]) for at in dict.fromkeys(at for _, at in sorted(places))]
    return found


def has_columns(header: Header | None, *names: str) -> bool:
    """Whether there is a header with all of these columns, with or without a unit."""
    keys = {key for name in header.names for key in _keys(name)} if header else ()
    return all(normalised(name) in keys for name in names)


def _keys(name: str) -> tuple[str, str]:
    return normalised(name), name_and_unit(name)[0]


def open_columns(table: Table, names: Mapping[str, tuple[str, ...]], required: tuple[str, ...]) -> Columns:
    """The columns of a table with the style of their numbers.

    UnreadableFile where a required one is missing or a length has a unit that is not known.
    """
    columns = columns_named(table.header, names)
    for ours in required:
        if not columns[ours]:
            table.require(*names[ours], column=names[ours][0])
    for column in (column for ours in _LENGTHS for column in columns.get(ours, ())):
        unit = name_and_unit(column.name)[1]
        if unit not in METRES_PER_UNIT:
            raise UnreadableFile(f"The unit {unit} is not known here.", line=table.header.line, column=column.name)
    return read.styled(table, columns)


def settle_dates(table: Table, column: Column, answers: Answers) -> tuple[DateOrder, Problem | None]:
    """See dates.settle_date_order; Needs(DATE_ORDER) where nothing tells the order of day and month."""
    dates = (cells[column.position] for _, cells in read.whole_rows(table))
    return settle_date_order(dates, answers.date_order, column.name)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A row and what is known of its columns.

    told:     words of sports that the file has already been warned of.
    warnings: what is wrong with the row but does not reject it.
    """

    line: int
    cells: list[str]
    columns: Columns
    told: set[str] = field(default_factory=set)
    warnings: list[BadCell] = field(default_factory=list)

    def column(self, name: str) -> Column | None:
        """The first column of our name that says something in this row."""
        return read.filled(self.columns[name], self.cells)

    def text(self, name: str) -> str:
        """The cell, "" where it is blank, a placeholder or the column is missing."""
        column = self.column(name)
        return column.text(self.cells) if column else ""

    def own_id(self) -> str:
        """The id that the source gave the row, "" where it gave none. BadCell above 100 characters."""
        if len(self.text("key")) > MAX_ID:
            raise self.bad("key", f"longer than {MAX_ID} characters; not an id")
        return clean_text(self.text("key"))

    def word(self) -> str:
        """The word for the sport, as it may be kept."""
        return clean_text(self.text("kind"))[:MAX_NAME]

    def number(self, name: str) -> float | None:
        """The number as it stands there. BadCell where it cannot be read."""
        return read.number(self.column(name), self.cells)

    def read(self, name: str, parse: Callable[[str], T]) -> T:
        """parse(cell). BadCell naming the column where it fails or there is none."""
        column = self.column(name)
        if column is None:
            raise self.bad(name, "missing")
        return column.read(self.cells, parse)

    def bad(self, name: str, why: str) -> BadCell:
        """An error about one cell of this row, to be raised or kept as a warning."""
        column = self.column(name)
        return BadCell(column.name if column else name, self.text(name), why)

    def distance_m(self, metres_per: float | None = None) -> float | None:
        """Metres. BadCell where it is no number, negative or more than 1,000 km.

        metres_per: metres in one unit of the column, where that is known from elsewhere than the header.
        """
        column, value = self.column("distance"), self.number("distance")
        if column is None or value is None:
            return None
        return column.read(self.cells, lambda _: read.check_distance(value * (metres_per or _metres_per(column))))

    def seconds(self, name: str, distance_m: float | None = None, unit_s: float | None = None) -> float | None:
        """A length of time, None for 0. BadCell where it is 0 although there is a distance, or above 240 h.

        unit_s: seconds in one unit of the column, where it has plain numbers that are no seconds.
        """
        column, value = self.column(name), None
        if unit_s is None:
            value = read.duration(column, self.cells)
        elif column is not None and (number := self.number(name)) is not None:
            value = column.read(self.cells, lambda _: read.check_duration(number * unit_s))
        return read.positive_if_moved(column, value, distance_m)

    def ascent_m(self, metres_per: float | None = None) -> float | None:
        """Metres climbed; unknown with a warning where the cell makes no sense. metres_per: see distance_m."""
        column = self.column("ascent")
        if column is None:
            return None
        metres = metres_per or _metres_per(column)
        value = self.describing("ascent", 0, MAX_ASCENT / max(1.0, metres))
        return None if value is None else value * metres

    def describing(self, name: str, low: float, high: float) -> float | None:
        """A number that the row can do without: outside low to high it is unknown, with a warning."""
        return read.describing(self.column(name), self.cells, self.warnings, low, high)

    def heart_rate(self, name: str) -> float | None:
        """Beats a minute; 0 is "not measured"."""
        return None if self.text(name).strip("0.,") == "" else self.describing(name, *HEART_RATES_BPM)

    def kind(self) -> tuple[str, Sport, SubSport]:
        """The word for the sport and what it means, with one warning a file for a word that is not known."""
        return read.kind_of(self.columns["kind"], self.cells, self.warnings, self.told)

    def title(self) -> str:
        """The name of the activity."""
        return read.title(self.column("title"), self.cells, self.warnings)

    def notes(self) -> str:
        """All columns of notes below each other."""
        return read.notes(self.columns["notes"], self.cells, self.warnings)

    def moment(self, name: str, order: DateOrder | None = None, text: str | None = None) -> Moment:
        """The moment that a cell (or the part of it in `text`) names. BadCell where it names none."""
        moment = self.read(name, lambda cell: parse_moment(cell if text is None else text, order))
        if looks_like_unset_clock(moment.local):
            self.warnings.append(self.bad(name, "looks like a watch whose clock was not set"))
        return moment

    def wall_clock(self, name: str, order: DateOrder | None = None) -> Start:
        """The start as the athlete's own clock showed it; a written offset is kept."""
        return wall_clock_start(self.text(name), self.moment(name, order))

    def check_pace(self, name: str, sport: Sport, distance_m: float | None, seconds: float | None) -> None:
        """A warning where a run was faster than any runner."""
        read.check_pace(self.column(name), sport, distance_m, seconds, self.warnings)

    def moved(self, name: str, sport: Sport, unit_s: float | None = None) -> tuple[float | None, float | None]:
        """Metres and seconds: kept_distance of distance_m, and seconds of the column `name`, with check_pace."""
        distance_m = self.distance_m()
        seconds = self.seconds(name, distance_m, unit_s)
        self.check_pace(name, sport, distance_m, seconds)
        return kept_distance(sport, distance_m), seconds


MakeRecord = Callable[[ActivityRow], Activity | Ignored]


def read_rows(table: Table, columns: Columns, make: MakeRecord) -> Iterator[Record]:
    """The record of every row with its warnings, or the problem that rejects it."""
    told: set[str] = set()
    for whole in table.rows():
        if isinstance(whole, Problem):
            yield whole
            continue
        row = ActivityRow(*whole, columns, told)
        try:
            yield make(row)
        except BadCell as error:
            yield error.problem(row.line)
        else:
            yield from (warning.problem(row.line, rows=0) for warning in row.warnings)


def read_dated_rows(
    table: Table, columns: Columns, answers: Answers, make: Callable[[ActivityRow, DateOrder], Activity | Ignored]
) -> Iterator[Record]:
    """read_rows, once the order of day and month in the column `date` is settled. Needs(DATE_ORDER)."""
    order, warning = settle_dates(table, columns["date"][0], answers)
    if warning:
        yield warning
    yield from read_rows(table, columns, lambda row: make(row, order))


class RowKeys:
    """Keys for sources without ids: rows of one day that differ are told apart by their order in the file."""

    def __init__(self) -> None:
        self._seen: dict[str, dict[int, int]] = {}

    def key(self, base: str, cells: list[str]) -> str:
        """`base`, with a number from the second different row on; the same row again has the same key."""
        numbers = self._seen.setdefault(base, {})
        number = numbers.setdefault(hash(tuple(cells)), len(numbers) + 1)
        return base if number == 1 else f"{base} {number}"


def wall_clock_start(raw: str, moment: Moment) -> Start:
    """The athlete's own clock, with its offset where one is written."""
    if moment.offset is None:
        return Start(raw, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    return Start(raw, TimeBasis.OFFSET, local=moment.local, utc=moment.utc, precision=moment.precision)


def kept_distance(sport: Sport, distance_m: float | None) -> float | None:
    """The distance; None for a 0 of a sport that has none, such as lifting."""
    return distance_m if distance_m or sport in read.DISTANCE_SPORTS else None


def indoors(sport: Sport, sub_sport: SubSport) -> SubSport:
    """The sub-sport of something done indoors: a run on a treadmill."""
    return SubSport.TREADMILL if sport is Sport.RUN and sub_sport is SubSport.NONE else sub_sport


def _metres_per(column: Column) -> float:
    return METRES_PER_UNIT[name_and_unit(column.name)[1]]
