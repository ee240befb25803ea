"""Excel workbooks (.xlsx): a sheet becomes the text table that all readers here take, each of its rows one line."""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import (  # type: ignore[import-untyped]
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
)

from lib.importers.archive import Member, check_trusted, open_archive
from lib.importers.base import Upload
from lib.importers.magic import seems_to_be
from lib.importers.unpacking import MAX_FILE_BYTES, MIB, Allowance
from lib.model.errors import UnreadableFile

MAX_ROWS: Final = 200_000
_LAST_ROW: Final = 1_048_576
_MAX_PART_BYTES: Final = 8 * MIB

# The rows and the texts are streamed; all other parts become trees in memory, so they must be small.
_STREAMED: Final = ("xl/worksheets/", "xl/sharedStrings")
_PARTS: Final = (".xml", ".rels")
# openpyxl checks little of what it reads: a damaged workbook surfaces as whatever the damage trips over.
_DAMAGE: Final = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError,
    TypeError, ValueError, zipfile.BadZipFile, zlib.error, CellCoordinatesException, IllegalCharacterError,
    InvalidFileException,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. table: its rows as text. all_names: of all sheets in their order."""

    name: str
    table: Upload
    all_names: tuple[str, ...]

    @property
    def others(self) -> list[str]:
        """The names of the sheets that were not read."""
        return [name for name in self.all_names if name != self.name]


def is_workbook(upload: Upload) -> bool:
    """Whether the file is an Excel workbook."""
    return seems_to_be(upload.head) == "an Excel workbook"


def read_sheet(upload: Upload, sheet: str = "") -> Sheet:
    """The sheet of this name, or the first where there is none of it. UnreadableFile for a damaged workbook or a bomb.

    Of a formula its last result is taken; numbers and dates are written in one plain way, whatever their format.
    """
    _check_sizes(upload)
    try:
        with warnings.catch_warnings(), upload.open() as stream:
            warnings.simplefilter("ignore")  # openpyxl tells of fonts and styles, which do not matter here
            return _read(upload.name, load_workbook(stream, read_only=True, data_only=True, keep_links=False), sheet)
    except _DAMAGE as error:
        raise UnreadableFile(
            "This Excel workbook is damaged or protected; save it again, or save it as CSV."
        ) from error


def _check_sizes(upload: Upload) -> None:
    """UnreadableFile where the parts claim too much; zipfile never gives more than they claim."""
    archive = open_archive(upload)
    parts = [member for member in archive.members if member.path.endswith(_PARTS)]
    check_trusted(parts)
    allowance = Allowance()
    for part in parts:
        allowance.check(part.size, part.info.compress_size)
        allowance.left -= part.size
        if part.size > _most_bytes(part):
            raise UnreadableFile("This Excel workbook is larger than is read here; save the sheet as CSV.")


def _most_bytes(part: Member) -> int:
    return MAX_FILE_BYTES if part.path.startswith(_STREAMED) else _MAX_PART_BYTES


def _read(file_name: str, workbook: Any, wanted: str) -> Sheet:
    visible = [each for each in workbook.worksheets if each.sheet_state == "visible"] or workbook.worksheets
    if not visible:
        raise UnreadableFile("There is no sheet with cells in this workbook.")
    chosen = next((each for each in visible if each.title == wanted), visible[0])
    names = tuple(each.title for each in visible)
    return Sheet(chosen.title, Upload(file_name, _as_csv(list(_rows(chosen)))), names)


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The cells of every row without blank ones at its end. UnreadableFile for more rows or text than is read."""
    sheet.reset_dimensions()  # what a sheet says about its size is often wrong
    filled = size = 0
    for number, cells in enumerate(sheet.iter_rows()):
        texts = [_text_of(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        filled += bool(texts)
        size += sum(map(len, texts))
        if filled > MAX_ROWS or number >= _LAST_ROW or size > MAX_FILE_BYTES:
            raise UnreadableFile(f"This sheet has more than {MAX_ROWS:,} rows; save it as CSV.")
        yield texts


def _text_of(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    return cell_text(value, str(cell.number_format) if isinstance(value, time | timedelta) else "")


def _as_csv(rows: list[list[str]]) -> bytes:
    """Every cell quoted; a blank row stays a blank line, so that a line has the number of its row."""
    width = max(map(len, rows), default=0)
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for row in rows:
        writer.writerow(row + [""] * (width - len(row)) if row else [])
    return text.getvalue().encode("utf-8-sig", "replace")


def cell_text(value: object, shown_as: str = "") -> str:
    """A cell as text. shown_as: its number format, which tells 1:30 (hours and minutes) from 1:30:00."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return _number(value)
        case date():
            return _day(value)
        case time():
            return _clock(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second), shown_as)
        case timedelta():
            return _clock(value, shown_as)
    # A line break would make two lines of one row, and messages would name the wrong one.
    return " ".join(str(value).splitlines())


def _day(value: date) -> str:
    """A date, with its time unless that is midnight: a cell of a date alone is stored as its midnight."""
    if not isinstance(value, datetime):
        return value.isoformat()
    moment = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return moment.isoformat(" ") if moment.time() != time() else moment.date().isoformat()


def _number(value: float) -> str:
    """15 digits, as many as Excel shows. Never exactly three decimals: beside “7,5” those would read as thousands."""
    text = f"{value:.15g}"
    return f"{text}0" if len(text.partition(".")[2]) == 3 and "e" not in text else text


def _clock(length: timedelta, shown_as: str) -> str:
    """As the cell shows it: with seconds where its format has them."""
    seconds = round(length.total_seconds())
    sign, (minutes, rest) = "-" if seconds < 0 else "", divmod(abs(seconds), 60)
    clock = f"{sign}{minutes // 60}:{minutes % 60:02d}"
    return clock if "s" not in shown_as.lower() and not rest else f"{clock}:{rest:02d}"
