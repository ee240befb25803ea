"""One row of a set log with a layout → one set."""

from collections.abc import Callable
from operator import itemgetter
from typing import Final

from lib.importers.lifting.log_columns import LogColumns
from lib.importers.lifting.measures import (
    DISTANCE_TOLERANCE_M,
    LOAD_TOLERANCE_KG,
    Measures,
    kilograms_of,
    metres_of,
)
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
    note,
    reps,
    rpe_reader,
    seconds_reader,
)
from lib.importers.lifting.survey import Survey
from lib.importers.lifting.units import distances, is_used, loads, lone_distance
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import Moment
from lib.importers.reading.durations import parse_duration
from lib.model.athlete import Answers
from lib.model.records import LiftingSet
from lib.model.vocabulary import SetKind

_PLAIN: Final = ("exercise", "equipment", "status", "kind", "reps", "seconds", "rpe", "reserve", "remark", "superset")


class LogRows:
    """Reads the rows of one file; see lib.importers.lifting.sessions.SetRows."""

    def __init__(
        self, columns: LogColumns, seen: Survey, answers: Answers, read_moment: Callable[[str], Moment]
    ) -> None:
        self.warnings: list[BadCell] = []
        self.columns, self.seen, self.answers, self.read_moment = columns, seen, answers, read_moment
        self.why_none = columns.layout.why_none
        self._pick()
        self.load, self.planned = self._loads(columns.weights), self._loads(columns.planned)
        self.metres = self._distances(columns.distances)
        title, texts = columns.title_of, self._texts
        self.masses = loads(title("body_mass"), "", texts("body_mass"), answers)
        self.names = name_memo(title("exercise"), self.warnings)
        self.equipments = column_memo(title("equipment"), lambda text: name(text, required=False))
        self.equipped = Memo(self._equipped)
        self.kinds = column_memo(title("kind"), columns.layout.kind_of)
        self.reps = column_memo(title("reps"), reps)
        self.seconds = column_memo(title("seconds"), seconds_reader(texts("seconds")))
        self.efforts = column_memo(title("rpe"), rpe_reader(texts("rpe")))
        self.reserves = column_memo(title("reserve"), effort_of_reserve)
        self.remarks = column_memo(title("remark"), note)
        self.supersets = column_memo(title("superset"), lambda text: name(text, required=False))

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
        exercise, equipment, status, kind, count, seconds, rpe, reserve, remark, superset = texts[: len(_PLAIN)]
        if why := self.why_none(status):
            return why
        mark = self.kinds[kind]
        if not isinstance(mark, SetKind):
            return mark
        distance = texts[self.distance_at :]
        found = lifting_set(
            self.equipped[exercise, equipment],
            kind=mark,
            count=self.reps[count],
            load=self._load(texts),
            seconds=self.seconds[seconds],
            metres=self.metres(distance),
            rpe=self.efforts[rpe] or self.reserves[reserve],
            remark=self.remarks[remark],
            superset=self.supersets[superset],
        )
        if isinstance(found, str):
            self._refuse_lone_distance(distance)
        return found

    def _pick(self) -> None:
        """Choose the cells that make up a set, in the order that `read` takes them."""
        columns = self.columns
        measured = (*columns.weights, *columns.planned, *columns.distances)
        positions = [columns.at[field] for field in _PLAIN] + [at for pair in measured for at in pair]
        self.cells_of: Callable[[list[str]], tuple[str, ...]] = itemgetter(*positions)
        self.planned_at = len(_PLAIN) + 2 * len(columns.weights)
        self.distance_at = self.planned_at + 2 * len(columns.planned)

    def _texts(self, field: str) -> set[str]:
        return self.seen.texts(self.columns.at[field])

    def _loads(self, pairs: list[tuple[int, int]]) -> Measures[Load]:
        title, texts = self.columns.name, self.seen.texts
        readers = [
            (title(value), loads(title(value), title(unit), texts(value), self.answers)) for value, unit in pairs
        ]
        return Measures(readers, NO_LOAD, kilograms_of, LOAD_TOLERANCE_KG)

    def _distances(self, pairs: list[tuple[int, int]]) -> Measures[float | None]:
        title, texts = self.columns.name, self.seen.texts
        readers = [
            (title(value), distances(title(value), title(unit), texts(value), self.answers, self.warnings))
            for value, unit in pairs
        ]
        return Measures(readers, None, metres_of, DISTANCE_TOLERANCE_M)

    def _load(self, texts: tuple[str, ...]) -> Load:
        found = self.load(texts[len(_PLAIN) : self.planned_at])
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
