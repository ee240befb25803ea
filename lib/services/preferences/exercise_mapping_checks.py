"""Checks on what a mapping file says: every part, every value, each fault with its line."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lib.catalog.exercises import exercises
from lib.importers.reading.cells import clean_text
from lib.model.conventions import BY_NAME
from lib.model.exercise_mapping import OwnExercise, OwnMapping
from lib.model.limits import MAX_NAME
from lib.model.records import Problem
from lib.model.vocabulary import CountAs, Muscle

SECTIONS: Final = ("names", "exercises", "credits", "count_as", "conventions", "taught")
_AROUND_THEM: Final = ("file", "version")
_FIELDS: Final = ("name", "pattern", "count_as", "unilateral", "bodyweight_fraction")
_LONGEST_TEXT: Final = MAX_NAME + 10  # a name with the mark of an own key before it
_MOST_SHOWN: Final = 40
# A field's name, else any other text (so that braces in it are skipped), else a brace.
_PLACES: Final = re.compile(r'("(?:[^"\\]|\\.)*+")\s*:|"(?:[^"\\]|\\.)*+"|([{}])')

Path = tuple[str, ...]
ReadValue = Callable[[Path, Any], Any]


@dataclass(slots=True)
class MappingReader:
    """Reads one part after another and notes every fault in `problems`.

    lines: where each field stands. known: keys of the exercises that a name or credit may speak of.
    """

    lines: Mapping[Path, int]
    problems: list[Problem] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def mapping(self, content: Mapping[str, Any]) -> OwnMapping:
        """What the file says; where there are problems, without the faulty values."""
        for name in sorted({*content} - {*SECTIONS, *_AROUND_THEM}):
            self._note((name,), name, "this part is not known; take it out")
        own = dict(self._part(content, "exercises", self._exercise))
        self.known = {*exercises(), *own}
        return OwnMapping(
            names=dict(self._part(content, "names", self._key)),
            exercises=own,
            credits=dict(self._part(content, "credits", self._credits)),
            count_as=dict(self._part(content, "count_as", self._exercise_way)),
            conventions=dict(self._part(content, "conventions", self._convention)),
            taught=dict(self._part(content, "taught", self._text)),
        )

    def problem(self, path: Path, value: object, why: str) -> Problem:
        """A fault at the line of the field, or of the part that it belongs to."""
        line = next((self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), None)
        return Problem(line, " › ".join(path)[:_MOST_SHOWN], str(value)[:_MOST_SHOWN], why)

    def _note(self, path: Path, value: object, why: str) -> None:
        self.problems.append(self.problem(path, value, why))

    def _part(self, content: Mapping[str, Any], part: str, read: ReadValue) -> Iterator[tuple[str, Any]]:
        """Keys and what `read` makes of their values; what is faulty gives None and is left out."""
        fields = content.get(part, {})
        if not isinstance(fields, Mapping):
            self._note((part,), fields, "must be an object in braces { }")
            return
        for key, value in fields.items():
            path = (part, key)
            if self._text(path, key) is not None and (found := read(path, value)) is not None:
                yield key, found

    def _text(self, path: Path, value: Any) -> str | None:
        if isinstance(value, str) and value and value == clean_text(value) and len(value) <= _LONGEST_TEXT:
            return value
        self._note(path, value, "must be a text of one line, at most 200 characters long")
        return None

    def _key(self, path: Path, value: Any) -> str | None:
        if isinstance(value, str) and value in self.known:
            return value
        self._note(path, value, 'no exercise has this key; take the line out, or add the exercise under "exercises"')
        return None

    def _number(self, path: Path, value: Any, low: float, high: float) -> float | None:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self._note(path, value, f"must be a number from {low:g} to {high:g}")
        return None

    def _convention(self, path: Path, value: Any) -> float | None:
        if convention := BY_NAME.get(path[-1]):
            return self._number(path, value, convention.low, convention.high)
        self._note(path, path[-1], "no such convention; use " + ", ".join(BY_NAME))
        return None

    def _way(self, path: Path, value: Any) -> CountAs | None:
        if value in tuple(CountAs):
            return CountAs(value)
        self._note(path, value, "must be one of " + ", ".join(CountAs))
        return None

    def _exercise_way(self, path: Path, value: Any) -> CountAs | None:
        return self._way(path, value) if self._key(path, path[-1]) else None

    def _credits(self, path: Path, value: Any) -> dict[Muscle, float] | None:
        if not self._key(path, path[-1]):
            return None
        if not isinstance(value, Mapping) or not value:
            self._note(path, value, 'must name muscles with a credit each, such as { "glutes": 1 }')
            return None
        given = {name: self._credit((*path, name), credit) for name, credit in value.items()}
        return {Muscle(name): credit for name, credit in given.items() if credit is not None}

    def _credit(self, path: Path, value: Any) -> float | None:
        if path[-1] in tuple(Muscle):
            return self._number(path, value, 0, 1)
        self._note(path, path[-1], "no such muscle; use " + ", ".join(Muscle))
        return None

    def _exercise(self, path: Path, value: Any) -> OwnExercise | None:
        if path[-1] in exercises():
            self._note(path, path[-1], "this key belongs to an exercise of the table; give yours another one")
            return None
        if not isinstance(value, Mapping) or {*value} != {*_FIELDS}:
            self._note(path, value, "must have " + ", ".join(_FIELDS))
            return None
        before = len(self.problems)
        found = OwnExercise(
            path[-1],
            self._text((*path, "name"), value["name"]) or "",
            "" if value["pattern"] == "" else self._text((*path, "pattern"), value["pattern"]) or "",
            self._way((*path, "count_as"), value["count_as"]) or CountAs.HARD_SET,
            self._flag((*path, "unilateral"), value["unilateral"]),
            self._number((*path, "bodyweight_fraction"), value["bodyweight_fraction"], 0, 1) or 0.0,
        )
        return found if len(self.problems) == before else None

    def _flag(self, path: Path, value: Any) -> bool:
        if not isinstance(value, bool):
            self._note(path, value, "must be true or false")
        return value is True


def lines_of(text: str) -> dict[Path, int]:
    """The line of every field of a JSON object, by the names that lead to it."""
    found: dict[Path, int] = {}
    path: list[str] = []
    line, seen, name = 1, 0, ""
    for place in _PLACES.finditer(text):
        line, seen = line + text.count("\n", seen, place.start()), place.start()
        if place[1]:
            name = json.loads(place[1])
            found[(*path[1:], name)] = line
        elif place[2] == "{":
            path.append(name)
        elif place[2] == "}":
            path.pop()
    return found
