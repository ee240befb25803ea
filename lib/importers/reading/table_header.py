"""The header of a text table: which columns it has, and how its cells are parted."""

import codecs
import csv
import html
import io
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lib.importers.base import Upload
from lib.importers.reading.encoding import Encoding, encoding_of_head
from lib.importers.unpacking.magic import seems_to_be
from lib.model.errors import UnreadableFile

_TAG: Final = re.compile(r"<[^<>]*>")
_COPY: Final = re.compile(r"(.+?)[._ ]?\d{1,2}")
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
# What some programs put before the first name: soft hyphens, blanks of no width, a second byte order mark.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A title above a table may be one cell with a comma in it; so many names in one cell are a header.
LEAST_UNWRAPPED: Final = 5


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns.

    names:     as written, without HTML tags, trimmed.
    keys:      for comparing: normalised, a copy's suffix (`Distance.1`) taken off.
    encoding:  of the file as far as its head shows. delimiter: one character.
    line:      physical line of the header, 1 for the first.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    encoding: str
    delimiter: str
    line: int

    def positions(self, *aliases: str) -> list[int]:
        """All columns of any of these names, in file order."""
        wanted = {normalised(alias) for alias in aliases}
        return [position for position, key in enumerate(self.keys) if key in wanted]

    def find(self, *aliases: str) -> int | None:
        """The first column of any of these names."""
        return next(iter(self.positions(*aliases)), None)

    def has(self, *aliases: str) -> bool:
        """Whether there is a column of any of these names."""
        return bool(self.positions(*aliases))


@lru_cache(maxsize=4096)
def normalised(name: str) -> str:
    """A column name for comparing: no tags, NFC, no case, straight apostrophes, blanks collapsed, nothing invisible."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", _without_tags(name))).replace("’", "'")
    return " ".join(plain.casefold().split())


def read_header(upload: Upload, *, after: int = 0) -> Header | None:
    """The header of a text table from the first 64 KiB; None when it is no text table. Never raises.

    after: lines before the header that are no part of the table.
    """
    return upload.once(f"header after {after}", lambda: _header_in(upload, after))  # every importer asks for it


def _header_in(upload: Upload, after: int) -> Header | None:
    try:
        if not upload.head or seems_to_be(upload.head):
            return None
        return header_of(upload.head, encoding_of_head(upload.head), after)
    except (UnreadableFile, OSError):
        return None


def header_of(head: bytes, encoding: Encoding, after: int = 0) -> Header | None:
    text = io.StringIO(decoded(head, encoding), newline="")
    first = text.readline()
    hint = _SEPARATOR_LINE.fullmatch(first)
    lines = ([first, *text] if not hint else list(text))[after:]
    candidates = hint[1] if hint else ",;\t|"
    best, cells, line = max((_first_record(lines, delimiter) for delimiter in candidates), key=lambda one: len(one[1]))
    names = tuple(_without_tags(cell).replace("\0", "\ufffd").strip() for cell in cells)
    if len(names) < 2 or not any(names):
        return None
    return Header(names, _keys(names), encoding.name, best, line + after + bool(hint))


def _first_record(lines: list[str], delimiter: str) -> tuple[str, list[str], int]:
    """The delimiter, the first record that is not blank, and the line it starts on (within `lines`)."""
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                return delimiter, unwrapped(cells, delimiter), line
            line = reader.line_num + 1
    except csv.Error:
        pass
    return delimiter, [], line


def unwrapped(cells: list[str], delimiter: str) -> list[str]:
    """The cells of a row that was put in quotes as a whole, as a spreadsheet does that took it for one cell."""
    if len(cells) != 1 or cells[0].count(delimiter) < LEAST_UNWRAPPED - 1:
        return cells
    rows = list(csv.reader(io.StringIO(cells[0], newline=""), delimiter=delimiter))
    return rows[0] if len(rows) == 1 else cells


def _without_tags(name: str) -> str:
    return html.unescape(_TAG.sub("", name)) if "<" in name else name


def _keys(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names for comparing; the suffix that pandas or a spreadsheet gave a repeated name is taken off."""
    plain = [normalised(name) for name in names]
    known = set(plain)
    return tuple(_original(key, known) for key in plain)


def _original(key: str, known: set[str]) -> str:
    copy = _COPY.fullmatch(key)
    return copy[1] if copy and copy[1] in known else key


def decoded(head: bytes, encoding: Encoding) -> str:
    """The first bytes of a file as text, without a character that is cut at its end. U+FFFD for what cannot be read."""
    return codecs.getincrementaldecoder(encoding.name)("replace").decode(head)
