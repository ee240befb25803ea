"""Words that the person explains once: "dambıl" is a dumbbell."""

from collections.abc import Mapping
from typing import Final

from lib.catalog.words import plain, without_plan

# What a person taught: a plain word or phrase and its meaning in English, the longest first.
Taught = tuple[tuple[str, str], ...]
NOTHING_TAUGHT: Final[Taught] = ()


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
    written = f" {without_plan(name)} "
    read = written
    for word, means in taught:
        read = read.replace(word if _unspaced(word) else f" {word} ", f" {means} ")
    return " ".join(read.split()) if read != written else ""


def _unspaced(word: str) -> bool:
    """Whether a word is in Han, kana or Hangul."""
    return word[:1] >= "⺀"
