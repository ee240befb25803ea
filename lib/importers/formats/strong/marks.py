"""What stands in Strong's column of the order of sets: a number, the kind of a set, or that the row is none."""

from typing import Final

from lib.importers.lifting.sets import set_kind
from lib.model.vocabulary import SetKind

_LONGEST: Final = 3
_REST, _NOTE = "a rest timer, not a set", "a note, not a set"
_NO_SET: Final = {
    **dict.fromkeys(("resttimer", "rest", "ruhezeit", "ruhetimer", "pausentimer", "minuteurderepos", "repos"), _REST),
    **dict.fromkeys(("tempsderepos", "descanso", "tempodedescanso", "recupero", "temporizadordedescanso"), _REST),
    **dict.fromkeys(("note", "notiz", "nota", "remarque"), _NOTE),
}


def kind_of_mark(text: str) -> SetKind | str:
    """The kind of a set, which a plain number means too, or why the row is none. CellError for an unknown mark."""
    squeezed = _squeezed(text)
    if squeezed in _NO_SET:
        return _NO_SET[squeezed]
    if squeezed.removesuffix(".0").isdecimal():
        return SetKind.WORKING
    return set_kind(text)


def number_of_mark(text: str) -> int | None:
    """The place of a set among those of its exercise; None for a mark that is no number, or longer than one."""
    plain = _squeezed(text).removesuffix(".0")
    return int(plain) if plain.isdecimal() and len(plain) <= _LONGEST else None


def why_none(exercise: str) -> str:
    """Old versions of the app write rests as an exercise."""
    return _REST if _squeezed(exercise) == "resttimer" else ""


def _squeezed(text: str) -> str:
    return text.strip().casefold().replace("_", "").replace("-", "").replace(" ", "")
