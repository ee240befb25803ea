"""The importer that a person makes by mapping the columns of a table of their own."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import ColumnMapping, RowIs, signature_of
from lib.importers.own_tables.runs import runs
from lib.importers.own_tables.sets import sets
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Record

SOURCE: Final = "own:"


class Mapped:
    """See lib.importers.base.Importer. A workbook is turned into a text table before; see lib.importers.reading.workbook."""

    seen = True
    where = "Your own table, by the columns that you chose."

    def __init__(self, mapping: ColumnMapping) -> None:
        self.mapping = mapping
        self.name = f"{SOURCE}{mapping.name}"
        self.title = f"Own table · {mapping.name}"

    def identify(self, upload: Upload) -> bool:
        """By exactly the same names of columns."""
        header = read_header(upload, after=self.mapping.after)
        return header is not None and signature_of(header) == self.mapping.signature

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, or a Session for the rows of one bout."""
        table = open_table(upload, after=self.mapping.after)
        if signature_of(table.header) != self.mapping.signature:
            raise UnreadableFile(
                f"The columns are not those of “{self.mapping.name}”. Map them again.", line=table.header.line
            )
        if self.mapping.date_order:
            answers = replace(answers, date_order=self.mapping.date_order)
        yield from (runs if self.mapping.row_is is RowIs.RUN else sets)(table, self.mapping, answers)
