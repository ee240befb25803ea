"""Known phrases among the words of a title: the longest from the left, whole words only."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Generic, TypeVar

import pandas as pd

from lib.catalog.run_words import (
    Means,
    Phrase,
    beginnings,
    endings,
    folded,
    is_unspaced,
    lowered,
    meanings,
    split,
    unspaced,
    words_in,
)
from lib.model.vocabulary import Effort

OwnWords = tuple[tuple[str, Effort | None], ...]
HARD_WORK: Final = (Means.HARD, Means.PLACE)
_DENIES_BEFORE: Final = (Means.CALLED_OFF, Means.BEHIND)
_DENIES_AFTER: Final = (Means.NOT, Means.CALLED_OFF)
_SILENT: Final = (Means.NOTHING, Means.BEHIND)
_WORDS_BETWEEN: Final = 2  # "recovery from my first marathon"
_GONE: Final = "\0"  # in place of a word of which the person says that it means nothing

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class FoundPhrase(Generic[Meaning]):
    """A phrase, what it means, and the place of its first word."""

    means: Meaning
    words: Phrase
    at: int

    @property
    def end(self) -> int:
        """The place behind its last word."""
        return self.at + len(self.words)


class Phrases(Generic[Meaning]):
    """What phrases mean; and words by how they begin and end."""

    def __init__(
        self, phrases: Mapping[Phrase, Meaning], begin: Mapping[str, Meaning], end: Mapping[str, Meaning]
    ) -> None:
        self._phrases, self._begin, self._end = phrases, begin, end
        self._begins, self._ends = tuple(begin), tuple(end)
        lengths: dict[str, int] = {}
        for each in phrases:
            lengths[each[0]] = max(lengths.get(each[0], 0), len(each))
        self._lengths = lengths

    def among(self, tokens: Phrase) -> Iterator[FoundPhrase[Meaning]]:
        """The phrases in their order; none overlaps another."""
        over = 0
        for at, word in enumerate(tokens):
            if at >= over and (word in self._lengths or word.startswith(self._begins) or word.endswith(self._ends)):
                found = self._at(tokens, at)
                if found:
                    over = found.end
                    yield found

    def _at(self, tokens: Phrase, at: int) -> FoundPhrase[Meaning] | None:
        word = tokens[at]
        for length in range(self._lengths.get(word, 0), 0, -1):
            phrase = tokens[at : at + length]
            if phrase in self._phrases:
                return FoundPhrase(self._phrases[phrase], phrase, at)
        for parts, is_part in ((self._begin, word.startswith), (self._end, word.endswith)):
            for part, means in parts.items():
                if is_part(part):
                    return FoundPhrase(means, (word,), at)
        return None


class TitleWords:
    """The words that the app knows and those of the person."""

    def __init__(self, own: OwnWords) -> None:
        self.own = Phrases({words_in(word): effort for word, effort in own if words_in(word)}, {}, {})
        unspaced_own = {folded(word) for word, _ in own if is_unspaced(word)}
        longest_first = sorted(unspaced() | unspaced_own, key=len, reverse=True)
        self._unspaced = re.compile("|".join(map(re.escape, longest_first)))

    def tokens(self, title: str) -> Phrase:
        """The words of a title. In scripts without blanks known words are words, whatever stands beside them."""
        return self._split(folded(title))

    def written(self, title: str, tokens: Phrase) -> Phrase:
        """These words with their accents."""
        found = tokens if title.isascii() else self._split(lowered(title))
        return found if len(found) == len(tokens) else tokens

    def _split(self, plain: str) -> Phrase:
        return split(self._unspaced.sub(r" \g<0> ", plain) if is_unspaced(plain) else plain)

    def own_among(self, tokens: Phrase) -> list[FoundPhrase[Effort | None]]:
        """The person's own words."""
        return list(self.own.among(tokens))


@lru_cache(maxsize=1)
def known() -> Phrases[Means]:
    """What the app knows."""
    return Phrases(meanings(), beginnings(), endings())


@lru_cache(maxsize=256)
def title_words(own: OwnWords) -> TitleWords:
    """With these words of a person's own."""
    return TitleWords(own)


def said(tokens: Phrase) -> list[FoundPhrase[Means]]:
    """What known words say: without names and sayings, without what follows a "not", and without what was called off."""
    found: list[FoundPhrase[Means]] = []
    denied = -1  # the place at which a phrase is not meant
    for each in known().among(tokens):
        if each.means in _DENIES_BEFORE and found and found[-1].end == each.at:
            found.pop()
        if each.means in _DENIES_AFTER:
            denied = each.end
        elif each.means not in _SILENT and each.at != denied:
            found.append(each)
    return _without_the_way(_recovered_from(found))


def _recovered_from(found: list[FoundPhrase[Means]]) -> list[FoundPhrase[Means]]:
    """With "recovery from the race" as easy; "recovery from a cold" says nothing of the run."""
    kept: list[FoundPhrase[Means]] = []
    for each, following in zip(found, [*found, None][1:], strict=True):
        if each.means is not Means.RECOVERY_FROM:
            kept.append(each)
        elif following and following.means in HARD_WORK and following.at - each.end <= _WORDS_BETWEEN:
            kept.append(replace(each, means=Means.EASY))
    return kept


def _without_the_way(found: list[FoundPhrase[Means]]) -> list[FoundPhrase[Means]]:
    """A jog to the start of the race is no race."""
    if all(each.means is not Means.WAY for each in found):
        return found
    return [each for each in found if each.means not in (Means.WAY, *HARD_WORK)]


def titled_like(titles: pd.Series, title: str) -> int:
    """How many titles have the words of this one, as an own word would find them."""
    words = title_words(((title, Effort.HARD),))
    return int(titles.map({each: bool(words.own_among(words.tokens(each))) for each in titles.unique()}).sum())


def masked(tokens: Phrase, silent: list[FoundPhrase[Effort | None]]) -> Phrase:
    """The words of a title without those that say nothing by the person's word."""
    left = list(tokens)
    for each in silent:
        left[each.at : each.end] = [_GONE] * len(each.words)
    return tuple(left)
