"""Which words of a log are worth explaining, and what an explanation resolves. Pure: what was taught is handed in."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lib.catalog.language_words import LANGUAGES
from lib.catalog.log_language import language_of
from lib.catalog.resolve import resolve
from lib.catalog.sides import without_side
from lib.catalog.taught import Taught, as_taught, with_taught_words
from lib.catalog.translation import translate
from lib.catalog.word_index import is_english
from lib.catalog.words import plain, without_plan

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word that keeps names from being understood.

    word:       as the log writes it.
    names:      names in which nothing else is unknown, most sets first: these may resolve once it is explained.
    sets:       of these names.
    other_sets: of names that hold another unknown word, too.
    """

    word: str
    names: tuple[str, ...]
    sets: int
    other_sets: int


@dataclass(frozen=True, slots=True)
class Explained:
    """What an explanation makes of a name. exercise, before: keys, before "" where the name was not understood."""

    name: str
    exercise: str
    before: str


def unknown_words(
    sets: Mapping[str, int], taught: Mapping[str, str] = _NOTHING, said: Collection[str] = ()
) -> tuple[UnknownWord, ...]:
    """The words that nobody knows in names without an exercise, those first that stand alone in the way of most sets.

    sets:   sets of each name of the log.
    taught: what was explained already, {"dambıl": "dumbbell"}.
    said:   names of which the person said themselves what they are.
    """
    known, language = as_taught(taught), language_of(sets)
    alone: defaultdict[str, list[str]] = defaultdict(list)
    together: defaultdict[str, int] = defaultdict(int)
    spelt: dict[str, str] = {}  # a word is one however it is written, as it is taught for all of these
    for name in sorted(sets.keys() - set(said), key=lambda each: (-sets[each], each)):
        found = _unknown(name, language, known) if not resolve(name, language, known).exercise else ()
        words = dict.fromkeys(spelt.setdefault(plain(word), word) for word in found)
        for word in words:
            if len(words) == 1:
                alone[word].append(name)
            else:
                together[word] += sets[name]
    return _ranked(sets, alone, together)


def explained_by(
    word: str, means: str, names: Iterable[str], taught: Mapping[str, str] = _NOTHING
) -> tuple[Explained, ...]:
    """The names that lead somewhere else once a word or phrase is explained, in their order.

    names: all of the log, since they say its language together. taught: what was explained already.
    """
    asked = tuple(dict.fromkeys(names))
    language, before, after = language_of(asked), as_taught(taught), as_taught({**taught, word: means})
    found = (
        Explained(name, resolve(name, language, after).exercise, resolve(name, language, before).exercise)
        for name in asked
    )
    return tuple(each for each in found if each.exercise not in ("", each.before))


def _unknown(name: str, language: str, taught: Taught) -> tuple[str, ...]:
    """The unknown words of a name as it writes them, each once."""
    sideless = without_side(name)
    read = with_taught_words(sideless, taught) or sideless
    if language in LANGUAGES:
        unknown = translate(read, language).unknown
    else:
        unknown = tuple(word for word in without_plan(read).split() if not is_english(word) and not word.isdigit())
    written = {plain(word): word for word in _WORD.findall(name)}
    answers = set(plain(" ".join(means for _, means in taught)).split())  # words of the person's own, in no log
    return tuple(dict.fromkeys(written.get(word, word) for word in unknown if word in written or word not in answers))


def _ranked(
    sets: Mapping[str, int], alone: Mapping[str, list[str]], together: Mapping[str, int]
) -> tuple[UnknownWord, ...]:
    merged: dict[str, UnknownWord] = {}
    for word in (*alone, *together):
        names = tuple(alone.get(word, ()))
        merged[word] = UnknownWord(word, names, sum(sets[name] for name in names), together.get(word, 0))
    return tuple(sorted(merged.values(), key=lambda each: (-each.sets, -each.other_sets, each.word)))
