"""Kilometres or miles? Garmin's list does not say; the length of a stride, always in metres, does.

distance / (cadence x minutes x stride / 1000) is 1.00 where distances are kilometres and 0.62 where they are miles.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from lib.importers.activities.cells import ON_FOOT, Column, check_distance, duration, filled, number
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.sports import sport_of
from lib.importers.activities.survey import ActivitySurvey
from lib.importers.reading.cells import BadCell, CellError
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.records import Problem
from lib.model.units import METRES_PER, METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import DistanceUnit, Question, Sport, SubSport

_EXPECTED: Final = {DistanceUnit.KM: 1.0, DistanceUnit.MILE: 1000 / METRES_PER_MILE}
_TOLERANCE: Final = 0.2  # of the logarithm: 0.82 to 1.22 is 1.00, 0.51 to 0.76 is 0.62
_LEAST_DISTANCE: Final = 0.01  # kilometres or miles
_CADENCES: Final = (20.0, 400.0)
_STRIDES_M: Final = (0.1, 5.0)
_MOST_KM_ON_A_TRACK: Final = 100
_MOST_KM_SWUM: Final = 20
_FASTEST_KM_H: Final = 150
_DECIMALS: Final = re.compile(r"[.,]\d{1,2}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class GarminDistances:
    """How the distances of one file are read."""

    column: Column
    unit: DistanceUnit

    def distance_m(self, row: ActivityRow, sport: Sport, sub_sport: SubSport) -> float | None:
        """Metres; None where the row has no distance. BadCell where it is wrong."""
        value = number(self.column, row.cells)
        if value is None:
            return None
        try:
            return check_distance(value * self._metres_per(row, value, sport, sub_sport))
        except CellError as error:
            raise BadCell(self.column.name, self.column.text(row.cells), error.why) from error

    def _metres_per(self, row: ActivityRow, value: float, sport: Sport, sub_sport: SubSport) -> float:
        """Swims and track runs are listed in metres or yards among runs in kilometres or miles."""
        if value > _MOST_KM_SWUM and (sport is Sport.SWIM or (sport is Sport.OTHER and self._seems_swum(row, value))):
            return 1.0 if self.unit is DistanceUnit.KM else METRES_PER_YARD
        if sub_sport is SubSport.TRACK and value > _MOST_KM_ON_A_TRACK:
            return 1.0
        return METRES_PER[self.unit]

    def _seems_swum(self, row: ActivityRow, value: float) -> bool:
        """Whether a word that is not known can only be one for a swim.

        Its distance has no decimals, which Garmin leaves out of lengths in metres and yards alone, and read as kilometres
        it would be faster than anything that a person moves by.
        """
        if sport_of(row.word()) or _DECIMALS.search(self.column.text(row.cells)):
            return False
        try:
            seconds = row.seconds("moving")
        except BadCell:
            return False
        return seconds is not None and value / (seconds / 3600) > _FASTEST_KM_H

    def ascent_m(self, row: ActivityRow) -> float | None:
        """Metres; the ascent is in feet where distances are in miles."""
        return row.ascent_m(1.0 if self.unit is DistanceUnit.KM else METRES_PER_FOOT)


def settle_distances(seen: ActivitySurvey, answers: Answers) -> tuple[GarminDistances, Problem | None]:
    """The unit of a file, and a warning (rows=0) where it is not the one that was answered.

    Needs(DISTANCE_UNIT) where neither the strides nor an answer tell it and there are distances at all.
    """
    column = seen.columns["distance"][0]
    shown = _unit_by_strides(_ratios(seen))
    unit = shown or answers.distance_unit
    if unit is None:
        if _has_distances(seen):
            why = "Garmin's list does not say whether its distances are kilometres or miles. Which is it?"
            raise Needs(Question.DISTANCE_UNIT, [DistanceUnit.KM, DistanceUnit.MILE], why)
        unit = DistanceUnit.KM
    warning = None
    if shown and answers.distance_unit not in (None, shown):
        why = f"stride lengths show that these distances are in {shown}, not {answers.distance_unit}; read as {shown}"
        warning = Problem(seen.header.line, column.name, None, why, rows=0)
    return GarminDistances(column, unit), warning


def _ratios(seen: ActivitySurvey) -> Iterator[float]:
    """One ratio for every row on foot that has distance, cadence, time and stride."""
    columns = seen.telling
    for cells in seen.told:
        sport, sub_sport = sport_of(filled_text(columns["kind"], cells)) or (Sport.OTHER, SubSport.NONE)
        if sport not in ON_FOOT or sub_sport is SubSport.TRACK:
            continue
        try:
            distance, cadence, stride = (
                number(filled(columns[name], cells), cells) or 0.0 for name in ("distance", "cadence", "stride")
            )
            seconds = duration(filled(columns["moving"], cells), cells) or 0.0
        except BadCell:
            continue
        if distance >= _LEAST_DISTANCE and _are_steps(cadence, stride) and seconds >= 1:
            yield distance / (cadence * seconds / 60 * stride / 1000)


def _are_steps(cadence: float, stride: float) -> bool:
    """Whether anybody moves like that: a cell that a spreadsheet damaged proves nothing."""
    return _CADENCES[0] <= cadence <= _CADENCES[1] and _STRIDES_M[0] <= stride <= _STRIDES_M[1]


def _unit_by_strides(ratios: Iterator[float]) -> DistanceUnit | None:
    """The unit whose ratio the middle row has; None where it has neither."""
    kept = list(ratios)
    if not kept:
        return None
    middle = math.log(median(kept))
    return next((unit for unit, one in _EXPECTED.items() if abs(middle - math.log(one)) <= _TOLERANCE), None)


def _has_distances(seen: ActivitySurvey) -> bool:
    column = seen.telling["distance"][0]
    return any(any(sign in "123456789" for sign in column.text(cells)) for cells in seen.told)


def filled_text(columns: list[Column], cells: Sequence[str]) -> str:
    """The first of several columns that says something, as text."""
    column = filled(columns, cells)
    return column.text(cells) if column else ""
