"""One row of a set log with a layout → one set."""

from collections.abc import Callable
from typing import Final

from lib.importers.lifting.log_columns import SET_FIELDS, LogColumns
from lib.importers.lifting.measures import (
    DISTANCE_TOLERANCE_M,
    LOAD_TOLERANCE_KG,
    Measures,
    kilograms_of,
    metres_of,
)
from lib.importers.lifting.runs import picker
from lib.importers.lifting.sessions import checked_length, elapsed_between
from lib.importers.lifting.sets import (
    NO_LOAD,
    Load,
    Memo,
    column_memo,
    effort_of_reserve,
    lifting_set,
    name,
    name_memo,
    note_memo,
    optional_name,
    reps,
    rpe_reader,
    seconds_reader,
)
from lib.importers.lifting.side_cells import SideCells
from lib.importers.lifting.survey import SetLogSurvey
from lib.importers.lifting.units import METRES_ALONE, distances, is_used, loads, lone_distance
from lib.importers.lifting.words import is_short
from lib.importers.reading.cells import read_cell
from lib.importers.reading.dates import Moment
from lib.importers.reading.durations import parse_duration
from lib.model.athlete import Answers
from lib.model.records import LiftingSet
from lib.model.vocabulary import SetKind

# No kind at all: what the cell says is not known.
_UNKNOWN_KIND: Final = ""
_REST: Final = "marked “{}” beside nothing but a time: a rest, not a set"


class LogRows(SideCells):
    """Reads the rows of one file; see lib.importers.lifting.said_rows.SetRows."""

    def __init__(
        self, columns: LogColumns, seen: SetLogSurvey, answers: Answers, read_moment: Callable[[str], Moment]
    ) -> None:
        super().__init__()
        self.columns, self.answers, self.read_moment = columns, answers, read_moment
        self.samples = seen.samples
        self.why_none = columns.layout.why_none
        self._pick()
        self.load, self.planned = self._loads(columns.weights), self._loads(columns.planned)
        self.metres = self._distances(columns.distances)
        self.metres_alone = (
            self._distances(columns.distances, METRES_ALONE) if columns.layout.in_metres else self.metres
        )
        title, texts = columns.title_of, self._texts
        self.measured = {title("reps"), title("seconds"), *(column for column, _ in self.metres.readers)}
        self.loaded = {column for column, _ in (*self.load.readers, *self.planned.readers)}
        self.masses = loads(title("body_mass"), "", texts("body_mass"), answers)
        self.names = name_memo(title("exercise"), self.warnings)
        self.equipments = name_memo(title("equipment"), self.warnings, optional_name)
        self.equipped = Memo(self._equipped)
        self.kinds = column_memo(title("kind"), columns.layout.kind_of)
        self.reps = column_memo(title("reps"), reps)
        self.seconds = column_memo(title("seconds"), seconds_reader(texts("seconds")))
        self.efforts = column_memo(title("rpe"), rpe_reader(texts("rpe")))
        self.reserves = column_memo(title("reserve"), effort_of_reserve)
        self.remarks = note_memo(title("remark"), self.warnings)
        self.supersets = name_memo(title("superset"), self.warnings, optional_name)
        self.sides = column_memo(title("side"), columns.layout.side_of)

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:
        """From the start to the end, or the length as written, where the log has one of them."""
        end, length = cells[self.columns.at["end"]], cells[self.columns.at["length"]]
        if end.strip():
            column = self.columns.title_of("end")
            return read_cell(column, end, lambda text: elapsed_between(start, self.read_moment(text)))
        if not length.strip():
            return None
        return read_cell(self.columns.title_of("length"), length, lambda text: checked_length(parse_duration(text)))

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass, where the log has it."""
        return self.masses(cells[self.columns.at["body_mass"]], "")[0]

    def read(self, texts: tuple[str, ...]) -> LiftingSet | str:
        """The set of one row, or why it is none."""
        texts = self._spread(texts)
        exercise, equipment, status, kind, count, seconds, rpe, reserve, remark, superset, side = texts[
            : len(SET_FIELDS)
        ]
        if why := self.why_none(status):
            return why
        mark = self.or_unknown(self.kinds.__getitem__, kind, _UNKNOWN_KIND)
        if mark and not isinstance(mark, SetKind):
            return mark
        name, distance = self.equipped[exercise, equipment], texts[self.distance_at :]
        found = lifting_set(
            name,
            kind=mark if isinstance(mark, SetKind) else SetKind.WORKING,
            count=self.or_unknown(self.reps.__getitem__, count, None),
            load=self.or_unknown(self._load, texts, None),
            seconds=self.or_unknown(self.seconds.__getitem__, seconds, None),
            metres=self.or_unknown(self.metres_of(name), distance, None),
            rpe=self.or_unknown(self.efforts.__getitem__, rpe, None)
            or self.or_unknown(self.reserves.__getitem__, reserve, None),
            remark=self.remarks[remark],
            superset=self.supersets[superset],
            side=self.sides[side],
        )
        if isinstance(found, str) or not _is_measured(found):
            self._refuse_unread(found, distance)
        elif self._is_rest(mark, found):
            return _REST.format(kind.strip()[:40])
        return found

    def _refuse_unread(self, found: LiftingSet | str, distance: tuple[str, ...]) -> None:
        """BadCell where a row is no set, or one with nothing but a load, for a cell that cannot be read."""
        needed = self.measured if isinstance(found, LiftingSet) else self.measured | self.loaded
        for flaw in self.flaws:
            if flaw.column in needed:
                raise flaw
        if isinstance(found, str):
            self._refuse_lone_distance(distance)

    def _is_rest(self, mark: SetKind | str, found: LiftingSet) -> bool:
        """An unknown mark beside nothing but a time: a rest, in a language whose word for it is not known."""
        return self.columns.layout.resting and mark == _UNKNOWN_KIND and not (found.reps or found.load_kg)

    def _pick(self) -> None:
        """Which cells make up a set, in the order that `read` takes them, without those that are not there."""
        columns, nowhere = self.columns, len(self.columns.table.header.names)
        wanted = columns.wanted_of_set()
        self.width, self.places = len(wanted), [place for place, at in enumerate(wanted) if at != nowhere]
        self.cells_of = picker(columns.set_cells())
        self.planned_at = len(SET_FIELDS) + 2 * len(columns.weights)
        self.distance_at = self.planned_at + 2 * len(columns.planned)

    def _spread(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The chosen cells with a blank one for every column that the file lacks."""
        spread = [""] * self.width
        for place, text in zip(self.places, texts, strict=True):
            spread[place] = text
        return tuple(spread)

    def _texts(self, field: str) -> set[str]:
        return self._texts_at(self.columns.at[field])

    def _texts_at(self, position: int) -> set[str]:
        return self.samples.get(position, set())

    def _loads(self, pairs: list[tuple[int, int]]) -> Measures[Load]:
        title, texts = self.columns.name, self._texts_at
        readers = [
            (title(value), loads(title(value), title(unit), texts(value), self.answers)) for value, unit in pairs
        ]
        return Measures(readers, NO_LOAD, kilograms_of, LOAD_TOLERANCE_KG)

    def metres_of(self, exercise: str) -> Measures[float | None]:
        """Reads the distances of an exercise."""
        return self.metres_alone if self.metres_alone is not self.metres and is_short(exercise) else self.metres

    def _distances(self, pairs: list[tuple[int, int]], alone: float | None = None) -> Measures[float | None]:
        title, texts = self.columns.name, self._texts_at
        readers = [
            (title(value), distances(title(value), title(unit), texts(value), self.answers, self.warnings, alone=alone))
            for value, unit in pairs
        ]
        return Measures(readers, None, metres_of, DISTANCE_TOLERANCE_M)

    def _load(self, texts: tuple[str, ...]) -> Load:
        found = self.load(texts[len(SET_FIELDS) : self.planned_at])
        return self.planned(texts[self.planned_at : self.distance_at]) if found is NO_LOAD else found

    def _refuse_lone_distance(self, texts: tuple[str, ...]) -> None:
        for (column, _), text in zip(self.metres.readers, texts[::2], strict=True):
            if is_used(text):
                raise lone_distance(column, text)

    def _equipped(self, texts: tuple[str, str]) -> str:
        """The exercise with its equipment in brackets, as Strong and Hevy name it."""
        exercise, equipment = self.names[texts[0]], self.equipments[texts[1]]
        if not equipment or equipment.casefold() in exercise.casefold():
            return exercise
        return read_cell(self.columns.title_of("exercise"), f"{exercise} ({equipment})", name)


def _is_measured(found: LiftingSet) -> bool:
    return found.reps is not None or found.duration_s is not None or found.distance_m is not None
