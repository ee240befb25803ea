"""From the objects of a JSON file to records: every object ends as one record, with its number for a line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lib.importers.activities.sports import Kind, sport_of
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell, clean_text
from lib.importers.reading.json_fields import Fields
from lib.importers.reading.json_file import load_json
from lib.importers.reading.table import Table, shown
from lib.importers.reading.table_header import Header, normalised
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Problem, Record
from lib.model.vocabulary import Sport, SubSport

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")

# (fields, number of the object, warnings to add to, sports that were warned of) → Activity, or BadCell
MakeActivity = Callable[[Fields, int, list[BadCell], set[str]], Activity]


def read_objects(objects: Iterable[object], make: MakeActivity) -> Iterator[Record]:
    """The activity of every object with its warnings, or the problem that rejects it."""
    told: set[str] = set()
    for number, content in enumerate(objects, start=1):
        warnings: list[BadCell] = []
        if not isinstance(content, Mapping):
            yield Problem(number, None, shown(str(content)), "not an activity")
            continue
        try:
            yield make(Fields(content), number, warnings, told)
        except BadCell as error:
            yield error.problem(number)
        else:
            yield from (warning.problem(number, rows=0) for warning in warnings)


def sport_by_word(field: str, word: str, warnings: list[BadCell], told: set[str]) -> Kind:
    """What the word for a sport means; OTHER for a word that is not known, with one warning a file."""
    kind = sport_of(word)
    if kind is None and word and word not in told:
        told.add(word)
        why = "not a sport this importer knows; every such record is kept as another sport, which is no mileage"
        warnings.append(BadCell(field, clean_text(word), why))
    return kind or (Sport.OTHER, SubSport.NONE)


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
        """See Table.rows. A cell that is no object rejects its row, a blank one has no fields."""
        at = self.table.require(self.column, column=self.column)
        for row in self.table.rows():
            if isinstance(row, Problem):
                yield row
                continue
            line, cells = row
            content = _object_in(cells[at])
            if content is None:
                yield Problem(line, self.table.header.names[at], shown(cells[at]), "not a JSON object")
            else:
                yield line, [*cells, *cells_of(content, self.names)]

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
