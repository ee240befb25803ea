"""StrongLifts as a spreadsheet of 2018: one row a session, its exercises and their sets across."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lib.importers.base import Upload
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.dated_sessions import dated_sessions
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sets import NO_LOAD, Load, Memo, column_memo, lifting_set, load_reader, name_memo, reps
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import SetLogSurvey, survey
from lib.importers.reading.cells import BadCell
from lib.importers.reading.dates import Moment, day_of
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.traits import WHOLE_LOG
from lib.model.vocabulary import SetKind, WeightUnit

_EXERCISE: Final = re.compile(r"exercise \d+")
_SET: Final = re.compile(r"set \d+")
_KG, _POUND = "weight (kg)", "weight (lb)"
_NO_SETS: Final = "no set of any exercise was done"


class StrongLifts2018:
    """See lib.importers.base.Importer."""

    name = "stronglifts-2018"
    title = "StrongLifts · spreadsheet of 2018"
    where = "Older versions of the app mailed it: Settings, Export to spreadsheet."
    seen = True
    traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        return header is not None and header.has("Exercise 1") and header.has("Set 1") and header.has("Date")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract. The app leaves out blank cells at the end of a row."""
        columns = _ExercisesAcross(replace(open_table(upload), ragged=True))
        seen = survey(columns.table, columns.session, columns.numbers)
        rows = _SessionRows(columns, seen)
        yield from dated_sessions(columns.table, columns.session, seen, answers, lambda _: rows, moment=day_of)


@dataclass(slots=True)
class _Block:
    """Positions of the columns of one exercise; its load may stand in either unit."""

    exercise: int
    loads: dict[int, WeightUnit] = field(default_factory=dict)
    sets: list[int] = field(default_factory=list)

    def take(self, key: str, position: int) -> None:
        """Note a column that follows the exercise."""
        if _SET.fullmatch(key):
            self.sets.append(position)
        elif key in (_KG, _POUND):
            self.loads[position] = WeightUnit.KG if key == _KG else WeightUnit.POUND


class _ExercisesAcross(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        must, may = self.must, self.may
        nowhere = len(table.header.names)
        at = (must("Date"), nowhere, may("Note"))
        self.session = SessionColumns(*at, *map(self.name, at))
        self.masses = {may("Body Weight (KG)"): WeightUnit.KG, may("Body Weight (LB)"): WeightUnit.POUND}
        self.blocks: list[_Block] = []
        for position, key in enumerate(table.header.keys):
            if _EXERCISE.fullmatch(key):
                self.blocks.append(_Block(position))
            elif self.blocks:
                self.blocks[-1].take(key, position)
        self.numbers = (*self.masses, *(position for block in self.blocks for position in block.loads))


class _SessionRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(self, columns: _ExercisesAcross, seen: SetLogSurvey) -> None:
        super().__init__()
        self.masses = _loads_by_column(columns, seen, columns.masses)
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = tuple
        self.exercises = [_Exercise(columns, seen, block, self.warnings) for block in columns.blocks]

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass."""
        return _load(self.masses, cells)[0]

    def read(self, texts: tuple[str, ...]) -> list[LiftingSet] | str:
        """The sets of one session, or that there are none."""
        found = [each for exercise in self.exercises for each in exercise.sets(texts, self)]
        self.refuse_if_none(found)
        return found or _NO_SETS


class _Exercise:
    """Reads the columns of one exercise."""

    def __init__(self, columns: _ExercisesAcross, seen: SetLogSurvey, block: _Block, warnings: list[BadCell]) -> None:
        self.at = block.exercise
        self.names = name_memo(columns.name(block.exercise), warnings)
        self.loads = _loads_by_column(columns, seen, block.loads)
        self.reps = [(position, column_memo(columns.name(position), reps)) for position in block.sets]

    def sets(self, cells: tuple[str, ...], side: SideCells) -> list[LiftingSet]:
        """The sets that were done: a blank cell is none, 0 a failed one."""
        if not any(cells[position].strip() for position, _ in self.reps):
            return []
        name = side.or_unknown(self.names.__getitem__, cells[self.at], "")
        load = side.or_unknown(lambda row: _load(self.loads, row), cells, None)
        found = (
            _working_set(name, side.or_unknown(counts.__getitem__, cells[position], None), load)
            for position, counts in (self.reps if name else ())
        )
        return [each for each in found if isinstance(each, LiftingSet)]


def _loads_by_column(
    columns: _ExercisesAcross, seen: SetLogSurvey, units: dict[int, WeightUnit]
) -> dict[int, Memo[str, Load]]:
    return {
        position: column_memo(columns.name(position), load_reader(unit, seen.texts(position)))
        for position, unit in units.items()
    }


def _load(loads: dict[int, Memo[str, Load]], cells: Sequence[str]) -> Load:
    """What the first column that says something says."""
    return next((load for position, memo in loads.items() if (load := memo[cells[position]]) != NO_LOAD), NO_LOAD)


def _working_set(name: str, count: int | None, load: Load | None) -> LiftingSet | str | None:
    """A set; None for a blank cell, even beside a load: that is the plan."""
    if count is None:
        return None
    return lifting_set(name, kind=SetKind.WORKING, count=count, load=load, seconds=None, metres=None, rpe=None)


importer = StrongLifts2018()
