"""What the words of other languages mean in English: one table a language, our own work (languages/*.csv)."""

import csv
import io
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from lib.catalog.exercises import CatalogError
from lib.catalog.spellings import WRITTEN_OUT
from lib.catalog.words import plain

# The languages in which lifting apps ship their exercises, as far as we have words for them.
LANGUAGES: Final = (
    "cs", "da", "de", "es", "fi", "fr", "hu", "it", "ja", "ko", "nl", "no", "pl", "pt", "ru", "sv", "tr", "zh",
)  # fmt: skip
# Written without blanks, or with blanks that everybody sets as he likes.
UNSPACED: Final = frozenset({"ja", "ko", "zh"})
# Words are written together: "Kurzhantelbankdrücken", "hantelrodd".
COMPOUNDING: Final = frozenset({"da", "de", "fi", "hu", "nl", "no", "sv"})
COLUMNS: Final = ("written", "means")
# Their accents are often left out where people type in a hurry: "Mrtvy tah", "Guggolas".
_OFTEN_WITHOUT_ACCENTS: Final = frozenset({"cs", "hu"})
# A word whose meaning the language leaves open. A name with it is asked.
OPEN: Final = "?"
_STEM: Final = "*"

Meanings = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean something together, in any order. written: words, or beginnings of words with a star at the end."""

    written: tuple[str, ...]
    means: str

    @property
    def is_filler(self) -> bool:
        """Whether it is one word that means nothing."""
        return len(self.written) == 1 and not self.means


@dataclass(frozen=True)
class LanguageWords:
    """The words of one language.

    phrases: by their first word.
    words:   every whole word; of languages without blanks every piece of writing.
    stems:   beginnings of words, without the star.
    bare:    words without their accents → the one word that is so, of languages in which people leave them out.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    words: frozenset[str]
    stems: frozenset[str]
    bare: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def meant_by(self, word: str) -> tuple[str, ...]:
        """The entries that a written word fits: itself, then the beginnings that it has, longest first."""
        if (known := self._known.get(word)) is None:
            known = self._known[word] = self._fits(word)
        return known

    def _fits(self, word: str) -> tuple[str, ...]:
        if word not in self.words and self.bare:
            word = self.bare.get(without_accents(word), word)
        whole = (word,) if word in self.words else ()
        begun = (word[:end] for end in range(len(word), 1, -1))
        return whole + tuple(stem + _STEM for stem in begun if stem in self.stems)


@cache
def language_words(language: str) -> LanguageWords:
    """The table of a language. CatalogError if it is faulty, KeyError if there is none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    text = files("lib.catalog").joinpath("languages", f"{language}.csv").read_text(encoding="utf-8")
    found = collected(read_meanings(text, language), squeezed=language in UNSPACED)
    return replace(found, bare=_bare(found.words)) if language in _OFTEN_WITHOUT_ACCENTS else found


def read_meanings(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Written and meaning of a CSV text. CatalogError naming the words that are there twice."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise CatalogError(f"{language}.csv: the columns must be " + ", ".join(COLUMNS))
    found = [(written, row["means"]) for row in rows for written in _ways_to_write(row["written"], language)]
    written = [frozenset(_parts(each)) for each, _ in found]
    times = Counter(written)
    if twice := {each for each, parts in zip(found, written, strict=True) if times[parts] > 1}:
        raise CatalogError(f"{language}.csv: twice, or empty: " + ", ".join(sorted(each for each, _ in twice)))
    return tuple(found)


def _ways_to_write(written: str, language: str) -> tuple[str, ...]:
    written_out = written.translate(WRITTEN_OUT) if language == "de" else written
    return (written,) if written_out == written else (written, written_out)


def collected(meanings: Meanings, *, squeezed: bool) -> LanguageWords:
    """Meanings as a table. squeezed: the language is written without blanks."""
    phrases = [Phrase((squeeze(_parts(each)),) if squeezed else _parts(each), means) for each, means in meanings]
    filed: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        if phrase.written:
            filed[phrase.written[0]].append(phrase)
    parts = {part for phrase in phrases for part in phrase.written}
    return LanguageWords(
        MappingProxyType({first: tuple(found) for first, found in filed.items()}),
        frozenset(part for part in parts if not part.endswith(_STEM)),
        frozenset(part.removesuffix(_STEM) for part in parts if part.endswith(_STEM)),
    )


def without_accents(word: str) -> str:
    """The word in bare Latin letters: "guggolás" as "guggolas"."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))


def _bare(words: Iterable[str]) -> dict[str, str]:
    """Words by what is left of them without accents, where that is left of one of them only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        found[without_accents(word)].add(word)
    return {bare: next(iter(of)) for bare, of in found.items() if len(of) == 1}


def squeeze(parts: Sequence[str]) -> str:
    """Words without the blanks between them, but where two in Latin letters meet: "ez 바 컬" as "ez바컬"."""
    written = ""
    for part in parts:
        written += " " + part if written[-1:].isascii() and part.isascii() and written else part
    return written


@lru_cache(maxsize=4_096)  # asked twice while a table is read
def _parts(written: str) -> tuple[str, ...]:
    """The words of an entry as names are compared, each star kept at its word."""
    return tuple(plain(word).strip() + _STEM * word.endswith(_STEM) for word in written.split())
