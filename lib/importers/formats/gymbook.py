"""GymBook: one row a set in UTF-16, numbers with their unit in the cell. Known from readers' code, not from a file.

The names of the columns follow the language of the phone, so columns are found by their place: the date comes first,
the exercise fourth, repetitions and load fourth and third from the end, the warm-up mark last. Every row has the time
of its set at best, so a day is one session.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.lifting.columns import Columns
from lib.importers.lifting.sessions import sessions
from lib.importers.lifting.sets import NO_LOAD, Load, column_memo, lifting_set, load_reader, name_memo, reps
from lib.importers.lifting.survey import SessionColumns, Survey, known_bouts, survey
from lib.importers.reading.cells import BadCell, CellError, read_cell
from lib.importers.reading.dates import Moment, day_of, parse_moment, settle_date_order
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import normalised, read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.vocabulary import SetKind, WeightUnit

_DATE, _EXERCISE, _REPS, _LOAD, _WARM_UP = 0, 3, -4, -3, -1
_LEAST_COLUMNS: Final = 8
_HEAD_ROWS: Final = 20
_NBSP: Final = "\u00a0\u202f"
_MEASURE: Final = re.compile(rf"\s*(-?[\d.,'’]+)(?:[\s{_NBSP}]+([^\W\d_].{{0,40}}?))?\s*")
_WEIGHT_UNITS: Final = {"kg": WeightUnit.KG, "lb": WeightUnit.POUND, "lbs": WeightUnit.POUND}
# English, German, Dutch, Danish and Swedish, French, Spanish, Italian and Portuguese, Polish.
_YES: Final = frozenset({"yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "true", "1"})
_NO: Final = frozenset({"no", "nein", "nee", "nej", "non", "não", "nie", "false", "0", ""})
_SECONDS_PER: Final = {"s": 1, "sec": 1, "secs": 1, "sek.": 1, "min": 60, "min.": 60, "mins": 60}


class GymBook:
    """See lib.importers.base.Importer."""

    name = "gymbook"
    title = "GymBook · GymBook-Logs.csv"
    where = "In the app: Exports, Export, Record Data, CSV."
    seen = False

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify. By the unit that a no-break space parts from the repetitions."""
        header = read_header(upload)
        if header is None or not header.encoding.startswith("utf-16") or len(header.names) < _LEAST_COLUMNS:
            return False
        text = upload.head.decode(header.encoding, "replace")
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=header.delimiter)
        return any(_has_units(row, len(header.names)) for row in islice(rows, _HEAD_ROWS))

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        columns = _ColumnsByPlace(open_table(upload))
        seen = survey(columns.table, columns.session, (columns.load,))
        order, contradiction = settle_date_order(seen.starts(), answers.date_order, columns.session.start)
        if contradiction:
            yield contradiction
        known = known_bouts(seen.ends, columns.session, lambda text: day_of(parse_moment(text, order)))
        yield from sessions(columns.table, columns.session, known, _MeasuredRows(columns, seen))


class _ColumnsByPlace(Columns):
    """Positions of the columns, the same in every language."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        width = len(table.header.names)
        self.session = SessionColumns(_DATE, width, width, self.name(_DATE), "", "")
        self.exercise, self.reps, self.load, self.warm_up = _EXERCISE, width + _REPS, width + _LOAD, width + _WARM_UP


class _MeasuredRows:
    """Reads the rows of one file; see lib.importers.lifting.sessions.SetRows."""

    def __init__(self, columns: _ColumnsByPlace, seen: Survey) -> None:
        self.warnings: list[BadCell] = []
        self.columns = columns
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            columns.exercise, columns.reps, columns.load, columns.warm_up
        )
        self.names = name_memo(columns.name(columns.exercise), self.warnings)
        self.kinds = column_memo(columns.name(columns.warm_up), _kind)
        self.loads = column_memo(columns.name(columns.load), _load_reader(seen.texts(columns.load)))

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def body_mass_kg(self, cells: list[str]) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row, or why it is none."""
        exercise, done, load, warm_up = texts
        count, seconds = read_cell(self.columns.name(self.columns.reps), done, _done)
        return lifting_set(
            self.names[exercise],
            kind=self.kinds[warm_up],
            count=count,
            load=self.loads[load],
            seconds=seconds,
            metres=None,
            rpe=None,
        )


def _has_units(row: list[str], width: int) -> bool:
    return len(row) == width and any(sign in row[_REPS] or sign in row[_LOAD] for sign in _NBSP)


def _parts(text: str) -> tuple[str, str]:
    """Number and unit of a cell such as "60 kg". CellError where it is something else."""
    found = _MEASURE.fullmatch(text)
    if text.strip() and not found:
        raise CellError("not a number with its unit")
    return (found[1], normalised(found[2] or "")) if found else ("", "")


def _done(text: str) -> tuple[int | None, float | None]:
    """Repetitions, or seconds where the unit is one of time. Any other word means repetitions, in whatever language."""
    number, unit = _parts(text)
    if unit in _SECONDS_PER:
        return None, float(reps(number) or 0) * _SECONDS_PER[unit]
    return reps(number), None


def _kind(text: str) -> SetKind:
    """A warm-up where the mark says yes in the language of the phone. CellError for another word."""
    word = normalised(text)
    if word not in _YES | _NO:
        raise CellError("neither yes nor no in a language this importer knows")
    return SetKind.WARM_UP if word in _YES else SetKind.WORKING


def _load_reader(samples: set[str]) -> Callable[[str], Load]:
    """Reads "60 kg" and "132.5 lb". Blank: no load."""
    numbers = [found[1] for text in samples if (found := _MEASURE.fullmatch(text))]
    readers = {unit: load_reader(unit, numbers) for unit in WeightUnit}

    def read(text: str) -> Load:
        number, unit = _parts(text)
        if not number.strip("0.,"):
            return NO_LOAD
        if unit not in _WEIGHT_UNITS:
            raise CellError("no unit; say kg or lb" if not unit else "unknown unit")
        return readers[_WEIGHT_UNITS[unit]](number)

    return read


importer = GymBook()
