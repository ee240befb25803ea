"""The pages of an SQLite file that say where each table begins, put back from a new file of the same schema.

A new database of one schema is always laid out alike, so where these pages are lost the rest can still be read. Layout of a
file: https://www.sqlite.org/fileformat2.html.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from lib.store.database.connections import connect_file

_HEADER: Final = 100  # bytes of the first page before its own
_PAGE_COUNT: Final = 28  # where it stands; the list of free pages and their number follow
_INTERIOR: Final = (2, 5)
_LEAVES: Final = (10, 13)
_WITH_ROWID: Final = (5, 13)
_DEEPEST: Final = 20
_NAMES: Final = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0"


class _Page(NamedTuple):
    """A page of a tree of rows. cells: where each of its cells begins. last: the page below that is in no cell; 0 in a leaf."""

    data: bytes
    kind: int
    cells: tuple[int, ...]
    last: int


def put_back(damaged: Path, new: Path) -> bool:
    """Whether the schema of a damaged file could not be read in whole, and was replaced by that of a new one.

    Not where what can be read of it says that its tables begin elsewhere, as in a database of an earlier release.
    Of a table that does not begin with rows of as many columns as it has the entry is taken out: nobody knows where it is.
    """
    roots = _roots(new)
    there = _roots(damaged)
    if roots.keys() <= there.keys() or any(there[name] != roots[name] for name in there.keys() & roots.keys()):
        return False
    with new.open("rb") as fresh, damaged.open("r+b") as file:
        size = _page_size(fresh)
        pages, of_schema = damaged.stat().st_size // size, _schema_pages(fresh, size)
        if pages < max(of_schema):
            return False
        for number in of_schema:
            file.seek((number - 1) * size)
            file.write(_bytes_of(fresh, number, size))
        file.seek(_PAGE_COUNT)
        file.write(pages.to_bytes(4) + bytes(8))  # none is free: that matters to nobody who only reads
    _forget_strangers(damaged, new, size, roots)
    return True


def _roots(path: Path) -> dict[str, int]:
    """The first page of each table that is named; as far as it can be read."""
    found: dict[str, int] = {}
    with suppress(sqlite3.Error), closing(connect_file(path)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        connection.execute("PRAGMA writable_schema=ON")
        found.update(connection.execute(_NAMES))  # one by one, up to what cannot be read
    return found


def _page_size(file: BinaryIO) -> int:
    file.seek(16)
    return int.from_bytes(file.read(2)) or 65_536


def _schema_pages(file: BinaryIO, size: int) -> list[int]:
    """The first page and those below it."""
    page = _page(file, 1, size)
    if page is None or page.kind not in _INTERIOR:
        return [1]
    return [1, *(int.from_bytes(page.data[cell : cell + 4]) for cell in page.cells), page.last]


def _forget_strangers(damaged: Path, new: Path, size: int, roots: dict[str, int]) -> None:
    with closing(connect_file(new)) as known:
        widths = {name: len(known.execute(f'PRAGMA table_info("{name}")').fetchall()) for name in roots}
    with damaged.open("rb") as file:
        strangers = [name for name, root in roots.items() if not _may_begin_at(file, root, size, widths[name])]
    with suppress(sqlite3.Error), closing(connect_file(damaged)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.executemany("DELETE FROM sqlite_master WHERE tbl_name = ?", [(name,) for name in strangers])
        connection.commit()


def _may_begin_at(file: BinaryIO, root: int, size: int, width: int) -> bool:
    """Whether a tree begins there whose first row has at most so many columns: those that were added later are in no old row."""
    for _ in range(_DEEPEST):
        page = _page(file, root, size)
        if page is None:
            return False
        if page.kind in _LEAVES:
            return not page.cells or 0 < _columns(page) <= width
        root = int.from_bytes(page.data[page.cells[0] : page.cells[0] + 4]) if page.cells else page.last
    return False


def _bytes_of(file: BinaryIO, number: int, size: int) -> bytes:
    file.seek((number - 1) * size)
    return file.read(size)


def _page(file: BinaryIO, number: int, size: int) -> _Page | None:
    """None where there is no page of that number, or it is none of a tree."""
    data = _bytes_of(file, number, size) if number > 0 else b""
    start = _HEADER if number == 1 else 0
    if len(data) < size or data[start] not in (*_INTERIOR, *_LEAVES):
        return None
    kind, count = data[start], int.from_bytes(data[start + 3 : start + 5])
    first = start + (12 if kind in _INTERIOR else 8)
    cells = tuple(int.from_bytes(data[at : at + 2]) for at in range(first, first + 2 * count, 2))
    if first + 2 * count > size or any(cell >= size - 4 for cell in cells):
        return None
    return _Page(data, kind, cells, int.from_bytes(data[start + 8 : start + 12]) if kind in _INTERIOR else 0)


def _columns(page: _Page) -> int:
    """How many values the first row of a leaf has; 0 where that is no row."""
    _, at = _number(page.data, page.cells[0])
    if page.kind in _WITH_ROWID:
        _, at = _number(page.data, at)
    length, after = _number(page.data, at)
    end, columns = at + length, 0
    while after < min(end, len(page.data)):
        _, after = _number(page.data, after)
        columns += 1
    return columns if after == end else 0


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, seven bits in each, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + 9]):
        if place == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + place + 1
    return value, len(data)
