"""Rows of sets → sessions, in two passes over the file.

A session is all rows of the same start and title, wherever they stand: sorting a file in a spreadsheet scatters them.
The first pass (`survey`) notes where each session ends and what its columns look like, so that the second
(`sessions`) can hand out every session as soon as it is whole, and keeps in memory only those that are not.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

from lib.importers.cells import BadCell, CellError, read_cell
from lib.importers.dates import Moment
from lib.importers.lifting import Memo, column_memo, name, name_change, note
from lib.importers.table import Table
from lib.model.records import Ignored, LiftingSet, Problem, Record, Session, Start
from lib.model.vocabulary import TimeBasis

LONGEST_SESSION: Final = timedelta(hours=24)
_SAMPLES: Final = 5_000

# Start and title of a session as they are written.
KeyTexts = tuple[str, str]


class SessionColumns(NamedTuple):
    """Where a session's start, title and notes stand, and what the columns are called."""

    start_at: int
    title_at: int
    notes_at: int
    start: str
    title: str
    notes: str


class SetRows(Protocol):
    """How one format writes its sets.

    A list of cells has one blank more than the header has columns: the place of every column that the file lacks.

    cells_of: picks the cells that make up a set.
    warnings: what was altered while reading; taken out after every row.
    """

    cells_of: Callable[[list[str]], tuple[str, ...]]
    warnings: list[BadCell]

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:
        """Length of the session, from its first row. BadCell where it cannot be right."""
        ...

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set that the picked cells describe, without its line, or why they are none. BadCell to reject the row."""
        ...


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over a file shows.

    ends:    start and title as written → line of the last row that has them.
    samples: position of a column → distinct texts in it (about the first 5,000).
    """

    ends: dict[KeyTexts, int]
    samples: dict[int, set[str]]

    def starts(self) -> list[str]:
        """All starts as written."""
        return [start for start, _ in self.ends]

    def texts(self, position: int) -> set[str]:
        """Texts of a column; none for one that the file lacks."""
        return self.samples.get(position, set())


class Bout(NamedTuple):
    """A session before its sets are read. end: line of its last row."""

    source_key: str
    moment: Moment
    start_text: str
    title: str
    end: int


KnownBouts = dict[KeyTexts, Bout | BadCell]


def survey(table: Table, columns: SessionColumns, sampled: Iterable[int]) -> Survey:
    """Read the file once. UnreadableFile where it is cut off, before any record is handed out."""
    key_of = itemgetter(columns.start_at, columns.title_at)
    width = len(table.header.names)
    found = Survey({}, {position: set() for position in sampled if position < width})
    growing = list(found.samples.items())
    last: KeyTexts = ("", "")  # rows without both are refused later; that there may be none does not matter
    last_line = 0
    for row in table.rows():
        if isinstance(row, Problem):
            continue
        line, cells = row
        if (key := key_of(cells)) != last:
            found.ends[last] = last_line
            last = key
            growing = [(position, texts) for position, texts in growing if len(texts) < _SAMPLES]
        last_line = line
        for position, texts in growing:
            texts.add(cells[position])
    found.ends[last] = last_line
    return found


def known_bouts(ends: dict[KeyTexts, int], columns: SessionColumns, read_start: Callable[[str], Moment]) -> KnownBouts:
    """Every session of a file, by start and title as written; a BadCell where one of the two cannot be read.

    Two ways to write the same start and title are one session, which ends where the later of them does.
    """
    found = {texts: _bout(texts, line, columns, read_start) for texts, line in ends.items()}
    last_lines: dict[str, int] = {}
    for bout in found.values():
        if isinstance(bout, Bout):
            last_lines[bout.source_key] = max(bout.end, last_lines.get(bout.source_key, 0))
    return {
        texts: bout._replace(end=last_lines[bout.source_key]) if isinstance(bout, Bout) else bout
        for texts, bout in found.items()
    }


def sessions(table: Table, columns: SessionColumns, known: KnownBouts, reader: SetRows) -> Iterator[Record]:
    """Second pass: every session when its last row has been read, and what became of all other rows."""
    grouping = _Grouping(columns, known, reader)
    add = grouping.add
    for row in table.rows():
        if isinstance(row, Problem):
            yield row
        elif said := add(*row):
            yield from said


def elapsed_between(start: Moment, end: Moment) -> float | None:
    """Seconds between two wall clocks; None where they are equal. CellError where that cannot be a session.

    An end before its start on the same date is of the following day: the log was written past midnight.
    """
    length = end.utc - start.utc if start.offset is not None and end.offset is not None else end.local - start.local
    if length < timedelta() and start.local.date() == end.local.date():
        length += timedelta(days=1)
    return checked_length(length.total_seconds())


def checked_length(seconds: float | None) -> float | None:
    """The length of a session; None for 0, which says nothing. CellError below 0 and above 24 h."""
    if seconds and not 0 < seconds <= LONGEST_SESSION.total_seconds():
        raise CellError("ends before it starts" if seconds < 0 else "longer than 24 h: the app was left running")
    return seconds or None


@dataclass(slots=True)
class _Draft:
    """A session whose rows are still coming."""

    bout: Bout
    line: int
    elapsed_s: float | None
    notes: str = ""
    sets: list[LiftingSet] = field(default_factory=list)

    def session(self) -> Session:
        return Session(
            self.bout.source_key,
            _start(self.bout),
            tuple(self.sets),
            self.line,
            title=self.bout.title,
            notes=self.notes,
            elapsed_s=self.elapsed_s,
        )


class _Grouping:
    """Puts rows to the session they belong to. `draft` is that of the last row."""

    __slots__ = (
        "cells_of", "columns", "draft", "drafts", "key", "key_of", "known", "notes", "notes_at", "reader", "sets",
    )  # fmt: skip

    def __init__(self, columns: SessionColumns, known: KnownBouts, reader: SetRows) -> None:
        self.columns, self.known, self.reader = columns, known, reader
        self.key_of = itemgetter(columns.start_at, columns.title_at)
        self.key: KeyTexts | None = None
        self.draft: _Draft | BadCell
        self.drafts: dict[str, _Draft] = {}
        self.notes_at, self.cells_of = columns.notes_at, reader.cells_of
        self.notes = column_memo(columns.notes, note)
        # People repeat sets: most rows of a long log say what an earlier one said.
        self.sets: Memo[tuple[str, ...], LiftingSet | str] = Memo(reader.read)

    def add(self, line: int, cells: list[str]) -> Sequence[Record]:
        """What is known for certain once this row has been read: mostly nothing."""
        cells.append("")
        if (key := self.key_of(cells)) != self.key:
            self.key, self.draft = key, self._draft(self.known[key], line, cells)
        draft = self.draft
        if isinstance(draft, BadCell):
            return (draft.problem(line),)
        said = self._read(draft, line, cells)
        return said if line < draft.bout.end else (*said, *self._closed(draft))

    def _read(self, draft: _Draft, line: int, cells: list[str]) -> Sequence[Record]:
        try:
            if cells[self.notes_at] and not draft.notes:
                draft.notes = self.notes[cells[self.notes_at]]
            found = self.sets[self.cells_of(cells)]
        except BadCell as bad:
            return (bad.problem(line), *self._warnings(line))
        if isinstance(found, str):
            return (Ignored(line, found), *self._warnings(line))
        draft.sets.append(_at_line(found, line))
        return self._warnings(line) if self.reader.warnings else ()

    def _draft(self, bout: Bout | BadCell, line: int, cells: list[str]) -> _Draft | BadCell:
        if isinstance(bout, BadCell):
            return bout
        draft = self.drafts.get(bout.source_key)
        if draft is None:
            draft = self.drafts[bout.source_key] = _Draft(bout, line, self._elapsed_s(bout, cells))
            self.reader.warnings += name_change(self.columns.title, cells[self.columns.title_at], bout.title)
        return draft

    def _elapsed_s(self, bout: Bout, cells: list[str]) -> float | None:
        try:
            return self.reader.elapsed_s(cells, bout.moment)
        except BadCell as bad:
            self.reader.warnings.append(BadCell(bad.column, bad.value, f"{bad.why}; the length is left open"))
            return None

    def _closed(self, draft: _Draft) -> Sequence[Record]:
        del self.drafts[draft.bout.source_key]
        self.key = None
        return (draft.session(),) if draft.sets else ()

    def _warnings(self, line: int) -> list[Problem]:
        warnings = [warning.problem(line, rows=0) for warning in self.reader.warnings]
        self.reader.warnings.clear()
        return warnings


def _at_line(lifted: LiftingSet, line: int) -> LiftingSet:
    """The same set with its line, the last field. Several times as fast as `_replace`, and called for every row."""
    return tuple.__new__(LiftingSet, (*lifted[:-1], line))


def _bout(texts: KeyTexts, line: int, columns: SessionColumns, read_start: Callable[[str], Moment]) -> Bout | BadCell:
    try:
        moment = read_cell(columns.start, texts[0], read_start)
        title = read_cell(columns.title, texts[1], lambda text: name(text, required=False))
    except BadCell as bad:
        # A new one: the caught one would keep all frames alive for as long as the file is read.
        return BadCell(bad.column, bad.value, bad.why)
    return Bout(f"{moment.local.isoformat()}|{title}", moment, texts[0], title, line)


def _start(bout: Bout) -> Start:
    """Strength logs write the wall clock; a converter may have added an offset."""
    local, offset, precision = bout.moment
    if offset is None:
        return Start(bout.start_text, TimeBasis.WALL_CLOCK, local=local, precision=precision)
    return Start(bout.start_text, TimeBasis.OFFSET, local=local, utc=bout.moment.utc, precision=precision)
