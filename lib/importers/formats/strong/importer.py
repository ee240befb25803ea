"""Strong: one row a set, in five layouts since 2016; the unit of the weights is often left out."""

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.formats.strong.units import DISTANCES, WEIGHTS, distances, is_used, loads, lone_distance
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.sessions import checked_length, sessions
from lib.importers.lifting.sets import (
    column_memo,
    lifting_set,
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
from lib.importers.reading.durations import parse_duration
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.vocabulary import SetKind

# English and German.
_DATE: Final = ("Date", "Datum")
_TITLE: Final = ("Workout Name", "Workout-Name")
_EXERCISE: Final = ("Exercise Name", "Name der Übung")
_SET_ORDER: Final = ("Set Order", "Reihenfolge festlegen")
_REPS: Final = ("Reps", "Wiederh.", "Wiederholungen")
_SIGNATURE: Final = (_TITLE, _EXERCISE, _SET_ORDER)

_REST_TIMER: Final = "rest timer"
_NO_SET: Final = {"resttimer": "a rest timer, not a set", "note": "a note, not a set"}


class Strong:
    """See lib.importers.base.Importer."""

    name = "strong"
    title = "Strong · strong.csv"
    seen = True
    where = "In the app: Profile, Settings, Export Strong Data."

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify. Two of three columns, so that a file without the third is refused by its name."""
        header = read_header(upload)
        return header is not None and sum(header.has(*aliases) for aliases in _SIGNATURE) >= 2

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = _Columns(open_table(upload))
        seen = survey(columns.table, columns.session, columns.numbers)
        order, contradiction = settle_date_order(seen.starts(), answers.date_order, columns.session.start)
        rows = _Rows(columns, seen, answers)
        if contradiction:
            yield contradiction
        known = known_bouts(seen.ends, columns.session, lambda text: parse_moment(text, order))
        yield from sessions(columns.table, columns.session, known, rows)


class _Columns(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        must, may = self.must, self.may
        at = (must(*_DATE), must(*_TITLE), may("Workout Notes", "Workout-Notizen"))
        self.session = SessionColumns(*at, *map(self.name, at))
        self.exercise, self.set_order, self.reps = must(*_EXERCISE), must(*_SET_ORDER), must(*_REPS)
        self.weight, self.weight_unit = must("Weight", *WEIGHTS), may("Weight Unit", "Gewichtseinheit")
        self.distance, self.distance_unit = may(*DISTANCES), may("Distance Unit", "Entfernungseinheit")
        self.seconds, self.rpe = may("Seconds", "Sekunden"), may("RPE")
        self.note = may("Notes", "Notizen")
        self.duration = may("Duration", "Workout Duration", "Duration (sec)", "Dauer")
        self.numbers = (self.weight, self.distance, self.seconds, self.rpe)


class _Rows:
    """Reads the rows of one file; see lifting_sessions.SetRows."""

    def __init__(self, columns: _Columns, seen: Survey, answers: Answers) -> None:
        self.warnings: list[BadCell] = []
        self.duration_at = columns.duration
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            columns.exercise, columns.set_order, columns.reps, columns.weight, columns.weight_unit, columns.distance,
            columns.distance_unit, columns.seconds, columns.rpe, columns.note,
        )  # fmt: skip
        name = columns.name
        self.duration_column, self.distance_column = name(columns.duration), name(columns.distance)
        self.load = loads(name(columns.weight), name(columns.weight_unit), seen.texts(columns.weight), answers)
        self.metres = distances(
            self.distance_column, name(columns.distance_unit), seen.texts(columns.distance), answers, self.warnings
        )
        self.names = name_memo(name(columns.exercise), self.warnings)
        self.marks = column_memo(name(columns.set_order), _mark)
        self.reps = column_memo(name(columns.reps), reps)
        self.seconds = column_memo(name(columns.seconds), seconds_reader(seen.texts(columns.seconds)))
        self.efforts = column_memo(name(columns.rpe), rpe_reader(seen.texts(columns.rpe)))
        self.remarks = column_memo(name(columns.note), note)

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002 - the length is written
        """As the app wrote it: "1h 26m" or seconds."""
        return read_cell(
            self.duration_column, cells[self.duration_at], lambda text: checked_length(parse_duration(text))
        )

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row; rest timers and notes are none."""
        exercise, set_order, count, weight, unit, distance, distance_unit, seconds, rpe, remark = texts
        if exercise.strip().casefold() == _REST_TIMER:
            return _NO_SET["resttimer"]
        mark = self.marks[set_order]
        if not isinstance(mark, SetKind):
            return mark
        found = lifting_set(
            self.names[exercise],
            kind=mark,
            count=self.reps[count],
            load=self.load(weight, unit),
            seconds=self.seconds[seconds],
            metres=self.metres(distance, distance_unit),
            rpe=self.efforts[rpe],
            remark=self.remarks[remark],
        )
        if isinstance(found, str) and is_used(distance):
            raise lone_distance(self.distance_column, distance)
        return found


def _mark(text: str) -> SetKind | str:
    """The kind of a set, which a plain number means too, or why the row is none. CellError for an unknown mark."""
    squeezed = text.strip().lower().replace("_", "").replace(" ", "")
    if squeezed in _NO_SET:
        return _NO_SET[squeezed]
    if squeezed.removesuffix(".0").isdecimal():
        return SetKind.WORKING
    return set_kind(text)


importer = Strong()
