"""Names of other languages put into English, word by word: "Wadenheben an der Maschine, stehend"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from lib.catalog.language_words import COMPOUNDING, OPEN, UNSPACED, LanguageWords, Phrase, language_words, squeeze
from lib.catalog.word_index import is_english
from lib.catalog.words import without_plan

# "Haussement d'épaules": the article before the apostrophe is no part of the word.
_ELIDED: Final = re.compile(r"\b(?:(?:d|n|s)?(?:el|a|u)?l{1,2}|d|qu|un)['’]", re.IGNORECASE)
# Shorter words differ by too little for a slip of the keys to be certain.
_SHORTEST_RESPELT: Final = 7
# The least part of a compound, and the letters that join two.
_SHORTEST_PART: Final = 3
_JOINTS: Final = ("", "s", "n", "en", "e")


@dataclass(frozen=True, slots=True)
class Translation:
    """A name in English.

    english: the name in English words; what is unknown as it was written.
    foreign: how many of its words are no English ones and known.
    unknown: words that neither the language nor English knows.
    """

    english: str
    foreign: int
    unknown: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether something was translated and nothing was left."""
        return self.foreign > 0 and not self.unknown


@lru_cache(maxsize=65_536)
def translate(name: str, language: str, *, respell: bool = True) -> Translation:
    """A name of one of LANGUAGES. respell: put slips of the keys right, too."""
    table = language_words(language)
    words = _written(name)
    if language in UNSPACED:
        return _joined(_pieces(squeeze(words), table))
    respelt = [_respelt(word, language) for word in words] if respell else words
    return _joined(_read(respelt, language))


def may_know(name: str, language: str) -> bool:
    """Whether a language may know a word of the name. Cheap: most languages are ruled out by it."""
    table = language_words(language)
    return language in COMPOUNDING or language in UNSPACED or any(map(table.meant_by, _written(name)))


@lru_cache(maxsize=16_384)
def _written(name: str) -> tuple[str, ...]:
    """The plain words of a name."""
    return tuple(without_plan(_ELIDED.sub(" ", name)).split())


@dataclass(frozen=True, slots=True)
class _Piece:
    """One or more written words: what they mean, whether the language knows them, whether anybody does."""

    english: str
    foreign: bool = False
    known: bool = True


def _joined(pieces: Sequence[_Piece]) -> Translation:
    """The pieces as one name. A bar stands first: behind a curl it would be a curl bar."""
    ordered = sorted(pieces, key=lambda piece: piece.english != "bar")
    return Translation(
        " ".join(piece.english for piece in ordered if piece.english),
        sum(piece.foreign for piece in pieces),
        tuple(piece.english for piece in pieces if not piece.known),
    )


def _meaning(phrase: Phrase, written: str) -> _Piece:
    """What a phrase means where these words stand for it. Words that English has, too, speak for no language."""
    if phrase.means == OPEN:
        return _Piece(written, foreign=True, known=False)
    return _Piece(phrase.means, foreign=not all(map(is_english, written.split())))


def _read(words: Sequence[str], language: str) -> list[_Piece]:
    """The pieces of a name with blanks between its words: the longest phrases, then single words, then parts of words."""
    at: dict[int, _Piece] = {}
    taken: set[int] = set()
    for phrase, places in _phrases(words, language_words(language)):
        if taken.isdisjoint(places):
            taken.update(places)
            at[min(places)] = _meaning(phrase, " ".join(words[place] for place in places))
    for place in range(len(words)):
        if place not in taken:
            at[place] = _single(words[place], language)
    return [at[place] for place in sorted(at)]


def _phrases(words: Sequence[str], table: LanguageWords) -> list[tuple[Phrase, tuple[int, ...]]]:
    """The phrases of several words that a name holds, with their places: the most words first, then the nearest together."""
    fits = [table.meant_by(word) for word in words]
    found = [
        (phrase, places)
        for entries in fits
        for entry in entries
        for phrase in table.phrases.get(entry, ())
        if len(phrase.written) > 1 and (places := _places(phrase, fits))
    ]
    return sorted(found, key=lambda each: (-len(each[0].written), _spread(each[1]), -len("".join(each[0].written))))


def _places(phrase: Phrase, fits: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """Where the words of a phrase stand, each at a place of its own; empty where one is missing."""
    places: list[int] = []
    for part in phrase.written:
        free = (place for place, entries in enumerate(fits) if part in entries and place not in places)
        if (place := next(free, None)) is None:
            return ()
        places.append(place)
    return tuple(places)


def _spread(places: Sequence[int]) -> int:
    return max(places) - min(places)


@lru_cache(maxsize=65_536)
def _single(word: str, language: str) -> _Piece:
    """A word that no phrase took: of the language, English, a number, a compound of known words, else unknown."""
    table = language_words(language)
    for entry in table.meant_by(word):
        for phrase in table.phrases.get(entry, ()):
            if phrase.written == (entry,):
                return _meaning(phrase, word)
    if is_english(word) or word.isdigit():
        return _Piece(word)
    parts = _compound(word, table) if language in COMPOUNDING else []
    if parts:
        return _Piece(" ".join(part for part in parts if part), foreign=True)
    return _Piece(word, known=False)


def _compound(word: str, table: LanguageWords) -> list[str]:
    """What the parts of a compound mean, [] if it is none. The fewest parts win, the longest first of these."""
    best: dict[int, list[str] | None] = {len(word): []}
    for start in range(len(word) - _SHORTEST_PART, -1, -1):
        found = [
            [means, *rest] for means, end in _parts_from(word, start, table) if (rest := best.get(end)) is not None
        ]
        best[start] = min(found, key=len, default=None)
    return best.get(0) or []


def _parts_from(word: str, start: int, table: LanguageWords) -> Iterator[tuple[str, int]]:
    """Meanings of the known words that begin at a place, and where the next part begins."""
    for end in range(len(word), start + _SHORTEST_PART - 1, -1):
        part = word[start:end]
        means = _alone(part, table)
        if means is None:
            continue
        for joint in _JOINTS if end < len(word) else ("",):
            if word.startswith(joint, end):
                yield means, end + len(joint)


def _alone(part: str, table: LanguageWords) -> str | None:
    """What a word means by itself, None if nobody knows it."""
    found = [phrase for phrase in table.phrases.get(part, ()) if phrase.written == (part,) and phrase.means != OPEN]
    if found:
        return found[0].means
    return part if len(part) > _SHORTEST_PART and is_english(part) else None


def _pieces(text: str, table: LanguageWords) -> list[_Piece]:
    """The pieces of a text without blanks: as little unknown as can be, then as few pieces."""
    best: dict[int, tuple[int, int, list[_Piece]]] = {len(text): (0, 0, [])}
    for start in range(len(text) - 1, -1, -1):
        ways = ((piece, best[end]) for piece, end in _pieces_from(text, start, table))
        best[start] = min(
            ((lost + (not piece.known), count + 1, [piece, *rest]) for piece, (lost, count, rest) in ways),
            key=lambda way: way[:2],
        )
    return _unknown_together(best[0][2]) if text else []


def _pieces_from(text: str, start: int, table: LanguageWords) -> Iterator[tuple[_Piece, int]]:
    for end in range(min(len(text), start + 16), start, -1):
        for phrase in table.phrases.get(text[start:end], ()):
            yield _meaning(phrase, text[start:end]), end
    end = start + 1
    if text[start].isascii() and (start == 0 or not text[start - 1].isascii() or text[start - 1] == " "):
        while end < len(text) and text[end].isascii() and text[end] != " ":
            end += 1
        latin = text[start:end]
        yield _Piece(latin.strip(), known=latin.strip().isdigit() or latin == " " or is_english(latin)), end
    yield _Piece(text[start], known=text[start] == " "), start + 1


def _unknown_together(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Letters that are unknown beside each other as one unknown word."""
    found: list[_Piece] = []
    for piece in pieces:
        if found and not piece.known and not found[-1].known:
            found[-1] = _Piece(found[-1].english + piece.english, known=False)
        else:
            found.append(piece)
    return [piece for piece in found if piece.english.strip() or piece.foreign]


@lru_cache(maxsize=65_536)
def _respelt(word: str, language: str) -> str:
    """An unknown word as the one known word from which a letter left out, put in or swapped parts it."""
    table = language_words(language)
    if len(word) < _SHORTEST_RESPELT or not word.isalpha() or is_english(word) or table.meant_by(word):
        return word
    near = {
        each
        for each in table.words
        if len(each) >= _SHORTEST_RESPELT - 1
        and abs(len(each) - len(word)) <= 1
        and each[0] == word[0]
        and OSA.distance(word, each, score_cutoff=1) == 1
        and (len(each) != len(word) or sorted(each) == sorted(word))
    }
    return near.pop() if len(near) == 1 else word
