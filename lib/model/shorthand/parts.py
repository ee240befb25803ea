"""A line of shorthand cut into its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lib.model.shorthand.patterns import SPELLINGS, PartKind

_BLANKS: Final = re.compile(r" *")
_IN_SETS: Final = frozenset(PartKind) - {PartKind.WORD, PartKind.BROKEN, PartKind.OPEN_QUOTE, PartKind.COMMA}


@dataclass(frozen=True, slots=True)
class Part:
    """Some characters of a line that belong together: `3x8`, `@60kg`, `each side`, a word of a name.

    found: the match in the text of plain signs. raw: the same characters as typed.
    """

    kind: PartKind
    found: re.Match[str]
    raw: str

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.found.span()

    @property
    def start(self) -> int:
        """Its first character."""
        return self.found.start()

    @property
    def text(self) -> str:
        """Its characters, in plain signs."""
        return self.found[0]

    def said(self, group: str) -> str:
        """What it says under the name of a group of its pattern; "" where it says nothing."""
        return self.found.groupdict().get(group) or ""

    @property
    def is_amount(self) -> bool:
        """Whether it says how much was done."""
        return self.kind is PartKind.AMOUNT

    @property
    def is_bare_count(self) -> bool:
        """Whether it is a number and nothing else, as names have them, too."""
        return self.is_amount and self.text.isdigit()

    @property
    def is_understood_in_sets(self) -> bool:
        """Whether it can be part of a set."""
        return self.kind in _IN_SETS


def parts_of(text: str, signs: str, start: int, end: int) -> tuple[Part, ...]:
    """The parts of the line that stands in the text from `start` to `end`. signs: the text in plain signs."""
    return tuple(_scanned(text, signs, start, end))


def _scanned(text: str, signs: str, start: int, end: int) -> Iterator[Part]:
    place = _past_blanks(signs, start, end)
    while place < end:
        kind, found = next(
            (kind, found) for kind, spelling in SPELLINGS if (found := spelling.match(signs, place, end)) is not None
        )
        yield Part(kind, found, text[found.start() : found.end()])
        place = _past_blanks(signs, found.end(), end)


def _past_blanks(text: str, place: int, end: int) -> int:
    found = _BLANKS.match(text, place, end)
    return found.end() if found else place


def segments_of(parts: Sequence[Part]) -> Iterator[tuple[Part | None, tuple[Part, ...]]]:
    """The parts between the commas, each stretch with the comma before it."""
    comma: Part | None = None
    waiting: list[Part] = []
    for part in parts:
        if part.kind is PartKind.COMMA:
            yield comma, tuple(waiting)
            comma, waiting = part, []
        else:
            waiting.append(part)
    yield comma, tuple(waiting)
