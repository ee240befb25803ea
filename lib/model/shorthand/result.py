"""What a text in shorthand gives: lines of sets, and mistakes that point at their word."""

from dataclasses import dataclass

from lib.model.records import LiftingSet


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be understood. start, end: the characters of the text that are wrong. why: and what to write instead."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class ShorthandLine:
    """One exercise as typed, from character `start` to `end` of the text, and its sets in the order done.

    each_side: for each set, whether the line says that its number is that of each side.
    """

    start: int
    end: int
    exercise_name: str
    sets: tuple[LiftingSet, ...]
    each_side: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The lines of a text that are understood, and the mistakes of all others. Store nothing while there are mistakes."""

    lines: tuple[ShorthandLine, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def sets(self) -> tuple[LiftingSet, ...]:
        """The sets of all lines, in the order of the text."""
        return tuple(each for line in self.lines for each in line.sets)


class Unclear(ValueError):
    """Raised by whoever reads a part of a line; becomes a Mistake at that place."""

    def __init__(self, span: tuple[int, int], why: str) -> None:
        super().__init__(why)
        self.mistake = Mistake(*span, why)
