"""Logs with one row a set, described by the names of their columns: such a format is a `Layout` and little else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.formats.strong.units import distances, is_used, loads, lone_distance
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.sessions import elapsed_between, local_start, sessions
from lib.importers.lifting.sets import (
    NO_LOAD,
    Load,
    Memo,
    column_memo,
    lifting_set,
    name,
    name_memo,
    note,
    reps,
    rpe_reader,
    seconds_reader,
)
from lib.importers.lifting.survey import Bout, KnownBouts, SessionColumns, Survey, known_bouts, survey
from lib.importers.reading.cells import BadCell, CellError, read_cell
from lib.importers.reading.dates import Moment, parse_moment, settle_date_order
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record, Start
from lib.model.vocabulary import SetKind

# Names that one column may have; none for what a format does not write.
Names = tuple[str, ...]

_FLAGS: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}
_LEAST_EFFORT: Final = 1.0


def as_written(moment: Moment) -> Moment:
    """The moment itself."""
    return moment


def every_row_is_done(status: str) -> str:  # noqa: ARG001
    """For logs that hold nothing but sets that were done."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of one format.

    weights:  names of the value and of its unit, in pairs; the first value that is used counts.
    reserve:  repetitions in reserve, which say the effort where `rpe` does not.
    why_none: what the cell of `status` says against the set; "" for a set that was done.
    moment:   what to make of a start as read. start_of: see lifting_sessions.
    """

    start: Names
    exercise: Names
    reps: Names
    weights: tuple[tuple[Names, Names], ...]
    title: Names = ()
    notes: Names = ()
    end: Names = ()
    equipment: Names = ()
    distance: Names = ()
    distance_unit: Names = ()
    seconds: Names = ()
    rpe: Names = ()
    reserve: Names = ()
    remark: Names = ()
    warm_up: Names = ()
    body_mass: Names = ()
    status: Names = ()
    why_none: Callable[[str], str] = every_row_is_done
    moment: Callable[[Moment], Moment] = as_written
    start_of: Callable[[Bout], Start] = local_start


@dataclass(frozen=True, kw_only=True)
class SetLog:
    """An importer made of a layout; see lib.importers.base.Importer.

    signature: columns that are all there in this format and in no other.
    seen:      whether the layout was compared with a file of the app; else it is known from descriptions only.
    """

    name: str
    title: str
    where: str
    signature: tuple[str, ...]
    layout: Layout
    seen: bool = True

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        return header is not None and all(header.has(column) for column in self.signature)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = LogColumns(open_table(upload), self.layout)
        seen = survey(columns.table, columns.session, columns.numbers)
        order, contradiction = settle_date_order(seen.starts(), answers.date_order, columns.session.start)

        def read_moment(text: str) -> Moment:
            return self.layout.moment(parse_moment(text, order))

        rows = _Rows(columns, seen, answers, read_moment)
        if contradiction:
            yield contradiction
        yield from sessions(
            columns.table,
            columns.session,
            self.bouts(columns, seen, read_moment),
            rows,
            start_of=self.layout.start_of,
            body_mass_kg=rows.body_mass_kg,
        )

    def bouts(self, columns: "LogColumns", seen: Survey, read_moment: Callable[[str], Moment]) -> KnownBouts:
        """The sessions of a file: rows of one start and title."""
        return known_bouts(seen.ends, columns.session, read_moment)


class LogColumns(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing."""

    def __init__(self, table: Table, layout: Layout) -> None:
        super().__init__(table)
        must, may = self.must, self.may
        at = (must(*layout.start), may(*layout.title), may(*layout.notes))
        self.session = SessionColumns(*at, *map(self.name, at))
        self.layout = layout
        self.exercise, self.reps, self.weights = must(*layout.exercise), must(*layout.reps), self._weights()
        self.end, self.equipment = may(*layout.end), may(*layout.equipment)
        self.status = must(*layout.status) if layout.status else may()
        self.distance, self.distance_unit = may(*layout.distance), may(*layout.distance_unit)
        self.seconds, self.rpe, self.reserve = may(*layout.seconds), may(*layout.rpe), may(*layout.reserve)
        self.remark, self.warm_up, self.body_mass = may(*layout.remark), may(*layout.warm_up), may(*layout.body_mass)
        weights = (value for value, _ in self.weights)
        self.numbers = (*weights, self.distance, self.seconds, self.rpe, self.reserve, self.body_mass)

    def _weights(self) -> list[tuple[int, int]]:
        """Positions of value and unit of every load column that there is."""
        found = [
            (self.must(*value), self.may(*unit)) for value, unit in self.layout.weights if self.table.header.has(*value)
        ]
        return found or [(self.must(*self.layout.weights[0][0]), 0)]


class _Rows:
    """Reads the rows of one file; see lifting_sessions.SetRows."""

    def __init__(
        self, columns: LogColumns, seen: Survey, answers: Answers, read_moment: Callable[[str], Moment]
    ) -> None:
        self.warnings: list[BadCell] = []
        self.columns, self.read_moment = columns, read_moment
        self.why_none = columns.layout.why_none
        weights = (position for pair in columns.weights for position in pair)
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            columns.exercise, columns.equipment, columns.status, columns.warm_up, columns.reps, columns.distance,
            columns.distance_unit, columns.seconds, columns.rpe, columns.reserve, columns.remark, *weights,
        )  # fmt: skip
        title = columns.name
        self.loads = [loads(title(value), title(unit), seen.texts(value), answers) for value, unit in columns.weights]
        self.masses = loads(title(columns.body_mass), "", seen.texts(columns.body_mass), answers)
        self.metres = distances(
            title(columns.distance),
            title(columns.distance_unit),
            seen.texts(columns.distance),
            answers,
            self.warnings,
        )
        self.names = name_memo(title(columns.exercise), self.warnings)
        self.equipments = column_memo(title(columns.equipment), lambda text: name(text, required=False))
        self.equipped = Memo(self._equipped)
        self.kinds = column_memo(title(columns.warm_up), kind_of_flag)
        self.reps = column_memo(title(columns.reps), reps)
        self.seconds = column_memo(title(columns.seconds), seconds_reader(seen.texts(columns.seconds)))
        self.efforts = column_memo(title(columns.rpe), rpe_reader(seen.texts(columns.rpe)))
        self.reserves = column_memo(title(columns.reserve), effort_of_reserve)
        self.remarks = column_memo(title(columns.remark), note)

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:
        """From the start to the end, where the log has one."""
        end = cells[self.columns.end]
        if not end.strip():
            return None
        return read_cell(
            self.columns.name(self.columns.end), end, lambda text: elapsed_between(start, self.read_moment(text))
        )

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass, where the log has it."""
        return self.masses(cells[self.columns.body_mass], "")[0]

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row, or why it is none."""
        exercise, equipment, status, warm_up, count, distance, distance_unit, seconds, rpe, reserve, remark = texts[:11]
        if why := self.why_none(status):
            return why
        found = lifting_set(
            self.equipped[exercise, equipment],
            kind=self.kinds[warm_up],
            count=self.reps[count],
            load=self._load(texts[11:]),
            seconds=self.seconds[seconds],
            metres=self.metres(distance, distance_unit),
            rpe=self.efforts[rpe] or self.reserves[reserve],
            remark=self.remarks[remark],
        )
        if isinstance(found, str) and is_used(distance):
            raise lone_distance(self.columns.name(self.columns.distance), distance)
        return found

    def _load(self, texts: tuple[str, ...]) -> Load:
        for read, value, unit in zip(self.loads, texts[::2], texts[1::2], strict=True):
            if is_used(value):
                return read(value, unit)
        return NO_LOAD

    def _equipped(self, texts: tuple[str, str]) -> str:
        """The exercise with its equipment in brackets, as Strong and Hevy name it."""
        exercise, equipment = self.names[texts[0]], self.equipments[texts[1]]
        if not equipment or equipment.casefold() in exercise.casefold():
            return exercise
        return read_cell(self.columns.name(self.columns.exercise), f"{exercise} ({equipment})", name)


def kind_of_flag(text: str) -> SetKind:
    """A warm-up where the flag is set ("true", "1", "yes"). CellError for a word that is no flag."""
    flag = _FLAGS.get(text.strip().casefold())
    if flag is None:
        raise CellError("neither yes nor no")
    return SetKind.WARM_UP if flag else SetKind.WORKING


def effort_of_reserve(text: str) -> float | None:
    """RPE from the repetitions that were left: 10 less their number, at least 1. None for blank."""
    left = reps(text)
    return None if left is None else max(_LEAST_EFFORT, 10.0 - left)
