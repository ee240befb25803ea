"""How a list of activities measures distances and ascents: in one unit a column, or in one that every row names."""

from dataclasses import dataclass
from typing import Protocol

from lib.importers.activities.rows import METRES_PER_UNIT, ActivityRow
from lib.importers.activities.survey import ActivitySurvey
from lib.model.athlete import Answers
from lib.model.records import Problem
from lib.model.vocabulary import Sport, SubSport


class Lengths(Protocol):
    """How the distances and ascents of one file are read."""

    def distance_m(self, row: ActivityRow, sport: Sport, sub_sport: SubSport) -> float | None:
        """Metres; None where the row has none. BadCell."""
        ...

    def ascent_m(self, row: ActivityRow) -> float | None:
        """Metres climbed; unknown with a warning where the cell makes no sense."""
        ...


@dataclass(frozen=True, slots=True)
class InUnits:
    """Lengths in one unit a column: metres in it, None where its header says the unit in brackets.

    flat: whether an ascent of 0 says that it was flat; else it was not measured.
    """

    distance: float | None = None
    ascent: float | None = None
    flat: bool = True

    def distance_m(self, row: ActivityRow, _sport: Sport, _sub_sport: SubSport) -> float | None:
        """See Lengths."""
        return row.distance_m(self.distance)

    def ascent_m(self, row: ActivityRow) -> float | None:
        """See Lengths."""
        ascent_m = row.ascent_m(self.ascent)
        return ascent_m if self.flat else ascent_m or None


@dataclass(frozen=True, slots=True)
class InUnitOfRow(InUnits):
    """Distances in the unit that a column of their own names in every row."""

    column: str = "unit"

    def distance_m(self, row: ActivityRow, _sport: Sport, _sub_sport: SubSport) -> float | None:
        """See Lengths. BadCell where the unit is missing or not known."""
        unit = row.text(self.column).casefold()
        if not row.number("distance"):
            return row.distance_m(1.0)
        if not unit or unit not in METRES_PER_UNIT:
            raise row.bad(self.column, "not a unit of length that is known here" if unit else "missing")
        return row.distance_m(METRES_PER_UNIT[unit])


def by_unit_of_row(seen: ActivitySurvey, answers: Answers) -> tuple[Lengths, Problem | None]:  # noqa: ARG001
    """The unit that the column `unit` names."""
    return InUnitOfRow(), None


def by_header(seen: ActivitySurvey, answers: Answers) -> tuple[Lengths, Problem | None]:  # noqa: ARG001
    """The unit that the header gives in brackets, metres where it gives none."""
    return InUnits(), None
