"""First pass over a set log: which sessions it holds, where each ends, and what its number columns look like.

A session is all rows of the same start and title, wherever they stand: sorting a file in a spreadsheet scatters them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from operator import itemgetter
from typing import Final, NamedTuple

from lib.importers.lifting.sets import name
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import Table
from lib.model.errors import UnreadableFile
from lib.model.records import Problem

_SAMPLES: Final = 5_000

# Start and title of a session as they are written, then the time of day where it has a column of its own.
KeyTexts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionColumns:
    """Where a session's start, title and notes stand, and what the columns are called.

    clock_at: the time of day, where it stands in another column than the date.
    set_time_at: the time of each set, where the log has no start of the session; the earliest one is.
    by_id:    the start is an id of the session, and the time of a set its whole moment.
    """

    start_at: int
    title_at: int
    notes_at: int
    start: str
    title: str
    notes: str
    clock_at: int | None = field(default=None, kw_only=True)
    set_time_at: int | None = field(default=None, kw_only=True)
    set_time: str = field(default="", kw_only=True)
    by_id: bool = field(default=False, kw_only=True)

    @property
    def key_at(self) -> tuple[int, ...]:
        """The columns that tell one session from another."""
        return (
            (self.start_at, self.title_at) if self.clock_at is None else (self.start_at, self.title_at, self.clock_at)
        )


@dataclass(frozen=True, slots=True)
class SetLogSurvey:
    """What one pass over a file shows.

    ends:    start and title as written → line of the last row that has them.
    samples: position of a column → distinct texts in it (about the first 5,000).
    times:   start and title as written → times of the sets, where the log has no start of the session.
    """

    ends: dict[KeyTexts, int]
    samples: dict[int, set[str]]
    times: dict[KeyTexts, set[str]] = field(default_factory=dict)

    def starts(self) -> list[str]:
        """All starts as written."""
        return [texts[0] for texts in self.ends]

    def texts(self, position: int) -> set[str]:
        """Texts of a column; none for one that the file lacks."""
        return self.samples.get(position, set())


class LoggedBout(NamedTuple):
    """A session before its sets are read. end: line of its last row."""

    source_key: str
    moment: Moment
    start_text: str
    title: str
    end: int


KnownBouts = dict[KeyTexts, LoggedBout | BadCell]


def survey(table: Table, columns: SessionColumns, sampled: Iterable[int]) -> SetLogSurvey:
    """Read the file once. UnreadableFile where it is cut off, before any record is handed out."""
    key_of = itemgetter(*columns.key_at)
    width = len(table.header.names)
    lacks_a_column = max(columns.key_at) >= width
    found = SetLogSurvey({}, {position: set() for position in sampled if position < width})
    samples = _Samples(found.samples)
    pick, picked, time_at = samples.pick, samples.picked, columns.set_time_at
    last: KeyTexts = ("",) * len(
        columns.key_at
    )  # rows without both are refused later; that there may be none does not matter
    last_line = 0
    for row in table.rows():
        if isinstance(row, Problem):
            continue
        line, cells = row
        if lacks_a_column:
            cells.append("")
        if (key := key_of(cells)) != last:
            found.ends[last] = last_line
            last = key
            samples.spread()
        last_line = line
        picked.add(pick(cells))
        if time_at is not None:
            found.times.setdefault(key, set()).add(cells[time_at])
    found.ends[last] = last_line
    samples.spread(at_end=True)
    return found


class _Samples:
    """Gathers the texts of columns. Few combinations occur, so they are taken together and parted now and then."""

    def __init__(self, texts: dict[int, set[str]]) -> None:
        self.texts = texts
        # Of one position an itemgetter gives the cell itself, not a tuple, and of none it cannot be made.
        positions = [*texts] * 2 if len(texts) == 1 else [*texts] or [0, 0]
        self.pick: Callable[[list[str]], tuple[str, ...]] = itemgetter(*positions)
        self.picked: set[tuple[str, ...]] = set()

    def spread(self, *, at_end: bool = False) -> None:
        """Part the combinations by column, once there are many."""
        if self.picked and (at_end or len(self.picked) > _SAMPLES):
            for texts, found in zip(self.texts.values(), zip(*self.picked, strict=True), strict=False):
                if len(texts) < _SAMPLES:
                    texts.update(found)
            self.picked.clear()


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
    """The same, where two ways to write one start and title are one session, which ends where the later of them does."""
    last_lines: dict[str, int] = {}
    for bout in found.values():
        if isinstance(bout, LoggedBout):
            last_lines[bout.source_key] = max(bout.end, last_lines.get(bout.source_key, 0))
    return {
        texts: bout._replace(end=last_lines[bout.source_key]) if isinstance(bout, LoggedBout) else bout
        for texts, bout in found.items()
    }


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
