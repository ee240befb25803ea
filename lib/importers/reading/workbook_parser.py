"""openpyxl as it is used here: rows are streamed, and what it does for nothing is left out."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final

from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import (  # type: ignore[import-untyped]
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
)
from openpyxl.worksheet._read_only import ReadOnlyWorksheet  # type: ignore[import-untyped]

# openpyxl checks little of what it reads: a damaged workbook surfaces as whatever the damage trips over.
DAMAGE: Final = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError,
    TypeError, ValueError, zipfile.BadZipFile, zlib.error, CellCoordinatesException, IllegalCharacterError,
    InvalidFileException,
)  # fmt: skip


@contextmanager
def parsed(stream: IO[bytes]) -> Iterator[Any]:
    """Openpyxl's workbook, whose rows are read from the stream when they are asked for. One of DAMAGE, now or then."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of fonts and styles, which do not matter here
        book = _Book(stream, read_only=True, data_only=True, keep_links=False)
        book.read()
        yield book.wb


class _Sheet(ReadOnlyWorksheet):  # type: ignore[misc]
    """openpyxl's own, which would look for its size first: half of the time where it does not say it, and often wrong."""

    def _get_size(self) -> None:
        pass


class _Book(ExcelReader):  # type: ignore[misc]
    """openpyxl's own, with the sheets above."""

    def read_worksheets(self) -> None:
        """See ExcelReader; without sheets that are a chart."""
        for sheet, rel in self.parser.find_sheets():
            if rel.target in self.valid_files and "chartsheet" not in rel.Type:
                found = _Sheet(self.wb, sheet.name, rel.target, self.shared_strings)
                found.sheet_state = sheet.state
                self.wb._sheets.append(found)  # noqa: SLF001
