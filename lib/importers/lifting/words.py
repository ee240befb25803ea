"""What an exercise's name and note say about its load and its side."""

import re
from functools import lru_cache
from typing import Final

from lib.model.vocabulary import LoadMode, Side

# Words are matched whole, without regard to case; "pull-up", "pull up" and "pullup" are one word here.
_ASSISTED: Final = re.compile(r"\b(?:assist(?:ed|ance)?|assistiert|assistée?|asistid[ao])\b", re.IGNORECASE)
_WEIGHTED: Final = re.compile(r"\b(?:weighted|lestée?s?|mit gewicht|con lastre)\b", re.IGNORECASE)
# The iliotibial ("IT") band is stretched, not pulled.
_BAND: Final = re.compile(r"\b(?<!\bit[ -])(?:bands?|banded)\b", re.IGNORECASE)
_LIFTS_THE_BODY: Final = re.compile(
    r"\b(?:pull|chin|push|press|muscle)[\s-]?ups?\b|\bdips?\b|\bklimmz[uü]ge?\b|\bliegestütze?\b|\btractions\b",
    re.IGNORECASE,
)
# The same words on a machine, a cable or a seat: the load is the stack, not something added to the body.
_STACK: Final = re.compile(r"\b(?:machine|maschine|cable|kabel|smith|lever|seated)\b", re.IGNORECASE)

_SHORT: Final = re.compile(
    r"\b(?:sleds?|schlitten|traîneau|trineo|prowler|carr(?:y|ies)|farmer'?s?|yoke|sandbag|sprints?|shuttles?|lunges?"
    r"|ausfallschritt\w*|crawls?|handstand|battle\s+rope|duck\s+walk|monster\s+walk|lateral\s+walk|band\s+walk"
    r"|tire|tyre|drag|push|pull|suitcase|waiter'?s?|overhead\s+walk|jumps?|bounds?|skips?)\b",
    re.IGNORECASE,
)

_SIDES: Final = {
    **dict.fromkeys(("left", "l", "links", "gauche", "izquierda", "sinistra"), Side.LEFT),
    **dict.fromkeys(("right", "r", "rechts", "droite", "derecha", "destra"), Side.RIGHT),
}
_WORD: Final = "|".join(word for word in _SIDES if len(word) > 1)
# A letter needs a mark before it: a "Hanging Leg Raise L" is held in the shape of an L.
_SIDE_OF_NAME: Final = re.compile(rf"(?:[\s(\[,;:/_–—-]({_WORD})|[(\[,;:/_–—-]\s*([lr]))[\s)\].]*$", re.IGNORECASE)
# A note is prose ("felt right"), so there a word, too, must stand alone or behind a mark.
_SIDE_OF_NOTE: Final = re.compile(
    rf"(?:^|[(\[,;:/–—\n-])\s*({_WORD}|[lr])(?:\s+(?:side|leg|arm))?[\s)\].]*$", re.IGNORECASE
)


def load_mode(name: str, note: str, *, loaded: bool) -> LoadMode:
    """How the load of a set acts.

    name, note: as logged. loaded: a load above zero was logged.
    A note that says "assisted" counts only for exercises that lift the body: elsewhere it tells of a spotter.
    """
    lifts_the_body = bool(_LIFTS_THE_BODY.search(name)) and not _STACK.search(name)
    if _ASSISTED.search(name) or (lifts_the_body and _ASSISTED.search(note)):
        return LoadMode.ASSISTED
    if _BAND.search(name):
        return LoadMode.BAND
    if not loaded:
        return LoadMode.BODYWEIGHT
    return LoadMode.ADDED if lifts_the_body or _WEIGHTED.search(name) else LoadMode.EXTERNAL


def side(name: str, note: str) -> Side:
    """The side that a set trained: the last word of its name or, where that is silent, of its note."""
    said = _SIDE_OF_NAME.search(name) or _SIDE_OF_NOTE.search(note)
    return _SIDES[said[said.lastindex or 1].lower()] if said else Side.BOTH


def is_short(name: str) -> bool:
    """Whether an exercise is done over metres, such as a carry or a sled; False for all that is done over kilometres."""
    return bool(_SHORT.search(name))


def side_of_cell(text: str) -> Side:
    """The side that a column of its own names ("L", "Left"); both for any other word."""
    return _SIDES.get(text.strip().casefold(), Side.BOTH)


@lru_cache(maxsize=8192)
def mode_and_side(name: str, note: str, loaded: bool) -> tuple[LoadMode, Side]:
    """`load_mode` and `side` of a set, worked out once for every name and note."""
    return load_mode(name, note, loaded=loaded), side(name, note)
