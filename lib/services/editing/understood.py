"""What is understood of a session as text: each line with its exercise, and what may not be meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lib.catalog.resolve import resolve_names
from lib.model.exercise_mapping import OwnMapping
from lib.model.frames.own import ALIASES
from lib.model.records import LiftingSet
from lib.model.shorthand.result import Mistake, Shorthand, ShorthandLine
from lib.model.vocabulary import CountAs
from lib.services.editing.typed import with_load_modes


@dataclass(frozen=True, slots=True)
class Understood:
    """One typed line without mistakes, from character `start` to `end`. sets: as they would be kept.

    each_side: for each set, whether its number was typed as that of each side.
    exercise: its key, "" where the name is not mapped. doubt: what may not be meant, in a sentence.
    """

    start: int
    end: int
    name: str
    sets: tuple[LiftingSet, ...]
    each_side: tuple[bool, ...]
    exercise: str
    doubt: str


def understood(read: Shorthand, own: OwnMapping, logged: Sequence[str]) -> tuple[Understood, ...]:
    """The lines of a text with their exercises, found as they will be once they are kept.

    logged: the names of the person's log, which together say its language.
    """
    aliases = ALIASES.make([{"exercise_name": name, "exercise": key} for name, key in own.names.items()])
    typed = [line.exercise_name for line in read.lines]
    names = resolve_names([*logged, *typed], aliases, own.exercises, own.taught)
    found = names[names["exercise_name"].isin(typed)]
    rows = {str(row["exercise_name"]): row for row in found.to_dict("records")}
    return tuple(_line(line, rows[line.exercise_name], own) for line in read.lines)


def mistakes_by_line(text: str, read: Shorthand) -> dict[tuple[int, int], list[Mistake]]:
    """The mistakes of each line of the text that has some, by the first and last character of the line."""
    found: dict[tuple[int, int], list[Mistake]] = {}
    for each in read.mistakes:
        start = max(text.rfind(sign, 0, each.start) for sign in "\n;") + 1
        ends = [place for sign in "\n;" if (place := text.find(sign, max(each.end, start))) >= 0]
        found.setdefault((start, min(ends, default=len(text))), []).append(each)
    return found


def _line(line: ShorthandLine, row: Mapping[Any, Any], own: OwnMapping) -> Understood:
    sets, exercise = with_load_modes(line.sets), str(row["exercise"])
    is_hold = own.count_as.get(exercise, row["count_as"]) == CountAs.HOLD
    doubt = _doubt(sets) if is_hold else ""
    return Understood(line.start, line.end, line.exercise_name, sets, line.each_side, exercise, doubt)


def _doubt(sets: Sequence[LiftingSet]) -> str:
    """`plank 60`: reps of a hold are hardly meant."""
    counted = [each.reps for each in sets if each.reps and each.duration_s is None and "breath" not in each.note]
    if not counted:
        return ""
    return f"This is a hold, and reads as {counted[0]} reps. Write {counted[0]}s for seconds."
