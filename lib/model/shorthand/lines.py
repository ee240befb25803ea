"""A text in shorthand cut into its lines, each with its place in a superset."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lib.model.shorthand.characters import plain

# Up to a semicolon or a new line that does not stand in quotes. A quote opens a word: 20" is a length.
_LINE: Final = re.compile(r'(?:(?<![^\s,;"])"(?:\\.|[^"\\\n])*"|(?<![^\s,;"])"[^\n]*|[^;\n])+')
# "A1: squat", "1A squat". Groups: letter and number, or number and letter; the mark behind them.
_PLACE: Final = re.compile(
    r"\s*(?:([a-z])(\d{1,3})|(\d{1,3})([a-z]))(?:\s*([:.)])\s*|\s+)(?=\S)", re.IGNORECASE | re.ASCII
)

# "- squat", "1. squat": how a line of a list begins. It is no part of the name.
_BULLET: Final = re.compile(r"\s*(?:[-•·]|\d{1,3}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class TypedLine:
    """From character `start` to `end` of the text; the name begins at `name_start`. superset: its letter or number, or ""."""

    start: int
    end: int
    name_start: int
    superset: str


def typed_lines(signs: str) -> tuple[TypedLine, ...]:
    """The lines of a text in plain signs that are not blank.

    A place without a colon counts only beside another place of its superset: "C2 row" alone is a rowing machine.
    """
    spans = [_without_bullet(signs, *found.span()) for found in _LINE.finditer(signs) if found[0].strip()]
    places = [_PLACE.match(signs, *span) for span in spans]
    members = _members(place for place in places if place)
    return tuple(
        _typed_line(signs, span, place if place and (place[5] or len(members[_superset(place)]) > 1) else None)
        for span, place in zip(spans, places, strict=True)
    )


def begins_like_a_line(name: str) -> bool:
    """Whether a name begins with what could be a place in a superset or the mark of a list."""
    followed = f"{plain(name)} 1x1"  # a name that is nothing but such a sign has its sets behind it
    return any(pattern.match(followed) for pattern in (_PLACE, _BULLET))


def _without_bullet(signs: str, start: int, end: int) -> tuple[int, int]:
    found = _BULLET.match(signs, start, end)
    return (found.end() if found else start), end


def _members(places: Iterator[re.Match[str]]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for place in places:
        members[_superset(place)].add((place[2] or place[4]).upper())
    return members


def _superset(place: re.Match[str]) -> str:
    return (place[1] or place[3]).upper()


def _typed_line(signs: str, span: tuple[int, int], place: re.Match[str] | None) -> TypedLine:
    start, end = span
    written = signs[start:end]
    first, last = start + len(written) - len(written.lstrip()), start + len(written.rstrip())
    return TypedLine(first, last, place.end() if place else first, _superset(place) if place else "")
