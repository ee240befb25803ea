"""The words of an exercise's name: abbreviations written out, equipment apart from movement, fillers left out."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from lib.catalog.folding import fold

_LONGEST_PHRASE = 4
# "w/ dumbbells": the bare letter is a shape, as in "W Raise". "Deads" are deadlifts, yet no dead bugs or hangs.
_SHORT_FORM = re.compile(r"\b(?:(w/)|deads\b)", re.IGNORECASE)
# "5x5", "60 kg", "30 sec", 30'': how much was planned, not what was done.
_AMOUNT = re.compile(
    r"\b\d+[ -]?(?:x ?\d+\b|(?:kg|lbs?|reps?|sets?|secs?|seconds?|mins?|minutes?|k|km|mi|m|cm|in|inch)\b|['’\"″]{2}|\"|″)",
    re.IGNORECASE,
)
# "A1: …", "[B2] …": the place in the plan. "3-1-0", "4/0/1/0": the tempo. "L/R": each side in turn.
_PLAN = re.compile(r"^\W*[A-H]\d\s*[\]).:–-]+|\b\d(?:[-–/][\dx]){2,3}(?![-–/\w])|\bL/R\b", re.IGNORECASE)


class WordKind(StrEnum):
    """What a line of words.csv says about a word or phrase.

    EQUIPMENT names what is held or used. DETAIL says how the same muscles were trained ("tempo"), UPPER_BODY_DETAIL
    what makes no difference to chest, back and arms alone ("seated", "single arm"). ABBREVIATION, SAME and SPELLING
    are replaced by what they mean. FILLER means nothing. TRANSLATION is put into English where nothing else finds an
    exercise: until then the words of a language belong together.
    """

    EQUIPMENT = "equipment"
    ABBREVIATION = "abbreviation"
    SAME = "same"
    SPELLING = "spelling"
    FILLER = "filler"
    DETAIL = "detail"
    UPPER_BODY_DETAIL = "upper_body_detail"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Words:
    """A name as two bags of words. The order in which they were written does not matter."""

    movement: frozenset[str]
    equipment: frozenset[str]


def tokens(name: str) -> tuple[tuple[str, ...], bool]:
    """The words of a name in its order, phrases replaced by what they mean; and whether a misspelling was among them."""
    written_out = _SHORT_FORM.sub(lambda found: "with " if found[1] else "deadlift", name)
    words = plain(_AMOUNT.sub(" ", _PLAN.sub(" ", written_out))).split()
    found: list[str] = []
    misspelt = False
    start = 0
    while start < len(words):
        length, meaning, is_misspelling = _phrase(words, start)
        found += meaning
        misspelt |= is_misspelling
        start += length
    return tuple(found), misspelt


def words_of(parts: Iterable[str]) -> Words:
    """Replaced words as bags of movement and equipment."""
    bag = frozenset(parts)
    equipment = bag & _equipment()
    return Words(bag - equipment, equipment)


def without_details(words: Words, *kinds: WordKind) -> Words:
    """The words without those of these kinds, a phrase only as a whole."""
    left = words.movement
    for kind in kinds:
        for detail in _details(kind):
            left = left - detail if detail <= left else left
    return Words(left, words.equipment)


def plain(text: str) -> str:
    """The folded text without accents."""
    if (folded := fold(text)).isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")


def _phrase(words: list[str], start: int) -> tuple[int, tuple[str, ...], bool]:
    """The longest known phrase at a place: how many words it has, what it means, whether it is a misspelling."""
    phrases = _phrases()
    for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
        known = phrases.get(tuple(words[start : start + length]))
        if known is not None:
            return length, *known
    return 1, (words[start],), False


@cache
def _table() -> tuple[tuple[WordKind, tuple[str, ...], tuple[str, ...]], ...]:
    text = files("lib.catalog").joinpath("words.csv").read_text(encoding="utf-8")
    return tuple(
        (WordKind(row["kind"]), tuple(plain(row["written"]).split()), tuple(plain(row["means"]).split()))
        for row in csv.DictReader(io.StringIO(text), strict=True)
    )


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], bool]]:
    return MappingProxyType(
        {
            written: (means, kind is WordKind.SPELLING)
            for kind, written, means in _table()
            if kind is not WordKind.TRANSLATION
        }
    )


@cache
def translated_words() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Words of other languages and the English ones, longest phrases first; no word where they say nothing."""
    found = [
        (frozenset(written), frozenset(means)) for kind, written, means in _table() if kind is WordKind.TRANSLATION
    ]
    return tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))


@cache
def _equipment() -> frozenset[str]:
    return frozenset(word for kind, _, means in _table() if kind is WordKind.EQUIPMENT for word in means)


@cache
def _details(kind: WordKind) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(written) for each, written, _ in _table() if each is kind)
