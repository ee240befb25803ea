"""The sets that a watch counted: `set` messages of a FIT file → a strength session."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from lib.importers.formats.fit.messages import EXERCISE_TITLE, SET, Message
from lib.importers.lifting.sets import NO_LOAD, Load, lifting_set
from lib.importers.reading.cells import clean_text
from lib.importers.reading.table import shown
from lib.model.limits import MAX_DURATION_S, MAX_LOAD_KG, MAX_NAME, MAX_REPS
from lib.model.records import Ignored, LiftingSet, Problem
from lib.model.units import from_kilograms
from lib.model.vocabulary import SetKind, WeightUnit

UNKNOWN: Final = "Unknown exercise"
_RESTED: Final = "a rest between sets"
_GHOST: Final = "a set of a few seconds without repetitions, begun and ended by the watch"
_SHORTEST_HOLD_S: Final = 10.0

Titles = Mapping[int, str]


def titles_in(messages: Sequence[Message]) -> Titles:
    """The names that a planned workout gives its steps, by the number of the step."""
    named = [each for each in messages if each.kind == EXERCISE_TITLE and each.word("wkt_step_name")]
    return {step: each.word("wkt_step_name") for each in named if (step := each.whole("message_index")) is not None}


def sets_between(messages: Sequence[Message], start: float, end: float) -> list[Message]:
    """The set messages that began within a session. start, end: seconds of FIT."""
    return [each for each in messages if each.kind == SET and start <= _began(each, start) <= end]


def read_set(message: Message, titles: Titles, line: int) -> LiftingSet | Ignored | Problem:
    """One set; Ignored for rests and for sets of which nothing was counted."""
    if message.word("set_type") == "rest" or message.whole("set_type") == 0:
        return Ignored(line, _RESTED)
    count, seconds = message.whole("repetitions"), message.number("duration")
    if not count and (seconds or 0.0) < _SHORTEST_HOLD_S:
        return Ignored(line, _GHOST)
    exercise, load = clean_text(_exercise(message, titles))[:MAX_NAME] or UNKNOWN, _load(message)
    if not (0 <= (count or 0) <= MAX_REPS and 0.0 <= (load[0] or 0.0) <= MAX_LOAD_KG):
        return Problem(line, "set", shown(exercise), "more than 10,000 repetitions or 1,000 kg")
    if not 0.0 <= (seconds or 0.0) <= MAX_DURATION_S:
        return Problem(line, "set", shown(exercise), "longer than 240 h")
    read = lifting_set(
        exercise,
        kind=SetKind.WARM_UP if _category(message) == "warm_up" else SetKind.WORKING,
        count=count,
        load=load,
        seconds=None if count else seconds,
        metres=None,
        rpe=None,
    )
    return read._replace(line=line) if isinstance(read, LiftingSet) else Ignored(line, read)


def _began(message: Message, otherwise: float) -> float:
    began = message.number("start_time", "timestamp")
    return otherwise if began is None else began


@cache
def _field_types() -> Mapping[str, Any]:
    """The words of the FIT profile. Slow to load, and not every visitor brings a recording."""
    from fitdecode.profile import FIELD_TYPES  # type: ignore[import-untyped]

    found: Mapping[str, Any] = FIELD_TYPES
    return found


def _category(message: Message) -> Any:
    """The watch's best guess as a word of the profile, a number where there is none; several have the best one first."""
    guess = _first(message.values.get("category"))
    return _field_types()["exercise_category"].enum.get(guess, guess)


def _exercise(message: Message, titles: Titles) -> str:
    """The name of the planned step, else that of the exercise (with its category where the name alone is not enough)."""
    step = message.whole("wkt_step_index")
    if step is not None and step in titles:
        return titles[step]
    category = _category(message)
    if not isinstance(category, str) or category == "unknown":
        return UNKNOWN
    exercises = _field_types().get(f"{category}_exercise_name")
    known: Mapping[int, str] = exercises.enum if exercises else {}
    word = known.get(_first(message.values.get("category_subtype")), category)
    # "Push" of the sled and "flip" of the tire say nothing without their category.
    told = word if set(category.split("_")) & set(word.split("_")) else f"{category} / {word}"
    return told.replace("_", " ").title()


def _load(message: Message) -> Load:
    """Kilograms, as FIT stores them, and the number in the unit that the watch showed."""
    kilograms = message.number("weight")
    if not kilograms:
        return NO_LOAD
    unit = WeightUnit.POUND if message.word("weight_display_unit") == "pound" else WeightUnit.KG
    return kilograms, round(from_kilograms(kilograms, unit), 1), unit


def _first(value: Any) -> Any:
    return next((each for each in value if each is not None), None) if isinstance(value, tuple) else value
