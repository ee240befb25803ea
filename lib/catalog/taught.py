"""Words that the person explains once: "dambıl" is a dumbbell."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lib.catalog.words import plain, without_plan

# What a person taught: a plain word or phrase and its meaning in English, the longest first.
Taught = tuple[tuple[str, str], ...]
NOTHING_TAUGHT: Final[Taught] = ()
_BRACKETS: Final = re.compile(r"([()\[\]])")


def as_taught(words: Mapping[str, str]) -> Taught:
    """The person's words as they are compared, {"dambıl": "dumbbell"}. Empty ones are passed over."""
    found = {plain(written): means.strip() for written, means in words.items() if plain(written)}
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair[0])))


def with_taught_words(name: str, taught: Taught) -> str:
    """The name with the person's words put into English, "" if it has none of them.

    A word is found whole; one in letters that are written without blanks is found anywhere.
    """
    if not taught:
        return ""
    parts = _BRACKETS.split(name)
    read, before = (" ".join(_explained(part, words) for part in parts) for words in (taught, NOTHING_TAUGHT))
    return " ".join(read.split()) if read != before else ""


def _explained(part: str, taught: Taught) -> str:
    """One part of a name in plain words, a bracket left as it is."""
    if _BRACKETS.fullmatch(part):
        return part
    words, meanings = without_plan(part), dict(taught)
    return _any_of(taught).sub(lambda found: f" {meanings[found[0]]} ", words) if taught else words


@lru_cache(maxsize=64)
def _any_of(taught: Taught) -> re.Pattern[str]:
    """The taught words, the longest first."""
    return re.compile("|".join(_pattern(word) for word, _ in taught))


def _pattern(word: str) -> str:
    """A word as a whole; one in Han, kana or Hangul, which are written without blanks, anywhere."""
    return re.escape(word) if word[:1] >= "⺀" else rf"(?<!\S){re.escape(word)}(?!\S)"
