"""JEFIT: one text file of several tables; an exercise is one row with its sets packed as "60x10,65x8".

Known from readers' code, not from a file of the app. Rows counted are those of EXERCISE LOGS.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.formats.jefit.sections import jefit_sections, starts_with_a_section
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.session_columns import KeyTexts, SessionColumns
from lib.importers.lifting.sessions import sessions, utc_start
from lib.importers.lifting.sets import column_memo, lifting_set, load_reader, name_memo, reps
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import KnownBouts, LoggedBout, SetLogSurvey, joined, survey
from lib.importers.lifting.units import WEIGHT_UNITS
from lib.importers.reading.cells import BadCell, CellError, read_cell
from lib.importers.reading.dates import Moment, day_of, parse_moment
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import normalised
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import LiftingSet, Problem, Record
from lib.model.traits import WHOLE_LOG
from lib.model.vocabulary import Question, SetKind, WeightUnit

_LOGS, _SESSIONS, _SETTING = "EXERCISE LOGS", "WORKOUT SESSIONS", "SETTING"
_ID: Final = re.compile(r"[1-9]\d*")
_EPOCH: Final = re.compile(r"[1-9]\d{8,9}")
_PACKED: Final = re.compile(r"\s*([^x]*?)\s*x\s*([^x]*?)\s*", re.IGNORECASE)
_NO_SETS: Final = "no set was logged for the exercise"
_ASK_WEIGHT: Final = "This file does not say whether its weights are kilograms or pounds."


class Jefit:
    """See lib.importers.base.Importer."""

    name = "jefit"
    title = "JEFIT · export of the account"
    where = "On jefit.com: Settings, Export data."
    seen = False
    traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        return starts_with_a_section(upload)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        found = jefit_sections(upload)
        if _LOGS not in found:
            raise UnreadableFile(f"The section {_LOGS} is missing: there are no sets in this file.")
        columns = _ExerciseLogs(open_table(found[_LOGS]))
        seen = survey(columns.table, columns.session, (columns.logs,))
        unit = _weight_unit(found.get(_SETTING)) or answers.weight_unit
        if unit is None and any(map(_has_load, seen.texts(columns.logs))):
            raise Needs(Question.WEIGHT_UNIT, list(WeightUnit), _ASK_WEIGHT)
        rows = _PackedRows(columns, unit or WeightUnit.KG)
        known = _known_bouts(seen, columns.session, _session_starts(found.get(_SESSIONS)))
        runs = seen.runs(columns.table, columns.session, rows.cells_of)
        yield from sessions(runs, columns.session, known, rows, start_of=utc_start)


class _ExerciseLogs(Columns):
    """Positions of the columns in EXERCISE LOGS. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        nowhere = len(table.header.names)
        at = (self.must("mydate"), nowhere, nowhere)
        self.session = SessionColumns(*at, *map(self.name, at), clock_at=self.may("belongsession"))
        self.exercise, self.logs = self.must("ename"), self.must("logs")


class _PackedRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(self, columns: _ExerciseLogs, unit: WeightUnit) -> None:
        super().__init__()
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(columns.exercise, columns.logs)
        self.names = name_memo(columns.name(columns.exercise), self.warnings)
        logs = columns.name(columns.logs)
        self.parts = column_memo(logs, _parts)
        self.counts, self.loads = column_memo(logs, _count), column_memo(logs, load_reader(unit, ()))

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002
        """Not read."""
        return None

    def body_mass_kg(self, cells: list[str]) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def read(self, texts: tuple[str, ...]) -> list[LiftingSet] | str:
        """The sets of one exercise, or that there are none."""
        name = self.names[texts[0]]
        parts = (part for part in texts[1].split(",") if part.strip())
        found = [each for part in parts if isinstance(each := self._set(name, part), LiftingSet)]
        self.refuse_if_none(found)
        return found or _NO_SETS

    def _set(self, name: str, packed: str) -> LiftingSet | str | None:
        """The set in "60x10"; None without its repetitions."""
        load, count = self.or_unknown(self.parts.__getitem__, packed, ("", ""))
        reps_done = self.or_unknown(self.counts.__getitem__, count, None) if count else None
        if reps_done is None:
            return None
        read_load = self.or_unknown(self.loads.__getitem__, load, None)
        return lifting_set(
            name, kind=SetKind.WORKING, count=reps_done, load=read_load, seconds=None, metres=None, rpe=None
        )


def _parts(packed: str) -> tuple[str, str]:
    """Load and repetitions of one set, as written. CellError where they are not parted by an x."""
    found = _PACKED.fullmatch(packed)
    if not found or not found[2]:
        raise CellError("not a set such as 60x10")
    return found[1], found[2]


def _count(text: str) -> int:
    """Repetitions. CellError for a word for nothing, too: a set has some."""
    count = reps(text)
    if count is None:
        raise CellError("no repetitions")
    return count


def _has_load(packed: str) -> bool:
    return any(found[1].strip("0.") for found in map(_PACKED.fullmatch, packed.split(",")) if found)


def _weight_unit(setting: Upload | None) -> WeightUnit | None:
    """The unit of all loads, from the column `mass` of the settings; None where they do not say it."""
    [word] = next(_rows_of(setting, "mass"), [""])
    return WEIGHT_UNITS.get(normalised(word))


def _session_starts(section: Upload | None) -> dict[str, str]:
    """Seconds since 1970 at the start of every session, by its id. The app misspells the column."""
    return {cells[0]: cells[1] for cells in _rows_of(section, "_id", ("starttime", "starttimie"))}


def _rows_of(section: Upload | None, *columns: str | tuple[str, ...]) -> Iterator[list[str]]:
    """The cells of these columns in every whole row of a section; nothing where one of them is missing."""
    if section is None:
        return
    table = open_table(section)
    at = [table.header.find(*((column,) if isinstance(column, str) else column)) for column in columns]
    for row in table.rows():
        if not isinstance(row, Problem) and None not in at:
            yield [row[1][position].strip() for position in at if position is not None]


def _known_bouts(seen: SetLogSurvey, columns: SessionColumns, starts: dict[str, str]) -> KnownBouts:
    return joined({texts: _bout(texts, line, columns, starts) for texts, line in seen.ends.items()})


def _bout(texts: KeyTexts, line: int, columns: SessionColumns, starts: dict[str, str]) -> LoggedBout | BadCell:
    """A session by its id; without one, all rows of a day."""
    day, session = texts[0].strip(), texts[2].strip()
    try:
        moment = read_cell(columns.start, day, lambda text: day_of(parse_moment(text)))
    except BadCell as bad:
        return BadCell(bad.column, bad.value, bad.why)
    epoch = starts.get(session, session)
    if not _EPOCH.fullmatch(epoch):
        return LoggedBout(session if _ID.fullmatch(session) else day, moment, day, "", line)
    try:
        instant = read_cell(columns.start, epoch, lambda text: moment_of_milliseconds(int(text) * 1000))
    except BadCell as bad:
        return bad
    return LoggedBout(session, Moment(instant, timedelta()), epoch, "", line)


importer = Jefit()
