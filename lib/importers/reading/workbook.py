"""Excel workbooks (.xlsx): a sheet becomes the text table that all readers here take, each of its rows one line."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from lib.importers.base import Upload
from lib.importers.reading.xml_stream import may_declare_entities, root_name
from lib.importers.unpacking.allowance import Allowance
from lib.importers.unpacking.archive import Member, check_trusted, open_archive
from lib.importers.unpacking.magic import seems_to_be
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_BLANK_ROWS, MAX_FILE_BYTES, MAX_SHEET_CELLS, MAX_SHEET_PART_BYTES, MAX_SHEET_ROWS

_LAST_ROW: Final = 1_048_576

# The rows and the texts are streamed; all other parts become trees in memory, so they must be small.
_STREAMED: Final = ("xl/worksheets/", "xl/sharedStrings")
_PARTS: Final = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    table: its rows as text. all_names: of all sheets in their order.
    cut_at: the row below which nothing was read, as only blank ones follow it for long; None where all was read.
    """

    name: str
    table: Upload
    all_names: tuple[str, ...]
    cut_at: int | None = None

    @property
    def others(self) -> list[str]:
        """The names of the sheets that were not read."""
        return [name for name in self.all_names if name != self.name]

    @property
    def not_read(self) -> str:
        """One sentence about the rows that were not read; "" where all were."""
        if self.cut_at is None:
            return ""
        return (
            f"Below row {self.cut_at:,} of the sheet {self.name} there are more than {MAX_BLANK_ROWS:,} blank rows; "
            "nothing further down was read. If there is more, move it up."
        )


def is_workbook(upload: Upload) -> bool:
    """Whether the file is an Excel workbook."""
    return seems_to_be(upload.head) == "an Excel workbook"


def read_sheet(upload: Upload, sheet: str = "") -> Sheet:
    """The sheet of this name, or the first where there is none of it. UnreadableFile for a damaged workbook or a bomb.

    Of a formula its last result is taken; numbers and dates are written in one plain way, whatever their format.
    A long run of blank rows ends the sheet: a stray cell in the last row of all would cost as much as a million rows.
    """
    from lib.importers.reading.workbook_parser import DAMAGE, parsed  # slow to load, and few people have a workbook

    _check_parts(upload)
    try:
        with upload.open() as stream, parsed(stream) as book:
            return _read(upload.name, book, sheet)
    except DAMAGE as error:
        raise UnreadableFile(
            "This Excel workbook is damaged or protected; save it again, or save it as CSV."
        ) from error


def _check_parts(upload: Upload) -> None:
    """UnreadableFile where the parts claim too much or declare entities; zipfile never gives more than they claim."""
    archive = open_archive(upload)
    if not any(member.path == "xl/workbook.xml" for member in archive.members):
        raise UnreadableFile("This document of an office program is no Excel workbook; save the table as .xlsx or CSV.")
    if archive.junk:
        raise UnreadableFile(
            "This Excel workbook was packed anew with other files in it; open it in Excel and save it."
        )
    check_trusted(archive.members)
    allowance = Allowance()
    for part in archive.members:
        _check_part(part, allowance)


def _check_part(part: Member, allowance: Allowance) -> None:
    is_named_so = part.path.endswith(_PARTS)
    head = part.head()
    if is_named_so or root_name(head):
        allowance.check(part.size, part.info.compress_size)
        allowance.left -= part.size
        if part.size > _most_bytes(part):
            raise UnreadableFile("This Excel workbook is larger than is read here; save the sheet as CSV.")
    if may_declare_entities(head):
        raise UnreadableFile("This Excel workbook brings a document type (DTD), which is never read; save it again.")


def _most_bytes(part: Member) -> int:
    return MAX_FILE_BYTES if part.path.startswith(_STREAMED) else MAX_SHEET_PART_BYTES


def _read(file_name: str, workbook: Any, wanted: str) -> Sheet:
    visible = [each for each in workbook.worksheets if each.sheet_state == "visible"] or workbook.worksheets
    if not visible:
        raise UnreadableFile("There is no sheet with cells in this workbook.")
    chosen = next((each for each in visible if each.title == wanted), visible[0])
    names = tuple(each.title for each in visible)
    rows = list(_rows(chosen))
    filled = max((number for number, row in enumerate(rows, 1) if row), default=0)
    cut_at = filled if len(rows) - filled > MAX_BLANK_ROWS else None
    return Sheet(chosen.title, Upload(file_name, _as_csv(rows[:filled])), names, cut_at)


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The cells of every row without blank ones at its end, up to and with a long run of blank rows.

    UnreadableFile for more rows, cells or text than is read.
    """
    filled = blank = size = room = 0
    for number, cells in enumerate(sheet.iter_rows()):
        room += len(cells)
        _check_room(filled, number, room, size)
        texts = ["" if cell.value is None else _text_of(cell) for cell in cells[: _filled(cells)]]
        while texts and not texts[-1].strip():
            texts.pop()
        yield texts
        filled, blank = (filled + 1, 0) if texts else (filled, blank + 1)
        size += sum(map(len, texts))
        if blank > MAX_BLANK_ROWS:
            return


def _filled(cells: Sequence[Any]) -> int:
    """How many cells there are up to the last that is not empty; a row may have 16,000 empty ones."""
    count = len(cells)
    while count and cells[count - 1].value is None:
        count -= 1
    return count


def _check_room(filled: int, number: int, cells: int, size: int) -> None:
    """UnreadableFile for more filled rows, rows, cells or text than is read."""
    if filled > MAX_SHEET_ROWS or number >= _LAST_ROW:
        raise UnreadableFile(f"This sheet has more than {MAX_SHEET_ROWS:,} rows; save it as CSV.")
    if cells > MAX_SHEET_CELLS or size > MAX_FILE_BYTES:
        raise UnreadableFile("This sheet is larger than is read here; delete what is not needed, or save it as CSV.")


def _text_of(cell: Any) -> str:
    value = cell.value
    return cell_text(value, str(cell.number_format) if isinstance(value, time | timedelta) else "")


def _as_csv(rows: list[list[str]]) -> bytes:
    """Every cell quoted; a blank row stays a blank line, so that a line has the number of its row."""
    width = max(map(len, rows), default=0)
    _check_room(0, 0, width * sum(map(bool, rows)), 0)
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
