"""One strict reader for all text tables: bytes → header and rows, every bad row with its line and reason.

Nothing is guessed: a row with a wrong number of cells is reported, never shifted; a cell is never turned into
"missing" by its text. Rows are streamed, so a file of any size needs little memory.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, repeat
from operator import itemgetter
from typing import Any, Final

from lib.importers.base import Upload
from lib.importers.reading.encoding import Encoding, encoding_of, ends_with_newline
from lib.importers.reading.table_header import LEAST_UNWRAPPED, Header, header_of, unwrapped
from lib.importers.unpacking.magic import seems_to_be
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_CELL, MAX_COLUMNS
from lib.model.records import Problem

SHOWN_CHARACTERS: Final = 40

Row = tuple[int, list[str]]
# Rows of one line each that follow each other: the line of the first, and the cells of every one.
Batch = tuple[int, list[list[str]]]

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
# NUL, an undecodable byte of UTF-8 (kept as a lone surrogate), or the replacement of one in other encodings.
_FAULTY: Final = re.compile("[\0\udc80-\udcff]")
_FAULTY_OR_REPLACED: Final = re.compile("[\0\ufffd]")
_BLANK_BYTES: Final = b"\xef\xbb\xbf\xff\xfe \r\n\t"
_GUESSED: Final = "The file does not say how its letters are encoded; read as {}. Check accents in names."
_END: Final = "\x1eend of file"
# How programs of the time before Windows close a text file.
_END_OF_TEXT: Final = ["\x1a"]
# Lines that are read at once, which are few enough that those around a cell with a line break are soon read.
_LINES_AT_ONCE: Final = 100
_first_cell: Final = itemgetter(0)

# The csv module's own limit of 131,072 characters would lose the place; ours are reported cell by cell.
csv.field_size_limit(4 * 1024 * 1024)


def shown(text: str) -> str:
    """A cell as it may stand in a message, without what neither a database nor a screen can hold."""
    text = _UNSTORABLE.sub("\ufffd", text)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def open_table(upload: Upload, *, after: int = 0) -> "Table":
    """The table in a file, `after` lines further down. UnreadableFile with the reason where there is none."""
    head = upload.head
    if not head.strip(_BLANK_BYTES):
        raise UnreadableFile("The file is empty.")
    kind = seems_to_be(head)
    if kind:
        raise UnreadableFile(f"This seems to be {kind}{_instead(kind)}")
    encoding = encoding_of(upload)
    header = header_of(head, encoding, after)
    if header is None:
        raise UnreadableFile("This is not a table: its first line has no column names.", line=1)
    if len(header.names) > MAX_COLUMNS:
        raise UnreadableFile(f"The header has {len(header.names)} columns; at most {MAX_COLUMNS} are read.", line=1)
    return Table(upload, header, encoding)


def _as_it_is(cells: list[str]) -> list[str] | None:  # noqa: ARG001
    """For apps that quote what has to be quoted."""
    return None


@dataclass(frozen=True, slots=True)
class Table:
    """An opened table. Rows can be read several times, each time from the start of the file.

    ragged: the app leaves out blank cells at the end of a row; such a row is filled up instead of rejected.
    mend:   makes a row of too many cells whole, for an app that does not quote names; None where it cannot.
    """

    upload: Upload
    header: Header
    encoding: Encoding
    ragged: bool = False
    mend: Callable[[list[str]], list[str] | None] = _as_it_is

    def require(self, *aliases: str, column: str) -> int:
        """Position of a column. UnreadableFile naming it and the columns that there are."""
        position = self.header.find(*aliases)
        if position is None:
            found = ", ".join(name for name in self.header.names if name)
            raise UnreadableFile(
                f"The column {column} is missing. Columns found: {found[:400]}.", line=self.header.line, column=column
            )
        return position

    def rows(self) -> Iterator[Row | Problem]:
        """(physical line, cells) of every row that is whole, a Problem for every other. Blank lines are skipped.

        A guessed encoding is said first, as a Problem that rejects nothing (rows=0).

        UnreadableFile at the end where the file was cut off or no row fits the header.
        """
        for each in self.batches():
            if isinstance(each, Problem):
                yield each
            else:
                first, rows = each
                yield from enumerate(rows, first)

    def batches(self) -> Iterator[Batch | Problem]:
        """The same, many rows at once where they take a line each: for logs of a million rows."""
        return _Reading(self).batches()


class _Reading:
    """One pass through a table. at: lines read so far. whole: line of the last row that fits the header, 0 for none."""

    def __init__(self, table: Table) -> None:
        self.table, self.header = table, table.header
        self.width = len(table.header.names)
        self.faulty = _FAULTY if table.encoding.errors == "surrogateescape" else _FAULTY_OR_REPLACED
        self.faulted = False
        self.ended = False
        self.miscounted: Counter[int] = Counter()
        self.short_line = self.at = self.whole = 0

    def batches(self) -> Iterator[Batch | Problem]:
        """See Table.batches. Blocks of plain rows, of which most files consist, take no step of Python's own a row."""
        encoding = self.table.encoding
        if encoding.guessed:
            yield Problem(None, None, None, _GUESSED.format(encoding.title), rows=0)
        with io.TextIOWrapper(
            self.table.upload.open(), encoding=encoding.name, errors=encoding.errors, newline=""
        ) as text:
            lines = iter(self._lines(text))
            try:
                self.at = _skip_header(self._reader(lines), self.header.line)
                if self.ended:
                    self._finish(self.header.line, [])
                while block := list(islice(lines, _LINES_AT_ONCE)):
                    if rows := self._plain_rows(block):
                        first, self.whole = self.at + 1, self.at + len(rows)
                        self.at = self.whole
                        yield first, rows
                    else:
                        yield from _together(self._one_by_one(chain(block, lines), self.at + len(block)))
            except csv.Error as error:
                first = self.at + 1
                raise UnreadableFile(f"A cell in line {first} never ends ({error}).", line=first) from error
        self._finish(self.at + 1, [_END])

    def _reader(self, lines: Iterator[str]) -> Any:
        return csv.reader(chain(lines, self._end()), delimiter=self.header.delimiter)

    def _plain_rows(self, block: list[str]) -> list[list[str]] | None:
        """A row for every line, none of them blank; None where it is not as plain as that."""
        if not self.table.encoding.clean:
            return None
        try:
            # The line of our own shows that the last cell is closed.
            rows = list(csv.reader(chain(block, (_END,)), delimiter=self.header.delimiter))
        except csv.Error:
            return None
        if len(rows) <= len(block) or rows.pop() != [_END] or set(map(len, rows)) != {self.width}:
            return None
        first_cells = list(map(_first_cell, rows))
        sure = all(first_cells) and not any(map(str.isspace, first_cells))
        return rows if sure or all(any(map(str.strip, cells)) for cells in rows) else None

    def _one_by_one(self, lines: Iterator[str], last: int) -> Iterator[Row | Problem]:
        """Every row down to a line, or as far as the row goes on that has it."""
        reader, before = self._reader(lines), self.at
        for cells in reader:
            line, self.at = self.at + 1, before + reader.line_num
            if self.ended:
                self._finish(line, cells)
            elif any(map(str.strip, cells)) and cells != _END_OF_TEXT:
                yield self._examined(line, cells)
            if self.at >= last:
                return

    def _lines(self, text: Iterator[str]) -> Iterator[str]:
        """The lines of the file. What stands above the header is no table: a quotation mark there opens no cell."""
        above = self.header.line - 1
        return chain(repeat("\n", above), islice(text, above, None)) if above else text

    def _end(self) -> Iterator[str]:
        """One line of our own after the last: inside an unclosed quote it becomes part of a cell."""
        self.ended = True
        yield _END

    def _examined(self, line: int, cells: list[str]) -> Row | Problem:
        if len(cells) == 1 and self.width >= LEAST_UNWRAPPED:
            cells = unwrapped(cells, self.header.delimiter)
        if len(cells) > self.width:
            cells = self.table.mend(cells) or cells
        if len(cells) > self.width and not any(cells[self.width :]):
            cells = cells[: self.width]
        if self.table.ragged:
            cells += [""] * (self.width - len(cells))
        if len(cells) != self.width:
            return self._miscount(line, cells)
        fault, self.short_line = self._fault(line, cells), 0
        if fault:
            self.faulted = True
            return fault
        self.whole = line
        return line, cells

    def _miscount(self, line: int, cells: list[str]) -> Problem:
        self.miscounted[len(cells)] += 1
        self.short_line = line if len(cells) < self.width else 0
        why = f"{len(cells)} cells where the header has {self.width}; nothing was guessed"
        return Problem(line, None, shown(self._legible(self.header.delimiter.join(cells))), why)

    def _fault(self, line: int, cells: list[str]) -> Problem | None:
        if self.table.encoding.clean and max(map(len, cells)) <= MAX_CELL:
            return None
        for name, cell in zip(self.header.names, cells, strict=True):
            if len(cell) > MAX_CELL:
                return Problem(line, name, shown(cell), f"longer than {MAX_CELL:,} characters; is a quote missing?")
            if not self.table.encoding.clean and (found := self.faulty.search(cell)):
                why = "holds a NUL character" if found[0] == "\0" else "holds a byte that is no letter in this file"
                return Problem(line, name, shown(self._legible(cell)), f"{why}; correct it and import again")
        return None

    def _legible(self, text: str) -> str:
        """Without what neither a database nor a screen can hold."""
        return self.faulty.sub("\ufffd", text)

    def _finish(self, line: int, cells: list[str]) -> None:
        """After the last row. UnreadableFile where the file stops in the middle or no row fits the header."""
        if cells != [_END]:
            raise UnreadableFile(
                f"The file ends in the middle of line {line}: a quoted cell is never closed. Export it again.",
                line=line,
            )
        if self.short_line > self.whole and not ends_with_newline(self.table.upload):
            raise UnreadableFile(
                f"The file ends in the middle of line {self.short_line}; export or download it again.",
                line=self.short_line,
            )
        if self.miscounted and not self.whole and not self.faulted:
            count = self.miscounted.most_common(1)[0][0]
            raise UnreadableFile(
                f"The rows have {count} cells, the header {self.width}; nothing was guessed.", line=self.header.line + 1
            )


def _together(rows: Iterable[Row | Problem]) -> Iterator[Batch | Problem]:
    """Rows on lines that follow each other at once."""
    first, batch = 0, list[list[str]]()
    for each in rows:
        if batch and (isinstance(each, Problem) or each[0] != first + len(batch)):
            yield first, batch
            batch = []
        if isinstance(each, Problem):
            yield each
        else:
            first = first if batch else each[0]
            batch.append(each[1])
    if batch:
        yield first, batch


def _instead(kind: str) -> str:
    """What to do with a file that is no text table, by what it seems to be."""
    if kind.endswith(("a GPX file", "a TCX file", "XML", "sports watch")):
        return " that is damaged, or written in a way that is not read here; export it again."
    if kind.endswith("JSON"):
        return " of a kind that is not known here; look for another file in the export, or for a CSV of the same app."
    hint = " Save it as .xlsx or CSV." if kind.endswith(("workbook", "spreadsheet", "web page")) else ""
    return f", not a table in text form.{hint}"


def _skip_header(reader: Any, header_line: int) -> int:
    """Read up to and with the record that starts on the header's line; the number of lines read."""
    start = 0
    while start < header_line:
        start = int(reader.line_num) + 1
        next(reader)
    return int(reader.line_num)
