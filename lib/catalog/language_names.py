"""Whole names of exercises in other languages (translations.csv), by their words in any order."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from lib.catalog.language_words import UNSPACED, language_words, squeeze
from lib.catalog.spellings import translations
from lib.catalog.words import plain

_Bag = frozenset[str]


def named(name: str, language: str) -> str:
    """The key of the exercise that has these words as its whole name in a language, "" if none has, ASKED if it is open."""
    return _names(language).get(_meaningful(name, language), "")


@cache
def _names(language: str) -> Mapping[_Bag, str]:
    """Keys by the words of their names, where these words lead to one exercise."""
    found: defaultdict[_Bag, set[str]] = defaultdict(set)
    for own, name, key in translations():
        if own == language:
            found[_meaningful(name, language)].add(key)
    return MappingProxyType({words: next(iter(keys)) for words, keys in found.items() if words and len(keys) == 1})


@lru_cache(maxsize=65_536)
def _meaningful(name: str, language: str) -> _Bag:
    """The plain words of a name without articles and the like."""
    words = plain(name).split()
    if language in UNSPACED:
        return frozenset({squeeze(words)} - {""})
    phrases = language_words(language).phrases
    return frozenset(word for word in words if not any(each.is_filler for each in phrases.get(word, ())))
