"""A table of the person's own with one row a set, or a row for several equal sets, read by the columns they chose."""

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from lib.importers.activities.rows import METRES_PER_UNIT
from lib.importers.lifting.dated_sessions import dated_sessions
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sessions import utc_start
from lib.importers.lifting.sets import (
    column_memo,
    distance_reader,
    effort_of_reserve,
    kind_of_flag,
    lifting_set,
    load_reader,
    name_memo,
    note_memo,
    reps,
    rpe_reader,
    set_kind,
)
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import SetLogSurvey, known_bouts, survey
from lib.importers.own_tables.column_mapping import ColumnMapping, LengthUnit, read_length
from lib.importers.reading.cells import CellError, bounded, number_style, parse_count
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import Table
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.vocabulary import SetKind

_MOST_SETS: Final = 100
_NO_SET: Final = "0 sets: nothing was done"
_NUMBERS: Final = ("load", "duration", "distance", "rpe", "body_mass")


def sets(table: Table, mapping: ColumnMapping, answers: Answers) -> Iterator[Record]:
    """A Session for all rows of one day (and time and title, where there are such columns). Needs(DATE_ORDER)."""
    columns = _ChosenColumns(table, mapping)
    seen = survey(table, columns.session, [columns.at(field) for field in _NUMBERS])
    rows = _ChosenRows(columns, seen)
    yield from dated_sessions(
        table,
        columns.session,
        seen,
        answers,
        lambda _: rows,
        bouts=lambda read_moment: known_bouts(seen, columns.session, read_moment, header_may_repeat=True),
        start_of=utc_start,
    )


class _ChosenColumns:
    """Where the chosen columns are; one that was not chosen is the blank cell that follows the last column."""

    def __init__(self, table: Table, mapping: ColumnMapping) -> None:
        self.names, self.mapping = table.header.names, mapping
        at = (self.at("date"), self.at("title"), self.at("notes"))
        clock_at = mapping.columns.get("clock")
        self.session = SessionColumns(*at, *map(self.name_at, at), clock_at=clock_at)

    def at(self, field: str) -> int:
        return self.mapping.columns.get(field, len(self.names))

    def name(self, field: str) -> str:
        return self.name_at(self.at(field))

    def name_at(self, position: int) -> str:
        return self.names[position] if position < len(self.names) else ""


class _ChosenRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(self, columns: _ChosenColumns, seen: SetLogSurvey) -> None:
        super().__init__()
        at, name, units = columns.at, columns.name, columns.mapping.units
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            at("exercise"), at("sets"), at("reps"), at("load"), at("duration"), at("distance"), at("rpe"),
            at("reserve"), at("warm_up"), at("remark"),
        )  # fmt: skip
        self.names = name_memo(name("exercise"), self.warnings)
        self.counts = column_memo(name("sets"), _count)
        self.reps = column_memo(name("reps"), reps)
        self.loads = column_memo(name("load"), load_reader(units.load, seen.texts(at("load"))))
        self.seconds = column_memo(name("duration"), _length_reader(units.length, seen.texts(at("duration"))))
        metres_per = METRES_PER_UNIT[units.distance]
        self.metres = column_memo(name("distance"), distance_reader(metres_per, seen.texts(at("distance"))))
        self.efforts = column_memo(name("rpe"), rpe_reader(seen.texts(at("rpe"))))
        self.reserves = column_memo(name("reserve"), effort_of_reserve)
        self.kinds = column_memo(name("warm_up"), _kind)
        self.remarks = note_memo(name("remark"), self.warnings)
        self.masses = column_memo(name("body_mass"), load_reader(units.load, seen.texts(at("body_mass"))))
        self.body_mass_at = at("body_mass")

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002
        """Such tables say nothing of it."""
        return None

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass, where the table has it."""
        return self.masses[cells[self.body_mass_at]][0]

    def read(self, texts: tuple[str, ...]) -> LiftingSet | list[LiftingSet] | str:
        """The set of one row as often as it was done, or why it is none."""
        exercise, sets_done, count, load, length, distance, rpe, reserve, warm_up, remark = texts
        times = self.counts[sets_done]
        found = lifting_set(
            self.names[exercise],
            kind=self.or_unknown(self.kinds.__getitem__, warm_up, SetKind.WORKING),
            count=self.reps[count],
            load=self.or_unknown(self.loads.__getitem__, load, None),
            seconds=self.seconds[length],
            metres=self.metres[distance],
            rpe=self.or_unknown(self.efforts.__getitem__, rpe, None)
            or self.or_unknown(self.reserves.__getitem__, reserve, None),
            remark=self.remarks[remark],
        )
        if isinstance(found, str) and self.flaws:
            raise self.flaws[0]
        if isinstance(found, str) or times == 1:
            return found
        return [found] * times if times else _NO_SET


def _count(text: str) -> int:
    """How many sets a row stands for; one where it does not say."""
    if not text.strip():
        return 1
    return int(bounded(parse_count(text), 0, _MOST_SETS, f"not a number of sets from 0 to {_MOST_SETS}"))


def _kind(text: str) -> SetKind:
    """A flag such as "yes", or a mark such as "warm-up"."""
    try:
        return kind_of_flag(text)
    except CellError:
        return set_kind(text)


def _length_reader(unit: LengthUnit, samples: set[str]) -> Callable[[str], float | None]:
    style = number_style(samples)
    return lambda text: read_length(text, unit, style) or None
