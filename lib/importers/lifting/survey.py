"""First pass over a set log: which sessions it holds, where each ends, and what its number columns look like.

A session is all rows of the same start and title, wherever they stand: sorting a file in a spreadsheet scatters them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from operator import itemgetter
from typing import Final, NamedTuple

from lib.importers.lifting.runs import CellsOf, KeptRows, Run, Texts, picker, runs_of
from lib.importers.lifting.session_columns import KeyTexts, SessionColumns
from lib.importers.lifting.sets import name
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import Table
from lib.model.errors import UnreadableFile
from lib.model.records import Problem
from lib.model.vocabulary import DateOrder

_SAMPLES: Final = 5_000
# What is held of a log whose rows are all different before it is read a second time instead: some 25 MiB.
_COMBINATIONS: Final = 100_000
_CHARACTERS: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class SetLogSurvey:
    """What one pass over a file shows.

    ends:    start and title as written → line of the last row that has them.
    samples: position of a column → distinct texts in it (about the first 5,000).
    times:   start and title as written → times of the sets, where the log has no start of the session.
    kept:    all rows, where they were asked for and are not too many different ones.
    bouts:   the sessions as they were found, by the order of day and month.
    """

    ends: dict[KeyTexts, int]
    samples: dict[int, set[str]]
    times: dict[KeyTexts, set[str]] = field(default_factory=dict)
    kept: KeptRows | None = None
    bouts: dict[DateOrder, "KnownBouts"] = field(default_factory=dict)

    @property
    def different(self) -> int:
        """How many different rows are in memory."""
        return len(self.kept.different) if self.kept else 0

    def starts(self) -> list[str]:
        """All starts as written."""
        return [texts[0] for texts in self.ends]

    def written(self) -> Iterator[str]:
        """What a person wrote in the rows: the titles of their sessions, then what was sampled."""
        yield from (text for key in self.ends for text in key[1:])
        yield from (text for texts in self.samples.values() for text in texts)

    def texts(self, position: int) -> set[str]:
        """Texts of a column; none for one that the file lacks."""
        return self.samples.get(position, set())

    def runs(self, table: Table, columns: SessionColumns, cells_of: CellsOf) -> Iterator[Run | Problem]:
        """The rows, from memory or from the file once more."""
        return runs_of(table, columns, cells_of) if self.kept is None else iter(self.kept)


class LoggedBout(NamedTuple):
    """A session before its sets are read. end: line of its last row."""

    source_key: str
    moment: Moment
    start_text: str
    title: str
    end: int


KnownBouts = dict[KeyTexts, LoggedBout | BadCell]


def survey(
    table: Table, columns: SessionColumns, sampled: Iterable[int], set_cells: Sequence[int] = ()
) -> SetLogSurvey:
    """Read the file once. UnreadableFile where it is cut off, before any record is handed out.

    set_cells: positions of the cells that make up a set. With them the rows are kept, so that the file is not read again.
    """
    width, time_at = len(table.header.names), columns.set_time_at
    samples = {position: set[str]() for position in sampled if position < width}
    picked = [*(set_cells or samples), *([] if time_at is None else [time_at])]
    found = SetLogSurvey({}, samples)
    kept = KeptRows(set_cells, columns.key_at, width) if set_cells and time_at is None else None
    known = _Combinations(picked, samples)
    for run in runs_of(table, columns, picker(picked)):
        if isinstance(run, Problem):
            if kept:
                kept.add_problem(run)
            continue
        found.ends[run.key] = run.last_line
        numbers = list(map(known.__getitem__, run.texts))
        known.hear(run)
        kept = None if known.overflow else kept
        if kept:
            kept.add(run, numbers)
        if time_at is not None:
            found.times.setdefault(run.key, set()).update(each[-1] for each in run.texts)
    if kept:
        kept.different = list(known)
    known.spread()
    return replace(found, kept=kept)


class _Combinations(dict[Texts, int]):
    """What rows say, numbered, and each text in it held once: few of them occur. Parted by column now and then for the samples.

    overflow: that they are so many, or so long, that not all could be held.
    """

    def __init__(self, picked: Sequence[int], samples: dict[int, set[str]]) -> None:
        super().__init__()
        self.samples = [(place, samples[position]) for place, position in enumerate(picked) if position in samples]
        self.beside = [(position, texts) for position, texts in samples.items() if position not in picked]
        self.cells = _Cells()
        self.overflow = False

    def __missing__(self, texts: Texts) -> int:
        number = self[tuple(map(self.cells.__getitem__, texts))] = len(self)
        return number

    def hear(self, run: Run) -> None:
        """Sample what belongs to the whole session, and make room where there is none."""
        for position, texts in self.beside:
            if len(texts) < _SAMPLES:
                texts.add(run.cells[position])
        if len(self) > _COMBINATIONS or self.cells.characters > _CHARACTERS:
            self.overflow = True
            self.spread()

    def spread(self) -> None:
        """Part what is held by column."""
        for place, texts in self.samples:
            if len(texts) < _SAMPLES:
                texts.update(map(itemgetter(place), self))
        self.clear()
        self.cells = _Cells()


class _Cells(dict[str, str]):
    """Each text once. characters: how many all of them have."""

    characters = 0

    def __missing__(self, text: str) -> str:
        self[text] = text
        self.characters += len(text)
        return text


def known_bouts(
    seen: SetLogSurvey,
    columns: SessionColumns,
    read_start: Callable[[str], Moment],
    *,
    header_may_repeat: bool = False,
) -> KnownBouts:
    """Every session of a file, by start and title as written; a BadCell where one of the two cannot be read.

    UnreadableFile where the header stands in the file once more, unless it may: an app writes it once, so two exports
    were joined, and a set that both of them have cannot be told from one that was done twice.
    """
    if not header_may_repeat:
        _refuse_joined_files(seen.ends, columns)
    bout = _bout if columns.set_time_at is None else partial(_bout_of_set_times, seen.times)
    return joined({texts: bout(texts, line, columns, read_start) for texts, line in seen.ends.items()})


def _refuse_joined_files(ends: dict[KeyTexts, int], columns: SessionColumns) -> None:
    line = next((line for texts, line in ends.items() if texts[0].strip() == columns.start), None)
    if line is not None:
        raise UnreadableFile(
            f"The names of the columns stand once more in line {line}: two exports were joined to one file. "
            "Import each of them by itself.",
            line=line,
            column=columns.start,
            value=columns.start,
        )


def joined(found: KnownBouts) -> KnownBouts:
    """The same, changed where two ways to write one start and title are one session, which ends where the later of them does."""
    last_lines: dict[str, int] = {}
    for bout in found.values():
        if isinstance(bout, LoggedBout):
            last_lines[bout.source_key] = max(bout.end, last_lines.get(bout.source_key, 0))
    for texts, bout in found.items():
        if isinstance(bout, LoggedBout) and bout.end < (end := last_lines[bout.source_key]):
            found[texts] = bout._replace(end=end)
    return found


def _bout(
    texts: KeyTexts, line: int, columns: SessionColumns, read_start: Callable[[str], Moment]
) -> LoggedBout | BadCell:
    start = " ".join(text for text in (texts[0], *texts[2:]) if text)
    try:
        moment = read_cell(columns.start, start, read_start)
        title = read_cell(columns.title, texts[1], lambda text: name(text, required=False))
    except BadCell as bad:
        # A new one: the caught one would keep all frames alive for as long as the file is read.
        return BadCell(bad.column, bad.value, bad.why)
    return LoggedBout(f"{moment.local.isoformat()}|{title}", moment, start, title, line)


def _bout_of_set_times(
    times: dict[KeyTexts, set[str]],
    texts: KeyTexts,
    line: int,
    columns: SessionColumns,
    read_start: Callable[[str], Moment],
) -> LoggedBout | BadCell:
    """A session that begins with its earliest set; known by its id, or by its day and title.

    Times that cannot be read are left out; where none can, the session is of its day alone, or a BadCell without one.
    """
    day = texts[0].strip()
    moments: list[tuple[datetime, Moment, str]] = []
    bad: BadCell | None = None
    for time in times.get(texts, ()):
        start = time if columns.by_id else f"{day} {time}".strip()
        try:
            moment = read_cell(columns.set_time, start, read_start)
        except BadCell as found:
            bad = BadCell(found.column, found.value, found.why)
        else:
            moments.append((moment.local, moment, start))
    if not moments:
        return _bout((day, *texts[1:]), line, columns, read_start) if bad is None or not columns.by_id else bad
    _, moment, start = min(moments)
    if columns.by_id:
        return LoggedBout(day, moment, start, texts[1].strip(), line)
    title = name(texts[1], required=False)
    return LoggedBout(f"{moment.local.date().isoformat()}|{title}", moment, start, title, line)
