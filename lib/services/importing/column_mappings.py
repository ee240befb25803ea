"""Tables of the person's own: what their columns seem to be, what a mapping makes of them, and the saved mappings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lib.importers.activities.cells import whole_rows
from lib.importers.base import Importer, Upload, find_importer
from lib.importers.own_tables.column_mapping import (
    ColumnMapping,
    RowIs,
    cleaned_name,
    from_json,
    lacks,
    signature_of,
    to_json,
)
from lib.importers.own_tables.column_words import guess_columns, guess_row, guess_units
from lib.importers.own_tables.importer import Mapped
from lib.importers.reading.dates import decide_date_order
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import Header, read_header
from lib.importers.reading.workbook import Sheet, is_workbook, read_sheet
from lib.importers.unpacking.gzipped import unpacked
from lib.model.athlete import Answers, Athlete
from lib.model.errors import TrainingDataError
from lib.model.records import Activity, Ignored, Problem, Session
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import column_mappings
from lib.store.own.column_mappings import StoredColumnMapping

_SAMPLED_ROWS = 500
_HIGHEST_HEADER = 20
_SHOWN_RECORDS = 10
_SHOWN_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """A table that no importer knows.

    table:  its text; that of one sheet where it came in a workbook.
    after:  lines above the names of the columns. sheet: its name, of all `sheets` of a workbook; else both are empty.
    rows:   the cells of the first 500 rows that fit the header. not_read: what of the sheet was not looked at.
    """

    name: str
    table: Upload
    header: Header
    after: int
    sheet: str
    sheets: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    not_read: str = ""

    def texts(self, position: int) -> list[str]:
        """What stands in one column of these rows."""
        return [cells[position] for cells in self.rows]


@dataclass(slots=True)
class Trial:
    """What a mapping makes of a table: its first records and problems, and what becomes of the rows."""

    first: list[Activity | Session] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    understood: int = 0
    ignored: int = 0
    rejected: int = 0


def is_mappable(upload: Upload) -> bool:
    """Whether the file is a table, so that a person can say what its columns are."""
    return is_workbook(upload) or _header_line(upload) is not None


def candidate(upload: Upload, sheet: str = "", after: int | None = None) -> UnknownTable:
    """A table to be mapped. UnreadableFile where there is none.

    after: lines above the names of the columns; by itself the first line with two names is taken.
    """
    table, name, not_read = unpacked(upload), "", ""
    sheets: tuple[str, ...] = ()
    if is_workbook(table):
        found = read_sheet(table, sheet)
        table, name, sheets, not_read = found.table, found.name, found.all_names, found.not_read
    if after is None:
        after = _header_line(table) or 0
    opened = open_table(table, after=after)
    rows = [cells for _, cells in islice(whole_rows(opened), _SAMPLED_ROWS)]
    return UnknownTable(upload.name, table, opened.header, after, name, sheets, rows, not_read)


def guess(
    found: UnknownTable, athlete: Athlete, row_is: RowIs | None = None, columns: Mapping[str, int] | None = None
) -> ColumnMapping:
    """What the names of the columns suggest, for the person to confirm. row_is, columns: where they have said it."""
    names = found.header.names
    row_is = row_is or guess_row(names)
    columns = guess_columns(names, row_is) if columns is None else columns
    texts = [found.texts(position) for position in range(len(names))]
    usual = (athlete.distance_unit, athlete.weight_unit)
    return ColumnMapping(
        name=cleaned_name(found.name.rpartition(".")[0] or found.name),
        row_is=row_is,
        signature=signature_of(found.header),
        columns=columns,
        units=guess_units(names, texts, columns, row_is, usual),
        after=found.after,
        sheet=found.sheet,
    )


def leaves_order_open(found: UnknownTable, position: int) -> bool:
    """Whether the dates of a column can be read with the day or with the month first."""
    return decide_date_order(found.texts(position)) is None


def try_mapping(found: UnknownTable, mapping: ColumnMapping) -> Trial:
    """Read the whole table by a mapping; nothing is written. UnreadableFile or Needs as at the import."""
    trial = Trial()
    if found.not_read:
        trial.problems.append(Problem(None, None, None, found.not_read, rows=0))
    for record in Mapped(mapping).extract(found.table, Answers()):
        match record:
            case Problem():
                trial.rejected += record.rows
                if len(trial.problems) < _SHOWN_PROBLEMS:
                    trial.problems.append(record)
            case Ignored():
                trial.ignored += record.rows
            case Activity() | Session():
                trial.understood += record.rows
                if len(trial.first) < _SHOWN_RECORDS:
                    trial.first.append(record)
    return trial


def save_mapping(account: Account, mapping: ColumnMapping) -> None:
    """Keep a mapping under its name; files with these columns are recognised from now on. TrainingDataError."""
    mapping = replace(mapping, name=cleaned_name(mapping.name))
    if missing := lacks(mapping):
        raise TrainingDataError(missing)
    with account.write() as conn:
        column_mappings.put(conn, account.athlete_id, _stored(mapping))


def delete_mapping(account: Account, name: str) -> None:
    """Forget a mapping; what was imported by it stays."""
    with account.write() as conn:
        column_mappings.drop(conn, account.athlete_id, name)


def saved_mappings(account: Account) -> list[ColumnMapping]:
    """All mappings of a person by name."""
    with account.read() as conn:
        return _saved(conn, account.athlete_id)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file that has known columns, its table, and what to tell of the rest of its workbook."""

    importer: Importer
    table: Upload
    note: str


def own_importers(conn: Connection, athlete_id: int) -> list[Mapped]:
    """An importer for every saved mapping of a person."""
    return [Mapped(mapping) for mapping in _saved(conn, athlete_id)]


def recognise(importers: Sequence[Mapped], upload: Upload) -> Recognised | None:
    """Which of the person's own importers has exactly the columns of a table; None where none has.

    An app's export that a spreadsheet saved as a workbook is recognised by its first sheet. UnreadableFile.
    """
    if not is_workbook(upload):
        return next((Recognised(each, upload, "") for each in importers if each.identify(upload)), None)
    first = read_sheet(upload)
    if app := find_importer(first.table):
        return Recognised(app, first.table, _rest_of(first))
    sheets = {"": first}
    for importer in importers:
        wanted = importer.mapping.sheet
        sheet = sheets[wanted] = sheets.get(wanted) or read_sheet(upload, wanted)
        if importer.identify(sheet.table):
            return Recognised(importer, sheet.table, _rest_of(sheet))
    return None


def _rest_of(sheet: Sheet) -> str:
    """What to tell of the sheets and rows that are not read."""
    others = f"Read from the sheet {sheet.name}; not read: {', '.join(sheet.others)}." if sheet.others else ""
    return f"{others} {sheet.not_read}".strip()


def _header_line(upload: Upload) -> int | None:
    """Lines above the first one that has two names of columns; None where there is none at the top of the file."""
    for after in range(_HIGHEST_HEADER):
        header = read_header(upload, after=after)
        if header is not None and sum(map(bool, header.names)) > 1:
            return header.line - 1
    return None


def _saved(conn: Connection, athlete_id: int) -> list[ColumnMapping]:
    return [from_json(stored.mapping) for stored in column_mappings.stored_mappings(conn, athlete_id)]


def _stored(mapping: ColumnMapping) -> StoredColumnMapping:
    return StoredColumnMapping(mapping.name, json.dumps(mapping.signature, ensure_ascii=False), to_json(mapping))
