"""What a name says about sides: which one a row is of, and whether one limb works at a time."""

import re

from lib.catalog.log_language import languages_by_script
from lib.catalog.translation import may_know, translate
from lib.catalog.words import tokens
from lib.model.vocabulary import Side

_LIMB = r"(?:\s+(?:arm|leg|side|hand|foot))?"
_LEFT = "left|links|izquierd[ao]|gauche|esquerd[ao]|sinistr[ao]"
_RIGHT = "right|rechts|derech[ao]|droite?|direit[ao]|destr[ao]"
_SHORT_LEFT = "l|li|izq|sx"
_SHORT_RIGHT = "r|re|der|dx"
_SHORT = f"{_SHORT_LEFT}|{_SHORT_RIGHT}"
# A side that closes a name, as in "Split Squat Left", "Row - Right Arm" or "Curl - L". A bare letter is no side: the L of
# "Hanging Leg Raise L" is a shape, and so is that of "Y-T-W-L" (hence three letters before a dash).
_AT_END = re.compile(
    rf"^(.*\w[)\]]?)(?:[\s,-]+({_LEFT}|{_RIGHT}){_LIMB}|(?<=\w{{3}}|\w{{2}}[)\]])\s*[-–]\s*({_SHORT}))\W*$",
    re.IGNORECASE,
)
# A side in brackets, as in "Curl (R)" or "Split Squat (left) on a box".
_IN_BRACKETS = re.compile(rf"^(.*\w[)\]]?)\s*[(\[]\s*({_LEFT}|{_RIGHT}|{_SHORT}){_LIMB}\s*[)\]](.*)$", re.IGNORECASE)
# A side that opens a name, as in "Left Leg Curl": the limb belongs to the exercise. A right angle is no side.
_AT_START = re.compile(r"^\W*(left|right)\b[\s:,-]+(?!angle)(.*\w.*)$", re.IGNORECASE)
_ONE_ARM = frozenset({"single", "arm"})
_IS_LEFT = re.compile(rf"{_LEFT}|{_SHORT_LEFT}", re.IGNORECASE)


def side_in_name(name: str) -> Side:
    """The side that a name ends or begins with."""
    return _parted(name)[1]


def without_side(name: str) -> str:
    """The name without the side that it ends or begins with."""
    return _parted(name)[0]


def says_one_sided(name: str) -> bool:
    """Whether the name itself says that one arm or leg works at a time."""
    words = set(tokens(name)[0])
    return "unilateral" in words or ("single" in words and not words.isdisjoint({"arm", "leg"}))


def says_one_arm(name: str, language: str = "") -> bool:
    """Whether the name itself says that one arm works at a time, in English or in another language.

    language: of the log (log_language.py); without one, a language has to know every word of the name.
    """
    if set(tokens(name)[0]) >= _ONE_ARM:
        return True
    read = (translate(name, each) for each in _languages(name, language) if may_know(name, each))
    return any(
        set(tokens(each.english)[0]) >= _ONE_ARM for each in read if each.complete or (language and each.foreign)
    )


def _languages(name: str, language: str) -> tuple[str, ...]:
    return (language,) if language else languages_by_script(name)


def _parted(name: str) -> tuple[str, Side]:
    """The rest of the name, and the side."""
    if within := _IN_BRACKETS.match(name):
        return f"{within[1]}{within[3]}".strip(), _side(within[2])
    if ends := _AT_END.match(name):
        return ends[1], _side(ends[2] or ends[3])
    if begins := _AT_START.match(name):
        return begins[2], _side(begins[1])
    return name, Side.BOTH


def _side(word: str) -> Side:
    return Side.LEFT if _IS_LEFT.fullmatch(word) else Side.RIGHT
