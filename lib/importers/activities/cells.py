"""The cells that every list of activities has: read once here, with their limits and their warnings.

What an activity cannot do without (date, distance, times) raises BadCell and rejects the row; what only describes it
(heart rate, ascent …) becomes unknown with a warning.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from lib.importers.activities.sports import sport_of
from lib.importers.reading.cells import (
    POINT,
    BadCell,
    CellError,
    NumberStyle,
    clean_note,
    clean_text,
    has_control_characters,
    not_negative,
    parse_number,
    read_cell,
    visible_length,
)
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.durations import parse_duration
from lib.importers.reading.table import Table
from lib.importers.reading.table_header import Header
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_NAME, MAX_NOTE, MAX_SPEED
from lib.model.records import Problem
from lib.model.vocabulary import DateOrder, Sport, SubSport

T = TypeVar("T")

DISTANCE_SPORTS: Final = frozenset(
    {Sport.RUN, Sport.WALK, Sport.HIKE, Sport.RIDE, Sport.SWIM, Sport.ROW, Sport.SKI, Sport.SKATE, Sport.ELLIPTICAL}
)
ON_FOOT: Final = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
_BLANK: Final = frozenset({"", "-", "--", "---"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: where it is, what its header says, how its numbers are written.

    hours: whether times of two parts are hours and minutes in it, where `1:02` is else a minute and two seconds.
    """

    position: int
    name: str
    style: NumberStyle = POINT
    hours: bool = False

    def text(self, cells: Sequence[str]) -> str:
        """The cell without blanks at its ends; "" for a placeholder such as `--`."""
        text = cells[self.position].strip()
        return "" if text in _BLANK else text

    def read(self, cells: Sequence[str], parse: Callable[[str], T]) -> T:
        """parse(cell). BadCell naming this column where it fails."""
        return read_cell(self.name, self.text(cells), parse)


def columns_of(header: Header, aliases: Iterable[str]) -> list[Column]:
    """All columns of these names, those of an earlier alias first (a name may occur twice in one header)."""
    positions = dict.fromkeys(position for alias in aliases for position in header.positions(alias))
    return [Column(position, header.names[position]) for position in positions]


def filled(columns: Sequence[Column], cells: Sequence[str]) -> Column | None:
    """The first of several columns that says something in this row; the very first where none does."""
    if len(columns) > 1:
        for column in columns:
            if column.text(cells):
                return column
    return columns[0] if columns else None


def whole_rows(table: Table) -> Iterator[tuple[int, list[str]]]:
    """The rows that fit the header, for a survey of the file before its records are made."""
    return (row for row in table.rows() if not isinstance(row, Problem))


def number(
    column: Column | None, cells: Sequence[str], checked: Callable[[float], float] | None = None
) -> float | None:
    """A number, None where the cell is blank or the column missing. BadCell where it cannot be read.

    checked: what becomes of the number, or CellError where it cannot be.
    """
    if column is None or not (text := column.text(cells)):
        return None
    try:  # what read_cell does, without a call of its own: a list of ten years has a hundred thousand numbers
        value = parse_number(text, column.style)
        return checked(value) if checked else value
    except CellError as error:
        raise BadCell(column.name, text, error.why) from error


def duration(column: Column | None, cells: Sequence[str]) -> float | None:
    """Seconds; None where blank. BadCell below 0 or above 240 h."""
    if column is None or not (text := column.text(cells)):
        return None

    def parse(text: str) -> float:
        if _looks_numeric(text):
            return check_duration(parse_number(text, column.style))
        whole = f"{text}:00" if column.hours and text.count(":") == 1 else text
        return check_duration(parse_duration(whole) or 0.0)

    return read_cell(column.name, text, parse)


def describing(
    column: Column | None, cells: Sequence[str], warnings: list[BadCell], low: float, high: float
) -> float | None:
    """A number that an activity can do without: outside low to high it is unknown and a warning is added."""
    if column is None or not (text := column.text(cells)):
        return None
    try:
        value = parse_number(text, column.style)
        if low <= value <= high:
            return value
        why = f"outside {low:g} to {high:g}; kept as unknown"
    except CellError as error:
        why = f"{error.why}; kept as unknown"
    warnings.append(BadCell(column.name, text, why))
    return None


def title(column: Column | None, cells: Sequence[str], warnings: list[BadCell]) -> str:
    """A name, cut at 200 characters and its control characters replaced by blanks, each with a warning."""
    if column is None:
        return ""
    raw = cells[column.position]
    cleaned = clean_text(raw)
    if len(raw) > MAX_NAME and visible_length(raw) > MAX_NAME:
        warnings.append(BadCell(column.name, raw, f"longer than {MAX_NAME} characters; the rest was cut off"))
        cleaned = cleaned[:MAX_NAME].rstrip()
    if has_control_characters(raw):
        warnings.append(BadCell(column.name, cleaned, "control characters were replaced by blanks"))
    return cleaned


def notes(columns: Iterable[Column | None], cells: Sequence[str], warnings: list[BadCell]) -> str:
    """All notes of a row below each other, cut at 10,000 characters with a warning."""
    kept = [column for column in columns if column]
    text = "\n".join(filter(None, (clean_note(cells[column.position]) for column in kept)))
    if len(text) > MAX_NOTE:
        warnings.append(BadCell(kept[0].name, text, f"longer than {MAX_NOTE:,} characters; the rest was cut off"))
    return text[:MAX_NOTE]


def kind_of(
    columns: Sequence[Column], cells: Sequence[str], warnings: list[BadCell], told: set[str]
) -> tuple[str, Sport, SubSport]:
    """The word, its sport and sub-sport; OTHER for a word that is not known, with a warning unless in `told`.

    BadCell for a date: it belongs under another name.
    """
    column = filled(columns, cells)
    word = clean_text(cells[column.position])[:MAX_NAME] if column else ""
    kind = sport_of(word)
    if kind is None and column and _is_date(word):
        raise BadCell(column.name, word, "a date, not a sport; the cells of this row seem to be shifted")
    if kind is None and column and word not in told:
        told.add(word)
        why = "not a sport this importer knows; every such row is kept as another sport, which is no mileage"
        warnings.append(BadCell(column.name, word, why))
    return (word, *(kind or (Sport.OTHER, SubSport.NONE)))


def check_distance(distance_m: float) -> float:
    """The distance. CellError below 0 or above 1,000 km."""
    return not_negative(distance_m, MAX_DISTANCE_M, "more than 1,000 km")


def check_duration(seconds: float) -> float:
    """The length of time. CellError below 0 or above 240 h."""
    return not_negative(seconds, MAX_DURATION_S, "more than 240 h")


def check_pace(column: Column | None, distance_m: float, elapsed_s: float, warnings: list[BadCell]) -> None:
    """A warning where a run was faster than any runner."""
    if column and distance_m >= 1000:
        speed = distance_m / elapsed_s
        if speed > MAX_SPEED:
            why = f"{speed * 3.6:.0f} km/h is faster than anyone runs; check the sport"
            warnings.append(BadCell(column.name, f"{distance_m:.0f} m in {elapsed_s:.0f} s", why))


def positive_if_moved(column: Column | None, seconds: float | None, distance_m: float | None) -> float | None:
    """The time; None for 0 without distance. BadCell for 0 with distance: that speed has no end."""
    if seconds == 0 and distance_m and column:
        raise BadCell(column.name, "0", "must be above 0 where there is a distance")
    return seconds or None


def _is_date(text: str) -> bool:
    try:
        parse_moment(text, DateOrder.DAY_FIRST)
    except CellError:
        return False
    return True


def _looks_numeric(text: str) -> bool:
    return ":" not in text and not text[-1:].isalpha()
