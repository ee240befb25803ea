"""The words of an exercise's name: abbreviations written out, equipment apart from movement, fillers left out."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from lib.catalog.folding import fold

_LONGEST_PHRASE = 4
# "w/ dumbbells": the bare letter is a shape, as in "W Raise". "Deads" are deadlifts, yet no dead bugs or hangs.
_SHORT_FORM = re.compile(r"\b(?:(w/)|deads\b)", re.IGNORECASE)
# "5x5", "60 kg", "30 sec", 30'': how much was planned, not what was done.
_AMOUNT = re.compile(
    r"\b\d+:\d\d\b|\b\d+[ -]?(?:x ?\d+(?: ?k?m)?\b|(?:kg|lbs?|reps?|sets?|secs?|seconds?|mins?|minutes?|k|km|mi|m|cm|in|inch)\b|['’\"″]{2}|\"|″)",
    re.IGNORECASE,
)
# "A1: …", "[B2] …": the place in the plan. "3-1-0", "4/0/1/0": the tempo. "L/R": each side in turn.
_PLAN = re.compile(r"^\W*[A-H]\d\s*[\]).:–-]+|\b\d(?:[-–/][\dx]){2,3}(?![-–/\w])|\bL/R\b", re.IGNORECASE)
_BRACKET = re.compile(r"[()]")
# Letters with marks: Latin beyond ASCII, combining marks, Cyrillic.
_ACCENTED = re.compile("[\u00c0-\u036f\u0400-\u04ff\u1e00-\u1eff]+")
_WITHOUT_A_MARK_OF_ITS_OWN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})
_ISOLATERAL: Final = frozenset({"isolateral"})
_OF_A_MACHINE: Final = frozenset({"machine"})


class WordKind(StrEnum):
    """What a line of words.csv says about a word or phrase.

    EQUIPMENT names what is held or used. ABBREVIATION, SAME and SPELLING are replaced by what they mean. FILLER means
    nothing. The others are details, which say how the same muscles were trained: DETAIL in any exercise ("tempo"), the rest
    only in some movements (details.py): POSTURE ("seated", "single arm"), LYING, SLOPE, HEIGHT of the pulley, WIDTH and
    CLOSE grip, PALM (neutral, overhand), TURN (underhand), STANCE, PLACE
    ("floor"), HOLD ("static"), EFFORT of endurance work ("warm up"), MUSCLE (what the movement trains anyway).
    """

    EQUIPMENT = "equipment"
    ABBREVIATION = "abbreviation"
    SAME = "same"
    SPELLING = "spelling"
    FILLER = "filler"
    DETAIL = "detail"
    POSTURE = "posture"
    LYING = "lying"
    SLOPE = "slope"
    HEIGHT = "height"
    WIDTH = "width"
    CLOSE = "close"
    PALM = "palm"
    TURN = "turn"
    STANCE = "stance"
    PLACE = "place"
    HOLD = "hold"
    EFFORT = "effort"
    MUSCLE = "muscle"


DETAILS: Final = tuple(WordKind)[list(WordKind).index(WordKind.DETAIL) :]


@dataclass(frozen=True, slots=True)
class Words:
    """A name as two bags of words. The order in which they were written does not matter."""

    movement: frozenset[str]
    equipment: frozenset[str]


def tokens(name: str) -> tuple[tuple[str, ...], bool]:
    """The words of a name in its order, phrases replaced by what they mean; and whether a misspelling was among them.

    No phrase goes over a bracket: the bar of "Bicep Curl (Bar)" is no curl bar.
    """
    written_out = _SHORT_FORM.sub(lambda found: "with " if found[1] else "deadlift", name)
    found: list[str] = []
    misspelt = False
    for part in _BRACKET.split(written_out):
        meanings, wrong = _meanings(without_plan(part).split())
        found += meanings
        misspelt |= wrong
    return tuple(found), misspelt


def _meanings(words: list[str]) -> tuple[list[str], bool]:
    found: list[str] = []
    misspelt = False
    start = 0
    while start < len(words):
        length, meaning, is_misspelling = _phrase(words, start)
        found += meaning
        misspelt |= is_misspelling
        start += length
    return found, misspelt


def words_of(parts: Iterable[str]) -> Words:
    """Replaced words as bags of movement and equipment."""
    bag = frozenset(parts)
    gear = bag & equipment()
    movement = bag - gear
    return _isolateral(movement, gear) if movement >= _ISOLATERAL else Words(movement, gear)


def _isolateral(movement: frozenset[str], gear: frozenset[str]) -> Words:
    """Each side of a machine by itself, unless the name says what else is held. No rowing ergometer has two sides."""
    rows = frozenset({"row"}) if "rowing" in movement else frozenset()
    return Words(movement - _ISOLATERAL - {"rowing"} | rows, gear or _OF_A_MACHINE)


def without_plan(name: str) -> str:
    """The plain name without amounts, tempo and place in the plan."""
    return plain(_AMOUNT.sub(" ", _PLAN.sub(" ", name)))


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """The folded text without accents. The voice marks of kana and the parts of Hangul are no accents."""
    folded = fold(text)
    return folded if folded.isascii() else _ACCENTED.sub(_without_accents, folded)


def _without_accents(found: re.Match[str]) -> str:
    """A run of Latin or Cyrillic letters, their marks taken off."""
    decomposed = unicodedata.normalize("NFD", found[0]).translate(_WITHOUT_A_MARK_OF_ITS_OWN)
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")


def _phrase(words: list[str], start: int) -> tuple[int, tuple[str, ...], bool]:
    """The longest known phrase at a place: how many words it has, what it means, whether it is a misspelling."""
    known_phrases = phrases()
    for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
        known = known_phrases.get(tuple(words[start : start + length]))
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
def phrases() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], bool]]:
    """What the words and phrases of the table mean, and whether they are misspellings."""
    return MappingProxyType({written: (means, kind is WordKind.SPELLING) for kind, written, means in _table()})


@cache
def equipment() -> frozenset[str]:
    """The words that stand for equipment."""
    return frozenset(word for kind, _, means in _table() if kind is WordKind.EQUIPMENT for word in means)


@cache
def details() -> tuple[tuple[WordKind, frozenset[str]], ...]:
    """Words that say how something was done, by kind; those of several words first."""
    found = [(kind, frozenset(means)) for kind, _, means in _table() if kind in DETAILS]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: -len(each[1])))
