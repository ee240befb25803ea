"""Finding the columns of a set log."""

from lib.importers.reading.table import Table, shown
from lib.model.errors import UnreadableFile
from lib.model.records import Problem


class Columns:
    """The columns of one file. A base for the columns of one format."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def must(self, *aliases: str) -> int:
        """Position of a column. UnreadableFile where it is missing, or there twice with different values."""
        first = self.table.require(*aliases, column=aliases[0])
        self._refuse_conflict(self.table.header.positions(*aliases))
        return first

    def may(self, *aliases: str) -> int:
        """Position of a column that may be missing: then the blank cell that follows the last column."""
        return self.must(*aliases) if self.table.header.has(*aliases) else len(self.table.header.names)

    def name(self, position: int) -> str:
        """The column's name as written; "" for a missing one."""
        names = self.table.header.names
        return names[position] if position < len(names) else ""

    def _refuse_conflict(self, positions: list[int]) -> None:
        """Columns of one name are fine as long as they say the same in every row."""
        if len(positions) < 2:
            return
        first, *others = positions
        for row in self.table.rows():
            if isinstance(row, Problem):
                continue
            line, cells = row
            for other in others:
                if cells[other].strip() != cells[first].strip():
                    raise self._conflict(self.name(first), cells[other], line)

    def _conflict(self, column: str, value: str, line: int) -> UnreadableFile:
        why = f"The column {column} appears twice and the values differ in line {line}. Delete the wrong one."
        return UnreadableFile(why, line=self.table.header.line, column=column, value=shown(value))
