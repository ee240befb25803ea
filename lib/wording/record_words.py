"""What a record says, field by field, in the person's words and units. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from lib.analysis.records.plausible import LONGEST_M
from lib.model.athlete import Athlete
from lib.model.records import LiftingSet
from lib.model.region import clock_with_seconds
from lib.model.units import from_metres
from lib.model.vocabulary import DistanceUnit, Effort, SetKind, Side, Sport, WeightUnit
from lib.wording.format import NOTHING, counted, day, distance, load, number
from lib.wording.run_columns import ascent_unit, from_ascent
from lib.wording.set_words import set_words

SPORT_WORDS: Final[Mapping[str, str]] = {each.value: each.value for each in Sport} | {
    Sport.STRENGTH: "strength",
    Sport.TEAM: "team sport",
    Sport.OTHER: "another sport",
}
EFFORT_WORDS: Final[Mapping[str, str]] = {each.value: each.value for each in Effort}
KIND_WORDS: Final[Mapping[str, str]] = {
    SetKind.WORKING: "working",
    SetKind.WARM_UP: "warm-up",
    SetKind.DROP: "drop",
    SetKind.FAILURE: "to failure",
}
# By the reasons of lib.analysis.records.plausible.
WHY_SET_ASIDE: Final[Mapping[str, str]] = {
    "very fast": "faster than the world record over its distance",
    "very long": "longer than almost anybody runs",
    "no distance": "no part of its recording can have been run, so its distance is not known",
}
SIDE_WORDS: Final[Mapping[str, str]] = {Side.BOTH: "", Side.LEFT: "left", Side.RIGHT: "right"}
FIELD_TITLES: Final[Mapping[str, str]] = {
    "start": "Start",
    "sport": "Sport",
    "distance": "Distance",
    "moving": "Moving time",
    "elapsed": "Elapsed time",
    "ascent": "Ascent",
    "effort": "Effort",
    "rpe": "Session RPE",
    "shoes": "Shoes",
    "title": "Title",
    "notes": "Notes",
}
# Columns of a record → what a person calls them.
_NAMES: Final[Mapping[str, str]] = {
    "distance_m": "distance",
    "moving_s": "moving",
    "elapsed_s": "elapsed",
    "ascent_m": "ascent",
    "session_rpe": "rpe",
    "gear": "shoes",
}
_DAY: Final = 10  # characters of a start that is a bare day
_LONGEST_NOTE: Final = 300


def title_of(column: str) -> str:
    """What a person calls a column of a record: "Moving time" for moving_s."""
    name = _NAMES.get(column, column)
    return FIELD_TITLES.get(name, name.replace("_", " ").capitalize())


def value(column: str, said: Any, athlete: Athlete) -> str:
    """A value in words; a dash where it says nothing. column: of a record, or what a person calls it."""
    if said is None or said == "":
        return NOTHING
    name = _NAMES.get(column, column)
    return _WORDS[name](said, athlete) if name in _WORDS else _cut(str(said))


def start(text: str) -> str:
    """A start as it is kept, "2026-11-28 18:00:00" or a bare day, as people read it."""
    if len(text) == _DAY:
        return day(date.fromisoformat(text))
    local = datetime.fromisoformat(text)
    return f"{day(local.date())}, {clock_with_seconds(local.time())}"


def clock(seconds: float | None) -> str:
    """A time as it is typed: "45:00", "1:02:03"."""
    if seconds is None:
        return NOTHING
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def pace_s(distance_m: float | None, seconds: float | None, unit: DistanceUnit) -> float | None:
    """Seconds for a kilometre or a mile; None where distance or time is not known or none."""
    return seconds / from_metres(distance_m, unit) if distance_m and seconds else None


def pace(distance_m: float | None, seconds: float | None, unit: DistanceUnit) -> str:
    """The same in words: "5:12 /km"."""
    found = pace_s(distance_m, seconds, unit)
    return NOTHING if found is None else f"{clock(found)} /{unit}"


def ascent(metres: float, unit: DistanceUnit) -> str:
    """Metres climbed as "120 m" or "394 ft"."""
    return f"{number(from_ascent(metres, unit), ',.0f')} {ascent_unit(unit)}"


def one_set(each: LiftingSet, unit: WeightUnit) -> str:
    """A set with its exercise: "Squat 8 × 60 kg, left, warm-up, RPE 8"."""
    return f"{each.exercise_name} {set_words(each, unit)}"


def one_mistyped_load(name: str, kilograms: float, unit: WeightUnit) -> str:
    """Why a session looks wrong: one load of it."""
    return f"{load(kilograms, unit)} of {name}"


def set_count(sets: Sequence[Any]) -> str:
    """How many sets: "12 sets"."""
    return counted(len(sets), "set", "sets")


_WORDS: Final[Mapping[str, Callable[[Any, Athlete], str]]] = {
    "start": lambda said, _athlete: start(said),
    "distance": lambda said, athlete: distance(said, athlete.distance_unit, 2),
    "moving": lambda said, _athlete: clock(said),
    "elapsed": lambda said, _athlete: clock(said),
    "ascent": lambda said, athlete: ascent(said, athlete.distance_unit),
    "rpe": lambda said, _athlete: number(float(said)),
    "sport": lambda said, _athlete: SPORT_WORDS.get(said, str(said)),
}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTE else text[: _LONGEST_NOTE - 1] + "…"


def set_aside_bounds(unit: DistanceUnit) -> str:
    """Which runs are set aside: "Runs faster than the world record over their distance, longer than 120 km, or …"."""
    longest = distance(LONGEST_M, unit, 0)
    return f"Runs faster than the world record over their distance, longer than {longest}, or without any way that can have been run"
