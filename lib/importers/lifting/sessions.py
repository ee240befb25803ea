"""Second pass over a set log: rows → sessions, each handed out as soon as its last row has been read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count, repeat
from operator import concat
from typing import Any, Final

from lib.importers.lifting.mistyped import mistyped_loads
from lib.importers.lifting.runs import Run
from lib.importers.lifting.said_rows import SaidRow, SaidRows, SetRows
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sets import name_change, note_memo
from lib.importers.lifting.survey import KnownBouts, LoggedBout
from lib.importers.reading.cells import BadCell, CellError
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import shown
from lib.model.records import Ignored, LiftingSet, Problem, Record, Session, Start
from lib.model.vocabulary import TimeBasis

# Nobody lifts for longer; a longer one was not ended until the next morning.
LONGEST_SESSION: Final = timedelta(hours=8)


_MISTYPED: Final = (
    "about ten times the other loads of {} in this session; kept as written. Correct it in the app if it was mistyped."
)
_new: Final = tuple.__new__
_SETS_ALONE: Final = {tuple}


def local_start(bout: LoggedBout) -> Start:
    """The start of a log that writes the wall clock; a converter may have added an offset."""
    local, offset, precision = bout.moment
    if offset is None:
        return Start(bout.start_text, TimeBasis.WALL_CLOCK, local=local, precision=precision)
    return Start(bout.start_text, TimeBasis.OFFSET, local=local, utc=bout.moment.utc, precision=precision)


def utc_start(bout: LoggedBout) -> Start:
    """The start of a log that writes UTC, as Z or +00:00: the offset says nothing about where the athlete was."""
    if bout.moment.offset != timedelta():
        return local_start(bout)
    return Start(bout.start_text, TimeBasis.UTC, utc=bout.moment.utc, precision=bout.moment.precision)


def sessions(
    rows: Iterable[Run | Problem],
    columns: SessionColumns,
    known: KnownBouts,
    reader: SetRows,
    *,
    start_of: Callable[[LoggedBout], Start] = local_start,
    newest_first: bool = False,
    different: int = 0,
) -> Iterator[Record]:
    """Every session when its last row has been read, and what became of all other rows.

    newest_first: the sets of a session stand in the file from the last to the first.
    different: how many different rows are in memory, where all are.
    In memory are only the sessions of which a row is still to come: one, unless the file was sorted by something else.
    """
    grouping = _Grouping(columns, known, SaidRows(reader, different), start_of, newest_first=newest_first)
    for run in rows:
        if isinstance(run, Problem):
            yield run
        else:
            yield from grouping.add(run)


def elapsed_between(start: Moment, end: Moment) -> float | None:
    """Seconds between two wall clocks; None where they are equal. CellError where that cannot be a session.

    An end before its start on the same date is of the following day, if that is soon: the log passed midnight.
    """
    length = end.utc - start.utc if start.offset is not None and end.offset is not None else end.local - start.local
    next_day = length + timedelta(days=1)
    if length < timedelta() and start.local.date() == end.local.date() and next_day <= LONGEST_SESSION:
        length = next_day
    return checked_length(length.total_seconds())


def checked_length(seconds: float | None) -> float | None:
    """The length of a session; None for 0, which says nothing. CellError below 0 and above 8 h."""
    if seconds and not 0 < seconds <= LONGEST_SESSION.total_seconds():
        raise CellError("ends before it starts" if seconds < 0 else "longer than 8 h: the app was left running")
    return seconds or None


@dataclass(slots=True)
class _Draft:
    """A session whose rows are still coming. sets_beside: sets beyond the first one of their row."""

    bout: LoggedBout
    start: Start
    line: int
    elapsed_s: float | None
    body_mass_kg: float | None
    notes: str = ""
    sets: list[LiftingSet] = field(default_factory=list)
    sets_beside: int = 0
    newest_first: bool = False

    def session(self) -> Session:
        return Session(
            self.bout.source_key,
            self.start,
            tuple(reversed(self.sets) if self.newest_first else self.sets),
            self.line,
            title=self.bout.title,
            notes=self.notes,
            elapsed_s=self.elapsed_s,
            body_mass_kg=self.body_mass_kg,
            source_rows=len(self.sets) - self.sets_beside if self.sets_beside else None,
        )


class _Grouping:
    """Puts rows to the session they belong to."""

    def __init__(
        self,
        columns: SessionColumns,
        known: KnownBouts,
        said: SaidRows,
        start_of: Callable[[LoggedBout], Start],
        *,
        newest_first: bool,
    ) -> None:
        self.columns, self.known, self.said, self.reader = columns, known, said, said.reader
        self.start_of, self.newest_first = start_of, newest_first
        self.drafts: dict[str, _Draft] = {}
        self.notes = note_memo(columns.notes, self.reader.warnings)

    def add(self, run: Run) -> Iterator[Record]:
        """What is known for certain once these rows have been read: mostly nothing."""
        bout = self.known[run.key]
        if isinstance(bout, BadCell):
            yield from (bout.problem(line) for line in range(run.line, run.last_line + 1))
            return
        draft = self.drafts.get(bout.source_key) or self._draft(bout, run)
        if run.notes and not draft.notes:
            draft.notes = self.notes[run.notes]
        yield from self._warnings(run.line)
        found: list[Any] = list(map(self.said.__getitem__, run.texts))
        if set(map(type, found)) == _SETS_ALONE:
            # With its line, the last field. Step by step in Python this took a tenth of a large import.
            lines = zip(count(run.line), strict=False)
            draft.sets.extend(map(_new, repeat(LiftingSet), map(concat, found, lines)))
        else:
            yield from self._one_by_one(draft, run.line, found)
        if self.said.told:
            yield from self._told(run)
        if run.last_line >= draft.bout.end:
            yield from self._closed(draft)

    def _one_by_one(self, draft: _Draft, first: int, found: Sequence[SaidRow]) -> Iterator[Record]:
        for line, each in enumerate(found, first):
            if isinstance(each, tuple):
                draft.sets.append(_new(LiftingSet, (*each, line)))
            elif each.rejected:
                yield each.rejected.problem(line)
            else:
                if not each.sets:
                    yield Ignored(line, each.why_none)
                yield from (flaw.problem(line, rows=0) for flaw in each.flaws)
                draft.sets.extend(said._replace(line=line) for said in each.sets)
                draft.sets_beside += max(0, len(each.sets) - 1)

    def _told(self, run: Run) -> Iterator[Record]:
        for line, texts in enumerate(run.texts, run.line):
            yield from (warning.problem(line, rows=0) for warning in self.said.told.pop(texts, ()))

    def _draft(self, bout: LoggedBout, run: Run) -> _Draft:
        """A new one, made of the first row of its session."""
        draft = self.drafts[bout.source_key] = _Draft(
            bout, self.start_of(bout), run.line, self._elapsed_s(bout, run.cells), self._body_mass_kg(run.cells),
            newest_first=self.newest_first,
        )  # fmt: skip
        self.reader.warnings += name_change(self.columns.title, run.cells[self.columns.title_at], bout.title)
        return draft

    def _elapsed_s(self, bout: LoggedBout, cells: list[str]) -> float | None:
        try:
            return self.reader.elapsed_s(cells, bout.moment)
        except BadCell as bad:
            self.reader.warnings.append(BadCell(bad.column, bad.value, f"{bad.why}; the length is left open"))
            return None

    def _body_mass_kg(self, cells: list[str]) -> float | None:
        try:
            return self.reader.body_mass_kg(cells)
        except BadCell as bad:
            self.reader.warnings.append(BadCell(bad.column, bad.value, f"{bad.why}; the body mass is left open"))
            return None

    def _closed(self, draft: _Draft) -> Iterator[Record]:
        del self.drafts[draft.bout.source_key]
        if draft.sets:
            yield draft.session()
            yield from map(_mistyped, mistyped_loads(draft.sets))

    def _warnings(self, line: int) -> Iterator[Record]:
        """What was altered in the first row of a session."""
        if self.reader.warnings:
            yield from [warning.problem(line, rows=0) for warning in self.reader.warnings]
            self.reader.warnings.clear()


def _mistyped(each: LiftingSet) -> Problem:
    load = f"{each.load_value:g} {each.load_unit}"
    return Problem(each.line, None, load, _MISTYPED.format(shown(each.exercise_name)), rows=0)
