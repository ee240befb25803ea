"""One row of a table that lists activities, read by our names for its columns.

What differs between two such formats is the names of the columns, the meaning of the start and a few habits; the rest
is here. A length is in the unit that the header gives in brackets, in metres where it gives none.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeVar

from lib.importers.activities import cells as read
from lib.importers.activities.cells import Column
from lib.importers.activities.survey import Columns
from lib.importers.reading.cells import BadCell, Contradiction, clean_text
from lib.importers.reading.dates import Moment, looks_like_unset_clock, parse_moment
from lib.importers.reading.table_header import Header, normalised
from lib.model.limits import CADENCES_SPM, HEART_RATES_BPM, MAX_ASCENT, MAX_ID, MAX_NAME
from lib.model.records import Start
from lib.model.units import METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis

T = TypeVar("T")

METRES_PER_UNIT: Final[Mapping[str, float]] = {
    "": 1.0,
    "m": 1.0,
    "km": 1000.0,
    "cm": 0.01,
    "mi": METRES_PER_MILE,
    "yd": METRES_PER_YARD,
    "ft": METRES_PER_FOOT,
    "meters": 1.0,
    "meter": 1.0,
    "kilometers": 1000.0,
    "kilometer": 1000.0,
    "miles": METRES_PER_MILE,
    "mile": METRES_PER_MILE,
    "yards": METRES_PER_YARD,
    "yard": METRES_PER_YARD,
    "feet": METRES_PER_FOOT,
}
_UNIT: Final = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")


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


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A row and what is known of its columns.

    order:    of day and month in its dates.
    told:     words of sports that the file has already been warned of.
    warnings: what is wrong with the row but does not reject it.
    unread:   the cells among them that could not be read at all.
    """

    line: int
    cells: list[str]
    columns: Columns
    order: DateOrder | None = None
    told: set[str] = field(default_factory=set)
    warnings: list[BadCell] = field(default_factory=list)
    unread: list[BadCell] = field(default_factory=list)

    def column(self, name: str) -> Column | None:
        """The first column of our name that says something in this row."""
        columns = self.columns[name]
        return columns[0] if len(columns) == 1 else read.filled(columns, self.cells)

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

    def or_unknown(self, read_value: Callable[[], T]) -> T | None:
        """What a side value says; None where it cannot be read, which is told once. A contradiction is passed on."""
        try:
            return read_value()
        except Contradiction:
            raise
        except BadCell as error:
            if (error.column, error.value) not in ((each.column, each.value) for each in self.unread):
                self.unread.append(error)
                self.warnings.append(BadCell(error.column, error.value, f"{error.why}; kept as unknown"))
            return None

    def says(self, read_value: Callable[[], float | None]) -> bool:
        """Whether a cell says more than nothing or 0; one that cannot be read does."""
        try:
            return bool(read_value())
        except BadCell:
            return True

    def bad(self, name: str, why: str) -> BadCell:
        """An error about one cell of this row, to be raised or kept as a warning."""
        column = self.column(name)
        return BadCell(column.name if column else name, self.text(name), why)

    def distance_m(self, metres_per: float | None = None) -> float | None:
        """Metres. BadCell where it is no number, negative or more than 1,000 km.

        metres_per: metres in one unit of the column, where that is known from elsewhere than the header.
        """
        column = self.column("distance")
        if column is None:
            return None
        unit_m = metres_per or _metres_per(column)
        return read.number(column, self.cells, lambda value: read.check_distance(value * unit_m))

    def seconds(self, name: str, distance_m: float | None = None, unit_s: float | None = None) -> float | None:
        """A length of time, None for 0. BadCell where it is 0 although there is a distance, or above 240 h.

        unit_s: seconds in one unit of the column, where it has plain numbers that are no seconds.
        """
        column = self.column(name)
        if unit_s is None:
            value = read.duration(column, self.cells)
        else:
            value = read.number(column, self.cells, lambda number: read.check_duration(number * unit_s))
        return read.positive_if_moved(column, value, distance_m)

    def ascent_m(self, metres_per: float | None = None) -> float | None:
        """Metres climbed; unknown with a warning where the cell makes no sense. metres_per: see distance_m."""
        column = self.column("ascent")
        if column is None:
            return None
        metres = metres_per or _metres_per(column)
        value = self.describing("ascent", 0, MAX_ASCENT / metres)
        return None if value is None else value * metres

    def describing(self, name: str, low: float, high: float) -> float | None:
        """A number that the row can do without: outside low to high it is unknown, with a warning."""
        return read.describing(self.column(name), self.cells, self.warnings, low, high)

    def heart_rate(self, name: str) -> float | None:
        """Beats a minute; 0 is "not measured"."""
        return None if self.text(name).strip("0.,") == "" else self.describing(name, *HEART_RATES_BPM)

    def cadence(self) -> float | None:
        """Steps or turns a minute, as the source counts them."""
        return self.describing("cadence", *CADENCES_SPM)

    def kind(self) -> tuple[str, Sport, SubSport]:
        """The word for the sport and what it means, with one warning a file for a word that is not known."""
        return read.kind_of(self.columns["kind"], self.cells, self.warnings, self.told)

    def title(self) -> str:
        """The name of the activity."""
        return read.title(self.column("title"), self.cells, self.warnings)

    def gear(self) -> str:
        """The shoes or the bicycle, by the name that they have in the source; "" in most formats."""
        column = read.filled(self.columns.get("gear", ()), self.cells)
        return clean_text(column.text(self.cells))[:MAX_NAME].rstrip() if column else ""

    def notes(self) -> str:
        """All columns of notes below each other."""
        return read.notes(self.columns["notes"], self.cells, self.warnings)

    def moment(self, name: str, text: str | None = None) -> Moment:
        """The moment that a cell (or the part of it in `text`) names. BadCell where it names none."""
        moment = self.read(name, lambda cell: parse_moment(cell if text is None else text, self.order))
        if looks_like_unset_clock(moment.local):
            self.warnings.append(self.bad(name, "looks like a watch whose clock was not set"))
        return moment

    def seconds_between(self, start: str, end: str) -> float | None:
        """From one moment to another, None where the second one is blank. BadCell where it lies before the first."""
        if not self.text(end):
            return None
        seconds = (self.moment(end).utc - self.moment(start).utc).total_seconds()
        if seconds < 0:
            raise self.bad(end, "ends before it starts")
        return self.read(end, lambda _: read.check_duration(seconds)) or None

    def check_pace(self, name: str, sport: Sport, distance_m: float | None, seconds: float | None) -> None:
        """A warning where a run was faster than any runner."""
        if sport is Sport.RUN and distance_m and seconds:
            read.check_pace(self.column(name), distance_m, seconds, self.warnings)


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
