"""Lists of activities that are JSON objects, or hold some: an object is a row, with its number for a line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.base import Upload
from lib.importers.reading.json_file import load_json
from lib.importers.reading.table import Table, shown
from lib.importers.reading.table_header import Header, normalised
from lib.model.errors import UnreadableFile
from lib.model.records import Problem

_NO_OBJECT: Final = "not a JSON object; what was measured is kept as unknown"
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """JSON objects as the rows of a table, for a Layout: a field is a column, `a.b` the field b of the object in a."""

    names: Sequence[str]
    objects: Sequence[object]

    @property
    def header(self) -> Header:
        """The fields that are read, whether an object has them or not."""
        return Header(tuple(self.names), tuple(map(normalised, self.names)), "utf-8", "", 1)

    def rows(self) -> Iterator[tuple[int, list[str]] | Problem]:
        """(number, cells) of every object, a Problem for what is none."""
        for number, content in enumerate(self.objects, start=1):
            if isinstance(content, Mapping):
                yield number, cells_of(content, self.names)
            else:
                yield Problem(number, None, shown(str(content)), "not an activity")

    def require(self, *aliases: str, column: str) -> int:
        """Position of a field. UnreadableFile where the format has none."""
        position = self.header.find(*aliases)
        if position is None:
            raise UnreadableFile(f"The field {column} is missing.", column=column)
        return position


@dataclass(frozen=True, kw_only=True)
class ObjectList(ActivityList):
    """An importer of JSON made of a layout, whose names of columns are fields, such as `heartRate.avg`."""

    def open(self, upload: Upload) -> ObjectTable:
        """The objects as a table. UnreadableFile where the file holds none of this kind."""
        names = [name for several in self.layout.names.values() for name in several]
        return ObjectTable(names, self.objects(load_json(upload)))

    def objects(self, content: Any) -> Sequence[object]:
        """The object of every bout in the file."""
        return content if isinstance(content, list) else [content]


@dataclass(frozen=True, slots=True)
class TableWithObjects:
    """A text table of which one column holds a JSON object in every cell, whose fields become further columns."""

    table: Table
    column: str
    names: Sequence[str]

    @property
    def header(self) -> Header:
        """The columns of the table, then the fields."""
        whole = self.table.header
        return replace(
            whole, names=(*whole.names, *self.names), keys=(*whole.keys, *(normalised(name) for name in self.names))
        )

    def rows(self) -> Iterator[tuple[int, list[str]] | Problem]:
        """See Table.rows. What is no object, which is told, and a blank cell have no fields."""
        at = self.table.require(self.column, column=self.column)
        for row in self.table.rows():
            if isinstance(row, Problem):
                yield row
                continue
            line, cells = row
            content = _object_in(cells[at])
            if content is None:
                yield Problem(line, self.table.header.names[at], shown(cells[at]), _NO_OBJECT, rows=0)
            yield line, [*cells, *cells_of(content or {}, self.names)]

    def require(self, *aliases: str, column: str) -> int:
        """See Table.require."""
        found = self.header.find(*aliases)
        return self.table.require(*aliases, column=column) if found is None else found


def _object_in(text: str) -> Mapping[str, object] | None:
    """The object that a cell holds; None where it holds something else."""
    if not text.strip():
        return {}
    try:
        content = load_json(Upload("", text.encode()))
    except UnreadableFile:
        return None
    return content if isinstance(content, Mapping) else None


def cells_of(content: Mapping[str, object], names: Iterable[str]) -> list[str]:
    """The fields of an object as a table would write them; "" for what is missing, null or a list."""
    return [_cell(content, name) for name in names]


def _cell(content: object, name: str) -> str:
    for part in name.split("."):
        content = content.get(part) if isinstance(content, Mapping) else None
    if isinstance(content, bool):
        return str(content).lower()
    return _UNSTORABLE.sub("\ufffd", str(content)) if isinstance(content, str | int | float) else ""
