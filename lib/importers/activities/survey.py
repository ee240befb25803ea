"""First pass over a list of activities: how its numbers are written, its dates, and what tells the unit of its distances."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from lib.importers.activities.cells import Column
from lib.importers.reading.cells import StyleVotes
from lib.importers.reading.table_header import Header
from lib.model.records import Problem

Columns = Mapping[str, list[Column]]

_TEXTS: Final = frozenset({"key", "start", "clock", "end", "kind", "title", "notes", "pace"})


class Rows(Protocol):
    """A text table, or what was made one; see lib.importers.reading.table.Table."""

    @property
    def header(self) -> Header:
        """The names of the columns."""
        ...

    def rows(self) -> Iterator[tuple[int, list[str]] | Problem]:
        """(line, cells) of every row that is whole, a Problem for every other; each time from the start."""
        ...

    def require(self, *aliases: str, column: str) -> int:
        """Position of a column. UnreadableFile naming it where it is missing."""
        ...


@dataclass(frozen=True, slots=True)
class ActivitySurvey:
    """What one pass shows.

    columns: of every row, with the style of their numbers.
    dates:   the starts as written.
    telling: the columns that a layout asked for, with their places in the rows of `told`.
    mixed_times: whether rows contradict each other in what `1:02` means, so that each is asked what it means itself.
    """

    header: Header
    columns: Columns
    dates: list[str]
    telling: Columns
    told: list[tuple[str, ...]]
    mixed_times: bool = False


def survey(table: Rows, columns: Columns, telling: Collection[str] = ()) -> ActivitySurvey:
    """Read a list once. UnreadableFile where it is cut off, before any record is handed out."""
    votes = {each.position: StyleVotes() for name, several in columns.items() if name not in _TEXTS for each in several}
    telling = [name for name in telling if name in columns]
    at = list(dict.fromkeys(each.position for name in telling for each in columns[name]))
    start = columns["start"][0].position if columns["start"] else None
    dates: list[str] = []
    told: list[tuple[str, ...]] = []
    growing = [(position, vote.add) for position, vote in votes.items()]
    for row in table.rows():
        if isinstance(row, Problem):
            continue
        cells = row[1]
        for position, add in growing:
            if cells[position]:
                add(cells[position])
        if start is not None:
            dates.append(cells[start])
        if at:
            told.append(tuple([cells[position] for position in at]))
    styled = {name: [_styled(each, votes) for each in several] for name, several in columns.items()}
    moved = {name: _moved(styled[name], at) for name in telling}
    return ActivitySurvey(table.header, styled, dates, moved, told)


def _styled(column: Column, votes: Mapping[int, StyleVotes]) -> Column:
    return replace(column, style=votes[column.position].style) if column.position in votes else column


def _moved(columns: Sequence[Column], at: Sequence[int]) -> list[Column]:
    return [replace(column, position=at.index(column.position)) for column in columns]
