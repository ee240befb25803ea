"""The language of a log, decided by all of its names: "Halter" is a dumbbell in Portuguese and a barbell in Turkish."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Final

from lib.catalog.language_words import LANGUAGES
from lib.catalog.translation import may_know, translate

# So many names decide; more of them cost time and change nothing.
_LOOKED_AT: Final = 400
# Of all names so many must be read in a language, or the log is in English with a word or two of another.
_LEAST_SHARE: Final = 0.1
_SCRIPTS: Final = (
    (re.compile("[가-힣]"), ("ko",)),
    (re.compile("[ぁ-ヺ]"), ("ja",)),
    (re.compile("[一-鿿]"), ("zh", "ja")),
    (re.compile("[Ѐ-ӿ]"), ("ru",)),
)
_LATIN: Final = tuple(each for each in LANGUAGES if each not in ("ja", "ko", "ru", "zh"))


def language_of(names: Iterable[str]) -> str:
    """One of LANGUAGES, "" where the names are in English or fit two languages alike.

    A name speaks for each language that knows all of its words and at least one that is not English, and half for one that
    knows at least one.
    """
    asked = list(islice(dict.fromkeys(names), _LOOKED_AT))
    votes: Counter[str] = Counter()
    for name in asked:
        votes.update(_votes(name))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < max(1, 2 * _LEAST_SHARE * len(asked)):
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""


def languages_by_script(name: str) -> tuple[str, ...]:
    """The languages that a name may be in by its letters."""
    return next((languages for script, languages in _SCRIPTS if script.search(name)), _LATIN)


def best_english(name: str, language: str = "") -> str:
    """As much of a name in English as can be: in the language of the log, else in that which knows most of its words."""
    languages = (language,) if language else languages_by_script(name)
    found = [read for each in languages if (read := translate(name, each)).foreign]
    if not found:
        return name
    best = max(found, key=lambda read: read.foreign - len(read.unknown))
    return " ".join(word for word in best.english.split() if word.isascii())


@lru_cache(maxsize=16_384)
def _votes(name: str) -> dict[str, int]:
    """2 for a language that reads the whole name, 1 for one that knows a word of it."""
    languages = (language for language in languages_by_script(name) if may_know(name, language))
    read = {language: translate(name, language, respell=False) for language in languages}
    return {language: 2 if found.complete else 1 for language, found in read.items() if found.foreign}
