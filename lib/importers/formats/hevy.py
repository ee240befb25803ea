"""Hevy: one row a set, newest session first; the header names kilograms or pounds and kilometres or miles."""

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.sessions import elapsed_between, sessions
from lib.importers.lifting.sets import (
    Load,
    Memo,
    column_memo,
    distance_reader,
    lifting_set,
    load_reader,
    name,
    name_memo,
    note,
    reps,
    rpe_reader,
    seconds_reader,
    set_kind,
)
from lib.importers.lifting.survey import SessionColumns, Survey, known_bouts, survey
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import Moment, parse_moment, settle_date_order
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, WeightUnit

# Three of these four are proof enough; the measurements and the tables made from Hevy's API have fewer.
_SIGNATURE: Final = ("title", "start_time", "exercise_title", "set_index")
_NOT_THE_APP: Final = ("workout_id", "workout_title")
# Kilograms and pounds, or kilometres and miles, may both be there. They agree within what rounding explains.
_LOAD_TOLERANCE_KG: Final = 0.3
_DISTANCE_TOLERANCE_M: Final = 20.0
_TOLERANCE: Final = 0.005


class Hevy:
    """See lib.importers.base.Importer."""

    name = "hevy"
    title = "Hevy · workouts.csv"
    seen = True
    where = "In the app: Profile, Settings, Export & Import Data, Export Workouts."

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        if header is None or header.has(*_NOT_THE_APP):
            return False
        return sum(header.has(column) for column in _SIGNATURE) >= 3

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = _Columns(open_table(upload))
        seen = survey(columns.table, columns.session, columns.numbers)
        order, contradiction = settle_date_order(seen.starts(), answers.date_order, columns.session.start)

        def read_moment(text: str) -> Moment:
            return parse_moment(text, order)

        if contradiction:
            yield contradiction
        known = known_bouts(seen.ends, columns.session, read_moment)
        yield from sessions(columns.table, columns.session, known, _Rows(columns, seen, read_moment))


class _Columns(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        must, may = self.must, self.may
        at = (must("start_time"), must("title"), may("description"))
        self.session = SessionColumns(*at, *map(self.name, at))
        self.exercise, self.kind, self.reps = must("exercise_title"), must("set_type"), must("reps")
        self.kilograms, self.pounds = may("weight_kg"), may("weight_lbs", "weight_lb")
        if self.kilograms == self.pounds:
            must("weight_kg")
        self.kilometres, self.miles = may("distance_km"), may("distance_miles", "distance_mi")
        self.seconds, self.rpe = may("duration_seconds"), may("rpe")
        self.numbers = (self.kilograms, self.pounds, self.kilometres, self.miles, self.seconds, self.rpe)
        self.superset, self.note = may("superset_id"), may("exercise_notes")
        self.end = may("end_time")


class _Rows:
    """Reads the rows of one file; see lifting_sessions.SetRows."""

    def __init__(self, columns: _Columns, seen: Survey, read_moment: Callable[[str], Moment]) -> None:
        self.warnings: list[BadCell] = []
        self.end_at, self.read_moment = columns.end, read_moment
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            columns.exercise, columns.kind, columns.reps, columns.kilograms, columns.pounds, columns.kilometres,
            columns.miles, columns.seconds, columns.rpe, columns.note, columns.superset,
        )  # fmt: skip
        self.end_column, self.pounds_column = columns.name(columns.end), columns.name(columns.pounds)
        self.miles_column = columns.name(columns.miles)
        self.names = name_memo(columns.name(columns.exercise), self.warnings)
        self.kinds = column_memo(columns.name(columns.kind), set_kind)
        self.reps = column_memo(columns.name(columns.reps), reps)
        self.kilograms = _loads(columns, seen, columns.kilograms, WeightUnit.KG)
        self.pounds = _loads(columns, seen, columns.pounds, WeightUnit.POUND)
        self.kilometres = _distances(columns, seen, columns.kilometres, DistanceUnit.KM)
        self.miles = _distances(columns, seen, columns.miles, DistanceUnit.MILE)
        self.seconds = column_memo(columns.name(columns.seconds), seconds_reader(seen.texts(columns.seconds)))
        self.efforts = column_memo(columns.name(columns.rpe), rpe_reader(seen.texts(columns.rpe)))
        self.remarks = column_memo(columns.name(columns.note), note)
        self.supersets = column_memo(columns.name(columns.superset), lambda text: name(text, required=False))

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:
        """From start_time to end_time."""
        end = cells[self.end_at]
        if not end:
            return None
        return read_cell(self.end_column, end, lambda text: elapsed_between(start, self.read_moment(text)))

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row."""
        exercise, kind, count, kilograms, pounds, kilometres, miles, seconds, rpe, remark, superset = texts
        return lifting_set(
            self.names[exercise],
            kind=self.kinds[kind],
            count=self.reps[count],
            load=self._load(kilograms, pounds) if pounds else self.kilograms[kilograms],
            seconds=self.seconds[seconds],
            metres=self._distance(kilometres, miles) if miles else self.kilometres[kilometres],
            rpe=self.efforts[rpe],
            remark=self.remarks[remark],
            superset=self.supersets[superset],
        )

    def _load(self, kilograms: str, pounds: str) -> Load:
        load, other = self.kilograms[kilograms], self.pounds[pounds]
        if not kilograms:
            return other
        if _differ(load[0], other[0], _LOAD_TOLERANCE_KG):
            raise BadCell(self.pounds_column, pounds, f"{pounds} lb is not {kilograms} kg")
        return load

    def _distance(self, kilometres: str, miles: str) -> float | None:
        metres, other = self.kilometres[kilometres], self.miles[miles]
        if not kilometres:
            return other
        if _differ(metres, other, _DISTANCE_TOLERANCE_M):
            raise BadCell(self.miles_column, miles, f"{miles} mi is not {kilometres} km")
        return metres


def _loads(columns: _Columns, seen: Survey, position: int, unit: WeightUnit) -> Memo[str, Load]:
    return column_memo(columns.name(position), load_reader(unit, seen.texts(position)))


def _distances(columns: _Columns, seen: Survey, position: int, unit: DistanceUnit) -> Memo[str, float | None]:
    return column_memo(columns.name(position), distance_reader(METRES_PER[unit], seen.texts(position)))


def _differ(first: float | None, second: float | None, tolerance: float) -> bool:
    first, second = first or 0.0, second or 0.0
    return abs(first - second) > max(tolerance, _TOLERANCE * first)


importer = Hevy()
