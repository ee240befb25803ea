"""StrongLifts, the app's own export: one row an exercise with its sets across, in kilograms or pounds."""

import re
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.dated_sessions import dated_sessions
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sessions import checked_length
from lib.importers.lifting.sets import (
    NO_LOAD,
    Load,
    Memo,
    column_memo,
    lifting_set,
    load_reader,
    name_memo,
    reps,
)
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import SetLogSurvey, survey
from lib.importers.reading.cells import CellError, number_style, parse_count, parse_number, read_cell
from lib.importers.reading.dates import Moment
from lib.importers.reading.durations import parse_duration
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.traits import WHOLE_LOG
from lib.model.vocabulary import SetKind, WeightUnit

# What tells this export from Strong, which names the exercise otherwise, and from FitNotes, which has no programme.
_SIGNATURE: Final = ("Workout", "Program Name", "Exercise")
_DATE: Final = ("Date (yyyy/mm/dd)", "Date (dd/mm/yyyy)", "Date (mm/dd/yyyy)", "Date")
_SETS_BY_REPS: Final = ("Sets×Reps", "SetsxReps")
_SETS_BY_TIME: Final = ("Sets×Time", "SetsxTime")
_MOST_SETS: Final = 100
_MANY: Final = re.compile(r"(\d+)\s*[×x]\s*(.+)", re.IGNORECASE)
_LEFT_OUT: Final = "-"
_UNITS: Final = {"kg": WeightUnit.KG, "lb": WeightUnit.POUND}
_SKIPPED: Final = "skipped: no set of the exercise was done"


class StrongLifts:
    """See lib.importers.base.Importer."""

    name = "stronglifts"
    title = "StrongLifts · CSV export"
    where = "In the app: Settings, Export data, CSV."
    seen = True
    traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        return header is not None and all(header.has(column) for column in _SIGNATURE)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = _SetsAcross(open_table(upload))
        seen = survey(columns.table, columns.session, columns.numbers)
        rows = _ExerciseRows(columns, seen)
        yield from dated_sessions(columns.table, columns.session, seen, answers, lambda _: rows)


class _SetsAcross(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        must, may = self.must, self.may
        at = (must(*_DATE), may("Workout Name"), may("Notes"))
        self.session = SessionColumns(*at, *map(self.name, at), clock_at=may("Start Time (h:mm)", "Start Time"))
        self.exercise, self.hours = must("Exercise"), may("Duration (hours)")
        self.by_reps, self.by_time = may(*_SETS_BY_REPS), may(*_SETS_BY_TIME)
        self.mass, self.mass_unit = self._with_unit("Body Weight")
        must("Set 1 (Reps)")
        numbers = (number for number in range(1, _MOST_SETS) if table.header.has(f"Set {number} (Reps)"))
        self.sets = [(must(f"Set {number} (Reps)"), *self._with_unit(f"Set {number}")) for number in numbers]
        self.numbers = (self.mass, self.hours, *(load for _, load, _ in self.sets))

    def _with_unit(self, column: str) -> tuple[int, WeightUnit]:
        """Position and unit of a column such as "Set 1 (LB)"; that of a missing one is a blank cell."""
        found = (text for text in _UNITS if self.table.header.has(f"{column} ({text})"))
        text = next(found, "kg")
        return self.may(f"{column} ({text})"), _UNITS[text]


class _ExerciseRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(self, columns: _SetsAcross, seen: SetLogSurvey) -> None:
        super().__init__()
        self.columns = columns
        across = (position for count, load, _ in columns.sets for position in (count, load))
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            columns.exercise, columns.by_reps, columns.by_time, *across
        )
        self.names = name_memo(columns.name(columns.exercise), self.warnings)
        self.across = [
            (column_memo(columns.name(count), reps), _loads(columns, seen, load, unit))
            for count, load, unit in columns.sets
        ]
        self.parts = column_memo(columns.name(columns.by_time), _lengths)
        self.seconds = column_memo(columns.name(columns.by_time), parse_duration)
        self.masses = _loads(columns, seen, columns.mass, columns.mass_unit)
        self.hours_style = number_style(seen.texts(columns.hours))

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002 - the length is written
        """As the app wrote it, in hours."""
        return read_cell(self.columns.name(self.columns.hours), cells[self.columns.hours], self._seconds)

    def _seconds(self, text: str) -> float | None:
        seconds = checked_length(parse_number(text, self.hours_style) * 3600) if text.strip() else None
        return None if seconds is None else round(seconds) or None

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass, in kilograms even in a file in pounds."""
        return self.masses[cells[self.columns.mass]][0]

    def read(self, texts: tuple[str, ...]) -> list[LiftingSet] | str:
        """The sets of one exercise, or why there are none."""
        exercise, by_reps, by_time, *across = texts
        name = self.names[exercise]
        done = self._across(name, by_reps, across) or self._timed(name, by_time)
        self.refuse_if_none(done)
        return done or _SKIPPED

    def _across(self, name: str, by_reps: str, across: list[str]) -> list[LiftingSet]:
        """The sets of the columns "Set 1" and on. 0 repetitions are a failed set, or one left out where marked "-"."""
        marks = [mark.strip() for mark in by_reps.split("/")]
        found = []
        for number, (counts, loads) in enumerate(self.across):
            text, load = across[2 * number], across[2 * number + 1]
            left_out = marks[number : number + 1] == [_LEFT_OUT]
            count = None if left_out else self.or_unknown(counts.__getitem__, text, None)
            if count is not None:
                found.append(_working_set(name, count, self.or_unknown(loads.__getitem__, load, None), None))
        return [each for each in found if isinstance(each, LiftingSet)]

    def _timed(self, name: str, by_time: str) -> list[LiftingSet]:
        """The sets of an exercise that is done for time: "3×1:00" or "1:00/0:45"."""
        lengths: list[str] = self.or_unknown(self.parts.__getitem__, by_time, [])
        found = (
            _working_set(name, None, NO_LOAD, self.or_unknown(self.seconds.__getitem__, each, None)) for each in lengths
        )
        return [each for each in found if isinstance(each, LiftingSet)]


def _loads(columns: _SetsAcross, seen: SetLogSurvey, position: int, unit: WeightUnit) -> Memo[str, Load]:
    return column_memo(columns.name(position), load_reader(unit, seen.texts(position)))


def _working_set(name: str, count: int | None, load: Load | None, seconds: float | None) -> LiftingSet | str:
    return lifting_set(name, kind=SetKind.WORKING, count=count, load=load, seconds=seconds, metres=None, rpe=None)


def _lengths(text: str) -> list[str]:
    """The time of every set in "3×1:00" or "1:00/0:45/-", as written. CellError for too many."""
    many = _MANY.fullmatch(text.strip())
    if not many:
        return text.split("/")
    count = parse_count(many[1])
    if count > _MOST_SETS:
        raise CellError("more than 100 sets")
    return [many[2]] * count


importer = StrongLifts()
