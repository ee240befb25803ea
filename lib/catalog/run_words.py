"""Words in the titles of runs that tell how hard one was, in the languages that logs come in (run_words.csv)."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

Phrase = tuple[str, ...]

# Letters, numbers and pictures are words; whatever else stands between them only parts them.
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+|[\u2600-\u27bf\U0001f300-\U0001faff]")
_APOSTROPHES: Final = re.compile(r"['’‘ʼ´`]")
_WITHOUT_A_MARK_OF_ITS_OWN: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ACCENTED: Final = re.compile("[\u00c0-\u036f\u0400-\u04ff\u1e00-\u1eff]+")


class Means(StrEnum):
    """What a word of a title says.

    PLACE: hard by what is done there, and named as often for the place alone. NOT: what follows directly is not said.
    CALLED_OFF: nor is what stands directly before. BEHIND: what stands directly before is not said, as "verseny után".
    RECOVERY_FROM: easy where hard work follows. WAY: the run led to it, so that no hard work of the title is meant.
    COMMUTE: two equal parts are there and back. JOINING: it joins what comes after hard work, and says nothing by itself.
    NOTHING: a name or a saying, as "Track Road".
    """

    HARD = "hard"
    PLACE = "place"
    MODERATE = "moderate"
    EASY = "easy"
    LONG = "long"
    NOT = "not"
    CALLED_OFF = "called off"
    BEHIND = "behind"
    RECOVERY_FROM = "recovery from"
    WAY = "way"
    COMMUTE = "commute"
    JOINING = "joining"
    NOTHING = "nothing"


_WEAKEST_FIRST: Final = (
    Means.NOT,
    Means.CALLED_OFF,
    Means.BEHIND,
    Means.COMMUTE,
    Means.WAY,
    Means.RECOVERY_FROM,
    Means.EASY,
    Means.MODERATE,
    Means.LONG,
    Means.HARD,
    Means.PLACE,
    Means.NOTHING,
)


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language with one meaning, as they are shown. An asterisk stands for any letters before or behind."""

    language: str
    means: Means
    words: tuple[str, ...]


@lru_cache(maxsize=32_768)
def folded(text: str) -> str:
    """A text without case, accents, width and apostrophes."""
    plain = lowered(text)
    return plain if plain.isascii() else _ACCENTED.sub(_without_accents, plain)


def lowered(text: str) -> str:
    """The same with its accents, as it is told."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i")
    return _APOSTROPHES.sub("", plain)


def words_in(text: str) -> Phrase:
    """The words of a text as they are compared: without case, accents, apostrophes and signs."""
    return split(folded(text))


def split(plain: str) -> Phrase:
    """The words of a text that is folded."""
    return tuple(_WORDS.findall(plain))


def is_unspaced(text: str) -> bool:
    """Whether a text is in a script whose words stand without blanks, or take endings without a limit."""
    return bool(_UNSPACED.search(text))


@cache
def word_lists() -> tuple[WordList, ...]:
    """All that the app knows, language by language."""
    text = files("lib.catalog").joinpath("run_words.csv").read_text(encoding="utf-8")
    return tuple(
        WordList(row["language"], Means(row["means"]), tuple(each.strip() for each in row["words"].split(";")))
        for row in csv.DictReader(io.StringIO(text), strict=True)
    )


@cache
def meanings() -> Mapping[Phrase, Means]:
    """What every phrase means that says something. Where languages differ, a name or a saying first, then the harder one."""
    found: dict[Phrase, Means] = {}
    for means in _WEAKEST_FIRST:
        found |= {words_in(word): means for word in _with_meaning(means) if "*" not in word}
    return found


@cache
def beginnings() -> Mapping[str, Means]:
    """What a word says that begins so."""
    return {folded(word[:-1]): means for means in Means for word in _with_meaning(means) if word.endswith("*")}


@cache
def endings() -> Mapping[str, Means]:
    """What a word says that ends so."""
    return {folded(word[1:]): means for means in Means for word in _with_meaning(means) if word.startswith("*")}


@cache
def joining() -> frozenset[str]:
    """The words that join what comes after hard work: "tempo then easy home"."""
    return frozenset(folded(word) for word in _with_meaning(Means.JOINING))


@cache
def unspaced() -> frozenset[str]:
    """The words that are looked for within others: those of scripts without blanks."""
    return frozenset(folded(word) for each in word_lists() for word in each.words if is_unspaced(word))


def _with_meaning(means: Means) -> Iterator[str]:
    return (word for each in word_lists() if each.means is means for word in each.words)


def _without_accents(found: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", found[0]).translate(_WITHOUT_A_MARK_OF_ITS_OWN)
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")
