"""The rows of a set log, session by session: from its file, or from memory where a first reading has kept them."""

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
    """The rows of a file in little memory. Most sets of a log recur, so that a row is a pointer to what one like it says."""

    def __init__(self, set_cells: Sequence[int], key_at: Sequence[int], width: int) -> None:
        beside = [position for position in range(width) if position not in (*set_cells, *key_at)]
        self._beside_of = picker(beside)
        places = {position: place for place, position in enumerate((*beside, *set_cells, *key_at, width))}
        self._in_order = picker([places[position] for position in range(width + 1)])
        self._texts: list[Texts] = []
        self._runs: list[Problem | tuple[int, KeyTexts, str, Texts, int]] = []

    def add(self, run: Run, texts: Sequence[Texts]) -> None:
        """Keep a run whose texts are those of earlier rows where they say the same."""
        self._runs.append((run.line, run.key, run.notes, self._beside_of(run.cells), len(texts)))
        self._texts.extend(texts)

    def add_problem(self, problem: Problem) -> None:
        """Keep what is wrong with a row."""
        self._runs.append(problem)

    def __iter__(self) -> Iterator[Run | Problem]:
        """As `runs_of` gives them."""
        first = 0
        for each in self._runs:
            if isinstance(each, Problem):
                yield each
                continue
            line, key, notes, beside, count = each
            texts = self._texts[first : first + count]
            first += count
            yield Run(line, key, list(self._in_order([*beside, *texts[0], *key, ""])), notes, texts)
