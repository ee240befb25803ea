"""The rows of a set log, session by session: from its file, or from memory where a first reading has kept them."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from lib.importers.lifting.session_columns import KeyTexts, SessionColumns
from lib.importers.reading.table import Table
from lib.model.records import Problem

Texts = tuple[str, ...]
CellsOf = Callable[[list[str]], Texts]


class Run(NamedTuple):
    """Rows of one session on lines that follow each other.

    line:  of the first row.
    cells: of the first row, and a blank one behind them: the place of every column that the file lacks.
    notes: the first that are not blank.
    texts: of every row the cells that make up a set.
    """

    line: int
    key: KeyTexts
    cells: list[str]
    notes: str
    texts: Sequence[Texts]

    @property
    def last_line(self) -> int:
        """Line of the last row."""
        return self.line + len(self.texts) - 1


def runs_of(table: Table, columns: SessionColumns, cells_of: CellsOf) -> Iterator[Run | Problem]:
    """All rows of a file in their order, and what is wrong with those that are not whole."""
    key_of, notes_of = itemgetter(*columns.key_at), itemgetter(columns.notes_at)
    for batch in table.batches():
        if isinstance(batch, Problem):
            yield batch
            continue
        line, rows = batch
        for cells in rows:
            cells.append("")
        for (start, title, *clock), group in groupby(rows, key_of):
            of_key = list(group)
            key = (start, intern(title), *clock)  # people do one workout a hundred times
            notes = next(filter(str.strip, map(notes_of, of_key)), "")
            yield Run(line, key, of_key[0], notes, list(map(cells_of, of_key)))
            line += len(of_key)


def picker(positions: Sequence[int]) -> CellsOf:
    """Picks the cells at some positions, also at one or none: an itemgetter gives a tuple of two and more only."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda cells: tuple(cells[position] for position in positions)


class KeptRows:
    """The rows of a file in little memory. Most sets of a log recur, so that a row is the number of what one like it says.

    different: what rows say, by number; to be filled in when all have been added.
    """

    def __init__(self, set_cells: Sequence[int], key_at: Sequence[int], width: int) -> None:
        beside = [position for position in range(width) if position not in (*set_cells, *key_at)]
        self._beside_of = picker(beside)
        places = {position: place for place, position in enumerate((*beside, *set_cells, *key_at, width))}
        self._in_order = picker([places[position] for position in range(width + 1)])
        self.different: Sequence[Texts] = ()
        self._numbers = array("I")
        self._runs: list[Problem | _Head] = []
        self._lines, self._lengths = array("Q"), array("I")  # of each of them

    def add(self, run: Run, numbers: Sequence[int]) -> None:
        """Keep a run by the numbers of what its rows say."""
        last = self._runs[-1] if self._runs else None
        # Rows with a line break in a cell are runs of their own; what counts are the cells of the first one of a session.
        same = isinstance(last, _Head) and last.key == run.key and last.notes == run.notes
        self._add(
            last if last and same else _Head(run.key, run.notes, self._beside_of(run.cells)), run.line, len(numbers)
        )
        self._numbers.extend(numbers)

    def add_problem(self, problem: Problem) -> None:
        """Keep what is wrong with a row."""
        self._add(problem, 0, 0)

    def __iter__(self) -> Iterator[Run | Problem]:
        """As `runs_of` gives them, a run with the cells of the one before where that is of its session."""
        first = 0
        for head, line, length in zip(self._runs, self._lines, self._lengths, strict=True):
            if isinstance(head, Problem):
                yield head
                continue
            texts = list(map(self.different.__getitem__, self._numbers[first : first + length]))
            first += length
            cells = list(self._in_order([*head.beside, *texts[0], *head.key, ""]))
            yield Run(line, head.key, cells, head.notes, texts)

    def _add(self, head: "Problem | _Head", line: int, length: int) -> None:
        self._runs.append(head)
        self._lines.append(line)
        self._lengths.append(length)


class _Head(NamedTuple):
    """What a run is kept of beside its sets. beside: the cells that neither make up a set nor tell its session."""

    key: KeyTexts
    notes: str
    beside: Texts
