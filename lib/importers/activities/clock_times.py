"""Is `1:02` an hour and two minutes, or a minute and two seconds? The distance beside it and its pace or speed tell.

A spreadsheet that shows `01:02:11` as hours and minutes writes `1:02` when it saves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from lib.importers.activities.cells import ON_FOOT, Column, duration, filled, number
from lib.importers.activities.rows import METRES_PER_UNIT, columns_named, name_and_unit
from lib.importers.activities.sports import sport_of
from lib.importers.activities.survey import ActivitySurvey, Columns
from lib.importers.reading.cells import BadCell
from lib.importers.reading.table_header import Header

_TIMES: Final = ("moving", "elapsed")
# What a survey has to show for it.
TOLD_BY: Final = (*_TIMES, "kind", "distance", "pace", "speed")
# What lists call the two that nothing else is read from, with or without a unit.
_PACES: Final = (
    "Pace", "Average Pace", "Avg Pace", "Avg. Pace", "Mean Pace", "Tempo", "Ø Pace", "Durchschnittstempo", "Allure",
    "Allure moyenne", "Ritmo", "Ritmo medio", "Ritmo médio", "Passo", "Passo medio", "Gemiddeld tempo", "Snittempo",
    "Średnie tempo", "Průměrné tempo", "Keskivauhti", "Ortalama Tempo",
)  # fmt: skip
_SPEEDS: Final = (
    "Speed", "Average Speed", "Avg Speed", "Avg. Speed", "Mean Speed", "Geschwindigkeit", "Ø Geschwindigkeit", "Tempo (km/h)",
    "Durchschnittsgeschwindigkeit", "Vitesse", "Vitesse moyenne", "Velocidad", "Velocidad media", "Velocidade",
    "Velocidade média", "Velocità", "Velocità media", "Snelheid", "Gemiddelde snelheid", "Hastighet", "Prędkość",
    "Średnia prędkość", "Průměrná rychlost", "Nopeus", "Keskinopeus",
)  # fmt: skip
_TWO_PARTS: Final = re.compile(r"\d{1,3}:\d\d", re.ASCII)
_PACE: Final = re.compile(r"(\d{1,2})[:'′](\d\d)\D*", re.ASCII)
_PER_HOUR: Final = frozenset({"km/h", "km/hr", "kph", "kmh", "mph", "mi/h", "mi/hr"})
_NEAR: Final = 1.5  # times as long as pace x distance, either way; hours and minutes are 60 times apart
_FASTEST_S: Final = 60.0  # for a kilometre or a mile: nobody is as fast on foot
_MOST_UNITS: Final = 200.0  # of kilometres or miles on foot in one go; above it a distance without a unit is in metres


def paces_and_speeds(header: Header, columns: Columns) -> Columns:
    """The columns of a list that say its pace or its speed. "Tempo" is a pace in German and a time in Italian."""
    times = {each.position for name in _TIMES for each in columns.get(name, ())}
    found = columns_named(header, {"pace": _PACES, "speed": _SPEEDS})
    return {name: [each for each in several if each.position not in times] for name, several in found.items()}


def with_clock_times(seen: ActivitySurvey) -> ActivitySurvey:
    """The survey whose times of two parts are hours and minutes, where most rows that can tell say so."""
    votes = Counter(_votes(seen))
    seen = replace(seen, mixed_times=bool(votes[True] and votes[False]))
    if votes[True] <= votes[False]:
        return seen
    return replace(seen, columns=_in_hours(seen.columns), telling=_in_hours(seen.telling))


def columns_of_row(columns: Columns, cells: Sequence[str]) -> Columns:
    """The columns as one row of a list of both kinds tells: a spreadsheet may show some of its cells another way."""
    vote = _told(columns, _times_of(columns), cells)
    return columns if vote is None else _in_hours(columns, hours=vote)


def _in_hours(columns: Columns, *, hours: bool = True) -> Columns:
    return {
        name: [replace(each, hours=hours) for each in several] if name in _TIMES else several
        for name, several in columns.items()
    }


def _votes(seen: ActivitySurvey) -> Iterator[bool]:
    """One for every row that can tell: whether it means hours and minutes."""
    times = _times_of(seen.telling)
    votes = (_told(seen.telling, times, cells) for cells in seen.told)
    return (vote for vote in votes if vote is not None)


def _times_of(columns: Columns) -> list[Column]:
    return [each for name in _TIMES for each in columns.get(name, ())] if columns.get("distance") else []


def _told(columns: Columns, times: Sequence[Column], cells: Sequence[str]) -> bool | None:
    time = filled(times, cells)
    if time is None or not _TWO_PARTS.fullmatch(time.text(cells)):
        return None
    try:
        return _vote(columns, replace(time, hours=False), cells)
    except BadCell:
        return None


def _vote(columns: Mapping[str, Sequence[Column]], time: Column, cells: Sequence[str]) -> bool | None:
    """By the pace or the speed where one is given, else by a speed that nobody has on foot; None where nothing tells."""
    distance = filled(columns["distance"], cells)
    units, seconds = _units(distance, cells), duration(time, cells)
    if not units or not seconds:
        return None
    expected_s = _by_pace(columns, units, cells) or _by_speed(columns, units, cells)
    if expected_s:
        return _nearer(seconds, expected_s)
    kind = filled(columns.get("kind", ()), cells)
    sport = sport_of(kind.text(cells)) if kind else None
    too_fast = sport is not None and sport[0] in ON_FOOT and seconds < _FASTEST_S * units
    return True if too_fast else None


def _units(column: Column | None, cells: Sequence[str]) -> float | None:
    """The distance in kilometres or miles, as the list has it."""
    value = number(column, cells)
    if column is None or value is None:
        return None
    unit = name_and_unit(column.name)[1]
    metres = METRES_PER_UNIT.get(unit, 1.0)
    if metres >= METRES_PER_UNIT["km"]:
        return value
    in_metres = unit or value > _MOST_UNITS
    return value * metres / METRES_PER_UNIT["km"] if in_metres else value


def _by_pace(columns: Mapping[str, Sequence[Column]], units: float, cells: Sequence[str]) -> float | None:
    shown = filled(columns.get("pace", ()), cells)
    found = _PACE.fullmatch(shown.text(cells)) if shown else None
    return (int(found[1]) * 60 + int(found[2])) * units if found else None


def _by_speed(columns: Mapping[str, Sequence[Column]], units: float, cells: Sequence[str]) -> float | None:
    """By a speed of so many kilometres or miles an hour; one whose column says another unit, or none, tells nothing."""
    column = filled(columns.get("speed", ()), cells)
    if column is None or name_and_unit(column.name)[1] not in _PER_HOUR:
        return None
    speed = number(column, cells)
    return units / speed * 3600 if speed else None


def _nearer(seconds: float, expected_s: float) -> bool | None:
    for hours, read in ((False, seconds), (True, seconds * 60)):
        if 1 / _NEAR <= read / expected_s <= _NEAR:
            return hours
    return None
