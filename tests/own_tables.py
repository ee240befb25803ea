"""Look-alikes of tables that people keep themselves, as text and as workbooks."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import ColumnMapping, RowIs, Units, signature_of
from lib.importers.own_tables.importer import Mapped
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Record

RUN_HEADER = ("Day", "How far", "How long", "Puls")
SET_HEADER = ("Tag", "Übung", "Sätze", "Wdh", "Gewicht")
RUN_COLUMNS = {"date": 0, "distance": 1, "duration": 2, "heart_rate": 3}
SET_COLUMNS = {"date": 0, "exercise": 1, "sets": 2, "reps": 3, "load": 4}


def text(*rows: Sequence[str], sep: str = ",") -> Upload:
    """A text table of one line a row."""
    return Upload("own.csv", "".join(f"{sep.join(row)}\n" for row in rows).encode())


def workbook(*rows: Sequence[Any], title: str = "Log", others: Sequence[str] = ()) -> Upload:
    """A workbook whose first sheet has these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for other in others:
        extra = book.create_sheet(other)
        extra.append(["Day", "km"])
        extra.append(["2026-03-04", 5])
    content = io.BytesIO()
    book.save(content)
    return Upload("own.xlsx", content.getvalue())


def mapped(upload: Upload, row_is: RowIs, columns: dict[str, int], units: Units | None = None, **more: Any) -> Mapped:
    """The importer of a mapping of this table."""
    header = read_header(upload, after=more.get("after", 0))
    assert header is not None
    return Mapped(ColumnMapping("mine", row_is, signature_of(header), columns, units or Units(), **more))


def read_runs(*rows: Sequence[str], units: Units | None = None, **more: Any) -> list[Record]:
    upload = text(RUN_HEADER, *rows)
    return list(mapped(upload, RowIs.RUN, RUN_COLUMNS, units, **more).extract(upload, Answers()))


def read_sets(*rows: Sequence[str], units: Units | None = None, **more: Any) -> list[Record]:
    upload = text(SET_HEADER, *rows, sep=";")
    return list(mapped(upload, RowIs.SET, SET_COLUMNS, units, **more).extract(upload, Answers()))


def rows_of(records: Sequence[Record]) -> int:
    """Source rows that these records account for."""
    return sum(record.rows for record in records)
