"""Logs with one row a set, described by the names of their columns: such a format is a `SetLogLayout` and little else."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.importers.base import Upload
from lib.importers.lifting.dated_sessions import dated_sessions
from lib.importers.lifting.layout import Names, SetLogLayout
from lib.importers.lifting.log_columns import LogColumns
from lib.importers.lifting.log_rows import LogRows
from lib.importers.lifting.survey import survey
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Record
from lib.model.traits import WHOLE_LOG, Traits


@dataclass(frozen=True, kw_only=True)
class SetLog:
    """An importer made of a layout; see lib.importers.base.Importer.

    signature: columns, each by one of its names, that are there in this format and in no other.
    enough:    how many of them are proof; all where it is None. Less than all, so that a file that lacks one is refused
               by the name of that column instead of not being known.
    foreign:   columns of look-alikes that are not this format.
    traits:    of a log that the app exports as a whole, where it does not say otherwise.
    seen:      whether the layout was compared with a file of the app; else it is known from descriptions only.
    """

    name: str
    title: str
    where: str
    signature: tuple[str | Names, ...]
    layout: SetLogLayout
    enough: int | None = None
    foreign: Names = ()
    seen: bool = True
    traits: Traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        if header is None or header.has(*self.foreign):
            return False
        found = sum(header.has(*((names,) if isinstance(names, str) else names)) for names in self.signature)
        return found >= (self.enough or len(self.signature))

    def table(self, upload: Upload) -> Table:
        """The rows under their header; a format that does not find all its columns by their names has its own way."""
        return open_table(upload)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = LogColumns(self.table(upload), self.layout)
        seen = upload.once(
            self.name, lambda: survey(columns.table, columns.session, columns.numbers, columns.set_cells())
        )
        yield from dated_sessions(
            columns.table,
            columns.session,
            seen,
            answers,
            lambda read_moment: LogRows(columns, seen, answers, read_moment),
            parse=self.layout.parse,
            moment=self.layout.moment,
            start_of=self.layout.start_of,
            newest_first=self.layout.newest_first,
        )
