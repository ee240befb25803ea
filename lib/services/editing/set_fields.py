"""The fields of a set that a person can change by name; what they typed is read as shorthand reads it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_NAME, MAX_NOTE
from lib.model.records import LiftingSet
from lib.model.shorthand.parse import parse
from lib.model.vocabulary import LoadMode, SetKind, Side
from lib.services.editing.typed import with_load_modes

_BARE: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_SIGN_OR_WORD: Final = re.compile(r"[-+@]|bw|body|band", re.IGNORECASE)
_LOAD: Final = ("load_kg", "load_value", "load_unit")
_OF_THE_BODY: Final = (LoadMode.ADDED, LoadMode.ASSISTED, LoadMode.BAND)
_KINDS: Final = {"": SetKind.WORKING, "working": SetKind.WORKING}
_BOTH_SIDES: Final = ("", "both")


def change_set(before: LiftingSet, typed: Mapping[str, str], athlete: Athlete) -> LiftingSet:
    """The set with what was typed for its fields (SET_FIELDS), an empty value for "not known". TrainingDataError."""
    for name, text in typed.items():
        if name not in _READERS:
            raise TrainingDataError(f"A set has no field {name}. It has: {', '.join(_READERS)}.")
        before = _READERS[name](before, text.strip(), athlete)
    return before


def _read(text: str, words: str, fields: tuple[str, ...], name: str, example: str, athlete: Athlete) -> LiftingSet:
    """The set of a line in shorthand that says these fields and nothing else. text: what was typed; for the sentence."""
    line = f'"x" {words}'
    read, plain = parse(line, athlete.weight_unit), LiftingSet("x", reps=1, load_mode=LoadMode.BODYWEIGHT)
    others = [field for field in LiftingSet._fields if field not in fields]
    if not read.mistakes and len(read.sets) == 1:
        [found] = read.sets
        if all(getattr(found, field) == getattr(plain, field) for field in others):
            return found
    raise TrainingDataError(f"{text} is no {name}. Write {example}.")


def _exercise(before: LiftingSet, text: str, _athlete: Athlete) -> LiftingSet:
    if not text or len(text) > MAX_NAME:
        raise TrainingDataError(f"A set needs the name of its exercise, of at most {MAX_NAME} characters.")
    return before._replace(exercise_name=text)


def _reps(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
    if not text:
        return before._replace(reps=None)
    found = _read(
        text, f"1x{text}", ("reps",), "number of reps", "a whole number such as 8, or ? if not known", athlete
    )
    return before._replace(reps=found.reps)


def _load(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
    """A load without a sign acts as the one before did; with one, with bw or band, as it says."""
    if not text:
        return before._replace(load_kg=None, load_value=None, load_unit=None)
    words = f"{text}{athlete.weight_unit}" if _BARE.fullmatch(text) else text
    words = words if _SIGN_OR_WORD.match(words) else f"@{words}"
    fields = (*_LOAD, "load_mode")
    found = _read(text, f"1 {words}", fields, "load", "60kg, 135lb, +10kg, -20kg, band, bw or ?", athlete)
    keeps = found.load_mode is LoadMode.EXTERNAL and before.load_mode in _OF_THE_BODY
    mode = before.load_mode if keeps else found.load_mode
    [changed] = with_load_modes(
        [before._replace(load_kg=found.load_kg, load_value=found.load_value, load_unit=found.load_unit, load_mode=mode)]
    )
    return changed


def _with(before: LiftingSet, field: str, value: float | None) -> LiftingSet:
    said: dict[str, Any] = {field: value}
    return before._replace(**said)


def _measured(unit: str, field: str, name: str, example: str) -> Callable[[LiftingSet, str, Athlete], LiftingSet]:
    """Reads what a set measures besides its reps. unit: of a bare number."""

    def read(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
        if not text:
            return _with(before, field, None)
        words = f"{text}{unit}" if _BARE.fullmatch(text) else text
        value = getattr(_read(text, words, ("reps", field), name, example, athlete), field)
        if value is None:
            raise TrainingDataError(f"{text} is no {name}. Write {example}.")
        return _with(before, field, value)

    return read


def _side(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
    if text.lower() in _BOTH_SIDES:
        return before._replace(side=Side.BOTH)
    found = _read(text, f"1 {text}", ("side",), "side", "left, right or both", athlete)
    if found.side is Side.BOTH:  # "each": how reps are counted, which is no side
        raise TrainingDataError(f"{text} is no side. Write left, right or both.")
    return before._replace(side=found.side)


def _kind(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
    if text.lower() in _KINDS:
        return before._replace(kind=_KINDS[text.lower()])
    found = _read(text, f"1 {text}", ("kind",), "kind of set", "working, warm-up, drop or failure", athlete)
    return before._replace(kind=found.kind)


def _rpe(before: LiftingSet, text: str, athlete: Athlete) -> LiftingSet:
    if not text:
        return before._replace(set_rpe=None)
    found = _read(text, f"1 rpe {text}", ("set_rpe",), "effort of a set", "a number from 1 to 10", athlete)
    return before._replace(set_rpe=found.set_rpe)


def _note(before: LiftingSet, text: str, _athlete: Athlete) -> LiftingSet:
    if len(text) > MAX_NOTE:
        raise TrainingDataError(f"A note has at most {MAX_NOTE:,} characters; this one has {len(text):,}.")
    return before._replace(note=text)


_READERS: Final[Mapping[str, Callable[[LiftingSet, str, Athlete], Any]]] = {
    "exercise": _exercise,
    "reps": _reps,
    "load": _load,
    "hold": _measured("s", "duration_s", "time", "30s, 1min 30s or 1:30"),
    "distance": _measured("m", "distance_m", "distance", "20m or 40yd"),
    "side": _side,
    "kind": _kind,
    "rpe": _rpe,
    "note": _note,
}
SET_FIELDS: Final = tuple(_READERS)
