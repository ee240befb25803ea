"""Where the columns of a layout stand in one file."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lib.importers.lifting.columns import Columns
from lib.importers.lifting.layout import ALWAYS, Measured, SetLogLayout
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.unquoted import rejoiner
from lib.importers.reading.table import Table

_SINGLE: Final = (
    "start", "title", "notes", "end", "length", "exercise", "equipment", "status", "kind", "reps", "seconds", "rpe",
    "reserve", "remark", "superset", "body_mass", "set_time", "side",
)  # fmt: skip
# Those that a set is read from, beside its loads and distances.
SET_FIELDS: Final = (
    "exercise", "equipment", "status", "kind", "reps", "seconds", "rpe", "reserve", "remark", "superset", "side",
)  # fmt: skip


class LogColumns(Columns):
    """Positions of the columns in one file. UnreadableFile naming one that is missing.

    at:      field of the layout → position; the blank cell behind the last column for what the file lacks.
    numbers: the columns whose way to write a number is found from their texts.
    """

    def __init__(self, table: Table, layout: SetLogLayout) -> None:
        super().__init__(table)
        self.layout = layout
        must = ALWAYS | layout.must
        self.at = {field: self._find(getattr(layout, field), needed=field in must) for field in _SINGLE}
        session_at = (self.at["start"], self.at["title"], self.at["notes"])
        self.session = SessionColumns(
            *session_at,
            *map(self.name, session_at),
            set_time_at=self.at["set_time"] if layout.set_time else None,
            set_time=self.name(self.at["set_time"]),
            by_id=layout.by_id,
        )
        self.weights = self._measured(layout.weights) or [(self.must(*layout.weights[0][0]), self.may())]
        self.planned, self.distances = self._measured(layout.planned), self._measured(layout.distances)
        values = (value for value, _ in (*self.weights, *self.planned, *self.distances))
        self.numbers = (*values, *(self.at[field] for field in ("seconds", "rpe", "reserve", "body_mass")))
        if layout.unquoted:
            self.table = replace(table, mend=self._rejoiner())

    def title_of(self, field: str) -> str:
        """What the file calls the column of a field."""
        return self.name(self.at[field])

    def wanted_of_set(self) -> list[int]:
        """Where what makes up a set stands: the plain fields, then value and unit of every load and distance."""
        measured = (*self.weights, *self.planned, *self.distances)
        return [self.at[field] for field in SET_FIELDS] + [at for pair in measured for at in pair]

    def set_cells(self) -> list[int]:
        """The same without what the file lacks."""
        nowhere = len(self.table.header.names)
        return [at for at in self.wanted_of_set() if at != nowhere]

    def _rejoiner(self) -> Callable[[list[str]], list[str] | None]:
        header = self.table.header
        numbers = (*self.numbers, self.at["reps"])
        return rejoiner(
            len(header.names), header.delimiter, [self.at[field] for field in self.layout.unquoted], numbers
        )

    def _find(self, names: tuple[str, ...], *, needed: bool) -> int:
        return self.must(*names) if needed else self.may(*names)

    def _measured(self, columns: tuple[Measured, ...]) -> list[tuple[int, int]]:
        """Positions of value and unit of every column that there is."""
        return [(self.must(*value), self.may(*unit)) for value, unit in columns if self.table.header.has(*value)]
