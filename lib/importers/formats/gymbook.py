"""GymBook: one row a set in twelve columns, numbers with their unit in the cell, all words in the language of the phone.

Columns are found by their place. The name of the eighth says by itself what its cells mean: "Set / Warm-up set /
Cool-down set" in the language of the file. The last one says whether the set was skipped. A session is a day and a
programme; it begins with its earliest set.
"""

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final

from lib.importers.base import Upload
from lib.importers.lifting.dated_sessions import dated_sessions
from lib.importers.lifting.measured_cells import load_of_cell, metres_of_cell, numbers_of, reps_or_seconds
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sets import column_memo, lifting_set, name_memo, note_memo
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import SetLogSurvey, survey
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import Moment
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import Header, normalised, read_header
from lib.model.athlete import Answers
from lib.model.records import LiftingSet, Record
from lib.model.traits import WHOLE_LOG
from lib.model.vocabulary import SetKind

_WIDTH: Final = 12
_DATE, _PROGRAMME, _TIME, _EXERCISE, _KIND, _DONE, _LOAD, _NOTE, _SKIPPED = 0, 1, 2, 3, 7, 8, 9, 10, 11
# "No" in the languages of the phone; any other word says that the set was skipped.
_NO: Final = frozenset(
    {
        "no",
        "nein",
        "nee",
        "nej",
        "nei",
        "non",
        "não",
        "nie",
        "ne",
        "nu",
        "ei",
        "hayır",
        "нет",
        "ні",
        "いいえ",
        "아니요",
        "否",
    }
    | {"false", "0", ""}
)
_WAS_SKIPPED: Final = "skipped, not done"
# A cool-down is as little work as a warm-up.
_KINDS: Final = (SetKind.WORKING, SetKind.WARM_UP, SetKind.WARM_UP)


class GymBook:
    """See lib.importers.base.Importer."""

    name = "gymbook"
    title = "GymBook · GymBook-Logs.csv"
    where = "In the app: Exports, Export, Record Data, CSV."
    seen = True
    traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify. By the names with slashes, the same in every language."""
        header = read_header(upload)
        return header is not None and _is_gymbook(header)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        table = open_table(upload)
        names = table.header.names
        columns = SessionColumns(
            _DATE, _PROGRAMME, len(names), names[_DATE], names[_PROGRAMME], "", set_time_at=_TIME, set_time=names[_TIME]
        )
        seen = survey(table, columns, (_DONE, _LOAD))
        yield from dated_sessions(table, columns, seen, answers, lambda _: _MeasuredRows(table, seen))


class _MeasuredRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(self, table: Table, seen: SetLogSurvey) -> None:
        super().__init__()
        name = table.header.names
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            _EXERCISE, _KIND, _DONE, _LOAD, _NOTE, _SKIPPED
        )
        style, style_of_done = numbers_of(seen.texts(_LOAD)), numbers_of(seen.texts(_DONE))
        self.names = name_memo(name[_EXERCISE], self.warnings)
        self.notes = note_memo(name[_NOTE], self.warnings)
        words = [normalised(part) for part in name[_KIND].split(" / ")]
        self.kinds = column_memo(name[_KIND], lambda text: _kind(text, words))
        self.done = column_memo(name[_DONE], lambda text: reps_or_seconds(text, style_of_done))
        self.loads = column_memo(name[_LOAD], lambda text: load_of_cell(text, style))
        self.metres = column_memo(name[_LOAD], lambda text: metres_of_cell(text, style))

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def body_mass_kg(self, cells: list[str]) -> float | None:  # noqa: ARG002
        """Not written."""
        return None

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row, or why it is none."""
        exercise, kind, done, load, remark, skipped = texts
        if normalised(skipped) not in _NO:
            return _WAS_SKIPPED
        count, seconds = self.done[done]
        metres = self.or_unknown(self.metres.__getitem__, load, None)
        return lifting_set(
            self.names[exercise],
            kind=self.or_unknown(self.kinds.__getitem__, kind, SetKind.WORKING),
            count=count,
            load=self.or_unknown(self.loads.__getitem__, load, None),
            seconds=seconds,
            metres=metres,
            rpe=None,
            remark=self.notes[remark],
        )


def _is_gymbook(header: Header) -> bool:
    """Three things with slashes between them, then two and two: kind of set, repetitions or time, weight or distance."""
    names = header.names
    parts = [names[at].count(" / ") for at in (_KIND, _DONE, _LOAD)] if len(names) == _WIDTH else []
    return parts == [2, 1, 1]


def _kind(text: str, words: list[str]) -> SetKind:
    """What a cell means by the name of its column. CellError for a word that is not part of it."""
    word = normalised(text)
    if word not in words:
        raise CellError("none of the words that the name of the column explains")
    return _KINDS[words.index(word)]


importer = GymBook()
