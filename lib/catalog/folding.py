"""One spelling for the many ways to write an exercise's name. Deterministic: nothing here guesses."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"['’‘ʼ´`]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ES_PLURAL = ("ches", "shes", "sses", "xes")


def _singular(word: str) -> str:
    """The word without a plural ending. "press" has none."""
    if word.endswith(_ES_PLURAL):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@lru_cache(maxsize=32_768)
def fold(name: str) -> str:
    """The name as it is compared: case, width, punctuation, invisible marks, plurals and blanks do not matter."""
    text = name.lower() if name.isascii() else _composed(name)
    text = _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", text))
    return " ".join([_singular(word) for word in text.split()])


def _composed(name: str) -> str:
    # A capital İ folds to an i with a dot that would split the word.
    text = unicodedata.normalize("NFKC", name).casefold().replace("i\u0307", "i")
    # Zero-width and direction marks (Cf) vanish: as blanks they would split a word.
    return "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
