"""Strava writes a distance twice: as it shows it (kilometres or miles, metres for a swim) and in metres."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from lib.importers.activities.cells import Column, check_distance, number
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.sports import sport_of
from lib.importers.activities.survey import ActivitySurvey
from lib.importers.formats.strava.columns import is_old
from lib.importers.reading.cells import BadCell, Contradiction
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.limits import MAX_ASCENT_M
from lib.model.units import METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import DistanceUnit, Question, Sport, SubSport

_SHOWN_SMALL: Final = frozenset({Sport.SWIM, Sport.ROW})
_TOLERANCE: Final = 0.005
_FAR_ENOUGH_M: Final = 500.0


@dataclass(frozen=True, slots=True)
class StravaDistances:
    """How the distances of one file are read.

    shown, metres: the two columns; either may be missing. unit: what `shown` is in.
    """

    shown: Column | None
    metres: Column | None
    unit: DistanceUnit

    def distance_m(self, row: ActivityRow, sport: Sport, _sub_sport: SubSport) -> float | None:
        """Metres, of the column that can be read; None where the row has none. BadCell, a Contradiction where they differ."""
        metres_per = factor(sport, self.unit)
        exact = row.or_unknown(lambda: _metres(row, self.metres, 1.0))
        shown = row.or_unknown(lambda: _metres(row, self.shown, metres_per))
        if exact is None and shown is None and row.unread:
            raise row.unread[-1]
        if exact is None or shown is None:
            return shown if exact is None else exact
        if not agree(number_shown := shown / metres_per, exact, metres_per):
            in_miles = agree(number_shown, exact, factor(sport, DistanceUnit.MILE))
            hint = "; they would agree if Strava showed miles" if in_miles else ""
            why = f"the other distance column says {exact:g} m; the two disagree{hint}"
            raise Contradiction(self.shown.name if self.shown else "", f"{number_shown:g}", why)
        return exact

    def ascent_m(self, row: ActivityRow) -> float | None:
        """Metres, whatever the distances are shown in."""
        return row.describing("ascent", 0, MAX_ASCENT_M)


def _metres(row: ActivityRow, column: Column | None, metres_per_unit: float) -> float | None:
    return number(column, row.cells, lambda value: check_distance(value * metres_per_unit))


def factor(sport: Sport, unit: DistanceUnit) -> float:
    """Metres per shown unit: kilometres or miles, for swims and rowing metres or yards."""
    if sport in _SHOWN_SMALL:
        return 1.0 if unit is DistanceUnit.KM else METRES_PER_YARD
    return 1000.0 if unit is DistanceUnit.KM else METRES_PER_MILE


def agree(shown: float, exact: float, metres_per_unit: float) -> bool:
    """Whether the two distances are one, but for the rounding of two decimals."""
    rounding = 0.01 * metres_per_unit if metres_per_unit > 1 else 1.0
    return abs(shown * metres_per_unit - exact) <= max(_TOLERANCE * exact, rounding)


def settle_distances(seen: ActivitySurvey, answers: Answers) -> tuple[StravaDistances, None]:
    """How to read a file's distances. Needs(DISTANCE_UNIT) where the two columns differ by the factor of a mile."""
    columns = seen.columns["distance"]
    first = columns[0] if columns else None
    if is_old(seen.header):
        return StravaDistances(None, first, DistanceUnit.KM), None
    if len(columns) < 2:
        # Nothing in the file tells the unit of a lone column; kilometres unless the person says otherwise.
        return StravaDistances(first, None, answers.distance_unit or DistanceUnit.KM), None
    fits, swapped = _fits(seen, 0, 1), Counter[DistanceUnit]()
    if not fits and (swapped := _fits(seen, 1, 0)):
        fits = swapped
    shown, exact = (
        (columns[1], columns[0]) if swapped else columns[:2]
    )  # somebody sorted the columns: metres come first
    if fits[DistanceUnit.MILE] <= fits[DistanceUnit.KM]:
        return StravaDistances(shown, exact, DistanceUnit.KM), None
    if answers.distance_unit is None:
        why = "The two distance columns differ by the factor of a mile. Does your Strava account show kilometres or miles?"
        raise Needs(Question.DISTANCE_UNIT, [DistanceUnit.KM, DistanceUnit.MILE], why)
    return StravaDistances(shown, exact, answers.distance_unit), None


def _fits(seen: ActivitySurvey, shown: int, exact: int) -> Counter[DistanceUnit]:
    """How many rows agree in each unit, with these of the columns as the shown and the exact one."""
    fits: Counter[DistanceUnit] = Counter()
    columns, kind = seen.telling["distance"], seen.telling["kind"][0]
    for cells in seen.told:
        try:
            first, second = number(columns[shown], cells), number(columns[exact], cells)
        except BadCell:
            continue
        if first and second and second >= _FAR_ENOUGH_M:
            sport, _ = sport_of(kind.text(cells)) or (Sport.OTHER, None)
            fits.update(unit for unit in DistanceUnit if agree(first, second, factor(sport, unit)))
    return fits
