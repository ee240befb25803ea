"""Lists with one row a bout: such a format is a layout, a title, and where to get the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lib.importers.activities.clock_times import TOLD_BY, columns_of_row, paces_and_speeds, with_clock_times
from lib.importers.activities.layout import ActivityLayout, Names
from lib.importers.activities.row_reader import RowReader
from lib.importers.activities.rows import METRES_PER_UNIT, ActivityRow, columns_named, has_columns, name_and_unit
from lib.importers.activities.survey import Columns, Rows, survey
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell
from lib.importers.reading.dates import settle_date_order
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import Header, read_header
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Problem, Record
from lib.model.traits import PLAIN, Traits

_LENGTHS: Final = ("distance", "ascent")


@dataclass(frozen=True, kw_only=True)
class ActivityList:
    """An importer made of a layout; see lib.importers.base.Importer.

    signature: columns that are all there in this format and in no other.
    """

    name: str
    title: str
    where: str
    layout: ActivityLayout
    signature: Names = ()
    seen: bool = True
    traits: Traits = PLAIN

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        return header is not None and self.is_ours(header)

    def is_ours(self, header: Header) -> bool:
        """Whether a header is one of this format."""
        return has_columns(header, *self.signature)

    def open(self, upload: Upload) -> Rows:
        """The table in the file."""
        return open_table(upload)

    def columns(self, table: Rows) -> Columns:
        """Every column that is read, by our name for it."""
        return columns_of_layout(table, self.layout)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        table = self.open(upload)
        return read_list(table, self.columns(table), self.layout, answers)


def columns_of_layout(table: Rows, layout: ActivityLayout) -> Columns:
    """The columns of a table. UnreadableFile where a required one is missing or a length has a unit that is not known."""
    names = layout.names
    columns = columns_named(table.header, names)
    for ours in layout.required:
        if not columns[ours]:
            table.require(*names[ours], column=names[ours][0])
    for column in (column for ours in _LENGTHS for column in columns[ours]):
        unit = name_and_unit(column.name)[1]
        if unit not in METRES_PER_UNIT:
            raise UnreadableFile(f"The unit {unit} is not known here.", line=table.header.line, column=column.name)
    return columns


def read_list(table: Rows, columns: Columns, layout: ActivityLayout, answers: Answers) -> Iterator[Record]:
    """The record of every row with its warnings, or the problem that rejects it. Needs what the file leaves open."""
    columns = {**paces_and_speeds(table.header, columns), **columns}
    seen = with_clock_times(survey(table, columns, dict.fromkeys((*layout.telling, *TOLD_BY))))
    start = columns["start"][0].name if columns["start"] else ""
    dates = () if layout.order else seen.dates
    settled, contradiction = settle_date_order(dates, answers.date_order, start, table.header.names)
    order = layout.order or settled
    lengths, unit_warning = layout.lengths(seen, answers)
    yield from (warning for warning in (contradiction, unit_warning) if warning)
    reader = RowReader(layout, lengths)
    told: set[str] = set()
    for whole in table.rows():
        if isinstance(whole, Problem):
            yield whole
            continue
        columns_here = columns_of_row(seen.columns, whole[1]) if seen.mixed_times else seen.columns
        row = ActivityRow(*whole, columns_here, order, told)
        try:
            yield reader.record(row)
        except BadCell as error:
            yield error.problem(row.line)
        else:
            yield from (warning.problem(row.line, rows=0) for warning in row.warnings)
